"""The report to the Chairman as a Word file: a draft that a person reads, completes and signs."""

from __future__ import annotations

import datetime as dt
from typing import Any

from docx.document import Document as WordDocument

from scorecard.briefing.report.report import Report
from scorecard.documents.document_parts import (
    save,
    spoken_day,
    write_annex_head,
    write_head,
    write_headers,
    write_signature,
)
from scorecard.documents.word_layout import LEFT, TEXT_WIDTH, draw_rule, new_document, write, write_body
from scorecard.documents.word_tables import add_table
from scorecard.text import official_words, outstanding_words, report_words


def render_word(report: Report, cut_off: dt.datetime) -> bytes:
    """The file; equal content gives equal bytes."""
    document = new_document()
    _head(document, report)
    _parts(document, report)
    write_signature(document, report.names)
    _annexes(document, report)
    write_headers(document, synthetic=report.synthetic)
    return save(document, " – ".join(report.subject.splitlines()), cut_off)


def _head(document: WordDocument, report: Report) -> None:
    names = report.names
    write_head(document, names, report_words.NUMBER.format(sign=names.sign), spoken_day(report.day))
    write(document.add_paragraph(), "", 14)
    write(document.add_paragraph(), report_words.NAME, 14, bold=True)
    for line in report.subject.splitlines():
        write(document.add_paragraph(), line, 14, bold=True)
    draw_rule(document.add_paragraph(), TEXT_WIDTH, 60)
    write(document.add_paragraph(), "", 14)
    write(document.add_paragraph(), official_words.DEAR.format(to=names.to), 14)
    write(document.add_paragraph(), "", 14)


def _parts(document: WordDocument, report: Report) -> None:
    write_body(document, report.basis)
    _part(document, report_words.PART_1, report.general)
    _table(document, 1, report_words.TABLE_1, report.counts, (60, 65, 40))
    _part(document, report_words.PART_2, report.tasks)
    _table(document, 2, report_words.TABLE_2, report.by_task, (85, 20, 20, 20, 20))
    if report.timeliness:
        _table(document, 3, report_words.TABLE_TIMELINESS, report.timeliness, (50, 20, 31, 31, 15, 18))
    _part(document, report_words.PART_3, (*report.units, report_words.CAUSES, report_words.ANNEX_SEE))
    number = 4 if report.timeliness else 3
    if report.lacking:
        _table(document, number, outstanding_words.LACKING_TABLE, report.lacking, (12, 93, 25, 35), (1,))
        number += 1
    _part(document, report_words.PART_4, report.proposals)
    if report.proposed:
        _table(document, number, report_words.TABLE_3, report.proposed, (12, 80, 73), (1, 2))
        number += 1
    if report.decisions:
        _table(document, number, outstanding_words.DECISIONS, report.decisions, (12, 83, 38, 32), (1, 2))
    write_body(
        document, report_words.CLOSING.format(by=report.names.by, to=report.names.to) + official_words.END, kept=True
    )


def _part(document: WordDocument, title: str, sentences: tuple[str, ...]) -> None:
    write_body(document, title, bold=True)
    for sentence in sentences:
        write_body(document, sentence)


def _table(
    document: WordDocument, number: int, title: str, rows: Any, widths: tuple[float, ...], lefts: tuple[int, ...] = (0,)
) -> None:
    caption = write(document.add_paragraph(), report_words.TABLE.format(table=number, title=title), 13, bold=True)
    caption.paragraph_format.keep_with_next = True
    add_table(document, rows, widths, 12, lefts)
    write(document.add_paragraph(), "", 6)


def _annexes(document: WordDocument, report: Report) -> None:
    tasks = len(report.matrix[0]) - 3
    widths = (46, *[(TEXT_WIDTH - 70) / max(tasks, 1)] * tasks, 11, 13)
    _annex(document, report, report_words.ANNEX_1, report_words.ANNEX_1_TITLE)
    add_table(document, report.matrix, widths, 10)
    write(document.add_paragraph(), report_words.SIGNS_NOTE, 11, align=LEFT)
    _annex(document, report, report_words.ANNEX_2, report_words.ANNEX_2_TITLE)
    add_table(document, report.reds, (11, 38, 40, 25, 51), 11, (1, 2, 3, 4))
    write(document.add_paragraph(), report.source, 11, align=LEFT)


def _annex(document: WordDocument, report: Report, name: str, title: str) -> None:
    enclosed = report_words.ENCLOSED.format(sign=report.names.sign, by=report.names.by, **spoken_day(report.day))
    write_annex_head(document, name, title, enclosed, own_page=True)
