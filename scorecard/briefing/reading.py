"""What a briefing is made from: one snapshot, the weeks before it, and the rows of their lights as published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scorecard.address import ALL, Address
from scorecard.catalog import archived_catalog
from scorecard.errors import SnapshotError
from scorecard.snapshots import list_snapshots
from scorecard.text import briefing as say
from scorecard.ui.attention import Situation
from scorecard.ui.edition import Edition, open_edition
from scorecard.ui.overview_content import Rows
from scorecard.ui.overview_numbers import (
    LOOK_BACK,
    Run,
    count_rows,
    figure_rows,
    matrix_of,
    situation_of,
    with_history,
)
from scorecard.ui.overview_view import Matrix
from scorecard.warehouse import Warehouse, files_of
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class Asked:
    """Which briefing: a week, a revision (None is the current one) and a district (None is every unit)."""

    week: ReportWeek
    revision: int | None = None
    district: str | None = None


@dataclass(frozen=True)
class WeekRead:
    """Everything read: `lights` of the units and tasks shown, `indicator_lights` of all units, `counts` by week."""

    edition: Edition
    lights: Rows
    figures: Rows
    indicator_lights: Rows
    group_lights: Rows
    counts: Mapping[str, Mapping[str, Any]]
    matrix: Matrix
    situation: Situation


def read_week(home: Path, asked: Asked) -> WeekRead:
    """Reads one week; raises a ScorecardError where it is not there, or has no light to show."""
    address = Address(
        week=asked.week, revision=asked.revision, block=f"district:{asked.district}" if asked.district else ALL
    )
    edition = open_edition(list_snapshots(home), address, lambda version: archived_catalog(home, version))
    return read_edition(edition, Warehouse(home).run)


def read_edition(edition: Edition, run: Run) -> WeekRead:
    """The same for an edition that is open already."""
    looked_at = with_history(edition.history[-LOOK_BACK:], "task_lights")
    rows = run("task_lights", **looked_at, unit_id=None, task_no=None)
    shown, tasks = set(edition.shown_ids), {task.task_no for task in edition.tasks}
    lights = [row for row in rows if row["unit_id"] in shown and row["task_no"] in tasks]
    if not lights:
        raise SnapshotError(say.EMPTY_MATRIX.format(week=edition.snapshot.week))
    figures = figure_rows(edition, run)
    situation = situation_of(edition, lights, figures, run)
    two = with_history(edition.history[-2:], "group_lights")
    groups = run("group_lights", **two, group_id=situation.group_id, task_no=None)
    counts = {row["week"]: row for row in count_rows(edition, run)}
    matrix = matrix_of(edition, lights, figures, run)
    every = run("indicator_lights", files=files_of([edition.snapshot], "lights"), unit_id=None, task_no=None)
    return WeekRead(edition, lights, figures, every, groups, counts, matrix, situation)
