"""Counts, weeks and sentences of the overview from rows that somebody has read; pages and briefings say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorecard.address.query import ALL
from scorecard.catalog import Task
from scorecard.format import number, week_label, week_range
from scorecard.lights.attention import Situation
from scorecard.lights.edition import Edition, group_name
from scorecard.lights.figure_words import inside
from scorecard.lights.matrix import MatrixBuilder, WeekRows
from scorecard.lights.matrix_view import Count, Matrix, WeekCounts
from scorecard.lights.rows import GroupLight, OfUnit, OverviewCount, OverviewFigure, Run, TaskLight
from scorecard.lights.status import COUNTED, Status
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of
from scorecard.text import ground_words, interface_words

WEEKS = 12
LOOK_BACK = 26


def code_line(snapshot: Snapshot) -> str:
    """Which rules and which snapshot a figure comes from."""
    rules = snapshot.manifest.rules_version[:10]
    code = f"{snapshot.week}.r{snapshot.revision}.{snapshot.hash[:7]}"
    return interface_words.CODE_LINE.format(rules=rules, code=code)


def with_history(snapshots: Sequence[Snapshot], table: str) -> dict[str, object]:
    """The two parameters by which a query follows a light through weeks."""
    return {
        "files": files_of(snapshots, table),
        "cut_off_days": [snapshot.cut_off_day for snapshot in snapshots],
    }


def situation_of(edition: Edition, lights: Sequence[TaskLight], figures: Sequence[OfUnit], run: Run) -> Situation:
    """What is shown, and the group it forms: one district's area, one level, or the whole province."""
    block = edition.address.query.block
    group_id = next((part.group_id for part in edition.blocks if part.group_id), None)
    group_id = group_id or ("province" if block == ALL else f"level:{block}")
    now = with_history([edition.snapshot], "group_lights")
    return Situation(
        catalog=edition.catalog,
        address=edition.anchored.without_reason(),
        units=[unit for part in edition.blocks for unit in part.units],
        lights=lights,
        figures=figures,
        uncertain_from=LOOK_BACK if len(edition.history) > LOOK_BACK else LOOK_BACK + 1,
        group_id=group_id,
        group_name=group_name(edition, group_id) or group_id,
        day=edition.snapshot.cut_off_day,
        group_rows=lambda task_no: run(GroupLight, **now, group_id=group_id, task_no=task_no),
    )


def matrix_of(
    edition: Edition, lights: Sequence[TaskLight], figures: Sequence[OfUnit], groups: Sequence[GroupLight]
) -> Matrix:
    """The matrix of the blocks shown; the area's own row where there is one, of all that `groups` has."""
    area = next((block.group_id for block in edition.blocks if block.group_id), None)
    own = [row for row in groups if row.group_id == area]
    read = WeekRows(task_rows=lights, figure_rows=figures, group_rows=own)
    week = edition.snapshot.week
    caption = interface_words.MATRIX_CAPTION.format(week=week_label(week), range=week_range(week))
    return MatrixBuilder(edition.catalog, edition.anchored.without_reason(), read).build(edition.blocks, caption)


def group_rows(snapshots: Sequence[Snapshot], run: Run) -> list[GroupLight]:
    """The lights of every group on every task, as of the last of the snapshots and followed through them."""
    return run(GroupLight, **with_history(snapshots, "group_lights"), group_id=None, task_no=None)


def figure_rows(edition: Edition, run: Run) -> list[OverviewFigure]:
    """The figures of all units, those of a unit side by side."""
    return run(OverviewFigure, files=files_of([edition.snapshot], "lights"))


def count_rows(edition: Edition, run: Run, tasks: Sequence[Task] = ()) -> list[OverviewCount]:
    """How many lights of the units shown had each status, week by week; of some tasks, else of all."""
    units = [unit for block in edition.blocks for unit in block.units]
    return run(
        OverviewCount,
        **with_history(edition.history[-WEEKS:], "task_lights"),
        units=[unit.unit_id for unit in units],
        alive_from=[unit.valid_from for unit in units],
        tasks=[task.task_no for task in tasks or edition.tasks],
    )


def counts_of(edition: Edition, rows: Mapping[str, OverviewCount]) -> tuple[Count, ...]:
    """How many lights have each status, and the change; `rows` of overview_counts by their week.

    No change is told where some of the units were not there the week before, or the rule alone changed lights shown:
    it would count their founding, or the rule.
    """
    now = rows.get(str(edition.snapshot.week))
    before = (
        rows.get(str(edition.previous.week))
        if edition.previous and not edition.newcomers and not rule_moved(edition)
        else None
    )
    return tuple(Count(status, _count(now, status), _change(before, now, status)) for status in COUNTED)


def rule_moved(edition: Edition) -> bool:
    """Whether the rule alone changed lights on tasks of the units shown since the published week before."""
    if not edition.ground.differences:
        return False
    shown = set(edition.shown_ids)
    return any(one.indicator_id is None and one.owner in shown for one in edition.ground.changes)


def _count(row: OverviewCount | None, status: Status) -> int:
    return row.of(status) if row else 0


def _change(before: OverviewCount | None, now: OverviewCount | None, status: Status) -> int | None:
    return now.of(status) - before.of(status) if now and before else None


def weeks_of(edition: Edition, rows: Mapping[str, OverviewCount]) -> tuple[WeekCounts, ...]:
    """The last 12 weeks of the calendar: one nobody published stays a gap."""
    last = edition.snapshot.week
    weeks = [last.plus(-back) for back in reversed(range(WEEKS))]
    found = [(week, rows.get(str(week))) for week in weeks]
    return tuple(
        WeekCounts(f"{week.number}", row.n_red if row else None, row.n_amber if row else None) for week, row in found
    )


def compared_with(edition: Edition) -> str:
    """The week that changes are counted from, in words; or why none are counted."""
    if edition.previous is None:
        return interface_words.COMPARED_NONE
    week = edition.previous.week
    if edition.newcomers:
        return interface_words.COMPARED_NEWCOMERS.format(week=week_label(week), count=number(len(edition.newcomers)))
    if rule_moved(edition):
        return ground_words.COMPARED.format(week=inside(week_label(week)))
    return interface_words.COMPARED.format(week=week_label(week), range=week_range(week))
