"""From lights that are chased to the rows of the work list; pure, computes no colour and no step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.address.address import Address
from scorecard.catalog import Catalog, Unit
from scorecard.follow_up.matters.missing_answers import lacking_words, state_words
from scorecard.follow_up.work_list.filters import NEWS, lacks_answer
from scorecard.follow_up.work_list.ladder import Standing
from scorecard.follow_up.work_list.work_item import WorkItem, is_chased
from scorecard.format import ABSENT, date_vi, number
from scorecard.lights.figure_words import threshold_of, value_of
from scorecard.lights.rows import IndicatorLight
from scorecard.lights.status import STALE, Status
from scorecard.lights.unit_blocks import labelled, row_name
from scorecard.text import general_words, work_list_words

_FIGURES = 2


@dataclass(frozen=True)
class Explained:
    """Where the explanation of a light stands, and the dates that go with it."""

    state: str
    lacks_answer: bool = False
    dates: tuple[str, ...] = ()


@dataclass(frozen=True)
class WorkRow:
    """One light as the table prints it."""

    unit: str
    href: str
    task_no: int
    task: str
    status: Status
    status_name: str
    small_n: bool
    before: str
    why: str
    why_label: str
    figures: tuple[str, ...]
    more: str
    weeks: str
    is_new: bool
    step: str
    reopened: bool
    explained: Explained


class RowBuilder:
    """Prints lights of one week."""

    def __init__(
        self, catalog: Catalog, units: Sequence[Unit], address: Address, day: dt.date, uncertain_from: int
    ) -> None:
        self._indicators = {indicator.indicator_id: indicator for indicator in catalog.indicators}
        self._tasks = {task.task_no: task.title for task in catalog.tasks}
        self._units = {unit.unit_id: unit for unit in units}
        self._address = address
        self._day = day
        self._uncertain_from = uncertain_from

    def name(self, unit: Unit) -> str:
        """A commune with its district, since names occur twice."""
        return labelled(unit, self._units.get(unit.parent_id or ""))

    def row(self, light: WorkItem) -> WorkRow:
        """One light with everything that was asked of it."""
        owner, place = light.unit.unit_id, work_list_words.LIGHT.format(unit=row_name(light.unit), task=light.task_no)
        rest = len(light.figures) - _FIGURES
        return WorkRow(
            unit=self.name(light.unit),
            href=self._address.link(light=f"{owner}:{light.task_no}", rows=""),
            task_no=light.task_no,
            task=self._tasks.get(light.task_no, ""),
            status=light.status,
            status_name=general_words.STATUS[light.status],
            small_n=any(row.small_n for row in light.figures),
            before=_before(light),
            why=self._address.reason_link(owner, light.task_no),
            why_label=work_list_words.WHY.format(light=place),
            figures=tuple(self._figure(row) for row in light.figures[:_FIGURES]),
            more=work_list_words.MORE_FIGURES.format(count=rest) if rest > 0 else "",
            weeks=self._weeks(light.standing.weeks),
            is_new=light.is_new,
            step=step_name(light.standing),
            reopened=light.standing.reopened and bool(light.standing.step),
            explained=self._explained(light),
        )

    def _figure(self, row: IndicatorLight) -> str:
        """An indicator with its value against the threshold, or with what keeps it from having a colour."""
        indicator = self._indicators[row.indicator_id]
        value = general_words.STATUS[row.status] if row.numerator is None else value_of(row, indicator)
        threshold = threshold_of(row, indicator)
        if row.status == STALE:
            threshold = f"{general_words.STATUS[STALE]}, {date_vi(row.as_of)}"
        pattern = work_list_words.FIGURE_TARGET if threshold and row.numerator is not None else work_list_words.FIGURE
        return pattern.format(name=indicator.name, value=value, threshold=threshold)

    def _weeks(self, weeks: int) -> str:
        return (work_list_words.WEEKS if weeks < self._uncertain_from else work_list_words.WEEKS_LEAST).format(
            weeks=number(weeks)
        )

    def _explained(self, light: WorkItem) -> Explained:
        matter = light.explanation
        if matter is None:
            state = work_list_words.NO_EXPLANATION if is_chased(light.standing, light.status) else ABSENT
            return Explained(work_list_words.CONTESTED if light.corrections else state)
        promise = work_list_words.PROMISE_BROKEN if NEWS["promised"](light, self._day) else work_list_words.PROMISED
        dates = [work_list_words.DUE.format(date=date_vi(matter.due))] if matter.due and matter.awaited else []
        dates += [promise.format(date=date_vi(matter.promised))] if matter.promised else []
        dates += [work_list_words.CONTESTED] if light.corrections else []
        lacks = lacks_answer(light, self._day)
        state = lacking_words(matter, dated=False) if lacks else state_words(matter, light.status)
        return Explained(state, lacks, tuple(dates))


def step_name(standing: Standing) -> str:
    """`Step 2 · name`, or that it is on none."""
    if standing.step:
        return work_list_words.STEP_NAME.format(step=standing.step, name=standing.name)
    return work_list_words.CLOSED.format(step=standing.closed) if standing.closed else work_list_words.NOT_YET


def _before(light: WorkItem) -> str:
    """What it was the published week before, where that was something else."""
    before = light.previous_status
    return (
        work_list_words.BEFORE_STATUS.format(status=general_words.STATUS[before])
        if before and before != light.status
        else ""
    )
