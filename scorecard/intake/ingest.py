"""Files of a week -> checked observations -> a published revision, or all problems and nothing changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scorecard.catalog import Catalog
from scorecard.intake.checks import Checked, check_figures
from scorecard.intake.problems import Problem
from scorecard.intake.reading import read_file
from scorecard.known import base_of, carried_forward
from scorecard.publish import cut_off_for
from scorecard.snapshots import Input, list_snapshots
from scorecard.text import intake as say
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class Intake:
    """Checked files: what they say, what is wrong with them, which files they were."""

    checked: Checked
    inputs: tuple[Input, ...]


def check_files(
    home: Path, catalog: Catalog, paths: Sequence[Path], week: ReportWeek, cut_off: dt.datetime | None
) -> Intake:
    """Reads and checks all files together; changes nothing. Raises UsageError for a cut-off outside the week.

    Files are taken in the order of their content's hash, so that the order they are named in changes nothing.
    """
    day = catalog.day_of(cut_off_for(catalog, week, cut_off))
    read = (read_file(path, catalog, week, day) for path in paths)
    files = sorted(read, key=lambda file: (file.source.sha256, file.source.name))
    index = list_snapshots(home)
    known = carried_forward(index, base_of(index, week), catalog, day)
    checked = check_figures((figure for file in files for figure in file.figures), catalog, day, known)
    checked.problems = sorted([*(problem for file in files for problem in file.problems), *checked.problems])
    checked.warnings += [warning for file in files for warning in file.warnings]
    checked.warnings += [
        Problem(file.source.name, 0, advice=say.NO_ROWS) for file in files if not file.figures and not file.problems
    ]
    return Intake(checked, tuple(file.source for file in files))
