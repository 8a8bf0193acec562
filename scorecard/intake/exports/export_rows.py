"""What the rows under the headings of an export are: units, totals, titles of blocks, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from scorecard.intake.cells.cell_values import plain_text
from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.cells.text_folding import cleaned, folded
from scorecard.intake.cells.unit_names import UnitNames
from scorecard.intake.exports.export_headings import WideHeadings
from scorecard.intake.workbooks.cost_limits import address
from scorecard.intake.workbooks.sheet_cells import SheetCells
from scorecard.text import export_words

_TOTAL = re.compile(export_words.TOTAL_PATTERN)
_ORDINAL = re.compile(r"(?:[IVX]+|[A-Z])(?:[.)/-]\s*.*|\s*)")
_NUMBERING = re.compile(r"\(?(?:[A-Z]|[0-9]{1,2})\)?(?:\s*=.*)?")


@dataclass(frozen=True)
class WideRow:
    """A row (from 0) that says something: what it is, the unit it names or why it names none, as shown and where.

    `said` is whether it has anything in a column of figures.
    """

    kind: Literal["unit", "total", "title"]
    number: int
    unit_id: str = ""
    unread: str = ""
    shown: str = ""
    place: str = ""
    said: bool = True


def read_rows(cells: SheetCells, headings: WideHeadings, names: UnitNames) -> list[WideRow]:
    """The rows below the headings in their order, without blank ones and the one that numbers the columns."""
    reader = _Rows(cells, headings, names)
    first = headings.bottom + 1
    numbers = range(first + 1 if reader.numbers_columns(first) else first, len(cells.sheet.rows))
    rows = [row for number in numbers if (row := reader.row(number))]
    last = max((place for place, row in enumerate(rows) if row.kind == "unit"), default=-1)
    # A title with numbers is the total of what follows; where nothing does, it may be a unit nobody knows.
    return [
        replace(row, kind="unit") if row.kind == "title" and row.said and place > last else row
        for place, row in enumerate(rows)
    ]


class _Rows:
    def __init__(self, cells: SheetCells, headings: WideHeadings, names: UnitNames) -> None:
        self._cells, self._names = cells, names
        self._unit = {part: headings.columns(part) for part in ("unit_id", "unit_name", "parent_name")}
        figures = (headings.column(row) for row in headings.mapping if row.indicator_id)
        self._figures = {column for column in figures if column is not None}

    def numbers_columns(self, number: int) -> bool:
        """Whether a row only numbers the columns: A, B, 1, 2, 3 = 1 + 2."""
        row = self._cells.sheet.rows[number] if number < len(self._cells.sheet.rows) else ()
        texts = [plain_text(cell) for cell in row if cell != ""]
        digits = sorted(int(found[0]) for text in texts if (found := re.search(r"[0-9]+", text)))
        numbered = len(texts) >= len(self._figures) and all(map(_NUMBERING.fullmatch, texts))
        return numbered and bool(digits) and digits == list(range(digits[0], digits[0] + len(digits)))

    def row(self, number: int) -> WideRow | None:
        texts = self._texts(number)
        said = [column for column in self._figures if self._cells.says_something(number, column)]
        if not texts and not said:
            return None
        unit_id, unread = self._unit_of(number)
        shown, place = self._named(number)
        if not unread and (said or self._names.knows(unit_id)):
            return WideRow("unit", number, unit_id, "", shown, place) if said else None
        if any(_TOTAL.fullmatch(folded(text)) for text in texts):
            return WideRow("total", number)
        titled = _ORDINAL.fullmatch(texts[0]) if texts else None
        if titled or not any(self._is_number(number, column) for column in said):
            return WideRow("title", number, "", unread, shown, place, bool(said) and bool(titled))
        return WideRow("unit", number, "", unread, shown, place)

    def _is_number(self, number: int, column: int) -> bool:
        """Whether a cell could be meant as a number: words (a signature, a date in words below the table) could not."""
        return not any(sign.isalpha() for sign in self._cells.shown(number, column)[:1])

    def _texts(self, number: int) -> list[str]:
        """The texts of a row outside its figures, from the left."""
        cells = enumerate(self._cells.sheet.rows[number])
        return [
            cleaned(cell)
            for column, cell in cells
            if isinstance(cell, str) and cell.strip() and column not in self._figures
        ]

    def _unit_of(self, number: int) -> tuple[str, str]:
        """The code of the unit a row names, or why it names none."""
        try:
            code, name, parent = (cleaned(self._text(number, part)) for part in self._unit)
            if not self._names.knows(code) and (
                " " in code or _TOTAL.fullmatch(folded(code)) or _ORDINAL.fullmatch(code)
            ):
                code = ""  # words, or the number of a block: no code was ever meant
            return self._names.code_of(code, name, parent), ""
        except BadValueError as error:
            return "", str(error)

    def _text(self, number: int, part: str) -> str:
        return next(filter(None, (self._cells.text(number, column) for column in self._unit[part])), "")

    def _named(self, number: int) -> tuple[str, str]:
        """What the row shows for its unit, and where: its code, else its name."""
        columns = [*self._unit["unit_id"], *self._unit["unit_name"]]
        column = next((item for item in columns if self._cells.says_something(number, item)), columns[0])
        return self._cells.shown(number, column), address(number, column)
