"""Explanations that did not come: the one test for it, and what is said of a light by it. Pure."""

from __future__ import annotations

import datetime as dt

from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.moves import UNANSWERED
from scorecard.format import date_vi
from scorecard.lights.status import CHASED
from scorecard.text import follow_up_words

ASKING = CHASED  # a light of another colour asks for no explanation any more


def lacks_answer(matter: Matter | None, status: str | None, day: dt.date) -> bool:
    """Whether a light of this status has no explanation though it was asked for one by a day that has passed."""
    return matter is not None and status in ASKING and matter.lacks_answer(day)


def lacking_words(matter: Matter, *, dated: bool = True) -> str:
    """What is said loudly of a light that lacks an answer: whether it never came or was given back."""
    if not dated:
        return follow_up_words.NO_ANSWER_AGAIN if matter.was_answered else follow_up_words.NO_ANSWER
    pattern = follow_up_words.NO_ANSWER_AGAIN_SINCE if matter.was_answered else follow_up_words.NO_ANSWER_SINCE
    return pattern.format(due=date_vi(matter.due))


def state_words(matter: Matter, status: str | None) -> str:
    """Where an explanation stands; a light that asks for none any more is only said to have been asked about."""
    if matter.state in UNANSWERED and status not in ASKING:
        return follow_up_words.NOT_ANSWERED
    return follow_up_words.STATES[matter.state]
