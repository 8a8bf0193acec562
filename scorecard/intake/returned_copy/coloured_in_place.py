"""A marked copy of an .xlsx that keeps the rest of it: formats, formulas with their values, hidden sheets."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils.exceptions import IllegalCharacterError, InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from PIL.Image import DecompressionBombError

from scorecard.files.zip_files import repack
from scorecard.intake.returned_copy.formula_values import too_costly, values_of_formulas, with_values
from scorecard.intake.returned_copy.mistake_list import (
    DOUBTFUL_FILL,
    FONT,
    FORMULA_SIGNS,
    WIDTHS,
    WRONG_FILL,
    Mark,
    Marking,
    row_height,
)
from scorecard.text import returned_copy_words, workbook_words

# What openpyxl was seen to raise for damaged files: nearly everything, so what it fails on is written anew instead.
_FAILURES = (
    ArithmeticError, AssertionError, AttributeError, EOFError, IllegalCharacterError, InvalidFileException,
    DecompressionBombError, LookupError, MemoryError, OSError, RuntimeError, SyntaxError, TypeError, ValueError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip
_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FIXED = rb"\g<1>2000-01-01T00:00:00Z"


def keep_and_mark(content: bytes, marking: Marking, *hints: str) -> bytes | None:
    """The workbook with its bad cells coloured and the list in front; None for one that cannot be kept.

    Macros are dropped. The same file gives the same bytes.
    """
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of parts that are not kept, which a reader has no use for
        try:
            if too_costly(content):
                return None
            book = openpyxl.load_workbook(io.BytesIO(content))
            _mark_sheets(book, marking)
            _add_list(book, marking, hints)
            book.save(stream)
            return _finished(stream.getvalue(), content)
        except _FAILURES:
            return None


def _finished(saved: bytes, content: bytes) -> bytes:
    changed = with_values(saved, values_of_formulas(content))
    with zipfile.ZipFile(io.BytesIO(saved)) as packed:
        changed[_CORE] = _MOMENT.sub(_FIXED, packed.read(_CORE))
    return repack(saved, changed)


def _mark_sheets(book: Workbook, marking: Marking) -> None:
    again = workbook_words.MARKS_SHEET in book.sheetnames
    for sheet in book.worksheets:
        if again:
            _clear(sheet)
        for place, mark in marking.cells.get(sheet.title, {}).items():
            _mark_cell(_shown_cell(sheet, place), mark)


def _clear(sheet: Worksheet) -> None:
    """Takes off what an earlier marking said: it may be mended."""
    # Not through the rows: they would make every blank cell there could be.
    for cell in list(sheet._cells.values()):  # noqa: SLF001
        if isinstance(cell, Cell) and cell.comment and cell.comment.author == returned_copy_words.AUTHOR:
            cell.comment, cell.fill = None, PatternFill()


def _shown_cell(sheet: Worksheet, place: str) -> Cell:
    """The cell itself, or the one that is shown in its place where cells are merged."""
    cell = sheet[place]
    if not isinstance(cell, MergedCell):
        assert isinstance(cell, Cell)
        return cell
    (area,) = [area for area in sheet.merged_cells.ranges if place in area]
    shown = sheet.cell(area.min_row, area.min_col)
    assert isinstance(shown, Cell)
    return shown


def _mark_cell(cell: Cell, mark: Mark) -> None:
    before = cell.comment.text if cell.comment else ""
    text = "\n\n".join(filter(None, [mark.comment, before]))
    cell.comment = Comment(text, returned_copy_words.AUTHOR, height=140, width=340)
    cell.fill = PatternFill("solid", fgColor=_argb(WRONG_FILL if mark.bad else DOUBTFUL_FILL))
    cell.protection = Protection(locked=False)


def _argb(colour: str) -> str:
    return "FF" + colour.removeprefix("#")


def _add_list(book: Workbook, marking: Marking, hints: tuple[str, ...]) -> None:
    if workbook_words.MARKS_SHEET in book.sheetnames:
        del book[workbook_words.MARKS_SHEET]
    for other in book.worksheets:
        # Two sheets chosen at once are typed into at once.
        other.sheet_view.tabSelected = False
    sheet = book.create_sheet(workbook_words.MARKS_SHEET, 0)
    for number, row in enumerate(marking.headed(*hints), start=1):
        sheet.row_dimensions[number].height = row_height(row)
        for column, text in enumerate(row, start=1):
            _write_text(
                sheet.cell(number, column),
                text,
                head=number == 1 or row == returned_copy_words.HEADINGS,
                wrap=len(row) > 1,
            )
    for letter, width in zip("ABCDE", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    book.active = 0


def _write_text(cell: Cell, text: str, *, head: bool, wrap: bool) -> None:
    cell.value = text
    cell.data_type = "s"  # never a formula, whatever it begins with
    cell.quotePrefix = text.startswith(FORMULA_SIGNS)
    cell.font = Font(name=FONT, size=11, bold=head)
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
