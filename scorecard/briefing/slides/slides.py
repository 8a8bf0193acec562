"""The briefing as three slides of native text and tables, so that a presenter can change a word."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from typing import Any

from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.util import Mm

from scorecard.briefing.content.content import Briefing
from scorecard.briefing.slides.row_heights import find_rows, fit_rows, fit_sentences
from scorecard.briefing.slides.slide_rows import matrix_rows, standing_rows, texts_of
from scorecard.briefing.slides.text_boxes import (
    EDGE,
    WIDTH,
    Cell,
    add_line,
    add_table,
    add_text,
    colour,
    paint_of,
    write,
)
from scorecard.files.zip_files import repack
from scorecard.text import briefing_words, general_words, interface_words, outstanding_words, report_words

_HEIGHT = 190.5  # mm
_ROOM = 148.0  # mm for a table
_TITLE_ONLY = 5
_MOST_NAMED, _MOST_TEXT, _MOST_UNITS = 3, 120, 5  # decisions, letters of one, units without an explanation


def render_slides(briefing: Briefing, cut_off: dt.datetime) -> bytes:
    """Counts and decisions; the matrix; what is red or amber. Raises SnapshotError where a table does not fit."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Mm(WIDTH), Mm(_HEIGHT)
    _overview(_slide(deck, briefing, briefing.title), briefing)
    matrix = matrix_rows(briefing)
    second = _slide(deck, briefing, interface_words.MATRIX)
    add_text(second, (EDGE, 173, 318, 7), [report_words.SIGNS_NOTE], 9)
    widths = _widths([46, *[20] * (len(matrix[0]) - 1)])
    add_table(second, matrix, widths, fit_rows(texts_of(matrix), widths, _ROOM, even=True))
    _last(_slide(deck, briefing, briefing_words.PAGE_THREE), standing_rows(briefing))
    about = deck.core_properties
    origin = briefing.origin
    about.title = briefing_words.DOCUMENT.format(title=briefing.title, week=origin.week, range=origin.week_range)
    about.author, about.last_modified_by, about.revision = "", "", 1
    about.created = about.modified = cut_off.astimezone(dt.UTC).replace(tzinfo=None)
    made = io.BytesIO()
    deck.save(made)
    return repack(made.getvalue())


def _slide(deck: Any, briefing: Briefing, title: str) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    heading, origin = slide.shapes.title, briefing.origin
    heading.left, heading.top, heading.width, heading.height = Mm(EDGE), Mm(5), Mm(200), Mm(14)
    write(heading.text_frame, [title], 20, bold=True)
    mark = f"{general_words.SYNTHETIC} · " if origin.synthetic else ""
    add_text(
        slide, (212, 6, 116, 12), [f"{mark}{origin.week} ({origin.week_range})"], 11, bold=True, align=PP_ALIGN.RIGHT
    )
    cut_off = briefing_words.CUT_OFF.format(moment=origin.cut_off, revision=origin.revision)
    add_text(slide, (EDGE, 180, 318, 8), [f"{mark}{cut_off} · {origin.code_line}"], 9)
    return slide


def _overview(slide: Any, briefing: Briefing) -> None:
    for place, count in enumerate(briefing.counts):
        fill, ink = paint_of(count.status)
        box = add_text(slide, (EDGE + place * 80, 24, 76, 26), [str(count.number)], 28, bold=True, ink=ink)
        box.fill.solid()
        box.fill.fore_color.rgb = colour(fill)
        add_line(box.text_frame, general_words.COLOUR[count.status], 12, ink=ink)
    lines = [briefing.headline, *(pair.sentence for pair in briefing.timeliness)]
    add_text(slide, (EDGE, 53, 318, 14), lines, 12)
    calls = slide.shapes.add_textbox(Mm(EDGE), Mm(76), Mm(318), Mm(102))
    calls.text_frame.word_wrap = True
    write(calls.text_frame, [interface_words.CALLS if briefing.calls else interface_words.NO_CALLS], 14, bold=True)
    said = [(f"{number}. {call.lead}{call.headline}", call.detail) for number, call in enumerate(briefing.calls, 1)]
    said += _outstanding(briefing)
    sizes = fit_sentences(said, 312, 94)
    for strong, soft in said:
        add_line(calls.text_frame, strong, sizes[0], bold=True)
        if soft:
            add_line(calls.text_frame, soft, sizes[1])


def _outstanding(briefing: Briefing) -> Iterator[tuple[str, str]]:
    said = briefing.outstanding
    if said.decisions:
        more = len(said.decisions) - _MOST_NAMED
        texts = [one.sentence(_MOST_TEXT) for one in said.decisions[:_MOST_NAMED]]
        texts += [outstanding_words.MORE_DECISIONS.format(count=more)] if more > 0 else []
        yield said.title, "; ".join(texts)
    if said.lacking:
        yield said.lacking_title, said.lacking_units(_MOST_UNITS)
    if said.unread:
        yield said.unread, ""


def _last(slide: Any, rows: list[list[Cell]]) -> None:
    """What is red or amber; units that find no room are counted in the last row."""
    widths = _widths([62, 118, 138])
    shown, every = rows, len(rows)
    while (fitted := find_rows(texts_of(shown), widths, _ROOM)) is None:
        rows = rows[:-1]
        shown = [*rows, [(briefing_words.MORE_UNITS.format(count=every - len(rows)), ""), ("", ""), ("", "")]]
    add_table(slide, shown, widths, fitted, PP_ALIGN.LEFT)


def _widths(parts: Sequence[float]) -> list[float]:
    """Columns in these proportions, as wide as the slide."""
    return [part * (WIDTH - 2 * EDGE) / sum(parts) for part in parts]
