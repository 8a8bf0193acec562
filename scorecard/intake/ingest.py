"""Files of a week -> checked observations -> a published revision, or all problems and nothing changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from scorecard.catalog import Catalog
from scorecard.catalog.scope import ALL, Scope
from scorecard.intake.cells.problems import Problem
from scorecard.intake.checks import check_figures
from scorecard.intake.file_reading import read_file
from scorecard.intake.given_files import GivenFile, given
from scorecard.intake.long_form.long_csv import RawFile
from scorecard.intake.silent_units import silence
from scorecard.intake.taken import Intake, Taken
from scorecard.publishing.carried_forward import base_of, carried_forward
from scorecard.publishing.judged_by import judged_by
from scorecard.snapshots.index import list_snapshots
from scorecard.text import intake_words
from scorecard.weeks import ReportWeek

Progress = Callable[[int, int], None]


def _quietly(_number: int, _total: int) -> None:
    """Nobody is told which file is being read."""


def check_files(
    home: Path,
    catalog: Catalog,
    paths: Sequence[Path | GivenFile],
    week: ReportWeek,
    cut_off: dt.datetime | None,
    *,
    skip_bad: bool = False,
    scope: Scope = ALL,
    progress: Progress = _quietly,
    synthetic: bool = False,
    today: dt.date | None = None,
) -> Intake:
    """Reads and checks all files together; changes nothing. Raises UsageError for a cut-off that the week cannot have.

    Names and columns are read by `catalog`, the one in force; what may be taken is what the week is judged by.

    Files are taken in the order of their content's hash, so that the order they are named in changes nothing.
    With `skip_bad` the files without problems are checked again without the others, which are named in `left_out`;
    where no file is clean it is as without: all problems, and nothing left out.
    Rows of units outside of `scope` are problems, and nothing is said of other units.
    `progress` is told the number of the file being read, from 1, and how many there are.
    No real figure is of a day after `today` (the day of the catalogue's zone); invented ones may be: `synthetic`, those
    of a file that says so of itself, and all of a home that holds invented ones.
    """
    loading_day = today or dt.datetime.now(catalog.zone).date()
    checking = _Checking(home, catalog, week, cut_off, scope, None if synthetic else loading_day)
    files = checking.read(given(paths), progress)
    whole = checking.check(files)
    bad = {source.sha256 for source in whole.bad} if skip_bad else set()
    clean = [(file, path) for file, path in files if file.source.sha256 not in bad]
    if not bad or not clean:
        return whole
    left_out = tuple(file for file in whole.files if file.source.sha256 in bad)
    return replace(checking.check(clean), left_out_files=left_out, left_out_problems=tuple(whole.checked.problems))


class _Checking:
    """What files of a week are held against."""

    def __init__(
        self,
        home: Path,
        catalog: Catalog,
        week: ReportWeek,
        cut_off: dt.datetime | None,
        scope: Scope,
        today: dt.date | None,
    ) -> None:
        self._scope = scope
        self._week = week
        index = list_snapshots(home)
        by = judged_by(home, index, catalog, week, cut_off)
        self._read_with = catalog.on(by.day)
        self._catalog, self._day = by.catalog.on(by.day), by.day
        self._real = any(not snapshot.manifest.synthetic for snapshot in index.everything)
        known = carried_forward(index, base_of(index, week), self._catalog, self._day)
        self._invented = today is None or any(snapshot.manifest.synthetic for snapshot in index.everything)
        self._today = today or self._day
        self._known = {key: row for key, row in known.items() if scope.sees(row.unit_id)}

    def read(self, files: Sequence[GivenFile], progress: Progress) -> list[tuple[RawFile, Path]]:
        read = []
        for number, file in enumerate(files, start=1):
            progress(number, len(files))
            read.append((_stamped(read_file(file, self._read_with, self._week, self._day)), file.path))
        return sorted(read, key=lambda item: (item[0].source.sha256, item[0].source.name))

    def _last_day(self, files: list[RawFile]) -> dt.date:
        """The last day a figure can be of: real ones are of no day to come."""
        invented = self._invented or (not self._real and any(file.synthetic for file in files))
        return self._day if invented else min(self._day, self._today)

    def check(self, read: list[tuple[RawFile, Path]]) -> Intake:
        files = [file for file, _ in read]
        figures = [figure for file in files for figure in file.figures]
        foreign = [figure for figure in figures if not self._scope.sees(figure.cells["unit_id"])]
        own = [figure for figure in figures if self._scope.sees(figure.cells["unit_id"])]
        checked = check_figures(own, self._catalog, self._day, self._known, self._last_day(files), self._read_with)
        checked.problems += [figure.problem("unit_id", intake_words.NOT_YOURS) for figure in foreign]
        checked.problems = sorted([*(problem for file in files for problem in file.problems), *checked.problems])
        invented = [file.source for file in files if file.synthetic and self._real]
        checked.problems += [
            Problem(item.name, 0, advice=intake_words.INVENTED, sha256=item.sha256) for item in invented
        ]
        checked.warnings += [warning for file in files for warning in file.warnings]
        empty = [file.source for file in files if not file.figures and not file.problems]
        checked.warnings += [Problem(item.name, 0, advice=intake_words.NO_ROWS, sha256=item.sha256) for item in empty]
        named = [figure.cells["unit_id"] for file in files for figure in file.figures]
        if self._scope == ALL and all(
            file.figures or not file.problems for file in files
        ):  # else nobody knows who stands in a file
            checked.warnings += silence(self._catalog, self._week, self._day, named, self._known)
        return Intake(
            checked, tuple(Taken(file.source, path, len(file.figures), file.synthetic) for file, path in read)
        )


def _stamped(file: RawFile) -> RawFile:
    """The file with its hash on everything that stands in it."""
    sha256 = file.source.sha256
    return RawFile(
        file.source,
        tuple(replace(figure, sha256=sha256) for figure in file.figures),
        tuple(replace(problem, sha256=sha256) for problem in file.problems),
        tuple(replace(warning, sha256=sha256) for warning in file.warnings),
        file.synthetic,
    )
