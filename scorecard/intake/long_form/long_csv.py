"""Reads the long CSV: one row a figure, header exactly COLUMNS, UTF-8 with or without BOM."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass, field

from scorecard.intake.cells.problems import Problem
from scorecard.snapshots.index import Input
from scorecard.text import intake_words

MOST_LINES = 50_000
COLUMNS = ("unit_id", "indicator_id", "as_of", "numerator", "denominator", "source", "note")


@dataclass(frozen=True)
class RawFigure:
    """One row as text, and where it stands; the header is line 1.

    A row of a workbook also names its sheet and, by column, the address of each cell; `unread` holds what is wrong
    with the cells that could not be read, by column. `sha256` is the identity of the file. `origin` says where the
    numbers stand, for whoever asks for the source of a figure.
    """

    file: str
    line: int
    cells: dict[str, str]
    sheet: str = ""
    places: dict[str, str] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    sha256: str = ""
    origin: str = ""

    @property
    def source(self) -> str:
        """The source as its sender names it, and where the numbers stand."""
        return "; ".join(part for part in (self.cells["source"], self.origin) if part)

    def problem(self, column: str, advice: str) -> Problem:
        """A problem with the cell of a column."""
        cell = self.places.get(column, "")
        return Problem(self.file, self.line, column, self.cells[column], advice, self.sheet, cell, self.sha256)


@dataclass(frozen=True)
class RawFile:
    """What a file held: its rows, what could not be read, what should be looked at, and its identity.

    `synthetic` is whether it says of itself that its figures are invented.
    """

    source: Input
    figures: tuple[RawFigure, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    synthetic: bool = False


def read_long_csv(name: str, content: bytes) -> RawFile:
    """All rows of a file and every problem of its form."""
    figures, problems = _read_rows(name, content)
    return RawFile(identity(name, content), tuple(figures), tuple(problems))


def identity(name: str, content: bytes) -> Input:
    """What a manifest says of a file: its name and the hash of its bytes."""
    return Input(name=name, sha256=hashlib.sha256(content).hexdigest())


def _read_rows(file: str, content: bytes) -> tuple[list[RawFigure], list[Problem]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [Problem(file, 0, advice=intake_words.NOT_UTF8.format(place=error.start + 1))]
    figures: list[RawFigure] = []
    problems: list[Problem] = []
    # Not splitlines(): a form feed or a Unicode line separator inside a note is not a new row.
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        header = next(reader, [])
        if tuple(cell.strip() for cell in header) != COLUMNS:
            advice = intake_words.HEADER.format(found=",".join(header)[:200], wanted=",".join(COLUMNS))
            return [], [Problem(file, 1, advice=advice)]
        for cells in reader:
            line = reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(COLUMNS):
                problems.append(
                    Problem(file, line, advice=intake_words.CELLS.format(found=len(cells), wanted=len(COLUMNS)))
                )
                continue
            if len(figures) == MOST_LINES:
                return [], [Problem(file, line, advice=intake_words.TOO_MANY_LINES.format(most=MOST_LINES))]
            row = dict(zip(COLUMNS, map(str.strip, cells), strict=True))
            figures.append(RawFigure(file, line, row, origin=intake_words.CSV_ORIGIN.format(file=file, line=line)))
    except csv.Error as error:
        problems.append(Problem(file, max(line, reader.line_num), advice=intake_words.NOT_CSV.format(detail=error)))
    return figures, problems
