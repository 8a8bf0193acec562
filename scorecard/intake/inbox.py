"""Files handed in but not yet published, kept in the inbox of the home until somebody publishes or discards them."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from scorecard.errors import SnapshotError, UsageError
from scorecard.files.disk_errors import reason_of
from scorecard.files.home_lock import make_home
from scorecard.files.whole_files import place_new_folder
from scorecard.intake.draft_content import DraftContent
from scorecard.intake.given_files import GivenFile, plain_name
from scorecard.snapshots.index import Input
from scorecard.text import inbox_words
from scorecard.weeks import ReportWeek

FOLDER = "inbox"
_TEMPORARY = ".receiving-"
_CONTENT = "draft.json"
_A_DAY = 24 * 60 * 60
_NAME = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Draft:
    """Some files for one week; never changes. `draft_id` is the hash of the week and of the files' names and bytes.

    `sent_by` is the unit that handed them in itself; empty is somebody who publishes. `sent_from` is the first day of
    the life of its code; None in drafts of before that was kept.
    """

    folder: Path
    draft_id: str
    week: ReportWeek
    received_at: dt.datetime
    inputs: tuple[Input, ...]
    sent_by: str = ""
    sent_from: dt.date | None = None

    @property
    def files(self) -> list[GivenFile]:
        """The files under the names they came with."""
        return [GivenFile(item.name, self.folder / item.sha256) for item in self.inputs]


def keep_draft(
    home: Path,
    week: ReportWeek,
    files: Sequence[tuple[str, bytes]],
    now: dt.datetime,
    sent_by: str = "",
    sent_from: dt.date | None = None,
) -> Draft:
    """Keeps files, given as name and bytes, on the disk before anything is read from them.

    The same files for the same week are the same draft, received when they first were. Raises UsageError where
    there is no file, SnapshotError where the disk refuses.
    """
    if not files:
        raise UsageError(inbox_words.NO_FILES)
    contents = {hashlib.sha256(content).hexdigest(): content for _, content in files}
    named = {(plain_name(name), hashlib.sha256(content).hexdigest()) for name, content in files}
    inputs = tuple(Input(name=name, sha256=sha256) for name, sha256 in sorted(named))
    kept = DraftContent(
        week=str(week), received_at=now.replace(microsecond=0), files=inputs, sent_by=sent_by, sent_from=sent_from
    )
    draft_id = kept.draft_id
    target = home / FOLDER / draft_id
    make_home(home)
    _clear_leftovers(target.parent, now)
    if not target.exists():
        content = kept.model_dump_json(indent=1, exclude_none=True).encode()
        try:
            place_new_folder(target, contents | {_CONTENT: content}, _TEMPORARY)
        except OSError as error:
            raise SnapshotError(inbox_words.NOT_KEPT_DRAFT.format(detail=reason_of(error))) from error
    return read_draft(home, draft_id)


def _clear_leftovers(inbox: Path, now: dt.datetime) -> None:
    """What somebody who was killed left half done; a day old, so that nobody is still at it."""
    for leftover in inbox.glob(f"{_TEMPORARY}*"):
        with contextlib.suppress(OSError):  # cleared by somebody else just now
            if now.timestamp() - leftover.stat().st_mtime > _A_DAY:
                shutil.rmtree(leftover, ignore_errors=True)


def read_draft(home: Path, draft_id: str) -> Draft:
    """A draft as it was received; raises UsageError where there is none, SnapshotError where its files changed."""
    folder = home / FOLDER / draft_id
    if not _NAME.fullmatch(draft_id) or not folder.is_dir():
        raise UsageError(inbox_words.NO_DRAFT.format(found=draft_id[:60]))
    try:
        kept = DraftContent.model_validate_json((folder / _CONTENT).read_bytes())
        hashes = {item.sha256: hashlib.sha256((folder / item.sha256).read_bytes()).hexdigest() for item in kept.files}
    except (OSError, ValidationError) as error:
        raise SnapshotError(inbox_words.DRAFT_CHANGED.format(draft=draft_id)) from error
    week = ReportWeek.parse(kept.week)
    if any(named != real for named, real in hashes.items()) or kept.draft_id != draft_id:
        raise SnapshotError(inbox_words.DRAFT_CHANGED.format(draft=draft_id))
    return Draft(folder, draft_id, week, kept.received_at, kept.files, kept.sent_by, kept.sent_from)


def list_drafts(home: Path) -> list[Draft]:
    """Every draft that can be read, the newest first."""
    drafts = []
    for folder in (home / FOLDER).glob("*"):
        if _NAME.fullmatch(folder.name):
            try:
                drafts.append(read_draft(home, folder.name))
            except (SnapshotError, UsageError):  # changed on the disk, or discarded just now
                continue
    return sorted(drafts, key=lambda draft: (draft.received_at, draft.draft_id), reverse=True)


def discard_draft(home: Path, draft_id: str) -> None:
    """Removes a draft; one that is not there any more is no mistake. What was published of it stays.

    Raises SnapshotError where the disk refuses; then it is still there.
    """
    if not _NAME.fullmatch(draft_id):
        raise UsageError(inbox_words.NO_DRAFT.format(found=draft_id[:60]))
    folder = home / FOLDER / draft_id
    if folder.exists():
        try:
            # Renamed first, so that a draft is whole or gone, never half there.
            doomed = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=folder.parent)) / draft_id
            folder.rename(doomed)
        except OSError as error:
            raise SnapshotError(inbox_words.NOT_DISCARDED.format(detail=reason_of(error))) from error
        shutil.rmtree(doomed.parent, ignore_errors=True)
