"""The sentences of "what needs a decision": at most five, from published lights, the same for the same lights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scorecard.address.address import Address
from scorecard.catalog import Catalog, Unit
from scorecard.lights.attention_figures import Figures
from scorecard.lights.attention_lights import ShownLights, longest_of, tasks_of, weeks_of_longest
from scorecard.lights.matrix_view import Call
from scorecard.lights.rows import GroupLight, OfUnit, TaskLight
from scorecard.lights.status import GREEN, MISSING, RED
from scorecard.text import attention_words

MOST = 5


@dataclass(frozen=True)
class Situation:
    """What the sentences are about: the units shown, their lights on tasks, their figures, and the group they form.

    `lights` carry `weeks_in_status`; from `uncertain_from` weeks on it may be more, since no more were looked at.
    `group_rows` gives the rows of the group on one task.
    """

    catalog: Catalog
    address: Address
    units: Sequence[Unit]
    lights: Sequence[TaskLight]
    figures: Sequence[OfUnit]
    uncertain_from: int
    group_id: str
    group_name: str
    group_rows: Callable[[int], Sequence[GroupLight]]


def build_calls(situation: Situation) -> tuple[Call, ...]:
    """The sentences that there is cause for: a task, a unit, lights fallen, a light that stays red, what is missing."""
    builder = _Calls(situation)
    calls = (builder.task(), builder.unit(), builder.fallen(), builder.standing(), builder.missing())
    return tuple(call for call in calls if call)[:MOST]


class _Calls:
    """Finds the lights each sentence is about. Ties go to the longer standing, then to the catalogue's order."""

    def __init__(self, situation: Situation) -> None:
        self._is = situation
        self._tasks = {task.task_no: task for task in situation.catalog.tasks if task.in_letter}
        self._shown = ShownLights(situation.units, self._tasks, situation.lights, situation.uncertain_from)
        self._reds = self._shown.having(RED)
        self._figures = Figures(situation.catalog, situation.figures, self._shown.units)
        self._worst_unit: str | None = None

    def task(self) -> Call | None:
        """The task with most new reds, else the one with most reds."""
        if not self._reds:
            return None
        reds = {number: [row for row in self._reds if row.task_no == number] for number in self._tasks}
        new = {number: sum(row.previous_status not in (None, RED) for row in reds[number]) for number in reds}
        number = max(reds, key=lambda number: (new[number], len(reds[number]), -number))
        task = self._tasks[number]
        pattern = attention_words.TASK_NEW if new[number] else attention_words.TASK_OLD
        group = self._is.group_rows(number)
        every = sum(row.task_no == number for row in self._shown.lights)
        return Call(
            lead=attention_words.TASK_LEAD.format(task=number, title=task.title),
            headline=pattern.format(red=len(reds[number]), all=every, new=new[number]),
            detail=f"{self._figures.of_group(group, self._is.group_name)} {self._figures.slowest(number)}".strip(),
            href=self._is.address.reason_link(self._is.group_id, number),
        )

    def unit(self) -> Call | None:
        """The unit with most reds."""
        by_unit = self._shown.by_unit(self._reds)
        if not by_unit:
            return None
        place = self._shown.place
        unit_id = max(by_unit, key=lambda key: (len(by_unit[key]), weeks_of_longest(by_unit[key]), -place[key]))
        self._worst_unit = unit_id
        rows = by_unit[unit_id]
        longest = longest_of(rows)
        pattern = attention_words.UNIT_REDS if len(rows) > 1 else attention_words.UNIT_RED
        return Call(
            lead=attention_words.UNIT_LEAD.format(unit=self._shown.name_of(unit_id)),
            headline=pattern.format(count=len(rows), tasks=tasks_of(rows), weeks=self._shown.weeks_said(longest)),
            detail=self._figures.of_light(longest),
            href=self._is.address.unit_link(unit_id),
        )

    def fallen(self) -> Call | None:
        """Lights that fell by two steps, from green to red."""
        rows = [row for row in self._reds if row.previous_status is GREEN]
        if not rows:
            return None
        first = rows[0]
        href = self._is.address.reason_link(first.unit_id, first.task_no)
        if len(rows) == 1:
            lead = attention_words.UNIT_LEAD.format(unit=self._shown.name_of(first.unit_id))
            headline = attention_words.FALLEN_ONE.format(task=first.task_no)
            return Call(lead, headline, self._figures.of_light(first), href)
        lead = attention_words.FALLEN_LEAD.format(count=len(rows))
        return Call(lead, self._shown.listed(self._shown.by_unit(rows)) + ".", self._figures.of_light(first), href)

    def standing(self) -> Call | None:
        """The light that is red for longest, of another unit than the one with most reds."""
        rows = [row for row in self._reds if row.unit_id != self._worst_unit and row.weeks_in_status > 1]
        if not rows:
            return None
        row = longest_of(rows)
        return Call(
            lead=attention_words.UNIT_LEAD.format(unit=self._shown.name_of(row.unit_id)),
            headline=attention_words.STANDING.format(task=row.task_no, weeks=self._shown.weeks_said(row)),
            detail=self._figures.of_light(row),
            href=self._is.address.reason_link(row.unit_id, row.task_no),
        )

    def missing(self) -> Call | None:
        """What is missing, and since when."""
        rows = self._shown.having(MISSING)
        if not rows:
            return None
        by_unit, place = self._shown.by_unit(rows), self._shown.place
        ordered = dict(sorted(by_unit.items(), key=lambda item: (-weeks_of_longest(item[1]), place[item[0]])))
        longest = longest_of(rows)
        unit = self._shown.name_of(longest.unit_id)
        return Call(
            lead=attention_words.MISSING_LEAD.format(count=len(by_unit)),
            headline=attention_words.MISSING.format(lights=len(rows), weeks=self._shown.weeks_said(longest), unit=unit),
            detail=self._shown.listed(ordered) + ".",
            href=self._is.address.reason_link(longest.unit_id, longest.task_no),
        )
