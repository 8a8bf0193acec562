"""Counts, weeks and sentences of the overview from rows that somebody has read; pages and briefings say the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from scorecard.address.address import ALL
from scorecard.catalog import Task
from scorecard.format import number, week_label, week_range
from scorecard.lights.attention import Situation
from scorecard.lights.edition import Edition, group_name
from scorecard.lights.matrix import MatrixBuilder, Rows, WeekRows
from scorecard.lights.matrix_view import Count, Matrix, WeekCounts
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of
from scorecard.text import interface_words

Run = Callable[..., list[dict[str, Any]]]
WEEKS = 12
LOOK_BACK = 26
_COUNTED = ("red", "amber", "green", "missing")


def code_line(snapshot: Snapshot) -> str:
    """Which rules and which snapshot a figure comes from."""
    rules = snapshot.manifest.rules_version[:10]
    code = f"{snapshot.week}.r{snapshot.revision}.{snapshot.hash[:7]}"
    return interface_words.CODE_LINE.format(rules=rules, code=code)


def with_history(snapshots: Sequence[Snapshot], table: str) -> dict[str, list[Any]]:
    """The two parameters by which a query follows a light through weeks."""
    return {
        "files": files_of(snapshots, table),
        "cut_off_days": [snapshot.cut_off_day for snapshot in snapshots],
    }


def situation_of(edition: Edition, lights: Rows, figures: Rows, run: Run) -> Situation:
    """What is shown, and the group it forms: one district's area, one level, or the whole province."""
    block = edition.address.block
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
        group_rows=lambda task_no: run("group_lights", **now, group_id=group_id, task_no=task_no),
    )


def matrix_of(edition: Edition, lights: Rows, figures: Rows, groups: Rows) -> Matrix:
    """The matrix of the blocks shown; the area's own row where there is one, of all that `groups` has."""
    area = next((block.group_id for block in edition.blocks if block.group_id), None)
    own = [row for row in groups if row["group_id"] == area]
    read = WeekRows(task_rows=lights, figure_rows=figures, group_rows=own)
    week = edition.snapshot.week
    caption = interface_words.MATRIX_CAPTION.format(week=week_label(week), range=week_range(week))
    return MatrixBuilder(edition.catalog, edition.anchored.without_reason(), read).build(edition.blocks, caption)


def group_rows(snapshots: Sequence[Snapshot], run: Run) -> Rows:
    """The lights of every group on every task, as of the last of the snapshots and followed through them."""
    return run("group_lights", **with_history(snapshots, "group_lights"), group_id=None, task_no=None)


def figure_rows(edition: Edition, run: Run) -> Rows:
    """The figures of all units, those of a unit side by side."""
    return run("overview_figures", files=files_of([edition.snapshot], "lights"))


def count_rows(edition: Edition, run: Run, tasks: Sequence[Task] = ()) -> Rows:
    """How many lights of the units shown had each status, week by week; of some tasks, else of all."""
    units = [unit for block in edition.blocks for unit in block.units]
    return run(
        "overview_counts",
        **with_history(edition.history[-WEEKS:], "task_lights"),
        units=[unit.unit_id for unit in units],
        alive_from=[unit.valid_from for unit in units],
        tasks=[task.task_no for task in tasks or edition.tasks],
    )


def counts_of(edition: Edition, rows: Mapping[str, Mapping[str, Any]]) -> tuple[Count, ...]:
    """How many lights have each status, and the change; `rows` of overview_counts by their week.

    No change is told where some of the units were not there the week before: it would count their founding.
    """
    now = rows.get(str(edition.snapshot.week))
    before = rows.get(str(edition.previous.week)) if edition.previous and not edition.newcomers else None
    return tuple(
        Count(
            status,
            now[f"n_{status}"] if now else 0,
            now[f"n_{status}"] - before[f"n_{status}"] if now and before else None,
        )
        for status in _COUNTED
    )


def weeks_of(edition: Edition, rows: Mapping[str, Mapping[str, Any]]) -> tuple[WeekCounts, ...]:
    """The last 12 weeks of the calendar: one nobody published stays a gap."""
    last = edition.snapshot.week
    weeks = [last.plus(-back) for back in reversed(range(WEEKS))]
    found = [rows.get(str(week), {"n_red": None, "n_amber": None}) for week in weeks]
    return tuple(
        WeekCounts(f"{week.number}", row["n_red"], row["n_amber"]) for week, row in zip(weeks, found, strict=True)
    )


def compared_with(edition: Edition) -> str:
    """The week that changes are counted from, in words; or why none are counted."""
    if edition.previous is None:
        return interface_words.COMPARED_NONE
    week = edition.previous.week
    if edition.newcomers:
        return interface_words.COMPARED_NEWCOMERS.format(week=week_label(week), count=number(len(edition.newcomers)))
    return interface_words.COMPARED.format(week=week_label(week), range=week_range(week))
