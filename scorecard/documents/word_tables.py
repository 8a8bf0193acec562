"""The tables of official documents in Word: bordered ones, and rows of cells without borders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Mm

from scorecard.documents.word_layout import CENTER, LEFT, write


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


def add_columns(document: WordDocument, widths: Sequence[float]) -> Any:
    """A row of cells without borders, for the head and the signature."""
    table = document.add_table(rows=1, cols=len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _set_widths(table, widths)
    _mark_row(table.rows[0], "w:cantSplit")
    return table.rows[0].cells


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    """Of the grid and of the cells: Word goes by the one, LibreOffice by the other."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _mark_row(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
