"""The files figures came in, kept in the home under the hash of their bytes: read-only, and to be had again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from scorecard.errors import SnapshotError, UsageError
from scorecard.files.disk_errors import reason_of
from scorecard.files.home_lock import writing_alone
from scorecard.files.whole_files import place_new_folder
from scorecard.snapshots.index import Input
from scorecard.text import inbox_words, snapshot_words

FOLDER = "inputs"
_TEMPORARY = ".keeping-"
_CONTENT = "original"
_HASH = re.compile(r"[0-9a-f]{64}")


def keep_originals(home: Path, paths: Iterable[Path], inputs: Iterable[Input]) -> None:
    """Keeps every input that is not kept yet; raises SnapshotError if a file is no longer the one that was checked.

    Also where the disk refuses: then nothing was published of them, and what is kept already stays.
    """
    try:
        _keep_all(home, paths, {item.sha256 for item in inputs})
    except OSError as error:
        raise SnapshotError(snapshot_words.NOT_WRITTEN.format(home=home, detail=reason_of(error))) from error


def _keep_all(home: Path, paths: Iterable[Path], wanted: set[str]) -> None:
    with writing_alone(home):
        for path in paths:
            content = path.read_bytes()
            sha256 = hashlib.sha256(content).hexdigest()
            if sha256 not in wanted:
                raise SnapshotError(inbox_words.FILE_CHANGED.format(file=path.name))
            _keep(home, sha256, content)


def _keep(home: Path, sha256: str, content: bytes) -> None:
    # The name a file came with stands in the manifest only: here it could lead anywhere.
    target = home / FOLDER / sha256
    if target.exists():
        read_original(home, sha256)
        return
    place_new_folder(target, {_CONTENT: content}, _TEMPORARY, read_only=True)


def unfinished(home: Path) -> list[Path]:
    """Originals that were being kept when somebody was killed; the next publication removes them."""
    return sorted((home / FOLDER).glob(f"{_TEMPORARY}*"))


def original_problem(home: Path, sha256: str) -> str:
    """What is wrong with an original a manifest names; empty if it is there as it came."""
    try:
        read_original(home, sha256)
    except (SnapshotError, UsageError) as error:
        return str(error)
    return ""


def read_original(home: Path, sha256: str) -> bytes:
    """The bytes that were kept; raises UsageError for what is no hash or not kept, SnapshotError if they changed."""
    if not _HASH.fullmatch(sha256):
        raise UsageError(inbox_words.NO_HASH.format(found=sha256))
    try:
        content = (home / FOLDER / sha256 / _CONTENT).read_bytes()
    except OSError:
        raise UsageError(inbox_words.NOT_KEPT.format(sha256=sha256)) from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise SnapshotError(inbox_words.ORIGINAL_CHANGED.format(sha256=sha256))
    return content
