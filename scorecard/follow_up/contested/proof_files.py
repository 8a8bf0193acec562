"""Files that come with a proposal: refused where nobody should have to open them, kept under their hash."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

from scorecard.errors import FollowUpError
from scorecard.intake.given_files import plain_name
from scorecard.intake.workbooks.cost_limits import MOST_BYTES
from scorecard.snapshots.index import Input
from scorecard.snapshots.originals import keep_originals
from scorecard.text import contest_words

# What an office proves a figure with; nothing that runs when it is opened.
TYPES = ("pdf", "docx", "doc", "xlsx", "xls", "ods", "odt", "csv", "jpg", "jpeg", "png")


@dataclass(frozen=True)
class ProofFile:
    """A file under a name that can be shown; the name never leads anywhere."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """What it is kept under."""
        return hashlib.sha256(self.content).hexdigest()


def refuse_file(given: tuple[str, bytes] | None) -> ProofFile:
    """The file that was given; raises FollowUpError where there is none, or one that is not taken."""
    if given is None:
        raise FollowUpError(contest_words.NO_FILE)
    name, content = plain_name(given[0]), given[1]
    if name.rpartition(".")[2].lower() not in TYPES:
        raise FollowUpError(contest_words.BAD_TYPE.format(name=name, types=", ".join(TYPES)))
    if not content:
        raise FollowUpError(contest_words.EMPTY_FILE.format(name=name))
    if len(content) > MOST_BYTES:
        raise FollowUpError(contest_words.TOO_LARGE.format(name=name, most=MOST_BYTES // 1024 // 1024))
    return ProofFile(name, content)


def keep_file(home: Path, file: ProofFile) -> None:
    """Keeps it beside the files figures came in; the same bytes are kept once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file.sha256
        path.write_bytes(file.content)
        keep_originals(home, [path], [Input(name=file.name, sha256=file.sha256)])
