"""Texts and tables of slides, as Office itself would make them: every line its own run, every cell a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Mm, Pt

from scorecard.briefing.slides.row_heights import Fitted
from scorecard.lights.status import NO_RULE, Status, rgb_of

WIDTH, EDGE = 338.7, 10.0  # mm: a wide slide and its margin
_FONT = "Arial"
_INK = "#1a2332"
_NOTHING = "\u00a0"
Cell = tuple[str, str]


def add_table(
    slide: Any,
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    fitted: Fitted,
    align: PP_ALIGN = PP_ALIGN.CENTER,
) -> None:
    """Puts a table on a slide, below its title; the second part of a cell is its light, `head` or nothing."""
    place = Mm(EDGE), Mm(24), Mm(WIDTH - 2 * EDGE), Mm(sum(fitted.heights))
    table = slide.shapes.add_table(len(rows), len(widths), *place).table
    table.horz_banding = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for line, row, height in zip(table.rows, rows, fitted.heights, strict=True):
        line.height = Mm(height)
        for column, (cell, (text, status)) in enumerate(zip(line.cells, row, strict=True)):
            _cell(cell, text, status, fitted.size, PP_ALIGN.LEFT if column == 0 else align)


def _cell(cell: Any, text: str, status: str, size: float, align: PP_ALIGN) -> None:
    fill, ink = paint_of(status) if status else ("#ffffff", _INK)
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(fill)
    cell.margin_top = cell.margin_bottom = Mm(0.1)
    cell.margin_left = cell.margin_right = Mm(1)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    # An empty cell would take the height of the letters it does not have.
    write(cell.text_frame, [text or _NOTHING], size, bold=status == "head", ink=ink, align=align)


def paint_of(status: str) -> tuple[str, str]:
    """The field and the ink of a status; heads of tables are grey as what has no rule."""
    look = (NO_RULE if status == "head" else Status(status)).look
    return look.flat, look.ink


def colour(text: str) -> RGBColor:
    """`#rrggbb` as a colour."""
    return RGBColor(*rgb_of(text))  # type: ignore[no-untyped-call]


def add_text(
    slide: Any, place: tuple[float, float, float, float], lines: Sequence[str], size: float, **look: Any
) -> Any:
    """Puts lines into a box of its own: left, top, width and height in mm."""
    box = slide.shapes.add_textbox(*(Mm(side) for side in place))
    box.text_frame.word_wrap = True
    write(box.text_frame, lines, size, **look)
    return box


def write(frame: Any, lines: Sequence[str], size: float, **look: Any) -> None:
    """Puts lines into an empty frame."""
    first = frame.paragraphs[0]
    for number, text in enumerate(lines):
        _fill(first if number == 0 else frame.add_paragraph(), text, size, **look)


def add_line(frame: Any, text: str, size: float, **look: Any) -> None:
    """One more line of a frame."""
    _fill(frame.add_paragraph(), text, size, **look)


def _fill(
    paragraph: Any, text: str, size: float, *, bold: bool = False, ink: str = _INK, align: PP_ALIGN = PP_ALIGN.LEFT
) -> None:
    run = paragraph.add_run()
    run.text = text
    paragraph.alignment = align
    run.font.name, run.font.size, run.font.bold = _FONT, Pt(size), bold
    run.font.color.rgb = colour(ink)
