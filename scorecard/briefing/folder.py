"""What the files of a briefing are called, by week, revision and what they are about; and into which folder they go."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from scorecard.address.queries import BriefingQuery
from scorecard.briefing.content.week_reading import WeekRead
from scorecard.files.whole_files import write_durably
from scorecard.lights.edition import Edition
from scorecard.text import briefing_words

FOLDER = "briefings"


def briefing_name(edition: Edition) -> str:
    """The name of every file of a frame."""
    snapshot, address = edition.snapshot, edition.address
    name = briefing_words.FILE.format(week=snapshot.week, revision=snapshot.revision)
    if task := address.of(BriefingQuery).task:
        return briefing_words.FILE_TASK.format(name=name, task=task)
    district = district_of(edition)
    return f"{name}-{district}" if district else name


def district_of(edition: Edition) -> str:
    """The district a frame is about; empty for none."""
    return edition.address.query.block.partition(":")[2]


def shown_name(edition: Edition) -> str:
    """The name of the workbook of what the overview shows, with its filters."""
    block = edition.address.query.block.replace(":", "-")
    name = briefing_words.FILE_SHOWN.format(week=edition.snapshot.week, revision=edition.snapshot.revision, block=block)
    return f"{name}-{briefing_words.ONLY}.xlsx" if edition.address.query.only else f"{name}.xlsx"


def sealed_folder(home: Path, read: WeekRead) -> Path:
    """Where a briefing is kept: a folder of its own for each week and revision, in it one for a district or a task."""
    snapshot = read.edition.snapshot
    folder = home / FOLDER / str(snapshot.week) / f"r{snapshot.revision:03d}"
    task = f"task-{read.edition.address.of(BriefingQuery).task}" if read.of_task else ""
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
