"""What a letter is: whom it goes to, what it says, and the facts of its own units. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.catalog import Unit
from scorecard.documents.document_parts import Names
from scorecard.follow_up.matters.moves import UNANSWERED
from scorecard.follow_up.work_list.work_list import WorkItem
from scorecard.letters.light_facts import LightFacts


@dataclass(frozen=True)
class Order:
    """Which letters are wanted: of a kind, to be answered by a date, each by itself or all in one; drafted on `day`."""

    kind: str
    due: dt.date
    together: bool
    day: dt.date


@dataclass(frozen=True)
class Letter:
    """One letter. `facts` are those of `units`; where there are several, they stand in an annex.

    `to` are those addressed, a line each, `copies` who gets it besides, `districts` the names of those above its units,
    `chats` the short text for each unit.
    """

    kind: str
    name: str
    names: Names
    day: dt.date
    subject: str
    to: tuple[str, ...]
    opening: tuple[str, ...]
    items: tuple[str, ...]
    closing: tuple[str, ...]
    copies: tuple[str, ...]
    units: tuple[Unit, ...]
    facts: tuple[LightFacts, ...]
    notes: tuple[str, ...]
    districts: Mapping[str, str]
    chats: tuple[tuple[Unit, str], ...]
    source: str
    synthetic: bool

    @property
    def annexed(self) -> bool:
        """Whether the facts stand in a list behind the letter."""
        return len(self.units) > 1


def fits(kind: str, light: WorkItem) -> bool:
    """Whether a light belongs into letters of a kind: an explanation is asked of either list, until it was given."""
    if kind == "explain":
        return light.explanation is None or light.explanation.state in UNANSWERED
    return light.lacks_figures == (kind == "figures")
