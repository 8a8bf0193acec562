"""The report to the Chairman as a Word file: a draft that a person reads, completes and signs."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from docx.document import Document as WordDocument
from docx.shared import Pt

from scorecard.briefing.report import Report
from scorecard.briefing.word_form import (
    LEFT,
    TEXT_WIDTH,
    add_columns,
    add_page_number,
    add_table,
    capitals_width,
    draw_rule,
    new_document,
    write,
    write_body,
)
from scorecard.packing import repack
from scorecard.text import general
from scorecard.text import report as say

_LEFT_ROOM, _RIGHT_ROOM = 60.0, 105.0
MOTTO_WIDTH = 59.7  # mm: the motto in Times New Roman Bold 14
_CELL_MARGINS = 3.8  # mm: left and right of a cell together
_RULE_SHARE = 0.42  # of the text above it: between a third and half


def render_word(report: Report, cut_off: dt.datetime) -> bytes:
    """The file; every date in it is the cut-off, so that equal content gives equal bytes."""
    document = new_document()
    _head(document, report)
    _parts(document, report)
    _signature(document, report)
    _annexes(document, report)
    _headers(document, report)
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = (
        " – ".join(report.subject.splitlines()),
        "",
        "",
        "",
    )
    about.created = about.modified = cut_off.astimezone(dt.UTC).replace(tzinfo=None)
    about.language, about.revision = "vi-VN", 1
    made = io.BytesIO()
    document.save(made)
    return repack(made.getvalue())


def _head(document: WordDocument, report: Report) -> None:
    names = report.names
    left, right = add_columns(document, (_LEFT_ROOM, _RIGHT_ROOM))
    write(left.paragraphs[0], names.over.upper(), 13)
    write(left.add_paragraph(), names.by.upper(), 13, bold=True)
    draw_rule(left.add_paragraph(), _LEFT_ROOM - _CELL_MARGINS, _RULE_SHARE * capitals_width(names.by.upper(), 13))
    write(left.add_paragraph(), say.NUMBER.format(sign=names.sign), 13)
    write(right.paragraphs[0], say.NATION, 13, bold=True)
    write(right.add_paragraph(), say.MOTTO, 14, bold=True)
    draw_rule(right.add_paragraph(), _RIGHT_ROOM - _CELL_MARGINS, MOTTO_WIDTH)
    write(right.add_paragraph(), say.PLACE.format(place=names.place, **spoken_day(report.day)), 14, italic=True)
    write(document.add_paragraph(), "", 14)
    write(document.add_paragraph(), say.NAME, 14, bold=True)
    for line in report.subject.splitlines():
        write(document.add_paragraph(), line, 14, bold=True)
    draw_rule(document.add_paragraph(), TEXT_WIDTH, 60)
    write(document.add_paragraph(), "", 14)
    write(document.add_paragraph(), say.DEAR.format(to=names.to), 14)
    write(document.add_paragraph(), "", 14)


def spoken_day(day: dt.date) -> dict[str, str]:
    """Days below 10 and the months 1 and 2 take a zero in front, as the decree has it."""
    month = f"{day.month:02d}" if day.month < 3 else f"{day.month}"
    return {"day": f"{day.day:02d}", "month": month, "year": f"{day.year}"}


def _parts(document: WordDocument, report: Report) -> None:
    write_body(document, report.basis)
    _part(document, say.PART_1, report.general)
    _table(document, 1, say.TABLE_1, report.counts, (60, 65, 40))
    _part(document, say.PART_2, report.tasks)
    _table(document, 2, say.TABLE_2, report.by_task, (85, 20, 20, 20, 20))
    if report.timeliness:
        _table(document, 3, say.TABLE_TIMELINESS, report.timeliness, (50, 20, 31, 31, 15, 18))
    _part(document, say.PART_3, (*report.units, say.CAUSES, say.ANNEX_SEE))
    _part(document, say.PART_4, report.proposals)
    if report.proposed:
        _table(document, 4 if report.timeliness else 3, say.TABLE_3, report.proposed, (12, 80, 73), (1, 2))
    write_body(document, say.CLOSING.format(by=report.names.by, to=report.names.to) + say.END, kept=True)


def _part(document: WordDocument, title: str, sentences: tuple[str, ...]) -> None:
    write_body(document, title, bold=True)
    for sentence in sentences:
        write_body(document, sentence)


def _table(
    document: WordDocument, number: int, title: str, rows: Any, widths: tuple[float, ...], lefts: tuple[int, ...] = (0,)
) -> None:
    caption = write(document.add_paragraph(), say.TABLE.format(table=number, title=title), 13, bold=True)
    caption.paragraph_format.keep_with_next = True
    add_table(document, rows, widths, 12, lefts)
    write(document.add_paragraph(), "", 6)


def _signature(document: WordDocument, report: Report) -> None:
    left, right = add_columns(document, (85, 80))
    write(left.paragraphs[0], say.RECEIVERS, 12, bold=True, italic=True, align=LEFT)
    write(left.add_paragraph(), say.AS_ABOVE, 11, align=LEFT)
    write(left.add_paragraph(), say.ARCHIVE.format(archive=report.names.archive), 11, align=LEFT)
    write(right.paragraphs[0], say.SIGNER, 14, bold=True)


def _annexes(document: WordDocument, report: Report) -> None:
    tasks = len(report.matrix[0]) - 3
    widths = (46, *[(TEXT_WIDTH - 70) / max(tasks, 1)] * tasks, 11, 13)
    _annex(document, report, say.ANNEX_1, say.ANNEX_1_TITLE)
    add_table(document, report.matrix, widths, 10)
    write(document.add_paragraph(), say.SIGNS_NOTE, 11, align=LEFT)
    _annex(document, report, say.ANNEX_2, say.ANNEX_2_TITLE)
    add_table(document, report.reds, (11, 38, 40, 25, 51), 11, (1, 2, 3, 4))
    write(document.add_paragraph(), report.source, 11, align=LEFT)


def _annex(document: WordDocument, report: Report, name: str, title: str) -> None:
    first = write(document.add_paragraph(), name, 14, bold=True)
    first.paragraph_format.page_break_before = True
    write(document.add_paragraph(), title, 14, bold=True)
    enclosed = say.ENCLOSED.format(sign=report.names.sign, by=report.names.by, **spoken_day(report.day))
    write(document.add_paragraph(), enclosed, 14, italic=True).paragraph_format.space_after = Pt(6)


def _headers(document: WordDocument, report: Report) -> None:
    section = document.sections[0]
    add_page_number(section.header.paragraphs[0])
    mark = general.SYNTHETIC if report.synthetic else ""
    write(section.first_page_header.paragraphs[0], mark, 13, bold=True)
    if mark:
        write(section.header.add_paragraph(), mark, 13, bold=True)
    section.header.paragraphs[-1].paragraph_format.space_after = Pt(6)
