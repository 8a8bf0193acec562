"""Whether a file says of itself that its figures are invented, as the samples and the templates of a demo home do."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.intake.cells.text_folding import folded
from scorecard.intake.long_form.headings import SEARCHED_ROWS
from scorecard.intake.long_form.long_csv import RawFigure
from scorecard.intake.workbooks.workbook import Sheet
from scorecard.text import general_words

_MARK = folded(general_words.SYNTHETIC)


def says_invented(figures: Iterable[RawFigure], sheets: Iterable[Sheet] = ()) -> bool:
    """True where the mark stands above the figures of a sheet, or as the source or in the note of a figure."""
    above = (cell for sheet in sheets for row in sheet.rows[:SEARCHED_ROWS] for cell in row)
    beside = (figure.cells[name] for figure in figures for name in ("source", "note"))
    return any(isinstance(text, str) and _MARK in folded(text) for text in (*above, *beside))
