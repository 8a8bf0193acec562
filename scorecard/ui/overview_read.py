"""Reads what the overview shows and prints it into its parts; made once per snapshot and filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from types import SimpleNamespace
from typing import Any

from scorecard.address import ALL
from scorecard.snapshots import Snapshot
from scorecard.text import ui as words
from scorecard.ui import session
from scorecard.ui.as_of import week_said
from scorecard.ui.attention import build_calls
from scorecard.ui.blocks import block_options
from scorecard.ui.charts import chart_weeks
from scorecard.ui.edition import Edition
from scorecard.ui.overview_content import Rows
from scorecard.ui.overview_numbers import (
    LOOK_BACK,
    WEEKS,
    code_line,
    compared_with,
    count_rows,
    counts_of,
    figure_rows,
    group_rows,
    matrix_of,
    situation_of,
    weeks_of,
    with_history,
)
from scorecard.ui.render import render

__all__ = [
    "LOOK_BACK",
    "Parts",
    "code_line",
    "figures_of",
    "group_rows_of",
    "read_matrix",
    "read_overview",
    "task_rows",
    "with_history",
]


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


def group_rows_of(snapshots: Sequence[Snapshot]) -> Rows:
    """The lights of every group, as of the last of the snapshots and followed through them; read once for all areas."""
    key = ("group_lights", *(snapshot.hash for snapshot in snapshots))
    return session.shared(key, lambda: group_rows(snapshots, session.warehouse().run))


def figures_of(edition: Edition, units: Sequence[str]) -> Rows:
    """The figures of these units; read once for all filters of all readers, since every choice would wait for them."""
    of_unit = session.shared(("overview_figures", edition.snapshot.hash), lambda: _figures_by_unit(edition))
    return [row for unit_id in sorted(units) for row in of_unit.get(unit_id, ())]


def _figures_by_unit(edition: Edition) -> dict[str, Rows]:
    rows = figure_rows(edition, session.warehouse().run)
    return {unit_id: tuple(own) for unit_id, own in groupby(rows, key=itemgetter("unit_id"))}


def _key(edition: Edition) -> tuple[str, ...]:
    """The snapshots that are read and the filters; the length of the history tells where no more could be read."""
    read = (snapshot.hash for snapshot in edition.history[-LOOK_BACK:])
    return edition.anchored.without_reason().link(), *read, str(len(edition.history))


def _make(edition: Edition) -> Parts:
    counts = {row["week"]: row for row in count_rows(edition, session.warehouse().run)}
    weeks = weeks_of(edition, counts)
    title = words.CHART_TITLE.format(number=WEEKS)
    figures = figures_of(edition, edition.shown_ids)
    calls = build_calls(situation_of(edition, task_rows(edition), figures, session.warehouse().run))
    return Parts(
        side=render("side", counts=counts_of(edition, counts), compared_with=_compared(edition), calls=calls),
        trend=render("trend", weeks=weeks, chart_title=title),
        foot=render("foot", rule_line=words.RULE_LINE, code_line=code_line(edition.snapshot)),
        chart=chart_weeks(weeks),
    )


def _compared(edition: Edition) -> str:
    """The week that changes are counted from, and which revision of it."""
    if edition.previous is None or edition.newcomers:
        return compared_with(edition)
    return words.COMPARED_AS_OF.format(week=week_said(edition.index, edition.previous))


def _matrix(edition: Edition) -> str:
    groups = group_rows_of(edition.history[-2:]) if any(block.group_id for block in edition.blocks) else ()
    matrix = matrix_of(edition, task_rows(edition), figures_of(edition, edition.shown_ids), groups)
    address = edition.anchored.without_reason()
    choices = SimpleNamespace(
        default_block=ALL, block=address.block, only=address.only, blocks=block_options(edition.units), weeks=()
    )
    kept = {name: value for name, value in address.filters().items() if name in ("week", "revision")}
    return render("matrix", matrix=matrix, choices=choices, kept=kept)
