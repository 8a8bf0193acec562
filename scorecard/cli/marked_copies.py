"""Coloured copies of files with mistakes, written beside each other and over nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

from scorecard.catalog import Catalog
from scorecard.cli.app import note
from scorecard.errors import SnapshotError, UsageError
from scorecard.intake.returned_copy.returned_copy import marked_copy, marked_name
from scorecard.intake.taken import Intake
from scorecard.intake.workbooks.cost_limits import MOST_BYTES
from scorecard.text import inbox_words, returned_copy_words

_MOST_COPIES = 1000


def write_marked(catalog: Catalog, intake: Intake, folder: Path) -> None:
    """One copy of every file with problems or warnings; raises SnapshotError for a file that was changed since."""
    for file in (*intake.files, *intake.left_out_files):
        problems, warnings = intake.problems_of(file), intake.warnings_of(file)
        if problems or warnings:
            with file.path.open("rb") as stream:
                content = stream.read(MOST_BYTES + 1)
                if len(content) <= MOST_BYTES and hashlib.sha256(content).hexdigest() != file.source.sha256:
                    raise SnapshotError(inbox_words.FILE_CHANGED.format(file=file.source.name))
            copy = marked_copy(file.source.name, content, problems, warnings, catalog.columns)
            note(returned_copy_words.WRITTEN.format(file=_written(folder, file.source.name, copy)))


def _written(folder: Path, name: str, copy: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, _MOST_COPIES):
        target = folder / marked_name(name, number)
        try:
            with target.open("xb") as file:
                file.write(copy)
        except FileExistsError:
            continue
        return target
    raise UsageError(returned_copy_words.NO_ROOM.format(folder=folder, name=name))
