"""What the drawings that several pages share are filled with: the filters above lights, and a list of changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.lights.task_view import Change
from scorecard.lights.unit_blocks import OptionGroup


@dataclass(frozen=True)
class WeekChoices:
    """The weeks a page can be compared with: `against` is the chosen one, empty for the published one before.

    `previous` names that one; `weeks` are those before it, none where there is nothing to choose.
    """

    weeks: Sequence[OptionGroup] = ()
    previous: str = ""
    against: str = ""


@dataclass(frozen=True)
class Filters:
    """Which units are shown, and how; `only` is None where lights are not left out by their colour."""

    blocks: Sequence[OptionGroup]
    block: str
    default_block: str
    only: bool | None
    compared: WeekChoices


@dataclass(frozen=True)
class Changes:
    """What changed since the compared week; `rest` are those after the first, under the words `more`.

    `compared` is false where there is no week to compare with.
    """

    title: str
    note: str
    compared: bool
    rows: Sequence[Change] = ()
    rest: Sequence[Change] = ()
    more: str = ""
