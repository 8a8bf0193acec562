"""The form of an official document after Nghi dinh 30/2020/ND-CP, appendix I: sheets, paragraphs and rules of Word."""

from __future__ import annotations

import unicodedata
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
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


def add_wide_section(document: WordDocument) -> None:
    """What follows stands on sheets on their side, with the same margins and the header of every page but the first."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.different_first_page_header_footer = False


def add_page_number(paragraph: Any) -> None:
    """The field PAGE, 14, centred."""
    write(paragraph, "", 14)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
