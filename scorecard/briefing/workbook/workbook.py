"""The week as a workbook: typed numbers, filters, frozen heads, ready to print on A4; text never becomes a formula."""

from __future__ import annotations

import datetime as dt
import io
import textwrap
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

import xlsxwriter

from scorecard.briefing.workbook.typed_sheet import Cell, Sheet
from scorecard.files.zip_files import repack
from scorecard.lights.status import AMBER, GREEN, NO_RULE, PALE, RED
from scorecard.text import general_words, sheet_words

_FONT = "Times New Roman"
_A4 = 9
_LINE = 15.0  # points: one line of a cell
_LETTERS = 1.1  # of this face in one unit of width


def render_workbook(sheets: tuple[Sheet, ...], title: str, *, synthetic: bool, created: dt.datetime) -> bytes:
    """The file; dated by `created`, so that equal content gives equal bytes."""
    made = io.BytesIO()
    # Data that starts with = or looks like an address stays the text it is.
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(made, safe)
    moment = created.astimezone(dt.UTC).replace(tzinfo=None)
    book.set_properties({"title": title, "author": "", "created": moment})
    formats = _Formats(book)
    for sheet in sheets:
        _add_sheet(book, formats, sheet, f"{title} · {general_words.SYNTHETIC}" if synthetic else title)
    book.close()
    return repack(made.getvalue())


class _Formats:
    """The looks of cells, each made once."""

    def __init__(self, book: Any) -> None:
        base = {"font_name": _FONT, "font_size": 11, "valign": "top", "border": 1, "border_color": "#D5DBE4"}
        self.title = book.add_format({"font_name": _FONT, "font_size": 13, "bold": True})
        self.head = book.add_format(base | {"bold": True, "bg_color": PALE, "text_wrap": True})
        self.text = book.add_format(base | {"text_wrap": True})
        self.number = book.add_format(base | {"num_format": "#,##0.###"})
        self.whole = book.add_format(base | {"num_format": "#,##0"})
        self.day = book.add_format(base | {"num_format": "dd/mm/yyyy", "align": "left"})
        self.lights: dict[str, Any] = {
            status: book.add_format(base | {"bg_color": status.look.flat, "font_color": status.look.ink})
            for status in (RED, AMBER, GREEN, NO_RULE)
        }

    def of(self, cell: Cell) -> Any:
        """The look of a cell by its type."""
        if isinstance(cell, Decimal):
            return self.number if cell != cell.to_integral_value() else self.whole
        return self.whole if isinstance(cell, int) else self.day if isinstance(cell, dt.date) else self.text


def _add_sheet(book: Any, formats: _Formats, sheet: Sheet, title: str) -> None:
    page = book.add_worksheet(sheet.name)
    page.write_string(0, 0, f"{title} · {sheet.name}", formats.title)
    for column, (head, width) in enumerate(sheet.heads):
        page.set_column(column, column, width)
        page.write_string(1, column, head, formats.head)
    page.set_row(1, _height([head for head, _ in sheet.heads], sheet))
    for place, row in enumerate(sheet.rows):
        page.set_row(place + 2, _height(row, sheet))
        for column, cell in enumerate(row):
            status = sheet.statuses[column][place] if column in sheet.statuses else ""
            look = formats.lights.get(status, formats.lights[NO_RULE]) if status else formats.of(cell)
            _write(page, place + 2, column, cell, look)
    last = len(sheet.rows) + 1, len(sheet.heads) - 1
    page.autofilter(1, 0, *last)
    page.freeze_panes(2, 1)
    page.print_area(0, 0, *last)
    page.repeat_rows(0, 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.set_footer(f"&L{title.replace('&', '&&')}&R{sheet_words.PAGE}")


def _height(row: Sequence[Cell], sheet: Sheet) -> float:
    """High enough for the cell that takes most lines: a program that opens the file may not find that out itself."""
    cells = zip(row, sheet.heads, strict=True)
    return _LINE * max((_lines(cell, width) for cell, (_, width) in cells if isinstance(cell, str)), default=1)


@lru_cache(maxsize=4096)
def _lines(text: str, width: int) -> int:
    return max(1, len(textwrap.wrap(text, int(width * _LETTERS))))


def _write(page: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    if cell is None:
        page.write_blank(row, column, None, look)
    elif isinstance(cell, str):
        page.write_string(row, column, cell, look)
    elif isinstance(cell, dt.date):
        page.write_datetime(row, column, cell, look)
    else:
        page.write_number(row, column, cell, look)
