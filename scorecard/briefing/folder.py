"""Puts the files of a briefing into a folder, all of them or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from scorecard.briefing.content.week_reading import WeekRead
from scorecard.briefing.file_names import district_of
from scorecard.files.whole_files import write_durably

FOLDER = "briefings"


def sealed_folder(home: Path, read: WeekRead) -> Path:
    """Where a briefing is kept: a folder of its own for each week and revision, in it one for a district or a task."""
    snapshot = read.edition.snapshot
    folder = home / FOLDER / str(snapshot.week) / f"r{snapshot.revision:03d}"
    task = f"task-{read.edition.address.task}" if read.of_task else ""
    return folder / (district_of(read.edition) or task)


def write_bundle(out: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Writes into a temporary folder in `out` first, so that a full disk leaves none of the files behind.

    A file that is there already with the same bytes is left as it is.
    """
    out.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=".briefing-", dir=out))
    try:
        for name, content in files.items():
            write_durably(temporary / name, content)
        for name in files:
            target = out / name
            if not target.is_file() or target.read_bytes() != files[name]:
                (temporary / name).replace(target)
        return [out / name for name in sorted(files)]
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
