"""Makes a home out of a backup: the whole of it under its name in one step, or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from scorecard.backup.contents import mode_of
from scorecard.backup.packed import BackupManifest, Packed, opened
from scorecard.errors import BackupError, UsageError
from scorecard.files.disk_errors import reason_of
from scorecard.files.whole_files import sync_folder
from scorecard.format import number
from scorecard.text import backup_words

_TEMPORARY = ".restoring-"
_MEGABYTE = 1_000_000


def restore_backup(file: Path, home: Path) -> BackupManifest:
    """The home as it was backed up, every file with the hash it had; what the backup held.

    Raises UsageError where the home holds anything already, BackupError where the backup is damaged, holds what it
    must not, or the disk refuses; then the home is as it was before.
    """
    home = home.resolve()
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise UsageError(backup_words.NOT_EMPTY.format(home=home))
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        with opened(file) as packed:
            _refuse_narrow(packed.manifest, home.parent)
            _restore(packed, home)
            return packed.manifest
    except OSError as error:
        raise BackupError(backup_words.NOT_RESTORED.format(home=home, detail=reason_of(error))) from error


def _refuse_narrow(manifest: BackupManifest, folder: Path) -> None:
    needed, free = sum(member.size for member in manifest.files.values()), shutil.disk_usage(folder).free
    if needed > free:
        needed_mb, free_mb = (number(round(size / _MEGABYTE, 1)) for size in (needed, free))
        raise BackupError(backup_words.NO_SPACE.format(needed=needed_mb, free=free_mb, folder=folder))


def _restore(packed: Packed, home: Path) -> None:
    temporary = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=home.parent))
    try:
        for name in packed.manifest.files:
            _write_member(packed, name, temporary / name)
        for folder in [path for path in temporary.rglob("*") if path.is_dir()]:
            sync_folder(folder)
        sync_folder(temporary)
        if home.exists():  # an empty folder somebody made for it, with the rights it is to have
            temporary.chmod(home.stat().st_mode & 0o7777)
            home.rmdir()
        temporary.rename(home)
        sync_folder(home.parent)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _write_member(packed: Packed, name: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        packed.copy(name, file.write)
        file.flush()
        os.fsync(file.fileno())
    modified = packed.manifest.files[name].modified
    os.utime(target, ns=(modified, modified))
    target.chmod(mode_of(name))
