"""The briefing as three slides of native text and tables, so that a presenter can change a word."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Mm, Pt

from scorecard.briefing.content import Briefing
from scorecard.briefing.standing import UnitStanding
from scorecard.errors import SnapshotError
from scorecard.packing import repack
from scorecard.text import briefing as say
from scorecard.text import general, report
from scorecard.text import ui as words

_FONT = "Arial"
_WIDTH, _HEIGHT, _EDGE = 338.7, 190.5, 10.0  # mm: a wide slide and its margin
_LOOKS = {"red": ("C62828", "FFFFFF"), "amber": ("FFD266", "402A00"), "green": ("CFE9D6", "124A2B")}
_OTHER = ("E1E6EE", "333D4D")
_PLAIN = ("FFFFFF", "1A2332")
_ROOM = 148.0  # mm for a table
_LOWEST = 3.4  # mm: a row that is lower cannot be read
_TITLE_ONLY = 5
_NOTHING = "\u00a0"
_Cell = tuple[str, str]


def render_slides(briefing: Briefing, cut_off: dt.datetime) -> bytes:
    """Counts and decisions; the matrix; what is red or amber. Raises SnapshotError where a table does not fit."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Mm(_WIDTH), Mm(_HEIGHT)
    _overview(_slide(deck, briefing, briefing.title), briefing)
    matrix = _matrix(briefing)
    second = _slide(deck, briefing, words.MATRIX)
    _text(second, (_EDGE, 173, 318, 7), [report.SIGNS_NOTE], 9)
    _table(second, matrix, [46, *[20] * (len(matrix[0]) - 1)])
    _table(_slide(deck, briefing, say.PAGE_THREE), _standing(briefing), [62, 118, 138], PP_ALIGN.LEFT)
    about = deck.core_properties
    origin = briefing.origin
    about.title = say.DOCUMENT.format(title=briefing.title, week=origin.week, range=origin.week_range)
    about.author, about.last_modified_by, about.revision = "", "", 1
    about.created = about.modified = cut_off.astimezone(dt.UTC).replace(tzinfo=None)
    made = io.BytesIO()
    deck.save(made)
    return repack(made.getvalue())


def _slide(deck: Any, briefing: Briefing, title: str) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    heading, origin = slide.shapes.title, briefing.origin
    heading.left, heading.top, heading.width, heading.height = Mm(_EDGE), Mm(5), Mm(200), Mm(14)
    _write(heading.text_frame, [title], 20, bold=True)
    mark = f"{general.SYNTHETIC} · " if origin.synthetic else ""
    _text(slide, (212, 6, 116, 12), [f"{mark}{origin.week} ({origin.week_range})"], 11, bold=True, align=PP_ALIGN.RIGHT)
    cut_off = say.CUT_OFF.format(moment=origin.cut_off, revision=origin.revision)
    _text(slide, (_EDGE, 180, 318, 8), [f"{mark}{cut_off} · {origin.code_line}"], 9)
    return slide


def _overview(slide: Any, briefing: Briefing) -> None:
    for place, count in enumerate(briefing.counts):
        fill, ink = _LOOKS.get(count.status, _OTHER)
        box = _text(slide, (_EDGE + place * 80, 24, 76, 26), [str(count.number)], 28, bold=True, ink=ink)
        box.fill.solid()
        box.fill.fore_color.rgb = _colour(fill)
        _line(box.text_frame, words.COUNT_NAMES[count.status], 12, ink=ink)
    _text(slide, (_EDGE, 53, 318, 14), [briefing.headline], 12)
    calls = slide.shapes.add_textbox(Mm(_EDGE), Mm(70), Mm(318), Mm(108))
    calls.text_frame.word_wrap = True
    _write(calls.text_frame, [words.CALLS if briefing.calls else words.NO_CALLS], 14, bold=True)
    for number, call in enumerate(briefing.calls, start=1):
        _line(calls.text_frame, f"{number}. {call.lead}{call.headline}", 16, bold=True)
        _line(calls.text_frame, call.detail, 13)


def _matrix(briefing: Briefing) -> list[list[_Cell]]:
    columns = [place for place, column in enumerate(briefing.matrix.columns) if column.in_letter]
    head = [say.UNIT, *(str(briefing.matrix.columns[place].task_no) for place in columns), *report.COLUMNS[:2]]
    rows: list[list[_Cell]] = [[(text, "head") for text in head]]
    for row in [row for block in briefing.matrix.blocks for row in block.rows]:
        lights = [row.lights[place] for place in columns]
        cells = [(report.SIGNS[light.status], light.status) if light else ("", "head") for light in lights]
        rows.append([(row.name, ""), *cells, (str(row.red), ""), (str(row.amber), "")])
    return rows


def _standing(briefing: Briefing) -> list[list[_Cell]]:
    head = [(say.UNIT, "head"), *((say.COLOUR[status].capitalize(), "head") for status in ("red", "amber"))]
    return [head, *([(unit.unit, ""), _listed(unit, "red"), _listed(unit, "amber")] for unit in briefing.standing)]


def _listed(unit: UnitStanding, status: str) -> _Cell:
    found = [light for light in unit.lights if light.status == status]
    texts = [say.SHORT_LIGHT.format(task=light.task_no, duration=light.duration) for light in found]
    return "; ".join(texts), status if texts else ""


def _table(
    slide: Any, rows: Sequence[Sequence[_Cell]], widths: Sequence[float], align: PP_ALIGN = PP_ALIGN.CENTER
) -> None:
    height = min(8.0, _ROOM / len(rows))
    if height < _LOWEST:
        raise SnapshotError(say.TOO_MANY_ROWS.format(rows=len(rows)))
    columns = len(rows[0])
    scale = (_WIDTH - 2 * _EDGE) / sum(widths[:columns])
    place = Mm(_EDGE), Mm(24), Mm(_WIDTH - 2 * _EDGE), Mm(height * len(rows))
    table = slide.shapes.add_table(len(rows), columns, *place).table
    table.horz_banding = False
    for column, width in zip(table.columns, widths, strict=False):
        column.width = Mm(width * scale)
    for line, row in zip(table.rows, rows, strict=True):
        line.height = Mm(height)
        for column, (cell, (text, status)) in enumerate(zip(line.cells, row, strict=True)):
            _cell(cell, text, status, min(10.0, height * 1.6), PP_ALIGN.LEFT if column == 0 else align)


def _cell(cell: Any, text: str, status: str, size: float, align: PP_ALIGN) -> None:
    fill, ink = _LOOKS.get(status, _OTHER) if status else _PLAIN
    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour(fill)
    cell.margin_top = cell.margin_bottom = Mm(0.1)
    cell.margin_left = cell.margin_right = Mm(1)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    # An empty cell would take the height of the letters it does not have.
    _write(cell.text_frame, [text or _NOTHING], size, bold=status == "head", ink=ink, align=align)


def _colour(text: str) -> RGBColor:
    red, green, blue = bytes.fromhex(text)
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]


def _text(slide: Any, place: tuple[float, float, float, float], lines: Sequence[str], size: float, **look: Any) -> Any:
    box = slide.shapes.add_textbox(*(Mm(side) for side in place))
    box.text_frame.word_wrap = True
    _write(box.text_frame, lines, size, **look)
    return box


def _write(frame: Any, lines: Sequence[str], size: float, **look: Any) -> None:
    first = frame.paragraphs[0]
    for number, text in enumerate(lines):
        _fill(first if number == 0 else frame.add_paragraph(), text, size, **look)


def _line(frame: Any, text: str, size: float, **look: Any) -> None:
    _fill(frame.add_paragraph(), text, size, **look)


def _fill(
    paragraph: Any, text: str, size: float, *, bold: bool = False, ink: str = "1A2332", align: PP_ALIGN = PP_ALIGN.LEFT
) -> None:
    run = paragraph.add_run()
    run.text = text
    paragraph.alignment = align
    run.font.name, run.font.size, run.font.bold = _FONT, Pt(size), bold
    run.font.color.rgb = _colour(ink)
