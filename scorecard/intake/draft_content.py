"""What is kept of a draft beside its files, and the name it gets by it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from pydantic import AwareDatetime, BaseModel, ConfigDict

from scorecard.snapshots.index import Input


class DraftContent(BaseModel):
    """The week, the files and who sent them; `sent_from` is the first day of the life of the sending unit's code."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    week: str
    received_at: AwareDatetime
    files: tuple[Input, ...]
    sent_by: str = ""
    sent_from: dt.date | None = None

    @property
    def draft_id(self) -> str:
        """Equal for the same files of the same week from the same sender, whenever they came."""
        sender = [str(part) for part in (self.sent_by, self.sent_from) if part]
        content = json.dumps(
            [self.week, *([item.name, item.sha256] for item in self.files), *sender], ensure_ascii=False
        )
        return hashlib.sha256(content.encode()).hexdigest()[:32]
