"""A copy of a file that can be sent back: bad cells coloured and commented, all mistakes listed on the first sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scorecard.catalog import MappedColumn
from scorecard.intake.cells.cell_values import Cell
from scorecard.intake.cells.problems import Problem
from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.exports.text_export import read_delimited
from scorecard.intake.long_form.csv_sheet import csv_sheet
from scorecard.intake.returned_copy.coloured_in_place import keep_and_mark
from scorecard.intake.returned_copy.mistake_list import build_marking, shown
from scorecard.intake.returned_copy.written_anew import write_anew
from scorecard.intake.workbooks.cost_limits import MOST_BYTES, ZIP, address
from scorecard.intake.workbooks.workbook import Sheet, is_workbook, read_workbook
from scorecard.text import returned_copy_words, workbook_words

_MOST_CELLS = 200_000
_MOST_STEM = 80
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')


def marked_copy(
    name: str,
    content: bytes,
    problems: Sequence[Problem],
    warnings: Sequence[Problem],
    columns: Iterable[MappedColumn] = (),
) -> bytes:
    """An .xlsx with every bad cell red and every doubtful one amber; corrected there, it can be given to `ingest`.

    An .xlsx keeps what it has but macros; any other file is written anew with its values in the same cells. One that
    cannot be read, or is too large for a copy, gives the list of mistakes alone. The same file gives the same bytes.
    `columns` are the exports the catalogue describes: one in text form is split as it was when it was checked.
    """
    workbook = is_workbook(name, content)
    marking = build_marking(name, problems, warnings, workbook=workbook)
    sheets = _sheets(content, workbook, columns)
    if content.startswith(ZIP) and sheets:
        kept = keep_and_mark(content, marking, returned_copy_words.HINT)
        if kept is not None and _says_the_same(kept, sheets):
            return kept
    hints = (returned_copy_words.HINT, returned_copy_words.ANEW) if sheets else (returned_copy_words.NOT_COPIED,)
    return write_anew(sheets, marking, *hints)


def marked_name(name: str, number: int = 1) -> str:
    """What to call the copy of a file; whatever the name holds, it names one file in one folder."""
    last = re.split(r"[/\\]", name)[-1]
    stem = (
        shown(_NOT_IN_NAMES.sub("_", last.rpartition(".")[0] or last), _MOST_STEM).strip(". …")
        or returned_copy_words.NAMELESS
    )
    return (returned_copy_words.FILE if number == 1 else returned_copy_words.FILE_AGAIN).format(
        stem=stem, number=number
    )


def _sheets(content: bytes, workbook: bool, columns: Iterable[MappedColumn]) -> tuple[Sheet, ...]:
    """The sheets to be copied; none of a file that cannot be read or is too large."""
    if len(content) > MOST_BYTES:
        return ()
    try:
        export = None if workbook else read_delimited(content, columns)
        if export:
            sheets: tuple[Sheet, ...] = (replace(export, name=workbook_words.DATA_SHEET),)
        else:
            sheets = read_workbook(content) if workbook else csv_sheet(content)
    except BadValueError:
        return ()
    own = tuple(sheet for sheet in sheets if sheet.name != workbook_words.MARKS_SHEET)
    return own if sum(len(_said(sheet)[1]) for sheet in own) <= _MOST_CELLS else ()


def _says_the_same(copy: bytes, sheets: tuple[Sheet, ...]) -> bool:
    """Whether a copy reads as the original does: what a figure is must not depend on what made the copy."""
    try:
        copied = read_workbook(copy)
    except BadValueError:
        return False
    return {sheet.name: _said(sheet) for sheet in copied if sheet.name != workbook_words.MARKS_SHEET} == {
        sheet.name: _said(sheet) for sheet in sheets
    }


def _said(sheet: Sheet) -> tuple[bool, dict[str, Cell], dict[str, str]]:
    cells = {
        address(row, column): cell
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells)
        if cell != ""
    }
    return sheet.hidden, cells, sheet.marks.errors
