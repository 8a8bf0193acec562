"""A week that was read as a workbook, of the frames and of what is on screen in the overview; its figures as CSV."""

from __future__ import annotations

from scorecard.briefing.content.content import Briefing, build_briefing
from scorecard.briefing.content.week_reading import NOTHING, WeekRead, read_edition
from scorecard.briefing.workbook.sheet_rows import build_sheets
from scorecard.briefing.workbook.typed_sheet import Cell, Sheet
from scorecard.briefing.workbook.workbook import render_workbook
from scorecard.files.row_formats import csv_file
from scorecard.follow_up.matters.reading import Followed
from scorecard.lights.edition import Edition
from scorecard.lights.rows import Run
from scorecard.text import briefing_words, general_words, sheet_words


def render_sheets(read: WeekRead, briefing: Briefing) -> bytes:
    """The workbook; the same snapshot and filters give the same bytes."""
    origin = briefing.origin
    title = briefing_words.DOCUMENT.format(title=briefing.title, week=origin.week, range=origin.week_range)
    created = read.edition.snapshot.manifest.cut_off
    return render_workbook(build_sheets(read, briefing), title, synthetic=origin.synthetic, created=created)


def render_shown(edition: Edition, run: Run, followed: Followed = NOTHING) -> bytes:
    """What the overview shows of an edition, with the filters of its address."""
    read = read_edition(edition, run, followed)
    return render_sheets(read, build_briefing(read))


def render_csv(sheet: Sheet, *, synthetic: bool) -> bytes:
    """UTF-8 with a byte order mark and CRLF; numbers with a point, dates ISO, nothing that starts a formula."""
    heads = [head for head, _ in sheet.heads]
    mark: dict[str, Cell] = {sheet_words.KIND: general_words.SYNTHETIC} if synthetic else {}
    rows = [dict(zip(heads, cells, strict=True)) | mark for cells in sheet.rows]
    return csv_file(rows, [*heads, *mark])
