"""Packs a home into one file while people read and publish."""

from __future__ import annotations

import datetime as dt
import io
import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from scorecard.backup.contents import DATABASE, contents_of
from scorecard.backup.database import copy_database
from scorecard.backup.packed import FORMAT_VERSION, MANIFEST, BackupManifest, Member, add_member, copy_hashed, opened
from scorecard.errors import BackupError, UsageError
from scorecard.files.disk_errors import reason_of
from scorecard.files.whole_files import sync_file, sync_folder
from scorecard.text import backup_words

_TEMPORARY = ".backing-up-"
_TRIES = 3
_LEVEL = 1  # tables and office files are packed already


@dataclass(frozen=True)
class Backup:
    """A backup that was written and read back; `left_out` are entries of the home that no backup takes."""

    file: Path
    size: int
    sha256: str
    manifest: BackupManifest
    left_out: tuple[str, ...]


def write_backup(home: Path, out: Path, now: dt.datetime, *, with_database: bool = True) -> Backup:
    """One new file, for its owner only, with all that the home holds: each file of it whole, as of one moment.

    Nobody has to wait meanwhile: a snapshot published during the backup is whole in it or not in it. The file gets
    its name after every member was read back and found as it was. Raises UsageError where the name is taken or lies
    in the home, BackupError where the database or the disk refuses; then nothing was written.
    """
    _refuse_target(home, out)
    try:
        with tempfile.TemporaryDirectory(prefix=_TEMPORARY, dir=out.parent) as folder:
            return _packed(home, out, now, Path(folder), with_database=with_database)
    except OSError as error:
        raise BackupError(backup_words.NOT_WRITTEN.format(file=out, detail=reason_of(error))) from error


def _refuse_target(home: Path, out: Path) -> None:
    if not home.is_dir() or not any(home.iterdir()):
        raise UsageError(backup_words.EMPTY_HOME.format(home=home))
    if out.exists() or out.is_symlink():
        raise UsageError(backup_words.EXISTS.format(file=out))
    if out.resolve().is_relative_to(home.resolve()):
        raise UsageError(backup_words.INSIDE_HOME.format(file=out, home=home))


def _packed(home: Path, out: Path, now: dt.datetime, folder: Path, *, with_database: bool) -> Backup:
    made, database = folder / "backup", folder / DATABASE
    copied = with_database and (home / DATABASE).exists()
    if copied:  # before the snapshots: what is noted of a snapshot is never without it
        copy_database(home / DATABASE, database)
    manifest, left_out = _pack(home, made, now, database if copied else None)
    _read_back(made, out)
    with made.open("rb") as file:
        sha256, size = copy_hashed(file, len)
    made.rename(out)
    sync_folder(out.parent)
    return Backup(out, size, sha256, manifest, left_out)


def _read_back(made: Path, out: Path) -> None:
    try:
        with opened(made) as packed:
            for name in packed.manifest.files:
                packed.copy(name, len)
    except BackupError:
        raise BackupError(backup_words.NOT_READ_BACK.format(file=out)) from None


def _pack(home: Path, made: Path, now: dt.datetime, database: Path | None) -> tuple[BackupManifest, tuple[str, ...]]:
    for attempt in range(1, _TRIES + 1):
        contents = contents_of(home)
        files = ({DATABASE: database} if database else {}) | contents.files
        try:
            return _pack_files(files, made, now), contents.left_out
        except FileNotFoundError:  # a draft was discarded meanwhile; anything else never goes
            if attempt == _TRIES:
                raise
    raise AssertionError


def _pack_files(files: dict[str, Path], made: Path, now: dt.datetime) -> BackupManifest:
    made.unlink(missing_ok=True)
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    members: dict[str, Member] = {}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, path in files.items():
            with path.open("rb") as source:
                state = os.fstat(source.fileno())
                sha256, size = add_member(archive, name, source, state.st_size)
            members[name] = Member(sha256=sha256, size=size, modified=state.st_mtime_ns)
        manifest = BackupManifest(format_version=FORMAT_VERSION, created_at=now.replace(microsecond=0), files=members)
        content = manifest.model_dump_json(indent=1).encode()
        add_member(archive, MANIFEST, io.BytesIO(content), len(content))
    sync_file(made)
    return manifest
