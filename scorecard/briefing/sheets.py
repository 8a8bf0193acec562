"""The rows of the workbook: typed cells of a whole week or of what is on screen, in sheets; knows no file format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scorecard.briefing.content import Briefing
from scorecard.briefing.reading import WeekRead
from scorecard.briefing.sheet import Cell, Sheet
from scorecard.briefing.sheets_owed import owed_sheets
from scorecard.catalog import Indicator
from scorecard.text import briefing as words
from scorecard.text import general, owed
from scorecard.text import sheets as say
from scorecard.text import ui as pages
from scorecard.ui.overview_numbers import LOOK_BACK
from scorecard.ui.printed import number_printed

_ONLY = ("red", "amber")


def build_sheets(read: WeekRead, briefing: Briefing) -> tuple[Sheet, ...]:
    """The matrix, the lights on tasks, the figures, and where they come from.

    Of a whole week every unit's, also those the matrix has no row for; else those of the units, the task or the colours
    that are shown.
    """
    return (_matrix(briefing), _lights(read), build_figures(read), *owed_sheets(read.owed), _origin(read, briefing))


def _matrix(briefing: Briefing) -> Sheet:
    columns = [place for place, column in enumerate(briefing.matrix.columns) if column.in_letter]
    rows = [row for block in briefing.matrix.blocks for row in block.rows]
    heads = [(say.UNIT, 30), *((briefing.matrix.columns[place].mark, 11) for place in columns)]
    # The lights of one task on its indicators are no reds and ambers of a unit.
    sums = () if briefing.targets else ((say.RED, 6), (say.AMBER, 6))
    statuses = {
        number: tuple(
            light.status if (light := row.lights[place]) and light.status in words.COLOUR else "" for row in rows
        )
        for number, place in enumerate(columns, start=1)
    }
    cells = tuple(
        (
            row.name,
            *(words.COLOUR.get(light.status) if (light := row.lights[place]) else None for place in columns),
            *((row.red, row.amber) if sums else ()),
        )
        for row in rows
    )
    return Sheet(say.MATRIX, (*heads, *sums), cells, statuses)


def _lights(read: WeekRead) -> Sheet:
    place, names = _units(read)
    tasks = {task.task_no: task.title for task in read.tasks}
    shown = [row for row in read.every_light if row["task_no"] in tasks and _is_shown(read, row, place)]
    rows = sorted(shown, key=lambda row: (place[row["unit_id"]], row["task_no"]))
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
    """Every figure of the whole week or of what is shown, with its thresholds and their basis."""
    rows = list(_figure_rows(read))
    statuses = tuple(status for status, _ in rows)
    return Sheet(say.FIGURES, say.FIGURE_HEADS, tuple(cells for _, cells in rows), {9: statuses})


def _figure_rows(read: WeekRead) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    place, names = _units(read)
    tasks = {task.task_no for task in read.tasks}
    indicators = {indicator.indicator_id: indicator for indicator in read.edition.catalog.indicators}
    shown = [row for row in read.indicator_lights if row["task_no"] in tasks and _is_shown(read, row, place)]
    for row in sorted(shown, key=lambda row: (place[row["unit_id"]], row["task_no"], row["indicator_id"])):
        yield row["status"], _figure(row, names[row["unit_id"]], indicators[row["indicator_id"]])


def _units(read: WeekRead) -> tuple[dict[str, int], dict[str, str]]:
    """The units whose rows are given, by id: their places in the catalogue's order, and their names."""
    units = read.edition.units if read.whole else read.situation.units
    place = {unit.unit_id: number for number, unit in enumerate(units)}
    return place, {unit.unit_id: unit.name for unit in units}


def _is_shown(read: WeekRead, row: Mapping[str, Any], units: Mapping[str, int]) -> bool:
    return row["unit_id"] in units and (not read.edition.address.only or row["status"] in _ONLY)


def _figure(row: Mapping[str, Any], unit: str, indicator: Indicator) -> tuple[Cell, ...]:
    return (
        row["unit_id"],
        unit,
        row["task_no"],
        row["indicator_id"],
        indicator.name,
        row["numerator"],
        row["denominator"],
        number_printed(row, indicator),
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
        (say.FILTER, pages.ONLY_RED_AMBER if read.edition.address.only else say.NO_FILTER),
        (say.CONTAINS, (say.WHOLE if read.whole else say.SHOWN).format(units=len(_units(read)[0]))),
        (say.SNAPSHOT, origin.snapshot_hash),
        (say.RULES, origin.rules_version),
        (say.PUBLISHED, manifest.published_at.isoformat()),
        *((say.FILE.format(name=name), content.sha256) for name, content in sorted(manifest.files.items())),
        (say.RULE, pages.RULE_LINE),
        *(((owed.SECTION, read.owed.unread),) if read.owed.unread else ()),
    )
    return Sheet(say.ORIGIN, ((say.FACT, 34), (say.VALUE, 90)), tuple(facts), {})
