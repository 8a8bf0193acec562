"""What of a home belongs into a backup, by the names its members have there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scorecard.database.engine import FILE

DATABASE = FILE

# Snapshots first: what they refer to is kept before they get their names, so it is there when its turn comes.
FOLDERS = ("snapshots", "catalogs", "inputs", "inbox", "briefings", "boundaries", "audit")
_READ_ONLY = ("inputs",)
_PRIVATE = ("audit",)
# The end of the audit as it was last looked at says nothing of another moment's database.
_PASSING = ("publish.lock", "contest.lock", "audit.anchor", *(f"{DATABASE}-{end}" for end in ("wal", "shm", "journal")))
_HALF_DONE = ".installing"
_MOST_NAME = 400


@dataclass(frozen=True)
class Contents:
    """The files of a home under their names in the backup, and what lies there and is not taken."""

    files: dict[str, Path]
    left_out: tuple[str, ...]


def contents_of(home: Path) -> Contents:
    """Every file but the database, which is copied otherwise; nothing half done, no lock, no link."""
    files: dict[str, Path] = {}
    left_out = [entry for entry in _entries(home) if entry not in (*FOLDERS, DATABASE, *_PASSING)]
    for folder in FOLDERS:
        _collect(home, folder, files, left_out)
    return Contents(files, tuple(left_out))


def _collect(home: Path, name: str, files: dict[str, Path], left_out: list[str]) -> None:
    place = home / name
    if place.is_symlink():
        left_out.append(name)
    elif place.is_dir():
        for entry in _entries(place):
            _collect(home, f"{name}/{entry}", files, left_out)
    elif place.is_file() and not name.endswith(_HALF_DONE):
        files[name] = place


def _entries(folder: Path) -> list[str]:
    try:
        return sorted(entry for entry in os.listdir(folder) if not entry.startswith("."))  # noqa: PTH208
    except FileNotFoundError:  # never made, or discarded since its name was read
        return []


def is_name_of_home(name: str) -> bool:
    """Whether a member may stand in a backup under this name: a place inside a home that a home has."""
    parts = name.split("/")
    plain = len(name) <= _MOST_NAME and name.isprintable() and not set(name) & set('\\:*?"<>|')
    inside = plain and all(part.strip(". ") == part and part for part in parts)
    return inside and (name == DATABASE or (len(parts) > 1 and parts[0] in FOLDERS))


def mode_of(name: str) -> int:
    """The rights a restored file gets: the database and the audit for their owner only, originals for reading only."""
    if name == DATABASE or PurePosixPath(name).parts[0] in _PRIVATE:
        return 0o600
    return 0o444 if PurePosixPath(name).parts[0] in _READ_ONLY else 0o644
