"""The sentences of "what needs a decision": at most five, from published lights, the same for the same lights."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scorecard.address.address import Address
from scorecard.catalog import Catalog, Unit
from scorecard.lights.attention_figures import Figures
from scorecard.lights.matrix_view import Call
from scorecard.lights.unit_blocks import row_name
from scorecard.text import attention_words

Row = Mapping[str, Any]
Rows = Sequence[Row]
MOST = 5
_LISTED = 3


@dataclass(frozen=True)
class Situation:
    """What the sentences are about: the units shown, their lights on tasks, their figures, and the group they form.

    `lights` carry `weeks_in_status`; from `uncertain_from` weeks on it may be more, since no more were looked at.
    `group_rows` gives the rows of the group on one task.
    """

    catalog: Catalog
    address: Address
    units: Sequence[Unit]
    lights: Rows
    figures: Rows
    uncertain_from: int
    group_id: str
    group_name: str
    group_rows: Callable[[int], Rows]


def build_calls(situation: Situation) -> tuple[Call, ...]:
    """The sentences that there is cause for: a task, a unit, lights fallen, a light that stays red, what is missing."""
    builder = _Calls(situation)
    calls = (builder.task(), builder.unit(), builder.fallen(), builder.standing(), builder.missing())
    return tuple(call for call in calls if call)[:MOST]


class _Calls:
    """Finds the lights each sentence is about. Ties go to the longer standing, then to the catalogue's order."""

    def __init__(self, situation: Situation) -> None:
        self._is = situation
        self._units = {unit.unit_id: unit for unit in situation.units}
        self._place = {unit_id: place for place, unit_id in enumerate(self._units)}
        self._tasks = {task.task_no: task for task in situation.catalog.tasks if task.in_letter}
        shown = [row for row in situation.lights if row["unit_id"] in self._units and row["task_no"] in self._tasks]
        self._lights = sorted(shown, key=lambda row: (self._place[row["unit_id"]], row["task_no"]))
        self._reds = [row for row in self._lights if row["status"] == "red"]
        self._figures = Figures(situation.catalog, situation.figures, self._units)
        self._worst_unit: str | None = None

    def task(self) -> Call | None:
        """The task with most new reds, else the one with most reds."""
        if not self._reds:
            return None
        reds = {number: [row for row in self._reds if row["task_no"] == number] for number in self._tasks}
        new = {number: sum(row["previous_status"] not in (None, "red") for row in reds[number]) for number in reds}
        number = max(reds, key=lambda number: (new[number], len(reds[number]), -number))
        task = self._tasks[number]
        pattern = attention_words.TASK_NEW if new[number] else attention_words.TASK_OLD
        group = self._is.group_rows(number)
        every = sum(row["task_no"] == number for row in self._lights)
        return Call(
            lead=attention_words.TASK_LEAD.format(task=number, title=task.title),
            headline=pattern.format(red=len(reds[number]), all=every, new=new[number]),
            detail=f"{self._figures.of_group(group, self._is.group_name)} {self._figures.slowest(number)}".strip(),
            href=self._is.address.reason_link(self._is.group_id, number),
        )

    def unit(self) -> Call | None:
        """The unit with most reds."""
        by_unit = self._by_unit(self._reds)
        if not by_unit:
            return None
        unit_id = max(by_unit, key=lambda key: (len(by_unit[key]), _longest(by_unit[key]), -self._place[key]))
        self._worst_unit = unit_id
        rows = by_unit[unit_id]
        longest = max(rows, key=lambda row: row["weeks_in_status"])
        pattern = attention_words.UNIT_REDS if len(rows) > 1 else attention_words.UNIT_RED
        return Call(
            lead=attention_words.UNIT_LEAD.format(unit=row_name(self._units[unit_id])),
            headline=pattern.format(count=len(rows), tasks=_tasks(rows), weeks=self._weeks(longest)),
            detail=self._figures.of_light(longest),
            href=self._is.address.link(unit=unit_id),
        )

    def fallen(self) -> Call | None:
        """Lights that fell by two steps, from green to red."""
        rows = [row for row in self._reds if row["previous_status"] == "green"]
        if not rows:
            return None
        first = rows[0]
        href = self._is.address.reason_link(first["unit_id"], first["task_no"])
        if len(rows) == 1:
            lead = attention_words.UNIT_LEAD.format(unit=row_name(self._units[first["unit_id"]]))
            return Call(
                lead, attention_words.FALLEN_ONE.format(task=first["task_no"]), self._figures.of_light(first), href
            )
        lead = attention_words.FALLEN_LEAD.format(count=len(rows))
        return Call(lead, self._list(self._by_unit(rows)) + ".", self._figures.of_light(first), href)

    def standing(self) -> Call | None:
        """The light that is red for longest, of another unit than the one with most reds."""
        rows = [row for row in self._reds if row["unit_id"] != self._worst_unit and row["weeks_in_status"] > 1]
        if not rows:
            return None
        row = max(rows, key=lambda row: row["weeks_in_status"])
        return Call(
            lead=attention_words.UNIT_LEAD.format(unit=row_name(self._units[row["unit_id"]])),
            headline=attention_words.STANDING.format(task=row["task_no"], weeks=self._weeks(row)),
            detail=self._figures.of_light(row),
            href=self._is.address.reason_link(row["unit_id"], row["task_no"]),
        )

    def missing(self) -> Call | None:
        """What is missing, and since when."""
        rows = [row for row in self._lights if row["status"] == "missing"]
        if not rows:
            return None
        by_unit = self._by_unit(rows)
        ordered = dict(sorted(by_unit.items(), key=lambda item: (-_longest(item[1]), self._place[item[0]])))
        longest = max(rows, key=lambda row: row["weeks_in_status"])
        unit = row_name(self._units[longest["unit_id"]])
        return Call(
            lead=attention_words.MISSING_LEAD.format(count=len(by_unit)),
            headline=attention_words.MISSING.format(lights=len(rows), weeks=self._weeks(longest), unit=unit),
            detail=self._list(ordered) + ".",
            href=self._is.address.reason_link(longest["unit_id"], longest["task_no"]),
        )

    def _list(self, by_unit: Mapping[str, Rows]) -> str:
        named = [
            attention_words.LISTED.format(unit=row_name(self._units[unit_id]), tasks=_tasks(rows))
            for unit_id, rows in list(by_unit.items())[:_LISTED]
        ]
        listed = ", ".join(named)
        more = len(by_unit) - len(named)
        return attention_words.AND_MORE.format(listed=listed, count=more) if more > 0 else listed

    def _by_unit(self, rows: Rows) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in rows:
            found.setdefault(row["unit_id"], []).append(row)
        return found

    def _weeks(self, row: Row) -> str:
        weeks = row["weeks_in_status"]
        if weeks == 1:
            return attention_words.WEEKS_NEW
        pattern = attention_words.WEEKS if weeks < self._is.uncertain_from else attention_words.WEEKS_LEAST
        return pattern.format(weeks=weeks)


def _longest(rows: Rows) -> int:
    weeks: int = max(row["weeks_in_status"] for row in rows)
    return weeks


def _tasks(rows: Rows) -> str:
    return ", ".join(str(row["task_no"]) for row in rows)
