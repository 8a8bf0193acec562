"""The cells of a sheet by row and column, each read with everything that forbids to take it."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.intake.cells.cell_values import Cell, number_text, plain_text
from scorecard.intake.cells.strict_values import BadValueError, parse_number
from scorecard.intake.workbooks.cost_limits import MOST_CELL, address
from scorecard.intake.workbooks.workbook import Sheet
from scorecard.text import workbook_words


@dataclass(frozen=True)
class SheetCells:
    """Rows and columns count from 0; a column of None is one the sheet does not have."""

    sheet: Sheet

    def cell(self, row: int, column: int | None) -> Cell:
        """The value; blank text, and what lies outside, is ""."""
        cells = self.sheet.rows[row]
        cell = cells[column] if column is not None and column < len(cells) else ""
        return "" if isinstance(cell, str) and not cell.strip() else cell

    def error(self, row: int, column: int | None) -> str:
        """What a cell in error shows (`#REF!`); empty for any other."""
        return "" if column is None else self.sheet.marks.errors.get(address(row, column), "")

    def says_something(self, row: int, column: int | None) -> bool:
        """Whether a cell holds a value or an error."""
        return self.cell(row, column) != "" or self.error(row, column) != ""

    def shown(self, row: int, column: int | None) -> str:
        """A cell as it is shown in a message."""
        return self.error(row, column) or plain_text(self.cell(row, column))

    def text(self, row: int, column: int | None) -> str:
        """A cell as text; raises BadValueError for an error or a text that is too long."""
        if error := self.error(row, column):
            raise BadValueError(workbook_words.NOT_CALCULATED if error.startswith("=") else workbook_words.ERROR_CELL)
        text = plain_text(self.cell(row, column))
        if len(text) > MOST_CELL:
            raise BadValueError(workbook_words.CELL_TOO_LONG.format(most=MOST_CELL))
        return text

    def number(self, row: int, column: int) -> str:
        """The strict text of a number that is not negative; raises BadValueError with the question or the advice."""
        self.text(row, column)
        if address(row, column) in self.sheet.marks.percents:
            raise BadValueError(workbook_words.PERCENT)
        text = number_text(self.cell(row, column))
        parse_number(text)
        return text
