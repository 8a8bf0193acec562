"""A home is made for its owner, and has one writer at a time, on this machine and on a shared folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from scorecard.disk import reason_of
from scorecard.errors import SnapshotError
from scorecard.text import snapshots as say

_LOCK = "publish.lock"
_SECONDS = 60


def make_home(home: Path) -> None:
    """The folder of a home, for its owner only where it was not there; one that is there keeps its rights.

    Raises SnapshotError where the disk refuses.
    """
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SnapshotError(say.NOT_WRITTEN.format(home=home, detail=reason_of(error))) from error


@contextmanager
def writing_alone(home: Path) -> Iterator[None]:
    """Nobody else writes into the home meanwhile; raises SnapshotError after a minute of waiting, or without a lock.

    What lies half done in the home while this holds was left by somebody who was killed.
    """
    make_home(home)
    lock = FileLock(home / _LOCK, timeout=_SECONDS)
    try:
        lock.acquire()
    except Timeout:
        raise SnapshotError(say.BUSY.format(home=home)) from None
    except (OSError, NotImplementedError) as error:
        # A folder of that name, a disk that cannot be written, a network folder that knows no locks.
        detail = reason_of(error) if isinstance(error, OSError) else str(error)
        raise SnapshotError(say.NO_LOCK.format(file=home / _LOCK, detail=detail)) from error
    try:
        yield
    finally:
        lock.release()
