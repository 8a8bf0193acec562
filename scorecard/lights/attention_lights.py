"""The lights that "what needs a decision" is about: of the units shown, on tasks of the letter, in their order."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from scorecard.catalog import Unit
from scorecard.lights.rows import TaskLight
from scorecard.lights.status import Status
from scorecard.lights.unit_blocks import row_name
from scorecard.text import attention_words

_LISTED = 3


class ShownLights:
    """Lights on tasks of some units; `place` is the order of these units, which settles ties."""

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

    def by_unit(self, rows: Sequence[TaskLight]) -> dict[str, list[TaskLight]]:
        """The rows by the unit they are of, in the order they are given."""
        found: dict[str, list[TaskLight]] = {}
        for row in rows:
            found.setdefault(row.unit_id, []).append(row)
        return found

    def name_of(self, unit_id: str) -> str:
        """A unit as the sentences call it."""
        return row_name(self.units[unit_id])

    def weeks_said(self, row: TaskLight) -> str:
        """How long a light stands, in words."""
        weeks = row.weeks_in_status
        if weeks == 1:
            return attention_words.WEEKS_NEW
        pattern = attention_words.WEEKS if weeks < self._uncertain_from else attention_words.WEEKS_LEAST
        return pattern.format(weeks=weeks)

    def listed(self, by_unit: Mapping[str, Sequence[TaskLight]]) -> str:
        """The first units with their tasks, and how many more there are."""
        named = [
            attention_words.LISTED.format(unit=self.name_of(unit_id), tasks=tasks_of(rows))
            for unit_id, rows in list(by_unit.items())[:_LISTED]
        ]
        listed = ", ".join(named)
        more = len(by_unit) - len(named)
        return attention_words.AND_MORE.format(listed=listed, count=more) if more > 0 else listed


def longest_of(rows: Sequence[TaskLight]) -> TaskLight:
    """The light that stands for longest; the first of several."""
    return max(rows, key=lambda row: row.weeks_in_status)


def weeks_of_longest(rows: Sequence[TaskLight]) -> int:
    """How long the longest of them stands."""
    return longest_of(rows).weeks_in_status


def tasks_of(rows: Sequence[TaskLight]) -> str:
    """Their task numbers."""
    return ", ".join(str(row.task_no) for row in rows)
