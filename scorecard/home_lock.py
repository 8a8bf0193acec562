"""One writer at a time in a home, on this machine and on a shared folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from scorecard.errors import SnapshotError
from scorecard.text import snapshots as say

_LOCK = "publish.lock"
_SECONDS = 60


@contextmanager
def writing_alone(home: Path) -> Iterator[None]:
    """Nobody else writes into the home meanwhile; raises SnapshotError after a minute of waiting.

    What lies half done in the home while this holds was left by somebody who was killed.
    """
    home.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(home / _LOCK, timeout=_SECONDS):
            yield
    except Timeout:
        raise SnapshotError(say.BUSY.format(home=home)) from None
