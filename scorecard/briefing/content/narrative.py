"""Sentences of a briefing, in the manner of the national bulletin; every number in them is one that was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from scorecard.documents.document_parts import spoken_moment
from scorecard.format import number
from scorecard.lights.figure_words import rate_of
from scorecard.lights.matrix_view import Count
from scorecard.lights.status import WANTING
from scorecard.lights.timeliness import Timeliness
from scorecard.text import briefing_words, general_words


def say_headline(moment: dt.datetime, scope: str, counts: Sequence[Count], compared: str) -> str:
    """How many lights have which colour as of the cut-off, and how red and amber changed; else what `compared` says."""
    parts = [
        briefing_words.COUNTED.format(number=number(count.number), status=general_words.COLOUR[count.status])
        for count in counts
    ]
    lead = briefing_words.HEADLINE.format(moment=spoken_moment(moment), scope=scope, counts=listed(parts))
    return f"{lead} {say_change(counts) or compared}"


def say_change(counts: Sequence[Count]) -> str:
    """Rise and fall of the red and the amber lights; empty where nothing can be compared."""
    changes = [(general_words.COLOUR[count.status], count.change) for count in counts if count.status in WANTING]
    known = [(name, change) for name, change in changes if change is not None]
    if not known:
        return ""
    if not any(change for _, change in known):
        return briefing_words.NO_CHANGE
    return briefing_words.CHANGED.format(changes=listed([_moved(name, change) for name, change in known]))


def say_timeliness(name: str, figures: Timeliness) -> str:
    """What was done in time among what is due, what was done at all, and of how many units both are known."""
    pattern = briefing_words.TIMELINESS if figures.open else briefing_words.TIMELINESS_ALL_DONE
    return pattern.format(
        name=name,
        in_time=number(figures.in_time),
        due=number(figures.due),
        rate=rate_of(figures.in_time, figures.due),
        done=number(figures.done),
        done_rate=rate_of(figures.done, figures.due),
        open=number(figures.open),
        units=number(figures.units),
        every=number(figures.every),
    )


def _moved(name: str, change: int) -> str:
    pattern = briefing_words.ROSE if change > 0 else briefing_words.FELL if change < 0 else briefing_words.STAYED
    return pattern.format(status=name, number=number(abs(change)))


def listed(parts: Sequence[str]) -> str:
    """Several parts as one enumeration, with the word for "and" before the last."""
    return briefing_words.AND.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
