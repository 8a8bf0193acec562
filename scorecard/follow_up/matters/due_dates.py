"""Days that are asked for and promised: never one that has passed."""

from __future__ import annotations

import datetime as dt

from scorecard.errors import FollowUpError
from scorecard.follow_up.matters.matter import Told
from scorecard.format import date_vi
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
