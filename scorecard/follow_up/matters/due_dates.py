"""Days that are asked for and promised, never one that has passed; and the day they are held against."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from scorecard.errors import FollowUpError
from scorecard.follow_up.matters.matter import Told
from scorecard.format import date_vi
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.text import follow_up_form_words, follow_up_words

ANSWER_DAYS, RETURN_DAYS, PROMISE_DAYS, DECISION_DAYS = 7, 5, 14, 14


def refuse_past(told: Told, day: dt.date) -> None:
    """Raises FollowUpError for a due or a promised day before `day`; the day itself can still be met."""
    for field in ("due", "promised"):
        found: dt.date | None = getattr(told, field)
        if found is not None and found < day:
            raise FollowUpError(
                follow_up_form_words.PAST.format(
                    field=follow_up_words.FIELDS[field], found=date_vi(found), day=date_vi(day)
                )
            )


def counted_day(index: SnapshotIndex, snapshot: Snapshot, now: dt.datetime, zone: ZoneInfo) -> dt.date:
    """Today for the newest week in its current revision, the day of its cut-off for any other.

    Synthetic figures live in their own weeks: there it is always the day of the cut-off.
    """
    if snapshot == index.weeks()[-1] and not snapshot.manifest.synthetic:
        return now.astimezone(zone).date()
    return snapshot.cut_off_day
