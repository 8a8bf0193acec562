"""A home is made for its owner, and has one writer at a time, on this machine and on a shared folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from scorecard.errors import SnapshotError
from scorecard.files.disk_errors import reason_of
from scorecard.text import contest_words, snapshot_words

_LOCK, _CONTEST_LOCK = "publish.lock", "contest.lock"
_SECONDS = 60


def make_home(home: Path) -> None:
    """The folder of a home, for its owner only where it was not there; one that is there keeps its rights.

    Raises SnapshotError where the disk refuses.
    """
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SnapshotError(snapshot_words.NOT_WRITTEN.format(home=home, detail=reason_of(error))) from error


@contextmanager
def writing_alone(home: Path) -> Iterator[None]:
    """Nobody else writes into the home meanwhile; raises SnapshotError after a minute of waiting, or without a lock.

    What lies half done in the home while this holds was left by somebody who was killed.
    """
    with _alone(home, _LOCK, snapshot_words.BUSY.format(home=home)):
        yield


@contextmanager
def contesting_alone(home: Path) -> Iterator[None]:
    """Nobody else moves a contested figure meanwhile; raises SnapshotError as `writing_alone` does.

    Whoever needs both takes this one first: a publication that is waited for never waits for a contest.
    """
    with _alone(home, _CONTEST_LOCK, contest_words.BUSY):
        yield


@contextmanager
def _alone(home: Path, name: str, busy: str) -> Iterator[None]:
    make_home(home)
    lock = FileLock(home / name, timeout=_SECONDS)
    try:
        lock.acquire()
    except Timeout:
        raise SnapshotError(busy) from None
    except (OSError, NotImplementedError) as error:
        # A folder of that name, a disk that cannot be written, a network folder that knows no locks.
        detail = reason_of(error) if isinstance(error, OSError) else str(error)
        raise SnapshotError(snapshot_words.NO_LOCK.format(file=home / name, name=name, detail=detail)) from error
    try:
        yield
    finally:
        lock.release()
