"""The files of a draft, and the mistakes found in them, ready to print."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.format import number
from scorecard.intake.cells.problems import Problem
from scorecard.intake.taken import Intake
from scorecard.text import data_page

MOST_PROBLEMS = 200


@dataclass(frozen=True)
class FileRow:
    """One file: how many rows of figures it has, and how it came out."""

    name: str
    rows: str
    result: str
    bad: bool
    sha256: str


@dataclass(frozen=True)
class ProblemRow:
    """One mistake or warning: where, what was found, what to write."""

    file: str
    place: str
    found: str
    advice: str


@dataclass(frozen=True)
class Listed:
    """Mistakes or warnings as a person reads them: how many there are, the first of them, how many more."""

    count: str
    rows: tuple[ProblemRow, ...]
    more: str


def file_rows(intake: Intake) -> list[FileRow]:
    """Every file of the draft, those left out at the end."""
    bad = {source.sha256 for source in intake.bad}
    counts = {item.sha256: 0 for item in intake.bad}
    for problem in intake.checked.problems:
        counts[problem.sha256] = counts.get(problem.sha256, 0) + 1
    rows = [
        FileRow(
            file.source.name,
            number(file.rows),
            data_page.HAS_PROBLEMS.format(count=counts[file.source.sha256])
            if file.source.sha256 in bad
            else data_page.CLEAN,
            file.source.sha256 in bad,
            file.source.sha256,
        )
        for file in sorted(intake.files, key=lambda file: file.source.name)
    ]
    return rows + [FileRow(item.name, "–", data_page.LEFT_OUT, True, item.sha256) for item in intake.left_out]


def listed(problems: list[Problem]) -> Listed:
    """The first of the problems, as many as a person reads."""
    rest = len(problems) - MOST_PROBLEMS
    more = data_page.MORE.format(count=number(rest)) if rest > 0 else ""
    return Listed(number(len(problems)), tuple(_problem_row(item) for item in problems[:MOST_PROBLEMS]), more)


def _problem_row(problem: Problem) -> ProblemRow:
    return ProblemRow(problem.file, _place(problem), _found(problem), problem.advice)


def _found(problem: Problem) -> str:
    """What stands in the cell; nothing where the mistake is not in one."""
    return problem.found or (data_page.NOTHING_FOUND if problem.column or problem.cell else "")


def _place(problem: Problem) -> str:
    where: dict[str, object] = {
        "sheet": problem.sheet, "cell": problem.cell, "line": problem.line, "column": problem.column
    }  # fmt: skip
    if problem.sheet:
        return (
            data_page.PLACE_SHEET if problem.cell else data_page.PLACE_SHEET_LINE if problem.line else "{sheet}"
        ).format(**where)
    if problem.cell:
        return data_page.PLACE_CELL.format(**where)
    return (
        data_page.PLACE_COLUMN if problem.column else data_page.PLACE_LINE if problem.line else data_page.PLACE_FILE
    ).format(**where)
