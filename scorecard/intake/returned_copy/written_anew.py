"""A marked copy written anew from the values of a file, each in the cell it had."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

import xlsxwriter

from scorecard.intake.cells.cell_values import Cell
from scorecard.intake.returned_copy.mistake_list import (
    DOUBTFUL_FILL,
    FONT,
    FORMULA_SIGNS,
    WIDTHS,
    WRONG_FILL,
    Mark,
    Marking,
    row_height,
)
from scorecard.intake.workbooks.cost_limits import address
from scorecard.intake.workbooks.workbook import Sheet
from scorecard.text import returned_copy_words, workbook_words

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FIXED = dt.datetime(2000, 1, 1)  # noqa: DTZ001  a workbook knows no time zone, and the same file gives the same copy
_FIRST_DAY = dt.datetime(1900, 3, 1)  # noqa: DTZ001  before it spreadsheets do not agree on a day's number
_MOST_TEXT = 32_000
_ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}
_NO_NAME = str.maketrans("[]:*?/\\", "_______")


def write_anew(sheets: Iterable[Sheet], marking: Marking, *hints: str) -> bytes:
    """The list of mistakes, then every sheet with the values of its cells. Text never becomes a formula or a link."""
    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": _FIXED, "author": returned_copy_words.AUTHOR})
        _write_list(book, marking, hints)
        taken = {workbook_words.MARKS_SHEET.casefold()}
        for sheet in sheets:
            _Copy(book, sheet, marking.cells.get(sheet.name, {})).write(_free_name(sheet.name, taken))
    return stream.getvalue()


def _write_list(book: Workbook, marking: Marking, hints: tuple[str, ...]) -> None:
    sheet = book.add_worksheet(workbook_words.MARKS_SHEET)
    bold = book.add_format({"bold": True, "font_name": FONT})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True, "font_name": FONT})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for number, row in enumerate(marking.headed(*hints)):
        head = number == 0 or row == returned_copy_words.HEADINGS
        sheet.set_row(number, row_height(row))
        for column, text in enumerate(row):
            sheet.write_string(number, column, text, bold if head else wrapped if len(row) > 1 else None)


def _free_name(name: str, taken: set[str]) -> str:
    """A name a workbook may have and no sheet has yet."""
    base = name.translate(_NO_NAME).strip("'")[:31] or workbook_words.DATA_SHEET
    for number in range(2, 1000):
        if base.casefold() not in taken:
            break
        base = f"{base[:26]} {number}"
    taken.add(base.casefold())
    return base


class _Copy:
    """One sheet being copied."""

    def __init__(self, book: Workbook, sheet: Sheet, marks: dict[str, Mark]) -> None:
        self._book, self._sheet, self._marks = book, sheet, marks
        self._formats: dict[tuple[str, str, bool], Format] = {}

    def write(self, name: str) -> None:
        out = self._book.add_worksheet(name)
        out.set_column(0, 30, 16)
        # The contract of a template has to go along, and stays where nobody types into it.
        if self._sheet.hidden:
            out.hide()
        for place, mark in self._marks.items():
            out.write_comment(place, mark.comment, {"author": returned_copy_words.AUTHOR, "x_scale": 3, "y_scale": 2})
            out.write_blank(place, None, self._form(place))
        for row, cells in enumerate(self._sheet.rows):
            for column, cell in enumerate(cells):
                self._write_cell(out, address(row, column), cell)
        for place, error in self._sheet.marks.errors.items():
            # A word of the list, not of the file; what it does not have (a formula not calculated) stays an error.
            kind = error if error in _ERRORS else "#N/A"
            out.write_formula(place, f"={kind}", self._form(place), kind)

    def _write_cell(self, out: Worksheet, place: str, cell: Cell) -> None:
        if isinstance(cell, str):
            if cell:
                out.write_string(place, cell[:_MOST_TEXT], self._form(place, text=cell))
        elif isinstance(cell, bool):
            out.write_boolean(place, cell, self._form(place))
        elif isinstance(cell, int | float) and math.isfinite(cell):
            out.write_number(place, cell, self._form(place, "0.0%" if place in self._sheet.marks.percents else ""))
        elif isinstance(cell, dt.datetime | dt.date) and _numbered(cell):
            out.write_datetime(place, cell, self._form(place, "dd/mm/yyyy"))
        else:
            out.write_string(place, str(cell), self._form(place))

    def _form(self, place: str, shape: str = "", text: str = "") -> Format:
        mark = self._marks.get(place)
        colour = "" if mark is None else WRONG_FILL if mark.bad else DOUBTFUL_FILL
        # Edited in its cell, a text that looks like a formula would become one without this sign.
        quoted = text.startswith(FORMULA_SIGNS)
        if (key := (shape, colour, quoted)) not in self._formats:
            wanted = {"num_format": shape, "bg_color": colour, "quote_prefix": quoted}
            self._formats[key] = self._book.add_format({name: value for name, value in wanted.items() if value})
        return self._formats[key]


def _numbered(day: dt.date) -> bool:
    return (day if isinstance(day, dt.datetime) else dt.datetime.combine(day, dt.time())) >= _FIRST_DAY
