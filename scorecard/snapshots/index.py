"""The snapshots of a home: which there are and which revision is current."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import ValidationError

from scorecard.errors import SnapshotError
from scorecard.files.disk_errors import reason_of
from scorecard.snapshots.folders import FOLDER, SnapshotFolder, snapshot_folders
from scorecard.snapshots.manifest import FORMAT_VERSION, MANIFEST, TABLES, FileContent, Input, Manifest, Snapshot
from scorecard.text import snapshot_words
from scorecard.weeks import ReportWeek

# What a snapshot is stands in `manifest`; whoever lists them gets both here.
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


@dataclass(frozen=True)
class SnapshotIndex:
    """All valid snapshots of a home, oldest week and revision first; what is broken is named in `broken`."""

    all: tuple[Snapshot, ...]
    broken: tuple[str, ...] = ()

    @cached_property
    def _current(self) -> dict[ReportWeek, Snapshot]:
        return {snapshot.week: snapshot for snapshot in self.all}

    def weeks(self) -> list[Snapshot]:
        """The current (highest valid) revision of every published week, oldest first."""
        return list(self._current.values())

    def current(self, week: ReportWeek) -> Snapshot:
        """The current revision of a week; raises SnapshotError where nothing was published."""
        if week not in self._current:
            raise SnapshotError(snapshot_words.UNKNOWN_WEEK.format(week=week))
        return self._current[week]

    def get(self, week: ReportWeek, revision: int | None = None) -> Snapshot:
        """One revision of a week, the current one if none is named; raises SnapshotError if it is not there."""
        current = self.current(week)
        revisions = {snapshot.revision: snapshot for snapshot in self.all if snapshot.week == week}
        wanted = current.revision if revision is None else revision
        if wanted not in revisions:
            known = ", ".join(map(str, revisions))
            raise SnapshotError(snapshot_words.UNKNOWN_REVISION.format(week=week, revision=wanted, revisions=known))
        return revisions[wanted]

    def named(self, name: str) -> Snapshot | None:
        """The snapshot called `2023-W42/001`, if it is there."""
        return next((snapshot for snapshot in self.all if snapshot.name == name), None)

    def lineage(self, last: Snapshot | None) -> Iterator[Snapshot]:
        """A snapshot, what it was built on, and so on back, as far as these are there."""
        others = {snapshot.name: snapshot for snapshot in self.all}
        while last:
            yield last
            last = others.pop(last.manifest.built_on or "", None)

    def history(self, last: Snapshot) -> list[Snapshot]:
        """The current revisions before a snapshot's week, oldest first, and then the snapshot itself."""
        return [snapshot for snapshot in self.weeks() if snapshot.week < last.week] + [last]


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
    snapshots.sort(key=lambda snapshot: (snapshot.week, snapshot.revision))
    index = SnapshotIndex(tuple(snapshots), tuple(broken))
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
    for table in TABLES:
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
