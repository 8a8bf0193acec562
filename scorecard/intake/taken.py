"""What was taken of the files of a week: figures, problems, warnings, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scorecard.intake.cells.problems import Problem
from scorecard.intake.checks import Checked
from scorecard.snapshots.index import Input


@dataclass(frozen=True)
class Taken:
    """One file that was read: its identity, where it lies, how many figures it has, whether these are invented."""

    source: Input
    path: Path
    rows: int
    synthetic: bool = False


@dataclass(frozen=True)
class Intake:
    """Checked files: what they say, what is wrong with them, which files they were.

    `left_out_files` were given but not taken because of `left_out_problems`; `files` are the others.
    """

    checked: Checked
    files: tuple[Taken, ...]
    left_out_files: tuple[Taken, ...] = ()
    left_out_problems: tuple[Problem, ...] = ()

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What a manifest says of the files."""
        return tuple(file.source for file in self.files)

    @property
    def left_out(self) -> tuple[Input, ...]:
        """What a manifest says of the files that were left out."""
        return tuple(file.source for file in self.left_out_files)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the files lie, in the order of `inputs`."""
        return tuple(file.path for file in self.files)

    @property
    def synthetic(self) -> tuple[Input, ...]:
        """The files taken that say of themselves that their figures are invented."""
        return tuple(file.source for file in self.files if file.synthetic)

    def problems_of(self, file: Taken) -> list[Problem]:
        """What is wrong with one file, taken or left out."""
        found = (*self.checked.problems, *self.left_out_problems)
        return [problem for problem in found if problem.sha256 == file.source.sha256]

    def warnings_of(self, file: Taken) -> list[Problem]:
        """What should be looked at in one file."""
        return [warning for warning in self.checked.warnings if warning.sha256 == file.source.sha256]

    @property
    def bad(self) -> tuple[Input, ...]:
        """The files a problem names; of two that contradict each other both. Told apart by hash: names may repeat."""
        named = {problem.sha256 for problem in self.checked.problems}
        return tuple(source for source in self.inputs if source.sha256 in named)
