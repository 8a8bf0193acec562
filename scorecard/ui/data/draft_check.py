"""The files of a draft, checked and compared with what is published, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scorecard.format import number, week_label
from scorecard.intake.cells.problems import Problem
from scorecard.intake.ingest import Intake, Progress, check_files
from scorecard.publishing.light_differences import compare_lights, read_lights
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import prepare
from scorecard.publishing.republishing import published_already
from scorecard.snapshots.index import Snapshot
from scorecard.text import data_page
from scorecard.ui.data.changed_figures import Changed, Publications, changed_lights
from scorecard.ui.data.desk import Desk
from scorecard.ui.reader import session
from scorecard.weeks import ReportWeek

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
class Compared:
    """What publishing would change; `revision` is the number the new revision would get."""

    revision: int
    against: str
    changed: Changed


def check(desk: Desk, progress: Progress) -> Intake:
    """The draft's files against the catalogue in force and what is published; kept until one of them changes."""
    draft = desk.draft
    assert draft
    given = (desk.home, desk.catalog, draft.files, draft.week, desk.cut_off)
    skip_bad, scope = bool(desk.address.clean), session.scope()
    return session.last(
        "checked", desk.key, lambda: check_files(*given, skip_bad=skip_bad, scope=scope, progress=progress)
    )


def publication_of(desk: Desk, intake: Intake, reason: str, by: str) -> Publication:
    """What would be published: a correction keeps the cut-off of its week."""
    return Publication(
        week=desk.week,
        observations=intake.checked.observations,
        cut_off=desk.cut_off,
        reason=reason,
        published_by=by,
        synthetic=desk.synthetic or bool(intake.synthetic and not desk.index.all),
        inputs=intake.inputs,
        left_out=intake.left_out,
    )


def already(desk: Desk, intake: Intake) -> Snapshot | None:
    """The current revision of the week, if it came from these very files."""
    return published_already(desk.index, publication_of(desk, intake, "", ""), desk.catalog.rules_version)


def compare(desk: Desk, intake: Intake) -> Compared:
    """Judges the draft without writing it, and holds the lights against the snapshot it would build on."""
    return session.kept(("compare", *desk.key), lambda: _compare(desk, intake))


def _compare(desk: Desk, intake: Intake) -> Compared:
    prepared = prepare(desk.home, desk.catalog, publication_of(desk, intake, "?", ""))
    rows = compare_lights(read_lights(prepared.base), prepared.tables) if prepared.base else []
    rows = [row for row in rows if session.scope().sees(row["unit_id"])]
    changed = changed_lights(rows, desk.catalog, desk.units, Publications(prepared.base))
    return Compared(prepared.revision, against_of(prepared.base, desk.week), changed)


def against_of(base: Snapshot | None, week: ReportWeek) -> str:
    """What a comparison is made with, in words."""
    if base is None:
        return data_page.COMPARED_NOTHING
    if base.week == week:
        return data_page.COMPARED_REVISION.format(revision=base.revision)
    return data_page.COMPARED_WEEK.format(week=week_label(base.week), revision=base.revision)


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


@dataclass(frozen=True)
class Listed:
    """Mistakes or warnings as a person reads them: how many there are, the first of them, how many more."""

    count: str
    rows: tuple[ProblemRow, ...]
    more: str


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
    where: dict[str, Any] = {
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
