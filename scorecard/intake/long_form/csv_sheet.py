"""A CSV in the long form as a sheet: every cell where messages say it is, numbers and dates typed where they can be."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from scorecard.intake.cells.cell_values import Cell
from scorecard.intake.cells.strict_values import BadValueError, parse_date, parse_number
from scorecard.intake.long_form.long_csv import COLUMNS
from scorecard.intake.workbooks.cost_limits import MOST_COLUMNS, MOST_ROWS
from scorecard.intake.workbooks.workbook import Sheet
from scorecard.text import workbook_words

_MOST_EXACT = Decimal(10) ** 12


def csv_sheet(content: bytes) -> tuple[Sheet, ...]:
    """One sheet; raises BadValueError for what is no CSV or has too many lines. What is not UTF-8 is shown as �.

    A row stands where it ends: a note over several lines ends on the line its row is known by.
    """
    text = content.decode("utf-8-sig", errors="replace")
    rows: list[tuple[Cell, ...]] = []
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for cells in reader:
            if reader.line_num > MOST_ROWS or len(cells) > MOST_COLUMNS:
                raise BadValueError(
                    workbook_words.TOO_MANY_CELLS.format(cell="?", rows=MOST_ROWS, columns=MOST_COLUMNS)
                )
            rows += [()] * (reader.line_num - 1 - len(rows))
            rows.append(tuple(_typed(column, cell.strip()) for column, cell in enumerate(cells)))
    except csv.Error as error:
        raise BadValueError(str(error)) from None
    return (Sheet(workbook_words.DATA_SHEET, hidden=False, rows=tuple(rows)),)


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
