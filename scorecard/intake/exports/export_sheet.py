"""A sheet with one row a unit and one column a number -> raw figures, as columns.csv describes the export."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from scorecard.catalog import Catalog, Unit
from scorecard.intake.cells.problems import Problem
from scorecard.intake.cells.unit_names import UnitNames
from scorecard.intake.exports.export_dates import AsOf, read_as_of
from scorecard.intake.exports.export_headings import WideHeadings
from scorecard.intake.exports.export_numbers import WideNumbers
from scorecard.intake.exports.export_rows import WideRow, read_rows
from scorecard.intake.exports.export_totals import Counted, wrong_totals
from scorecard.intake.long_form.long_csv import RawFigure
from scorecard.intake.long_form.sheet_rows import SheetRows
from scorecard.intake.workbooks.cost_limits import address
from scorecard.intake.workbooks.sheet_cells import SheetCells
from scorecard.intake.workbooks.workbook import Sheet
from scorecard.text import export_words, workbook_words


def read_wide_sheet(
    file: str, sheet: Sheet, headings: WideHeadings, catalog: Catalog, names: UnitNames, units: dict[str, Unit]
) -> SheetRows:
    """Every number of every unit's row that an indicator of the mapping takes; totals and titles are only checked.

    A sheet that lacks a heading, or rows of which nothing is a unit's, gives no figures but a problem.
    """
    problems = list(_form_problems(file, sheet, headings))
    if problems:
        return SheetRows([], problems, [])
    reading = _Reading(file, sheet, headings, catalog, units)
    rows = read_rows(reading.cells, headings, names)
    figures = [figure for row in rows if row.kind == "unit" for figure in reading.figures(row)]
    if not figures:
        problems.append(Problem(file, 0, advice=export_words.NO_FIGURES, sheet=sheet.name))
    return SheetRows(figures, problems, list(reading.warnings(rows)))


def _form_problems(file: str, sheet: Sheet, headings: WideHeadings) -> Iterator[Problem]:
    line = headings.bottom + 1
    for heading in headings.missing:
        advice = export_words.NO_COLUMN.format(mapping=headings.name, heading=heading)
        yield Problem(file, line, advice=advice, sheet=sheet.name)
    if not headings.columns("unit_id") and not headings.columns("unit_name"):
        advice = export_words.NO_UNIT_COLUMN.format(mapping=headings.name, headings=", ".join(headings.unit_headings))
        yield Problem(file, line, advice=advice, sheet=sheet.name)
    cells = SheetCells(sheet)
    for first, second in headings.twice:
        advice = workbook_words.HEADING_TWICE.format(other=address(headings.bottom, first))
        found, place = cells.shown(headings.bottom, second), address(headings.bottom, second)
        yield Problem(file, line, "heading", found, advice, sheet.name, place)


@dataclass
class _Reading:
    """One sheet being read."""

    file: str
    sheet: Sheet
    headings: WideHeadings
    catalog: Catalog
    units: dict[str, Unit]
    cells: SheetCells = field(init=False)
    numbers: WideNumbers = field(init=False)
    as_of: AsOf = field(init=False)

    def __post_init__(self) -> None:
        self.cells = SheetCells(self.sheet)
        self.numbers = WideNumbers(self.cells, self.headings)
        self.as_of = read_as_of(self.cells, self.headings)
        taken = dict.fromkeys(row.indicator_id for row in self.headings.mapping if row.indicator_id)
        self.indicators = [item for item in self.catalog.indicators if item.indicator_id in taken]

    def figures(self, row: WideRow) -> Iterator[RawFigure]:
        """One figure for every indicator that applies to the unit and has a number in the row."""
        unit = self.units.get(row.unit_id)
        day = self.as_of.of(row.number)
        for indicator in self.indicators:
            parts = self.numbers.parts(row.number, indicator.indicator_id)
            if not any(part.given for part in parts.values()) or (unit and not self.catalog.applies(indicator, unit)):
                continue
            cells = {"unit_id": row.unit_id or row.shown, "indicator_id": indicator.indicator_id, "as_of": day.text}
            cells |= {"numerator": "", "denominator": ""} | {name: part.text for name, part in parts.items()}
            unread = {name: part.unread for name, part in parts.items() if part.unread}
            unread |= {"unit_id": row.unread} if row.unread else {}
            unread |= {"as_of": day.unread} if day.unread else {}
            places = {"unit_id": row.place, "as_of": day.place} | {name: part.place for name, part in parts.items()}
            cells |= {"source": "", "note": ""}
            origin = self._origin([part.formula for part in parts.values()])
            yield RawFigure(self.file, row.number + 1, cells, self.sheet.name, places, unread, origin=origin)

    def _origin(self, formulas: list[str]) -> str:
        place = export_words.PLACE.format(file=self.file, sheet=self.sheet.name) if self.sheet.name else self.file
        return export_words.SOURCE.format(mapping=self.headings.name, place=place, cells=" / ".join(formulas))

    def warnings(self, rows: list[WideRow]) -> Iterator[Problem]:
        """Hidden rows that were read, and totals that are not the sum of their block."""
        for row in rows:
            if row.kind == "unit" and row.number + 1 in self.sheet.marks.hidden_rows:
                yield Problem(self.file, row.number + 1, advice=workbook_words.HIDDEN_ROW, sheet=self.sheet.name)
        counted = [
            self.numbers.counted(row.kind, row.number) if row.said else Counted(row.kind, row.number) for row in rows
        ]
        for number, column, right in wrong_totals(counted):
            advice, found = export_words.TOTAL_DIFFERS.format(sum=f"{right:f}"), self.cells.shown(number, column)
            place = address(number, column)
            yield Problem(self.file, number + 1, "total", found, advice, self.sheet.name, place)
