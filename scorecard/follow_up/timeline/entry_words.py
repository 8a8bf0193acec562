"""What a time line says of a light, a revision and a move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scorecard.follow_up.matters.matter import Matter, MoveMade, Told
from scorecard.format import date_vi, number
from scorecard.snapshots.index import Snapshot
from scorecard.text import follow_up_words, general_words, revision_words, timeline_words
from scorecard.text.letter_words import KINDS
from scorecard.weeks import ReportWeek

_NOT_SAID = frozenset({"file_sha256"})  # stands in the audit, and says nothing to a reader


@dataclass(frozen=True)
class Words:
    """Names of causes by their code, and who an owner of a week was; `with_task` names the task in every title.

    `reasons` says why a revision was published and by whom: only to who sees every unit, since it may name another.
    """

    causes: Mapping[str, str]
    owner: Callable[[str, ReportWeek], str]
    with_task: bool = True
    reasons: bool = True

    def light(self, task_no: int, before: str, now: str) -> str:
        """A light that changed."""
        was = general_words.COLOUR[before] if before else timeline_words.NO_LIGHT_YET
        after = general_words.COLOUR[now] if now else timeline_words.LIGHT_GONE
        return self._of_task(task_no, timeline_words.LIGHT.format(before=was, now=after))

    def revision(self, snapshot: Snapshot) -> str:
        """Which revision, and why there is one."""
        week = f"{snapshot.week.number}/{snapshot.week.year}"
        reason = snapshot.manifest.reason if self.reasons else revision_words.REASON_WITHHELD
        return timeline_words.REVISED.format(revision=snapshot.revision, week=week, reason=reason)

    def publisher(self, snapshot: Snapshot) -> str:
        """Who published it."""
        return snapshot.manifest.published_by if self.reasons else ""

    def move(self, matter: Matter, move: MoveMade) -> str:
        """A move of a matter; what kind of matter it is stands beside it."""
        return self._of_task(matter.about.task_no, follow_up_words.MOVES[move.name])

    def told(self, told: Told, week: ReportWeek) -> str:
        """Everything a move of a week says, field by field; its text first and without a name."""
        parts = [told.text] if told.text else []
        for name in Told.model_fields:
            value = getattr(told, name)
            if name != "text" and name not in _NOT_SAID and value not in (None, ""):
                parts.append(
                    timeline_words.PART.format(
                        field=follow_up_words.FIELDS[name], value=self._printed(name, value, week)
                    )
                )
        return "\n".join(parts)

    def _of_task(self, task_no: int | None, what: str) -> str:
        if task_no is None or not self.with_task:
            return what[:1].upper() + what[1:]
        return timeline_words.OF_TASK.format(task=task_no, what=what)

    def _printed(self, name: str, value: str | dt.date | Decimal, week: ReportWeek) -> str:
        if isinstance(value, dt.date):
            return date_vi(value)
        if isinstance(value, Decimal):
            return number(value)
        if name == "owner":
            return self.owner(value, week)
        return {"cause": self.causes, "letter": KINDS}.get(name, {}).get(value, value)
