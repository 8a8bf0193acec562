"""Reads what the overview shows and prints it into its parts; made once per snapshot and filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scorecard.address.query import ALL
from scorecard.lights.attention import build_calls
from scorecard.lights.edition import Edition
from scorecard.lights.overview import (
    LOOK_BACK,
    WEEKS,
    code_line,
    compared_with,
    count_rows,
    counts_of,
    matrix_of,
    rule_moved,
    situation_of,
    weeks_of,
)
from scorecard.lights.revision_words import week_said
from scorecard.lights.unit_blocks import block_options
from scorecard.text import interface_words
from scorecard.ui.drawing.choices import Filters, WeekChoices
from scorecard.ui.overview.weeks_chart import chart_weeks
from scorecard.ui.reader import session
from scorecard.ui.reader.week_lights import figures_of, group_rows_of, task_rows
from scorecard.ui.shell.render import render


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


def _key(edition: Edition) -> tuple[str, ...]:
    """The snapshots that are read and the filters; the length of the history tells where no more could be read."""
    read = (snapshot.hash for snapshot in edition.history[-LOOK_BACK:])
    return edition.anchored.without_reason().link(), *read, str(len(edition.history))


def _make(edition: Edition) -> Parts:
    counts = {row.week: row for row in count_rows(edition, session.warehouse().run)}
    weeks = weeks_of(edition, counts)
    title = interface_words.CHART_TITLE.format(number=WEEKS)
    figures = figures_of(edition, edition.shown_ids)
    calls = build_calls(situation_of(edition, task_rows(edition), figures, session.warehouse().run))
    return Parts(
        side=render("overview/side", counts=counts_of(edition, counts), compared_with=_compared(edition), calls=calls),
        trend=render("overview/trend", weeks=weeks, chart_title=title),
        foot=render("drawing/foot", rule_line=interface_words.RULE_LINE, code_line=code_line(edition.snapshot)),
        chart=chart_weeks(weeks),
    )


def _compared(edition: Edition) -> str:
    """The week that changes are counted from, and which revision of it."""
    if edition.previous is None or edition.newcomers or rule_moved(edition):
        return compared_with(edition)
    return interface_words.COMPARED_AS_OF.format(week=week_said(edition.index, edition.previous))


def _matrix(edition: Edition) -> str:
    of_groups = group_rows_of(edition.history[-2:]) if any(block.group_id for block in edition.blocks) else ()
    groups = edition.ground.without_rule_changes(of_groups)
    matrix = matrix_of(edition, task_rows(edition), figures_of(edition, edition.shown_ids), groups)
    address = edition.anchored.without_reason()
    choices = Filters(
        blocks=block_options(edition.units),
        block=address.query.block,
        default_block=ALL,
        only=address.query.only,
        compared=WeekChoices(),
    )
    kept = {name: value for name, value in address.filters().items() if name in ("week", "revision")}
    return render("drawing/matrix", matrix=matrix, choices=choices, kept=kept)
