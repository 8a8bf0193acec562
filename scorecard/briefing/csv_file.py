"""Every figure of the week as one CSV that Excel opens with its letters whole."""

from __future__ import annotations

from scorecard.briefing.sheet import Cell, Sheet
from scorecard.output import csv_file
from scorecard.text import general
from scorecard.text import sheets as say


def render_csv(sheet: Sheet, *, synthetic: bool) -> bytes:
    """UTF-8 with a byte order mark and CRLF; numbers with a point, dates ISO, nothing that starts a formula."""
    heads = [head for head, _ in sheet.heads]
    mark: dict[str, Cell] = {say.KIND: general.SYNTHETIC} if synthetic else {}
    rows = [dict(zip(heads, cells, strict=True)) | mark for cells in sheet.rows]
    return csv_file(rows, [*heads, *mark])
