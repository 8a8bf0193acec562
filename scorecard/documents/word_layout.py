"""The form of an official document after Nghi dinh 30/2020/ND-CP, appendix I: paragraphs, rules and tables of Word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

FONT = "Times New Roman"
LEFT, CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
TEXT_WIDTH = 165  # mm: A4 less margins of 30 and 15
_NARROW, _WIDE = "IJ", "MW"


def new_document() -> WordDocument:
    """A4 portrait, margins 20/20/30/15 mm, Times New Roman 14, black, Vietnamese."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    style = document.styles["Normal"]
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(14), RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        properties.rFonts.set(qn(kind), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    properties.append(language)
    return document


def write(
    paragraph: Any,
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = CENTER,
) -> Any:
    """Puts a line into an empty paragraph, without space around it; the paragraph is returned."""
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    shape = paragraph.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing = 1.0
    paragraph.alignment = align
    return paragraph


def write_body(document: WordDocument, text: str, *, bold: bool = False, kept: bool = False) -> None:
    """A paragraph of the body: 14, justified, first line 1.27 cm, 6 pt after, spacing 1.15."""
    paragraph = write(document.add_paragraph(), text, 14, bold=bold, align=JUSTIFY)
    shape = paragraph.paragraph_format
    shape.first_line_indent, shape.space_after, shape.line_spacing = Cm(1.27), Pt(6), 1.15
    shape.keep_with_next = bold or kept


def draw_rule(paragraph: Any, room: float, length: float) -> None:
    """A rule of `length` mm in the middle of `room` mm, as the upper border of a paragraph that is all but flat."""
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Mm((room - length) / 2)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(1), Pt(0), Pt(4)
    paragraph.add_run().font.size = Pt(2)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def capitals_width(text: str, size: float) -> float:
    """The width in mm of bold capitals in Times: near enough for a rule of a third to half of it."""
    plain = [c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)]
    ems = sum(0.25 if c == " " else 0.42 if c in _NARROW else 0.97 if c in _WIDE else 0.70 for c in plain)
    return ems * size * 25.4 / 72


def add_table(
    where: Any, rows: Sequence[Sequence[str]], widths: Sequence[float], size: float, lefts: Sequence[int] = (0,)
) -> Any:
    """A bordered table; the first row is its head and comes again on every page; columns `lefts` are not centred."""
    table = where.add_table(rows=0, cols=len(widths))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for place, row in enumerate(rows):
        line = table.add_row()
        for column, (cell, text) in enumerate(zip(line.cells, row, strict=True)):
            align = LEFT if column in lefts and place else CENTER
            write(cell.paragraphs[0], text, size, bold=not place, align=align)
        _mark_row(line, "w:cantSplit")
    _mark_row(table.rows[0], "w:tblHeader")
    _set_widths(table, widths)
    _mark_row(table.rows[0], "w:cantSplit")
    return table


def join_cells(table: Any, titles: Iterable[int], first_cells: Iterable[tuple[int, int]]) -> None:
    """Makes one bold cell of each row of `titles`, and one of the first cells from one row to another."""
    rows = list(table.rows)
    for place in titles:
        cells = rows[place].cells
        title = _join(cells[0], cells[-1])
        title.paragraph_format.keep_with_next = True
        for run in title.runs:
            run.bold = True
    for first, last in first_cells:
        _join(rows[first].cells[0], rows[last].cells[0])


def _join(first: Any, last: Any) -> Any:
    """Two cells and those between them as one with the first's text; its paragraph is returned."""
    kept, *others = first.merge(last).paragraphs
    for paragraph in others:
        paragraph._p.getparent().remove(paragraph._p)
    return kept


def add_wide_section(document: WordDocument) -> None:
    """What follows stands on sheets on their side, with the same margins and the header of every page but the first."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.different_first_page_header_footer = False


def add_columns(document: WordDocument, widths: Sequence[float]) -> Any:
    """A row of cells without borders, for the head and the signature."""
    table = document.add_table(rows=1, cols=len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _set_widths(table, widths)
    _mark_row(table.rows[0], "w:cantSplit")
    return table.rows[0].cells


def add_page_number(paragraph: Any) -> None:
    """The field PAGE, 14, centred."""
    write(paragraph, "", 14)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    """Of the grid and of the cells: Word goes by the one, LibreOffice by the other."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _mark_row(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
