"""A look at an .xls before it is read: how far its cells reach, which are in error, percentages, hidden rows."""

from __future__ import annotations

import io
import struct
from typing import Any

import xlrd

from scorecard.intake.cell_marks import Marks
from scorecard.intake.limits import MOST_SHEETS, Extent, address
from scorecard.intake.values import BadValueError
from scorecard.text import workbook as say

MOST_BYTES = 10 * 1024 * 1024
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BLANK = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
# What xlrd was seen to raise for damaged files.
_FAILURES = (
    ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, TypeError, ValueError,
    struct.error, xlrd.XLRDError, xlrd.compdoc.CompDocError,
)  # fmt: skip


def read_xls_marks(content: bytes) -> dict[str, Marks]:
    """The marks of each sheet by its name; raises BadValueError for what is too large, ValueError for what is broken.

    It has to be asked first: the reader of the values makes room for every cell up to the last one, in all sheets.
    """
    if len(content) > MOST_BYTES:
        raise BadValueError(say.TOO_LARGE.format(most=MOST_BYTES // 1024 // 1024))
    if _ENCRYPTED in content:
        raise BadValueError(say.ENCRYPTED)
    try:
        with xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, on_demand=True, logfile=io.StringIO()
        ) as book:
            return _read(book)
    except _FAILURES as error:
        if isinstance(error, BadValueError):
            raise
        if "encrypted" in str(error):
            raise BadValueError(say.ENCRYPTED) from None
        raise ValueError(str(error)) from None


def _read(book: Any) -> dict[str, Marks]:
    if book.nsheets > MOST_SHEETS:
        raise BadValueError(say.TOO_MANY_SHEETS.format(found=book.nsheets, most=MOST_SHEETS))
    extent, marks = Extent(), {}
    for number, name in enumerate(book.sheet_names()):
        marks[name] = _marks(book, book.sheet_by_index(number), extent)
        book.unload_sheet(number)
        extent.end_sheet()
    return marks


def _marks(book: Any, sheet: Any, extent: Extent) -> Marks:
    errors, percents = {}, set()
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind in _BLANK:
                continue
            extent.reach(row, column)
            if kind == xlrd.XL_CELL_ERROR:
                code = sheet.cell_value(row, column)
                errors[address(row, column)] = xlrd.error_text_from_code.get(code, "#N/A")
            elif kind == xlrd.XL_CELL_NUMBER and _is_percent(book, sheet.cell_xf_index(row, column)):
                percents.add(address(row, column))
    hidden = {row + 1 for row, shape in sheet.rowinfo_map.items() if shape.hidden}
    return Marks(errors, frozenset(percents), frozenset(hidden))


def _is_percent(book: Any, number: int) -> bool:
    return "%" in book.format_map[book.xf_list[number].format_key].format_str
