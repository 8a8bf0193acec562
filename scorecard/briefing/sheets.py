"""The rows of the workbook: typed cells of a whole week, in sheets; pure, knows no file format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from scorecard.briefing.content import Briefing
from scorecard.briefing.reading import WeekRead
from scorecard.catalog import Indicator
from scorecard.text import briefing as words
from scorecard.text import general
from scorecard.text import sheets as say
from scorecard.text import ui as pages
from scorecard.ui.overview_numbers import LOOK_BACK

Cell = str | int | Decimal | dt.date | None


@dataclass(frozen=True)
class Sheet:
    """A table: heads with their widths, rows, and for columns of lights the status of each row."""

    name: str
    heads: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Cell, ...], ...]
    statuses: Mapping[int, tuple[str, ...]]


def build_sheets(read: WeekRead, briefing: Briefing) -> tuple[Sheet, ...]:
    """The matrix, every light of a task, every figure, and where they come from."""
    return (_matrix(briefing), _lights(read), build_figures(read), _origin(read, briefing))


def _matrix(briefing: Briefing) -> Sheet:
    columns = [place for place, column in enumerate(briefing.matrix.columns) if column.in_letter]
    rows = [row for block in briefing.matrix.blocks for row in block.rows]
    heads = [(say.UNIT, 30), *((str(briefing.matrix.columns[place].task_no), 15) for place in columns)]
    statuses = {
        number: tuple(light.status if (light := row.lights[place]) else "" for row in rows)
        for number, place in enumerate(columns, start=1)
    }
    cells = tuple(
        (
            row.name,
            *(words.COLOUR[light.status] if (light := row.lights[place]) else None for place in columns),
            row.red,
            row.amber,
        )
        for row in rows
    )
    return Sheet(say.MATRIX, (*heads, (say.RED, 7), (say.AMBER, 7)), cells, statuses)


def _lights(read: WeekRead) -> Sheet:
    place = {unit.unit_id: number for number, unit in enumerate(read.situation.units)}
    names = {unit.unit_id: unit.name for unit in read.situation.units}
    tasks = {task.task_no: task.title for task in read.edition.tasks}
    rows = sorted(read.lights, key=lambda row: (place[row["unit_id"]], row["task_no"]))
    cells = tuple(
        (
            row["unit_id"],
            names[row["unit_id"]],
            row["task_no"],
            tasks[row["task_no"]],
            words.COLOUR[row["status"]],
            words.COLOUR[row["previous_status"]] if row["previous_status"] else None,
            row["weeks_in_status"],
            ", ".join(row["decided_by"]),
        )
        for row in rows
    )
    heads = tuple((head.format(most=LOOK_BACK), width) for head, width in say.LIGHT_HEADS)
    return Sheet(say.LIGHTS, heads, cells, {4: tuple(row["status"] for row in rows)})


def build_figures(read: WeekRead) -> Sheet:
    """Every figure of the units shown, with its thresholds and their basis."""
    rows = list(_figure_rows(read))
    statuses = tuple(status for status, _ in rows)
    return Sheet(say.FIGURES, say.FIGURE_HEADS, tuple(cells for _, cells in rows), {9: statuses})


def _figure_rows(read: WeekRead) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    place = {unit.unit_id: number for number, unit in enumerate(read.situation.units)}
    names = {unit.unit_id: unit.name for unit in read.situation.units}
    indicators = {indicator.indicator_id: indicator for indicator in read.edition.catalog.indicators}
    shown = [row for row in read.indicator_lights if row["unit_id"] in place]
    for row in sorted(shown, key=lambda row: (place[row["unit_id"]], row["task_no"], row["indicator_id"])):
        yield row["status"], _figure(row, names[row["unit_id"]], indicators[row["indicator_id"]])


def _figure(row: Mapping[str, Any], unit: str, indicator: Indicator) -> tuple[Cell, ...]:
    return (
        row["unit_id"],
        unit,
        row["task_no"],
        row["indicator_id"],
        indicator.name,
        row["numerator"],
        row["denominator"],
        row["value"],
        "%" if indicator.measure == "ratio" else indicator.unit,
        words.COLOUR[row["status"]],
        row["green"],
        row["amber"],
        row["legal_basis"] or None,
        say.EVIDENCE.get(row["evidence"] or "", row["evidence"]),
        row["as_of"],
        say.YES if row["core"] else say.NO,
    )


def _origin(read: WeekRead, briefing: Briefing) -> Sheet:
    origin, manifest = briefing.origin, read.edition.snapshot.manifest
    facts: Sequence[tuple[str, Cell]] = (
        (say.KIND, general.SYNTHETIC if origin.synthetic else say.REAL),
        (pages.WEEK, f"{origin.week} ({origin.week_range})"),
        (say.CUT_OFF, origin.cut_off),
        (pages.REVISION, origin.revision),
        (say.REASON, manifest.reason or None),
        (say.SCOPE, briefing.scope or pages.BLOCK_ALL),
        (say.SNAPSHOT, origin.snapshot_hash),
        (say.RULES, origin.rules_version),
        (say.PUBLISHED, manifest.published_at.isoformat()),
        *((say.FILE.format(name=name), content.sha256) for name, content in sorted(manifest.files.items())),
        (say.RULE, pages.RULE_LINE),
    )
    return Sheet(say.ORIGIN, ((say.FACT, 34), (say.VALUE, 90)), tuple(facts), {})
