"""Bytes of an .xls -> sheets; formulas by their cached value, cells in error and percentages known by their place."""

from __future__ import annotations

import datetime as dt
import io
import struct
from typing import Any

import xlrd

from scorecard.intake.cells.cell_values import Cell
from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.workbooks.cost_limits import MOST_SHEETS, Extent, address
from scorecard.intake.workbooks.sheet import Sheet
from scorecard.intake.workbooks.unseen_cells import Marks
from scorecard.text import workbook_words

MOST_BYTES = 10 * 1024 * 1024
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BLANK = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
# What xlrd was seen to raise for damaged files.
_FAILURES = (
    ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, TypeError, ValueError,
    struct.error, xlrd.XLRDError, xlrd.compdoc.CompDocError,
)  # fmt: skip


def read_xls(content: bytes) -> tuple[Sheet, ...]:
    """The sheets in their order; raises BadValueError for what is too large, ValueError for what is broken."""
    if len(content) > MOST_BYTES:
        raise BadValueError(workbook_words.TOO_LARGE.format(most=MOST_BYTES // 1024 // 1024))
    if _ENCRYPTED in content:
        raise BadValueError(workbook_words.ENCRYPTED)
    try:
        with xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, on_demand=True, logfile=io.StringIO()
        ) as book:
            return _read(book)
    except _FAILURES as error:
        if isinstance(error, BadValueError):
            raise
        if "encrypted" in str(error):
            raise BadValueError(workbook_words.ENCRYPTED) from None
        raise ValueError(str(error)) from None


def _read(book: Any) -> tuple[Sheet, ...]:
    if book.nsheets > MOST_SHEETS:
        raise BadValueError(workbook_words.TOO_MANY_SHEETS.format(found=book.nsheets, most=MOST_SHEETS))
    extent, sheets = Extent(), []
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        height, width = _reach(sheet, extent)
        rows = tuple(tuple(_cell(book, sheet, row, column) for column in range(width)) for row in range(height))
        merged = tuple(((top, left), (below - 1, right - 1)) for top, below, left, right in sheet.merged_cells)
        sheets.append(Sheet(sheet.name, sheet.visibility != 0, rows, _marks(book, sheet), merged))
        book.unload_sheet(number)
    return tuple(sheets)


def _reach(sheet: Any, extent: Extent) -> tuple[int, int]:
    """Rows and columns up to the last cell that says something; cells that only have a format are many."""
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind not in _BLANK:
                extent.reach(row, column)
    return extent.end_sheet()


def _cell(book: Any, sheet: Any, row: int, column: int) -> Cell:
    if column >= sheet.row_len(row):
        return ""
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind == xlrd.XL_CELL_DATE:
        return _moment(book, value)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    return value if kind in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER) else ""


def _moment(book: Any, value: float) -> Cell:
    """A day, a day with a time, or a time; what is no day of the calendar stays the number it is."""
    try:
        moment: dt.datetime = xlrd.xldate.xldate_as_datetime(value, book.datemode)
    except (ValueError, OverflowError):
        return value
    if value < 1:
        return moment.time()
    return moment if moment.time() != dt.time() else moment.date()


def _marks(book: Any, sheet: Any) -> Marks:
    errors, percents = {}, set()
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind == xlrd.XL_CELL_ERROR:
                code = sheet.cell_value(row, column)
                errors[address(row, column)] = xlrd.error_text_from_code.get(code, "#N/A")
            elif kind == xlrd.XL_CELL_NUMBER and _is_percent(book, sheet.cell_xf_index(row, column)):
                percents.add(address(row, column))
    hidden = {row + 1 for row, shape in sheet.rowinfo_map.items() if shape.hidden}
    return Marks(errors, frozenset(percents), frozenset(hidden))


def _is_percent(book: Any, number: int) -> bool:
    return "%" in book.format_map[book.xf_list[number].format_key].format_str
