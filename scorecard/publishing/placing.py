"""A revision gets its place whole or not at all: written and synced apart, then one rename; one publisher at a time."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from scorecard.catalog import archive
from scorecard.files.home_lock import writing_alone
from scorecard.files.whole_files import place_folder, sync_file, sync_folder, write_durably
from scorecard.snapshots.index import FOLDER, MANIFEST, FileContent, Manifest, week_folder
from scorecard.snapshots.originals import unfinished
from scorecard.weeks import ReportWeek

_TEMPORARY = ".publishing-"


@contextmanager
def publishing_alone(home: Path) -> Iterator[None]:
    """Nobody else publishes within it; what those left who were killed while writing is gone."""
    with writing_alone(home):
        (home / FOLDER).mkdir(exist_ok=True)
        for leftover in leftovers(home):
            shutil.rmtree(leftover)
        yield


def place_revision(home: Path, manifest: Manifest, tables: Mapping[str, pa.Table]) -> None:
    """Writes the tables and the manifest, which gets what became of the tables as its `files`; raises OSError."""
    target = week_folder(home, ReportWeek.parse(manifest.week)) / f"revision={manifest.revision:03d}"
    target.parent.mkdir(exist_ok=True)
    sync_folder(target.parent.parent)
    temporary = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=home / FOLDER))
    try:
        files = {f"{name}.parquet": _write_table(temporary, name, table) for name, table in tables.items()}
        whole = manifest.model_copy(update={"files": files})
        write_durably(temporary / MANIFEST, whole.model_dump_json(indent=1).encode())
        place_folder(temporary, target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _write_table(folder: Path, name: str, table: pa.Table) -> FileContent:
    path = folder / f"{name}.parquet"
    pq.write_table(table, path, compression="zstd")
    sync_file(path)
    return FileContent(rows=table.num_rows, sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def leftovers(home: Path) -> list[Path]:
    """Temporary folders of those who were killed while writing; the next publication removes them."""
    kept = (home / archive.FOLDER).glob(f"{archive.TEMPORARY}*")
    return sorted([*(home / FOLDER).glob(f"{_TEMPORARY}*"), *kept, *unfinished(home)])
