"""Reads since when the cases of lights last; `run` reads as far as its scope goes."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.catalog import Catalog
from scorecard.follow_up.work_list.explanation_cases import first_week
from scorecard.follow_up.work_list.ladder import climb
from scorecard.follow_up.work_list.work_list import LOOK_BACK, read_stretches
from scorecard.lights.rows import Run
from scorecard.snapshots.index import Snapshot
from scorecard.weeks import ReportWeek


def read_since(
    run: Run,
    history: Sequence[Snapshot],
    catalog: Catalog,
    *,
    unit_id: str | None = None,
    task_no: int | None = None,
) -> dict[tuple[str, int], ReportWeek | None]:
    """By unit and task the week in which the case of its light began, as the work list has it."""
    looked_at = history[-LOOK_BACK:]
    weeks, found = [snapshot.week for snapshot in looked_at], {}
    for key, stretches in read_stretches(run, looked_at, unit_id=unit_id, task_no=task_no).items():
        since = climb(stretches, catalog.ladder, catalog.rules.reopen_weeks).since
        found[key] = first_week(since, stretches, weeks)
    return found
