"""Bytes of a .csv that is not in the long form -> a sheet of text, if it is an export columns.csv describes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from scorecard.catalog import MappedColumn
from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.exports.export_headings import find_mapping
from scorecard.intake.long_form.headings import SEARCHED_ROWS
from scorecard.intake.long_form.long_csv import COLUMNS
from scorecard.intake.workbooks.cost_limits import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, column_letters
from scorecard.intake.workbooks.workbook import Sheet
from scorecard.text import intake_words, workbook_words

_DELIMITERS = ",;\t"


def read_delimited(content: bytes, columns: Iterable[MappedColumn]) -> Sheet | None:
    """The export in a UTF-8 text with one of three delimiters: the one by which most headings are known; else None.

    Raises BadValueError for an export that is too large or cannot be read to its end.
    """
    mapped = tuple(columns)
    return text_sheet(content, lambda first: _known_headings(first, mapped)) if mapped else None


def text_sheet(content: bytes, known_headings: Callable[[Sheet], int]) -> Sheet | None:
    """The sheet in a UTF-8 text by the delimiter that gives most known headings in its first rows; None without any.

    Raises BadValueError for a text that is too large or cannot be read to its end.
    """
    if len(content) > MOST_BYTES:
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    known = {delimiter: known_headings(_first_rows(text, delimiter)) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda delimiter: known[delimiter])
    return Sheet("", False, tuple(_rows(text, best))) if known[best] else None


def _known_headings(first: Sheet, mapped: tuple[MappedColumn, ...]) -> int:
    """How many headings of a mapping the first rows have; 0 for the long form and for what is no such text."""
    if not first.rows or tuple(str(cell).strip() for cell in first.rows[0]) == COLUMNS:
        return 0
    headings = find_mapping(first, mapped)
    return len(headings.found) if headings else 0


def _first_rows(text: str, delimiter: str) -> Sheet:
    try:
        return Sheet("", False, tuple(islice(_rows(text, delimiter), SEARCHED_ROWS)))
    except BadValueError:
        return Sheet("", False, ())


def _rows(text: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, row in enumerate(reader, start=1):
            if number > MOST_ROWS or len(row) > MOST_COLUMNS:
                cell = f"{column_letters(len(row))}{number}"
                raise BadValueError(
                    workbook_words.TOO_MANY_CELLS.format(cell=cell, rows=MOST_ROWS, columns=MOST_COLUMNS)
                )
            yield tuple(row)
    except csv.Error as error:
        raise BadValueError(intake_words.NOT_CSV.format(detail=error)) from None
