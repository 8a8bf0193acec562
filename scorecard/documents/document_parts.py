"""What every official document has in common: names, head, signature, annexes, headers, and how it is saved."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.shared import Pt

from scorecard.catalog import Rules
from scorecard.documents.word_layout import LEFT, add_page_number, capitals_width, draw_rule, write
from scorecard.documents.word_tables import add_columns
from scorecard.files.zip_files import repack
from scorecard.format import date_vi
from scorecard.text import briefing_words, general_words, official_words

_LEFT_ROOM, _RIGHT_ROOM = 60.0, 105.0
MOTTO_WIDTH = 59.7  # mm: the motto in Times New Roman Bold 14
_CELL_MARGINS = 3.8  # mm: left and right of a cell together
_RULE_SHARE = 0.42  # of the text above it: between a third and half


@dataclass(frozen=True)
class Names:
    """Who is over the office, the office, its sign in numbers, its place, whom it reports to, who drafts.

    What the catalogue does not say stands open, in brackets.
    """

    over: str
    by: str
    sign: str
    place: str
    to: str
    drafter: str

    @property
    def archive(self) -> str:
        """The last line of the receivers."""
        return official_words.ARCHIVE.format(drafter=f", {self.drafter}" if self.drafter else "")


def names_of(rules: Rules) -> Names:
    """The names as the settings of a catalogue say them."""
    return Names(
        over=rules.report_over or official_words.OPEN_OVER,
        by=rules.report_by or official_words.OPEN_BY,
        sign=rules.report_sign or official_words.OPEN_SIGN,
        place=rules.report_place or official_words.OPEN_PLACE,
        to=rules.report_to or official_words.OPEN_TO,
        drafter=rules.report_archive,
    )


def write_head(document: WordDocument, names: Names, number: str, day: dict[str, str], about: str = "") -> None:
    """The office with the number, the nation with place and day; `about` is the matter of a letter under its number."""
    left, right = add_columns(document, (_LEFT_ROOM, _RIGHT_ROOM))
    write(left.paragraphs[0], names.over.upper(), 13)
    write(left.add_paragraph(), names.by.upper(), 13, bold=True)
    draw_rule(left.add_paragraph(), _LEFT_ROOM - _CELL_MARGINS, _RULE_SHARE * capitals_width(names.by.upper(), 13))
    write(left.add_paragraph(), number, 13)
    if about:
        write(left.add_paragraph(), about, 12).paragraph_format.space_before = Pt(6)
    write(right.paragraphs[0], official_words.NATION, 13, bold=True)
    write(right.add_paragraph(), official_words.MOTTO, 14, bold=True)
    draw_rule(right.add_paragraph(), _RIGHT_ROOM - _CELL_MARGINS, MOTTO_WIDTH)
    write(right.add_paragraph(), official_words.PLACE.format(place=names.place, **day), 14, italic=True)


def spoken_day(day: dt.date) -> dict[str, str]:
    """Days below 10 and the months 1 and 2 take a zero in front, as the decree has it."""
    month = f"{day.month:02d}" if day.month < 3 else f"{day.month}"
    return {"day": f"{day.day:02d}", "month": month, "year": f"{day.year}"}


def write_signature(document: WordDocument, names: Names, receivers: Sequence[str] = ()) -> None:
    """Who gets it besides whom it is addressed to, and room for the one who signs."""
    left, right = add_columns(document, (85, 80))
    write(left.paragraphs[0], official_words.RECEIVERS, 12, bold=True, italic=True, align=LEFT)
    for line in (official_words.AS_ABOVE, *receivers, names.archive):
        write(left.add_paragraph(), line, 11, align=LEFT)
    write(right.paragraphs[0], official_words.SIGNER, 14, bold=True)


def write_annex_head(document: WordDocument, name: str, title: str, enclosed: str, *, own_page: bool = False) -> None:
    """The first lines of an annex; with `own_page` they begin a new one."""
    first = write(document.add_paragraph(), name, 14, bold=True)
    first.paragraph_format.page_break_before = own_page
    write(document.add_paragraph(), title, 14, bold=True)
    write(document.add_paragraph(), enclosed, 14, italic=True).paragraph_format.space_after = Pt(6)


def write_headers(document: WordDocument, *, synthetic: bool) -> None:
    """The number of the page from the second on; over every page the mark of figures that are invented."""
    section = document.sections[0]
    add_page_number(section.header.paragraphs[0])
    mark = general_words.SYNTHETIC if synthetic else ""
    write(section.first_page_header.paragraphs[0], mark, 13, bold=True)
    if mark:
        write(section.header.add_paragraph(), mark, 13, bold=True)
    section.header.paragraphs[-1].paragraph_format.space_after = Pt(6)


def save(document: WordDocument, title: str, cut_off: dt.datetime) -> bytes:
    """The file; every date in it is the cut-off, so that equal content gives equal bytes."""
    about: Any = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = title, "", "", ""
    about.created = about.modified = cut_off.astimezone(dt.UTC).replace(tzinfo=None)
    about.language, about.revision = "vi-VN", 1
    made = io.BytesIO()
    document.save(made)
    return repack(made.getvalue())


def spoken_moment(moment: dt.datetime) -> str:
    """Hour, minute and day as a sentence says them, in the moment's own offset."""
    return briefing_words.MOMENT.format(hour=f"{moment:%H}", minute=f"{moment:%M}", day=date_vi(moment.date()))
