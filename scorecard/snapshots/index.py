"""The snapshots of a home: which there are and which revision is current."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from scorecard.errors import SnapshotError
from scorecard.files.disk_errors import reason_of
from scorecard.snapshots.folders import FOLDER, SnapshotFolder, snapshot_folders
from scorecard.snapshots.manifest import FORMAT_VERSION, MANIFEST, TABLES, FileContent, Input, Manifest, Snapshot
from scorecard.snapshots.snapshot_index import SnapshotIndex, tell_apart
from scorecard.text import snapshot_words
from scorecard.weeks import ReportWeek

# What a snapshot is stands in `manifest`, how they stand to each other in `snapshot_index`; who lists gets all here.
__all__ = [
    "FOLDER",
    "FORMAT_VERSION",
    "MANIFEST",
    "TABLES",
    "FileContent",
    "Input",
    "Manifest",
    "Snapshot",
    "SnapshotIndex",
    "list_snapshots",
    "week_folder",
]
# The last listing of a home: every run of a page lists it, and hardly ever has anything changed.
_listed: dict[Path, tuple[tuple[SnapshotFolder, ...], SnapshotIndex]] = {}


def week_folder(home: Path, week: ReportWeek) -> Path:
    """Where the revisions of a week lie."""
    return home / FOLDER / f"week={week}"


def list_snapshots(home: Path) -> SnapshotIndex:
    """Every snapshot of a home as it is now; a home that does not exist yet has none."""
    broken: list[str] = []
    folders = tuple(snapshot_folders(home, broken))
    known = _listed.get(home)
    if known and known[0] == folders and not known[1].broken and not broken:
        return known[1]
    snapshots: list[Snapshot] = []
    for folder in folders:
        try:
            snapshots.append(_read_snapshot(folder))
        except SnapshotError as error:
            broken.append(str(error))
    index = tell_apart(snapshots, broken)
    _listed[home] = (folders, index)
    return index


@lru_cache(maxsize=4096)
def _read_snapshot(found: SnapshotFolder) -> Snapshot:
    """Kept as long as the manifest file is the same one: manifests never change, only broken homes do.

    Its tables are hashed once a process: a changed one would show other lights than were published, and one that
    cannot be read would take every page down that looks back over its week.
    """
    folder = found.path
    if found.state is None:
        raise SnapshotError(snapshot_words.NO_MANIFEST.format(folder=folder))
    try:
        content = (folder / MANIFEST).read_bytes()
        manifest = Manifest.model_validate_json(content)
    except (OSError, ValidationError) as error:
        detail = str(error).splitlines()[0]
        raise SnapshotError(snapshot_words.BAD_MANIFEST.format(folder=folder, detail=detail)) from None
    if (manifest.week, manifest.revision) != (str(found.week), found.revision):
        raise SnapshotError(
            snapshot_words.OTHER_PLACE.format(folder=folder, week=manifest.week, revision=manifest.revision)
        )
    for table in () if manifest.retracted else TABLES:
        _refuse_changed(folder, f"{table}.parquet", manifest)
    return Snapshot(folder, found.week, manifest, hashlib.sha256(content).hexdigest())


def _refuse_changed(folder: Path, file: str, manifest: Manifest) -> None:
    if file not in manifest.files or not (folder / file).is_file():
        raise SnapshotError(snapshot_words.NO_FILE.format(folder=folder, file=file))
    wanted, problem = manifest.files[file].sha256, ""
    try:
        found = hashlib.sha256((folder / file).read_bytes()).hexdigest()
        if found != wanted:
            problem = snapshot_words.WRONG_HASH.format(folder=folder, file=file, found=found, wanted=wanted)
    except OSError as error:
        problem = snapshot_words.UNREADABLE.format(folder=folder, file=file, detail=reason_of(error))
    if problem:
        raise SnapshotError(snapshot_words.SKIPPED.format(problem=problem))
