"""The folders of a home that are named like snapshots; listed on every run of a page, so listing them is cheap."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from scorecard.errors import UsageError
from scorecard.files.disk_errors import reason_of
from scorecard.snapshots.manifest import MANIFEST
from scorecard.text import snapshot_words
from scorecard.weeks import ReportWeek

FOLDER = "snapshots"
_WEEK = "week="
_REVISION = re.compile(r"revision=([0-9]{3,})")
_SETTLED = 5_000_000_000  # ns; what changed just now may change again within the same tick of the disk's clock


class SnapshotFolder(NamedTuple):
    """A folder named like a snapshot, and the state of its manifest; None without one."""

    name: str
    week: ReportWeek
    revision: int
    state: tuple[int, int] | None

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.name)


def snapshot_folders(home: Path, unreadable: list[str] | None = None) -> Iterator[SnapshotFolder]:
    """Everything that is named like a snapshot, valid or not, in the order of the names.

    What cannot be looked into is told in `unreadable`.
    """
    # Over years of weeks, building a Path a folder and listing each is what costs.
    root = os.path.join(home, FOLDER)  # noqa: PTH118
    for name in _folders(root):
        week = _week_named(name)
        week_folder = f"{root}{os.sep}{name}"
        for entry in _revisions(week_folder, unreadable) if week else ():
            if match := _REVISION.fullmatch(entry):
                assert week
                folder = f"{week_folder}{os.sep}{entry}"
                yield SnapshotFolder(folder, week, int(match[1]), _state_of(folder))


def next_revision(home: Path, week: ReportWeek) -> int:
    """The number a new revision of a week gets. A broken folder keeps its own: nothing lands on what it may hold."""
    return max((found.revision for found in snapshot_folders(home, []) if found.week == week), default=0) + 1


@lru_cache(maxsize=8192)
def _week_named(entry: str) -> ReportWeek | None:
    if not entry.startswith(_WEEK):
        return None
    try:
        return ReportWeek.parse(entry.removeprefix(_WEEK))
    except UsageError:
        return None


def _revisions(folder: str, unreadable: list[str] | None) -> tuple[str, ...]:
    """One week that cannot be looked into does not hide the others."""
    try:
        return _folders(folder)
    except OSError as error:
        if unreadable is not None:
            unreadable.append(snapshot_words.UNREADABLE_FOLDER.format(folder=folder, detail=reason_of(error)))
        return ()


def _folders(folder: str) -> tuple[str, ...]:
    """The names of the folders in a folder, none if it is not one; read again only after something came or went."""
    try:
        changed = os.stat(folder).st_mtime_ns  # noqa: PTH116
        settled = abs(time.time_ns() - changed) > _SETTLED
        return _read_folders(folder, changed) if settled else _read_folders.__wrapped__(folder, changed)
    except (FileNotFoundError, NotADirectoryError):
        return ()


@lru_cache(maxsize=8192)
def _read_folders(folder: str, _changed: int) -> tuple[str, ...]:
    with os.scandir(folder) as entries:
        return tuple(sorted(entry.name for entry in entries if entry.is_dir()))


def _state_of(folder: str) -> tuple[int, int] | None:
    try:
        state = os.stat(f"{folder}{os.sep}{MANIFEST}")  # noqa: PTH116
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
