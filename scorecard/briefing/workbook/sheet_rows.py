"""The rows of the workbook: typed cells of a whole week or of what is on screen, in sheets; knows no file format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scorecard.briefing.content.content import Briefing
from scorecard.briefing.content.week_reading import WeekRead
from scorecard.briefing.workbook.outstanding_sheets import outstanding_sheets
from scorecard.briefing.workbook.typed_sheet import Cell, Sheet
from scorecard.catalog import Indicator
from scorecard.lights.figure_words import number_printed
from scorecard.lights.overview import LOOK_BACK
from scorecard.lights.rows import IndicatorLight, TaskLight
from scorecard.lights.status import WANTING, Status
from scorecard.text import general_words, interface_words, outstanding_words, sheet_words


def build_sheets(read: WeekRead, briefing: Briefing) -> tuple[Sheet, ...]:
    """The matrix, the lights on tasks, the figures, and where they come from.

    Of a whole week every unit's, also those the matrix has no row for; else those of the units, the task or the colours
    that are shown.
    """
    return (
        _matrix(briefing),
        _lights(read),
        build_figures(read),
        *outstanding_sheets(read.outstanding),
        _origin(read, briefing),
    )


def _matrix(briefing: Briefing) -> Sheet:
    columns = [place for place, column in enumerate(briefing.matrix.columns) if column.in_letter]
    rows = [row for block in briefing.matrix.blocks for row in block.rows]
    heads = [(sheet_words.UNIT, 30), *((briefing.matrix.columns[place].mark, 11) for place in columns)]
    # The lights of one task on its indicators are no reds and ambers of a unit.
    sums = () if briefing.targets else tuple((general_words.COLOUR[status].capitalize(), 6) for status in WANTING)
    statuses = {
        number: tuple(
            light.status if (light := row.lights[place]) and light.status in general_words.COLOUR else ""
            for row in rows
        )
        for number, place in enumerate(columns, start=1)
    }
    cells = tuple(
        (
            row.name,
            *(general_words.COLOUR.get(light.status) if (light := row.lights[place]) else None for place in columns),
            *((row.red, row.amber) if sums else ()),
        )
        for row in rows
    )
    return Sheet(sheet_words.MATRIX, (*heads, *sums), cells, statuses)


def _lights(read: WeekRead) -> Sheet:
    place, names = _units(read)
    tasks = {task.task_no: task.title for task in read.tasks}
    shown = [row for row in read.every_light if row.task_no in tasks and _is_shown(read, row, place)]
    rows = sorted(shown, key=lambda row: (place[row.unit_id], row.task_no))
    cells = tuple(
        (
            row.unit_id,
            names[row.unit_id],
            row.task_no,
            tasks[row.task_no],
            general_words.COLOUR[row.status],
            general_words.COLOUR[row.previous_status] if row.previous_status else None,
            row.weeks_in_status,
            ", ".join(row.decided_by or ()),
        )
        for row in rows
    )
    heads = tuple((head.format(most=LOOK_BACK), width) for head, width in sheet_words.LIGHT_HEADS)
    return Sheet(sheet_words.LIGHTS, heads, cells, {4: tuple(row.status for row in rows)})


def build_figures(read: WeekRead) -> Sheet:
    """Every figure of the whole week or of what is shown, with its thresholds and their basis."""
    rows = list(_figure_rows(read))
    statuses = tuple(status for status, _ in rows)
    return Sheet(sheet_words.FIGURES, sheet_words.FIGURE_HEADS, tuple(cells for _, cells in rows), {9: statuses})


def _figure_rows(read: WeekRead) -> Iterator[tuple[Status, tuple[Cell, ...]]]:
    place, names = _units(read)
    tasks = {task.task_no for task in read.tasks}
    indicators = {indicator.indicator_id: indicator for indicator in read.edition.catalog.indicators}
    shown = [row for row in read.indicator_lights if row.task_no in tasks and _is_shown(read, row, place)]
    for row in sorted(shown, key=lambda row: (place[row.unit_id], row.task_no, row.indicator_id)):
        yield row.status, _figure(row, names[row.unit_id], indicators[row.indicator_id])


def _units(read: WeekRead) -> tuple[dict[str, int], dict[str, str]]:
    """The units whose rows are given, by id: their places in the catalogue's order, and their names."""
    units = read.edition.units if read.whole else read.situation.units
    place = {unit.unit_id: number for number, unit in enumerate(units)}
    return place, {unit.unit_id: unit.name for unit in units}


def _is_shown(read: WeekRead, row: TaskLight | IndicatorLight, units: Mapping[str, int]) -> bool:
    return row.unit_id in units and (not read.edition.address.query.only or row.status in WANTING)


def _figure(row: IndicatorLight, unit: str, indicator: Indicator) -> tuple[Cell, ...]:
    return (
        row.unit_id,
        unit,
        row.task_no,
        row.indicator_id,
        indicator.name,
        row.numerator,
        row.denominator,
        number_printed(row, indicator),
        "%" if indicator.measure.divides else indicator.unit,
        general_words.COLOUR[row.status],
        row.green,
        row.amber,
        row.legal_basis or None,
        sheet_words.EVIDENCE.get(row.evidence or "", row.evidence),
        row.as_of,
        sheet_words.YES if row.core else sheet_words.NO,
    )


def _origin(read: WeekRead, briefing: Briefing) -> Sheet:
    origin, manifest, only = briefing.origin, read.edition.snapshot.manifest, read.edition.address.query.only
    facts: Sequence[tuple[str, Cell]] = (
        (sheet_words.KIND, general_words.SYNTHETIC if origin.synthetic else sheet_words.REAL),
        (interface_words.WEEK, f"{origin.week} ({origin.week_range})"),
        (sheet_words.CUT_OFF, origin.cut_off),
        (interface_words.REVISION, origin.revision),
        (sheet_words.REASON, manifest.reason or None),
        (sheet_words.SCOPE, briefing.scope or interface_words.BLOCK_ALL),
        (sheet_words.FILTER, interface_words.ONLY_RED_AMBER if only else sheet_words.NO_FILTER),
        (
            sheet_words.CONTAINS,
            (sheet_words.WHOLE if read.whole else sheet_words.SHOWN).format(units=len(_units(read)[0])),
        ),
        (sheet_words.SNAPSHOT, origin.snapshot_hash),
        (sheet_words.RULES, origin.rules_version),
        (sheet_words.PUBLISHED, manifest.published_at.isoformat()),
        *((sheet_words.FILE.format(name=name), content.sha256) for name, content in sorted(manifest.files.items())),
        (sheet_words.RULE, interface_words.RULE_LINE),
        *(((outstanding_words.SECTION, read.outstanding.unread),) if read.outstanding.unread else ()),
    )
    return Sheet(sheet_words.ORIGIN, ((sheet_words.FACT, 34), (sheet_words.VALUE, 90)), tuple(facts), {})
