"""A copy of the application database as it was at one moment, while others write into it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from scorecard.errors import BackupError
from scorecard.text import backup_words

_SECONDS = 30
_SOUND = "ok"


def copy_database(source: Path, target: Path) -> None:
    """A new file of mode 600 that holds the database alone, without a log beside it; it was found sound.

    Raises BackupError where the database is locked, damaged or no database.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with closing(_opened(source)) as live, closing(sqlite3.connect(target)) as copy:
            # A transaction of one's own: whoever writes meanwhile neither waits nor is seen.
            live.execute("BEGIN")
            live.execute("PRAGMA schema_version").fetchone()
            live.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        raise BackupError(backup_words.DATABASE_UNREADABLE.format(file=source, detail=error)) from None
    if found != _SOUND:
        raise BackupError(backup_words.DATABASE_UNREADABLE.format(file=source, detail=str(found).splitlines()[0]))


def _opened(source: Path) -> sqlite3.Connection:
    """For reading only; a home on a disk that cannot be written has no place for SQLite's shared memory."""
    address = source.resolve().as_uri()
    alone = not os.access(source.parent, os.W_OK) and not Path(f"{source}-wal").exists()
    return sqlite3.connect(f"{address}?{'immutable=1' if alone else 'mode=ro'}", uri=True, timeout=_SECONDS)
