"""Reads what the overview shows and prints it into its parts; made once per snapshot and filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from scorecard.format import week_label, week_range
from scorecard.snapshots import Snapshot
from scorecard.text import ui as words
from scorecard.ui import session
from scorecard.ui.address import ALL
from scorecard.ui.attention import Situation, build_calls
from scorecard.ui.blocks import block_options
from scorecard.ui.charts import chart_weeks
from scorecard.ui.edition import Edition, group_name
from scorecard.ui.overview_content import MatrixBuilder, Rows, WeekRows
from scorecard.ui.overview_view import Count, WeekCounts
from scorecard.ui.render import render
from scorecard.warehouse import files_of

WEEKS = 12
LOOK_BACK = 26
_COUNTED = ("red", "amber", "green", "missing")


@dataclass(frozen=True)
class Parts:
    """What stands beside and below the matrix: HTML of the parts and the specification of the chart."""

    side: str
    trend: str
    foot: str
    chart: dict[str, Any]


def read_matrix(edition: Edition) -> str:
    """The matrix of this edition, printed; apart from the rest, since it is what a reader waits for."""
    return session.kept(("matrix", *_key(edition)), lambda: _matrix(edition))


def read_overview(edition: Edition) -> Parts:
    """The other parts of the page for this edition."""
    return session.kept(("overview", *_key(edition)), lambda: _make(edition))


def task_rows(edition: Edition) -> Rows:
    """The lights of all units on tasks, as of the edition's snapshot, followed through LOOK_BACK weeks."""
    read = edition.history[-LOOK_BACK:]
    key = ("task_lights", *(snapshot.hash for snapshot in read))
    run = session.warehouse().run
    return session.shared(
        key, lambda: run("task_lights", **with_history(read, "task_lights"), unit_id=None, task_no=None)
    )


def _key(edition: Edition) -> tuple[str, ...]:
    """The snapshots that are read and the filters; the length of the history tells where no more could be read."""
    read = (snapshot.hash for snapshot in edition.history[-LOOK_BACK:])
    return edition.anchored.without_reason().link(), *read, str(len(edition.history))


def _figure_rows(edition: Edition) -> Rows:
    lights = files_of([edition.snapshot], "lights")
    return session.warehouse().run("overview_figures", files=lights, units=edition.shown_ids)


def _make(edition: Edition) -> Parts:
    counts = {row["week"]: row for row in _count_rows(edition)}
    weeks = _weeks(edition, counts)
    title = words.CHART_TITLE.format(number=WEEKS)
    calls = build_calls(_situation(edition))
    return Parts(
        side=render("side", counts=_counts(edition, counts), compared_with=_compared(edition), calls=calls),
        trend=render("trend", weeks=weeks, chart_title=title),
        foot=render("foot", rule_line=words.RULE_LINE, code_line=code_line(edition.snapshot)),
        chart=chart_weeks(weeks),
    )


def code_line(snapshot: Snapshot) -> str:
    """Which rules and which snapshot a figure comes from."""
    rules = snapshot.manifest.rules_version[:10]
    code = f"{snapshot.week}.r{snapshot.revision}.{snapshot.hash[:7]}"
    return words.CODE_LINE.format(rules=rules, code=code)


def with_history(snapshots: Sequence[Snapshot], table: str) -> dict[str, list[Any]]:
    """The two parameters by which a query follows a light through weeks."""
    return {
        "files": files_of(snapshots, table),
        "cut_off_days": [snapshot.cut_off_day for snapshot in snapshots],
    }


def _situation(edition: Edition) -> Situation:
    """What is shown, and the group it forms: one district's area, one level, or the whole province."""
    block = edition.address.block
    group_id = next((part.group_id for part in edition.blocks if part.group_id), None)
    group_id = group_id or ("province" if block == ALL else f"level:{block}")
    now = with_history([edition.snapshot], "group_lights")
    return Situation(
        catalog=edition.catalog,
        address=edition.anchored.without_reason(),
        units=[unit for part in edition.blocks for unit in part.units],
        lights=task_rows(edition),
        figures=_figure_rows(edition),
        uncertain_from=LOOK_BACK if len(edition.history) > LOOK_BACK else LOOK_BACK + 1,
        group_id=group_id,
        group_name=group_name(edition, group_id) or group_id,
        group_rows=lambda task_no: session.warehouse().run("group_lights", **now, group_id=group_id, task_no=task_no),
    )


def _matrix(edition: Edition) -> str:
    two = with_history(edition.history[-2:], "group_lights")
    area = next((block.group_id for block in edition.blocks if block.group_id), None)
    group_rows = session.warehouse().run("group_lights", **two, group_id=area, task_no=None) if area else ()
    read = WeekRows(task_rows=task_rows(edition), figure_rows=_figure_rows(edition), group_rows=group_rows)
    week = edition.snapshot.week
    caption = words.MATRIX_CAPTION.format(week=week_label(week), range=week_range(week))
    address = edition.anchored.without_reason()
    matrix = MatrixBuilder(edition.catalog, address, read).build(edition.blocks, caption)
    choices = SimpleNamespace(
        default_block=ALL, block=address.block, only=address.only, blocks=block_options(edition.units)
    )
    kept = {name: value for name, value in address.filters().items() if name in ("week", "revision")}
    return render("matrix", matrix=matrix, choices=choices, kept=kept)


def _count_rows(edition: Edition) -> list[dict[str, Any]]:
    return session.warehouse().run(
        "overview_counts",
        files=files_of(edition.history[-WEEKS:], "task_lights"),
        units=edition.shown_ids,
        tasks=[task.task_no for task in edition.tasks],
    )


def _counts(edition: Edition, rows: Mapping[str, Mapping[str, Any]]) -> tuple[Count, ...]:
    now = rows.get(str(edition.snapshot.week))
    before = rows.get(str(edition.previous.week)) if edition.previous else None
    return tuple(
        Count(
            status,
            now[f"n_{status}"] if now else 0,
            now[f"n_{status}"] - before[f"n_{status}"] if now and before else None,
        )
        for status in _COUNTED
    )


def _weeks(edition: Edition, rows: Mapping[str, Mapping[str, Any]]) -> tuple[WeekCounts, ...]:
    """The last 12 weeks of the calendar: one nobody published stays a gap."""
    last = edition.snapshot.week
    weeks = [last.plus(-back) for back in reversed(range(WEEKS))]
    found = [rows.get(str(week), {"n_red": None, "n_amber": None}) for week in weeks]
    return tuple(
        WeekCounts(f"{week.number}", row["n_red"], row["n_amber"]) for week, row in zip(weeks, found, strict=True)
    )


def _compared(edition: Edition) -> str:
    if edition.previous is None:
        return words.COMPARED_NONE
    week = edition.previous.week
    return words.COMPARED.format(week=week_label(week), range=week_range(week))
