"""What the time line shows, ready to print: frozen values only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class EntryRow:
    """One entry: `before` and `now` are the lights it changed, `why` leads to the reason of the new one."""

    day: str
    iso: str
    week: str
    kind: str
    before: str | None
    now: str | None
    unit: str
    title: str
    why: str
    lines: Sequence[str]
    who: str


@dataclass(frozen=True)
class TimeLinePage:
    """Entries under the headings of `parts`, and what is said of how many there are and were found."""

    count: str
    find: str
    found: str
    nothing: str
    parts: Sequence[tuple[str, Sequence[EntryRow]]]
    more: str
    clear: str
