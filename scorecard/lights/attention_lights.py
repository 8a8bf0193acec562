"""The lights that "what needs a decision" is about: of the units shown, on tasks of the letter, in their order."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from scorecard.catalog import Unit
from scorecard.lights.rows import TaskLight
from scorecard.lights.status import Status
from scorecard.lights.unit_blocks import row_name
from scorecard.text import attention_words

LISTED = 3  # units that a sentence names
T = TypeVar("T")


class ShownLights:
    """Lights on tasks of some units; `place` is the order of these units, in which those that stand alike are named."""

    def __init__(
        self, units: Sequence[Unit], tasks: Container[int], lights: Sequence[TaskLight], uncertain_from: int
    ) -> None:
        self.units = {unit.unit_id: unit for unit in units}
        self.place = {unit_id: place for place, unit_id in enumerate(self.units)}
        shown = [row for row in lights if row.unit_id in self.units and row.task_no in tasks]
        self.lights = sorted(shown, key=lambda row: (self.place[row.unit_id], row.task_no))
        self._uncertain_from = uncertain_from

    def having(self, status: Status) -> list[TaskLight]:
        """Those that have a status."""
        return [row for row in self.lights if row.status is status]

    def name_of(self, unit_id: str) -> str:
        """A unit as the sentences call it."""
        return row_name(self.units[unit_id])

    def names_of(self, alike: Sequence[str]) -> str:
        """Units that nothing tells apart: the first of them, and how many there are besides."""
        return tied(self.name_of(alike[0]), len(alike))

    def weeks_said(self, weeks: int, *, least: bool = False) -> str:
        """How long something stands, in words; with `least` it may be longer."""
        if least or weeks >= self._uncertain_from:
            return attention_words.WEEKS_LEAST.format(weeks=weeks)
        return attention_words.WEEKS.format(weeks=weeks) if weeks > 1 else attention_words.WEEKS_NEW

    def listed(self, by_unit: Mapping[str, Sequence[TaskLight]]) -> str:
        """The first units with their tasks, and how many more there are."""
        named = [
            attention_words.LISTED.format(unit=self.name_of(unit_id), tasks=tasks_of(rows))
            for unit_id, rows in list(by_unit.items())[:LISTED]
        ]
        listed = ", ".join(named)
        more = len(by_unit) - len(named)
        return attention_words.AND_MORE.format(listed=listed, count=more) if more > 0 else listed


def by_unit_of(rows: Iterable[TaskLight]) -> dict[str, list[TaskLight]]:
    """The rows by the unit they are of, in the order they are given."""
    found: dict[str, list[TaskLight]] = {}
    for row in rows:
        found.setdefault(row.unit_id, []).append(row)
    return found


def foremost(found: Iterable[T], key: Callable[[T], Any]) -> list[T]:
    """All that have the greatest key, as they are given: where there are several, nothing tells them apart."""
    every = list(found)
    greatest = max(map(key, every))
    return [one for one in every if key(one) == greatest]


def tied(name: str, count: int) -> str:
    """The first of so many that stand alike."""
    return attention_words.TIED.format(unit=name, count=count - 1) if count > 1 else name


def tasks_of(rows: Iterable[TaskLight]) -> str:
    """Their task numbers."""
    return ", ".join(str(row.task_no) for row in rows)
