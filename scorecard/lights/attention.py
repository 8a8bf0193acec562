"""The sentences of "what needs a decision": at most five, from published lights, the same for the same lights."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scorecard.address.address import Address
from scorecard.catalog import Catalog, Unit
from scorecard.lights.attention_figures import Figures
from scorecard.lights.attention_lights import ShownLights, foremost
from scorecard.lights.attention_shared import find_shared, numbers_of, say_shared
from scorecard.lights.attention_units import UnitCalls
from scorecard.lights.matrix_view import Call
from scorecard.lights.rows import GroupLight, OfUnit, TaskLight
from scorecard.lights.status import GREEN, MISSING, RED, Status
from scorecard.text import attention_words

MOST = 5
_GROUP_FIGURES = 2  # of what is shared, so many tasks come with the figure of the group


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
    day: dt.date | None = None


def build_calls(situation: Situation) -> tuple[Call, ...]:
    """What there is cause to say: what most share, then of the rest a task, a unit, lights fallen, standing, missing.

    Where there is more than a reader takes in, a further unit is left out first, then the lights that fell.
    """
    builder = _Calls(situation)
    shared, units = (builder.shared(RED), builder.shared(MISSING)), builder.units
    fallen, standing = units.fallen(), units.standing()
    said = [call for call in (*shared, builder.task(), units.worst(), fallen, standing, units.missing()) if call]
    for spare in (standing, fallen):
        if spare and len(said) > MOST:
            said.remove(spare)
    return tuple(said[:MOST])


class _Calls:
    """Parts the lights into what most units share and the rest; the rest alone is told of single tasks and units."""

    def __init__(self, situation: Situation) -> None:
        self._is = situation
        self._tasks = {task.task_no: task for task in situation.catalog.tasks if task.in_letter}
        self._shown = ShownLights(situation.units, self._tasks, situation.lights, situation.uncertain_from)
        self._figures = Figures(situation.catalog, situation.figures, self._shown.units, situation.day)
        self._shared = {status: find_shared(self._shown.lights, status) for status in (RED, MISSING)}
        self._reds = self._not_shared(RED)
        self.units = UnitCalls(self._shown, self._figures, situation.address, self._reds, self._not_shared(MISSING))

    def _not_shared(self, status: Status) -> list[TaskLight]:
        shared = {one.task_no for one in self._shared[status]}
        return [row for row in self._shown.having(status) if row.task_no not in shared]

    def shared(self, status: Status) -> Call | None:
        """The tasks most units share a status on, longest first."""
        found = self._shared[status]
        if not found:
            return None
        lead, headline = say_shared(found, [self._shown.weeks_said(one.weeks, least=one.least) for one in found])
        tasks = [one.task_no for one in found]
        detail = self._beside_shared(tasks) if status is RED else ""
        return Call(lead, headline, detail, self._is.address.reason_link(self._is.group_id, tasks[0]))

    def _beside_shared(self, tasks: Sequence[int]) -> str:
        rows = [row for row in self._shown.having(RED) if row.task_no in tasks]
        new = sum(row.previous_status not in (None, RED) for row in rows)
        fallen = sum(row.previous_status is GREEN for row in rows)
        said = [attention_words.SHARED_NEW.format(new=new, fallen=fallen)] if new else []
        figures = {number: self._group_figure(number) for number in tasks[:_GROUP_FIGURES]}
        pattern = attention_words.SHARED_FIGURE if len(tasks) > 1 else "{figure}"
        return " ".join([*said, *(pattern.format(task=task, figure=text) for task, text in figures.items() if text)])

    def _group_figure(self, task_no: int) -> str:
        return self._figures.of_group(task_no, self._is.group_rows(task_no), self._is.group_name)

    def task(self) -> Call | None:
        """The task with most new reds, else the one with most reds; of several such that with the widest lack."""
        if not self._reds:
            return None
        reds = {number: [row for row in self._reds if row.task_no == number] for number in self._tasks}
        new = {number: sum(row.previous_status not in (None, RED) for row in reds[number]) for number in reds}
        number, *alike = foremost(
            (number for number in reds if reds[number]),
            lambda number: (new[number], len(reds[number]), max(map(self._figures.lack_of, reds[number]))),
        )
        every = sum(row.task_no == number for row in self._shown.lights)
        pattern = attention_words.TASK_NEW if new[number] else attention_words.TASK_OLD
        headline = pattern.format(red=len(reds[number]), all=every, new=new[number])
        if alike:
            headline = attention_words.TASK_TIED.format(headline=headline, tasks=numbers_of(alike))
        slowest = self._figures.slowest(number, self._is.group_rows(number))
        return Call(
            lead=attention_words.TASK_LEAD.format(task=number, title=self._tasks[number].title),
            headline=headline,
            detail=f"{self._group_figure(number)} {slowest}".strip(),
            href=self._is.address.reason_link(self._is.group_id, number),
        )
