"""The work list: every light that is chased, worst first, with its step, its figures and what was asked already."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from scorecard.catalog import Catalog, Unit
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.work_list.deciding_figures import core_figures, deciding
from scorecard.follow_up.work_list.explanation_cases import (
    first_week,
    is_of_case,
    newest_explanations,
    open_corrections,
)
from scorecard.follow_up.work_list.ladder import Standing, Stretch, climb
from scorecard.follow_up.work_list.work_item import WorkItem, WorkList, is_chased
from scorecard.lights.rows import IndicatorLight, Run, StatusRun
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of
from scorecard.weeks import ReportWeek

# What is chased stands in `work_item`; whoever reads the list gets it here.
__all__ = [
    "LOOK_BACK",
    "WorkItem",
    "WorkList",
    "newest_explanations",
    "read_lights",
    "read_stretches",
    "read_work_list",
    "with_matters",
]

# Published weeks that are looked back over: whoever is chased longer than two years stands on the last step anyhow.
LOOK_BACK = 104


def read_work_list(
    run: Run, history: Sequence[Snapshot], catalog: Catalog, units: Sequence[Unit], matters: Iterable[Matter]
) -> WorkList:
    """The work list of the last snapshot of a history; `run` reads as far as its scope goes."""
    return with_matters(read_lights(run, history, catalog, units), matters)


def read_lights(run: Run, history: Sequence[Snapshot], catalog: Catalog, units: Sequence[Unit]) -> tuple[WorkItem, ...]:
    """Every light of the last snapshot, chased or not, worst first, without what was asked about it."""
    looked_at = history[-LOOK_BACK:]
    rows = run(IndicatorLight, files=files_of(looked_at[-1:], "lights"), unit_id=None, task_no=None)
    builder = _Lights(catalog, [snapshot.week for snapshot in looked_at], core_figures(rows))
    place = {unit.unit_id: number for number, unit in enumerate(units)}
    every = [
        builder.light(units[place[unit_id]], task_no, stretches)
        for (unit_id, task_no), stretches in read_stretches(run, looked_at).items()
        if unit_id in place
    ]
    return tuple(
        sorted(every, key=lambda one: (-one.weight, -one.standing.weeks, place[one.unit.unit_id], one.task_no))
    )


def with_matters(lights: Iterable[WorkItem], matters: Iterable[Matter]) -> WorkList:
    """The work list of lights with what was asked about them, in their order."""
    every = tuple(matters)
    asked, contested = newest_explanations(every), open_corrections(every)
    chased: list[WorkItem] = []
    closed: list[WorkItem] = []
    waiting: list[WorkItem] = []
    for light in lights:
        key = (light.unit.unit_id, light.task_no, str(light.unit.valid_from))
        matter, explained = asked.get(key), light
        if matter and is_of_case(matter, light.since):
            explained = dataclasses.replace(explained, explanation=matter)
        if key in contested:
            explained = dataclasses.replace(explained, corrections=contested[key])
        if is_chased(light.standing, light.status):
            chased.append(explained)
        elif light.standing.closed:
            closed.append(explained)
        elif explained.corrections or (explained.explanation and explained.explanation.is_open):
            waiting.append(explained)
    return WorkList(tuple(chased), tuple(closed), tuple(waiting))


def read_stretches(
    run: Run, history: Sequence[Snapshot], *, unit_id: str | None = None, task_no: int | None = None
) -> dict[tuple[str, int], list[Stretch]]:
    """By unit and task the stretches of its lights, oldest first; places count the weeks of the history from 1."""
    found: dict[tuple[str, int], list[Stretch]] = defaultdict(list)
    days = [snapshot.cut_off_day for snapshot in history]
    files = files_of(history, "task_lights")
    for row in run(StatusRun, files=files, cut_off_days=days, unit_id=unit_id, task_no=task_no):
        found[row.unit_id, row.task_no].append(Stretch(row.first_place, row.last_place, row.status))
    return found


class _Lights:
    """Makes lights of the last of some weeks, chased or not."""

    def __init__(
        self, catalog: Catalog, weeks: Sequence[ReportWeek], figures: Mapping[tuple[str, int], Sequence[IndicatorLight]]
    ) -> None:
        self._catalog = catalog
        self._weeks = weeks
        self._figures = figures
        self._indicators = {indicator.indicator_id: indicator for indicator in catalog.indicators}

    def light(self, unit: Unit, task_no: int, stretches: Sequence[Stretch]) -> WorkItem:
        standing, status = self._climb(stretches), stretches[-1].status
        chased = is_chased(standing, status)
        rows = self._figures.get((unit.unit_id, task_no), ())
        gaps = deciding(rows, status, self._indicators) if chased or standing.closed else []
        earlier = _without_last(stretches)
        before = earlier[-1].status if earlier and earlier[-1].last == len(self._weeks) - 1 else None
        return WorkItem(
            unit=unit,
            task_no=task_no,
            status=status,
            previous_status=before,
            standing=standing,
            figures=tuple(row for _, row in gaps),
            gap=max((gap for gap, _ in gaps), default=Fraction(0)),
            entered=chased and len(self._weeks) > 1 and not is_chased(self._climb(earlier), before),
            since=first_week(standing.since, stretches, self._weeks),
        )

    def _climb(self, stretches: Sequence[Stretch]) -> Standing:
        return climb(stretches, self._catalog.ladder, self._catalog.rules.reopen_weeks)


def _without_last(stretches: Sequence[Stretch]) -> Sequence[Stretch]:
    """The stretches up to the week before the last one, which they all reach."""
    *earlier, last = stretches
    return [*earlier, Stretch(last.first, last.last - 1, last.status)] if last.last > last.first else earlier
