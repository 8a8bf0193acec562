"""Every figure of the week as one CSV that Excel opens with its letters whole."""

from __future__ import annotations

from scorecard.briefing.workbook.typed_sheet import Cell, Sheet
from scorecard.files.row_formats import csv_file
from scorecard.text import general_words, sheet_words


def render_csv(sheet: Sheet, *, synthetic: bool) -> bytes:
    """UTF-8 with a byte order mark and CRLF; numbers with a point, dates ISO, nothing that starts a formula."""
    heads = [head for head, _ in sheet.heads]
    mark: dict[str, Cell] = {sheet_words.KIND: general_words.SYNTHETIC} if synthetic else {}
    rows = [dict(zip(heads, cells, strict=True)) | mark for cells in sheet.rows]
    return csv_file(rows, [*heads, *mark])
