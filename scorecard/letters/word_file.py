"""A letter as a Word file in the form of the decree; number, day and signature are left open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from scorecard.documents.document_parts import (
    save,
    spoken_day,
    write_annex_head,
    write_head,
    write_headers,
    write_signature,
)
from scorecard.documents.word_layout import (
    LEFT,
    add_wide_section,
    new_document,
    write,
    write_body,
)
from scorecard.documents.word_tables import add_table, join_cells
from scorecard.letters.content import Letter
from scorecard.letters.tables import Table, facts_table, list_table
from scorecard.text import letter_words, official_words

_TO_ROOM = 40.0  # mm left of the lines of those addressed


def render_letter(letter: Letter, cut_off: dt.datetime) -> bytes:
    """The file; equal content gives equal bytes."""
    document = new_document()
    _head(document, letter)
    for text in letter.opening:
        write_body(document, text)
    for text in letter.items:
        write_body(document, text)
    if not letter.annexed:
        _facts(document, letter)
    for text in letter.closing[:-1]:
        write_body(document, text)
    write_body(document, letter.closing[-1].rstrip(".") + official_words.END, kept=True)
    write_signature(document, letter.names, letter.copies)
    if letter.annexed:
        _annex(document, letter)
    write_headers(document, synthetic=letter.synthetic)
    return save(document, letter.subject, cut_off)


def _open_day(letter: Letter) -> dict[str, str]:
    """Whoever signs writes the day; month and year are those of the draft."""
    return spoken_day(letter.day) | {"day": official_words.OPEN_DAY}


def _sign(letter: Letter) -> str:
    names = letter.names
    return letter_words.SIGN_OF_DRAFTER.format(sign=names.sign, drafter=names.drafter) if names.drafter else names.sign


def _head(document: WordDocument, letter: Letter) -> None:
    number = letter_words.NUMBER.format(sign=_sign(letter))
    write_head(document, letter.names, number, _open_day(letter), letter.subject)
    write(document.add_paragraph(), "", 14)
    if len(letter.to) == 1:
        write(document.add_paragraph(), official_words.DEAR.format(to=letter.to[0]), 14)
    else:
        _dear_many(document, letter.to)
    write(document.add_paragraph(), "", 14)


def _dear_many(document: WordDocument, to: Sequence[str]) -> None:
    """One line for each, with a dash, below the colon."""
    dear = write(document.add_paragraph(), official_words.DEAR_MANY, 14, align=LEFT)
    dear.paragraph_format.left_indent = Mm(_TO_ROOM - 20)
    for place, line in enumerate(to, start=1):
        end = "." if place == len(to) else ";"
        shape = write(document.add_paragraph(), f"- {line}{end}", 14, align=LEFT).paragraph_format
        shape.left_indent, shape.first_line_indent = Mm(_TO_ROOM + 4), Mm(-4)


def _facts(document: WordDocument, letter: Letter) -> None:
    write_body(document, letter_words.IN_TABLE, kept=True)
    _table(document, facts_table(letter.facts), lefts_from=1)
    _below(document, letter)


def _annex(document: WordDocument, letter: Letter) -> None:
    enclosed = letter_words.ENCLOSED.format(sign=_sign(letter), by=letter.names.by, **_open_day(letter))
    add_wide_section(document)
    write_annex_head(document, letter_words.ANNEX, letter_words.ANNEX_TITLES[letter.kind], enclosed)
    _table(document, list_table(letter.facts, letter.districts), lefts_from=0)
    _below(document, letter)


def _table(document: WordDocument, table: Table, lefts_from: int) -> None:
    drawn = add_table(document, table.rows, table.widths, 12, range(lefts_from, len(table.widths)))
    join_cells(drawn, table.titles, table.first_cells)


def _below(document: WordDocument, letter: Letter) -> None:
    """What has to be known to read the table, and what it was made from."""
    lines = (*letter.notes, letter_words.SOURCE.format(code=letter.source))
    for place, line in enumerate(lines):
        shape = write(document.add_paragraph(), line, 11, italic=True, align=LEFT).paragraph_format
        shape.space_before = Pt(4 if not place else 0)
        shape.space_after = Pt(6 if place == len(lines) - 1 else 0)
