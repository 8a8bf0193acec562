"""A sheet in the long form -> raw figures in the strict text of the long CSV, each cell with its address."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.intake.cells.cell_values import Cell, date_text, plain_text
from scorecard.intake.cells.problems import Problem
from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.cells.text_folding import cleaned
from scorecard.intake.cells.unit_names import UnitNames
from scorecard.intake.long_form.headings import Headings, address, find_headings, wanted_headings
from scorecard.intake.long_form.long_csv import COLUMNS, RawFigure
from scorecard.intake.workbooks.sheet_cells import SheetCells
from scorecard.intake.workbooks.workbook import Sheet
from scorecard.text import workbook_words

_FIGURES = ("numerator", "denominator", "as_of")


@dataclass(frozen=True)
class SheetRows:
    """What a sheet held."""

    figures: list[RawFigure]
    problems: list[Problem]
    warnings: list[Problem]


def read_sheet(file: str, sheet: Sheet, names: UnitNames) -> SheetRows:
    """Every row that gives a figure or a date; rows left blank are no figures."""
    headings = find_headings(sheet)
    problems = _form_problems(file, sheet, headings)
    if problems or headings is None:
        return SheetRows([], problems, [])
    reader = _Rows(file, sheet, headings, names)
    numbers = [number for number in range(headings.row + 1, len(sheet.rows)) if reader.says_something(number)]
    hidden = [number + 1 for number in numbers if number + 1 in sheet.marks.hidden_rows]
    warnings = [Problem(file, line, advice=workbook_words.HIDDEN_ROW, sheet=sheet.name) for line in hidden]
    return SheetRows([reader.figure(number) for number in numbers], [], warnings)


def _form_problems(file: str, sheet: Sheet, headings: Headings | None) -> list[Problem]:
    if headings is None:
        advice = workbook_words.UNKNOWN_SHEET.format(wanted=wanted_headings())
        return [Problem(file, 0, advice=advice, sheet=sheet.name)]
    line = headings.row + 1
    problems = [
        Problem(file, line, advice=workbook_words.NO_HEADING.format(wanted=wanted), sheet=sheet.name)
        for wanted in headings.missing
    ]
    for first, second in headings.twice:
        found = plain_text(sheet.rows[headings.row][second])
        advice = workbook_words.HEADING_TWICE.format(other=address(headings.row, first))
        place = address(headings.row, second)
        problems.append(Problem(file, line, "heading", found, advice, sheet.name, place))
    return problems


class _Rows:
    """The rows under a heading row."""

    def __init__(self, file: str, sheet: Sheet, headings: Headings, names: UnitNames) -> None:
        self._file = file
        self._sheet = sheet
        self._cells = SheetCells(sheet)
        self._columns = headings.columns
        self._names = names

    def says_something(self, number: int) -> bool:
        return any(self._cell(number, name) != "" or self._error(number, name) for name in _FIGURES)

    def figure(self, number: int) -> RawFigure:
        cells = {name: plain_text(self._cell(number, name)) for name in COLUMNS}
        unread: dict[str, str] = {}
        for name in COLUMNS:
            try:
                cells[name] = self._read(number, name, cells[name])
            except BadValueError as error:
                unread[name] = str(error)
                cells[name] = cells[name] or self._error(number, name) or self._shown_name(number, name)
        places = {name: address(number, column) for name, column in self._columns.items()}
        places.setdefault("unit_id", places.get("unit_name", ""))
        numbers = "/".join(places[name] for name in ("numerator", "denominator") if cells[name])
        origin = workbook_words.ORIGIN.format(file=self._file, sheet=self._sheet.name, cells=numbers)
        return RawFigure(self._file, number + 1, cells, self._sheet.name, places, unread, origin=origin)

    def _read(self, number: int, name: str, text: str) -> str:
        column = self._columns.get(name)
        self._cells.text(number, column)
        cell = self._cell(number, name)
        if name == "unit_id":
            others = (cleaned(plain_text(self._cell(number, other))) for other in ("unit_name", "parent_name"))
            return self._names.code_of(cleaned(text), *others)
        if name == "indicator_id":
            return cleaned(text)
        if name in _FIGURES and cell != "" and column is not None:
            return date_text(cell) if name == "as_of" else self._cells.number(number, column)
        return text

    def _cell(self, number: int, name: str) -> Cell:
        return self._cells.cell(number, self._columns.get(name))

    def _error(self, number: int, name: str) -> str:
        return self._cells.error(number, self._columns.get(name))

    def _shown_name(self, number: int, name: str) -> str:
        return plain_text(self._cell(number, "unit_name")) if name == "unit_id" else ""
