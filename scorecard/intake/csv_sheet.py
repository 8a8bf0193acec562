"""A CSV as a sheet: every cell where messages say it is; numbers and dates of the long form typed where they can be."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from scorecard.intake.cell_values import Cell
from scorecard.intake.limits import MOST_COLUMNS, MOST_ROWS
from scorecard.intake.long_csv import COLUMNS
from scorecard.intake.values import BadValueError, parse_date, parse_number
from scorecard.intake.workbook import Sheet
from scorecard.text import workbook as say

_MOST_EXACT = Decimal(10) ** 12


def csv_sheet(content: bytes) -> tuple[Sheet, ...]:
    """One sheet; raises BadValueError for what is no CSV or has too many lines. What is not UTF-8 is shown as �.

    The rows of a long CSV are known by the line they end on, those of an export by their number.
    """
    text = content.decode("utf-8-sig", errors="replace")
    try:
        long = tuple(cell.strip() for cell in next(csv.reader(io.StringIO(text, newline="")), [])) == COLUMNS
        rows = _long_rows(text) if long else _export_rows(text)
    except csv.Error as error:
        raise BadValueError(str(error)) from None
    return (Sheet(say.DATA_SHEET, hidden=False, rows=tuple(rows)),)


def _long_rows(text: str) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    reader = csv.reader(io.StringIO(text, newline=""))
    for cells in reader:
        _refuse_many(reader.line_num, cells)
        rows += [()] * (reader.line_num - 1 - len(rows))
        rows.append(tuple(_typed(column, cell.strip()) for column, cell in enumerate(cells)))
    return rows


def _export_rows(text: str) -> list[tuple[Cell, ...]]:
    """The rows by the delimiter that gives most cells."""
    found: list[list[tuple[Cell, ...]]] = []
    for delimiter in ",;\t":
        rows: list[tuple[Cell, ...]] = []
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(tuple(cells))
            _refuse_many(len(rows), cells)
        found.append(rows)
    return max(found, key=lambda rows: sum(map(len, rows)))


def _refuse_many(number: int, cells: list[str]) -> None:
    if number > MOST_ROWS or len(cells) > MOST_COLUMNS:
        raise BadValueError(say.TOO_MANY_CELLS.format(cell="?", rows=MOST_ROWS, columns=MOST_COLUMNS))


def _typed(column: int, text: str) -> Cell:
    name = COLUMNS[column] if column < len(COLUMNS) else ""
    try:
        if name in ("numerator", "denominator") and (number := parse_number(text)) < _MOST_EXACT:
            return float(number)
        if name == "as_of":
            return parse_date(text)
    except BadValueError:
        pass  # it stays the text it is, and is what has to be corrected
    return text
