"""What a marked copy says of a file: the rows of its first sheet, and which cells are coloured with which comment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.intake.cells.problems import Problem
from scorecard.intake.long_form.long_csv import COLUMNS
from scorecard.intake.workbooks.cost_limits import column_letters
from scorecard.text import returned_copy_words, workbook_words

WRONG_FILL, DOUBTFUL_FILL = "#FF9C9C", "#FFD966"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
FONT = "Arial"
WIDTHS = (12, 22, 10, 36, 90)
_MOST_LISTED = 5000
_MOST_SAID = 2000
_MOST_FOUND = 200


@dataclass(frozen=True)
class Mark:
    """A coloured cell: red for a problem, amber for warnings only."""

    bad: bool
    comment: str


@dataclass(frozen=True)
class Marking:
    """Rows of the list, and the cells to be coloured by sheet and address."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    cells: dict[str, dict[str, Mark]]

    def headed(self, *hints: str) -> list[tuple[str, ...]]:
        """Everything that stands on the first sheet: title, hints, headings, rows."""
        return [(self.title,), *((hint,) for hint in hints), (), returned_copy_words.HEADINGS, *self.rows]


def row_height(row: tuple[str, ...]) -> float:
    """The points a row of the list needs: not every program makes room for text of several lines."""
    texts = zip(row, WIDTHS, strict=True) if len(row) == len(WIDTHS) else ()
    return 15.0 * max((sum(1 + len(part) // width for part in text.split("\n")) for text, width in texts), default=1)


def build_marking(name: str, problems: Sequence[Problem], warnings: Sequence[Problem], *, workbook: bool) -> Marking:
    """The marks of one file; a CSV file is marked on the sheet it is copied to."""
    found = [(True, problem) for problem in problems] + [(False, warning) for warning in warnings]
    rows, cells = [], defaultdict(lambda: defaultdict(list))  # type: ignore[var-annotated]
    for bad, problem in found[:_MOST_LISTED]:
        sheet = problem.sheet or ("" if workbook or not problem.line else workbook_words.DATA_SHEET)
        address = _address(problem)
        rows.append(_row(bad, problem, sheet, address))
        if sheet and address:
            cells[sheet][address].append((bad, problem))
    if len(found) > _MOST_LISTED:
        rows.append(("", "", "", "", returned_copy_words.MORE.format(count=len(found) - _MOST_LISTED)))
    marks = {sheet: {address: _mark(items) for address, items in places.items()} for sheet, places in cells.items()}
    return Marking(returned_copy_words.TITLE.format(name=shown(name, _MOST_FOUND)), tuple(rows), marks)


def _address(problem: Problem) -> str:
    """The cell to be coloured: for a whole line its first one, for a whole sheet or file none."""
    if problem.cell or not problem.line:
        return problem.cell
    column = COLUMNS.index(problem.column) if problem.column in COLUMNS and not problem.sheet else 0
    return f"{column_letters(column + 1)}{problem.line}"


def _row(bad: bool, problem: Problem, sheet: str, address: str) -> tuple[str, ...]:
    exact = problem.cell or (address if problem.column and not problem.sheet else "")
    place = exact or (
        returned_copy_words.LINE.format(line=problem.line)
        if problem.line
        else ""
        if sheet
        else returned_copy_words.WHOLE
    )
    level = returned_copy_words.ERROR if bad else returned_copy_words.WARNING
    return level, shown(sheet, _MOST_FOUND), place, shown(problem.found, _MOST_FOUND), problem.advice


def _mark(items: list[tuple[bool, Problem]]) -> Mark:
    texts = []
    for bad, problem in items:
        pattern = returned_copy_words.COMMENT if problem.found else returned_copy_words.COMMENT_EMPTY
        level, found = (
            returned_copy_words.ERROR if bad else returned_copy_words.WARNING,
            shown(problem.found, _MOST_FOUND),
        )
        texts.append(pattern.format(level=level, found=found, advice=problem.advice))
    return Mark(any(bad for bad, _ in items), shown("\n".join(texts), _MOST_SAID))


def shown(text: str, most: int) -> str:
    """Text as it can stand in a cell: without the control signs XML has no place for, and not endless."""
    clean = "".join(sign if sign.isprintable() or sign == "\n" else "�" for sign in text)
    return clean if len(clean) <= most else clean[:most] + "…"
