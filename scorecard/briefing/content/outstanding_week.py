"""What is owed in the week of a briefing, on the day of its cut-off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scorecard.address.address import ALL
from scorecard.follow_up.matters.unit_lives import Lives
from scorecard.follow_up.matters.week_end import Followed
from scorecard.follow_up.outstanding.outstanding import find_owed
from scorecard.follow_up.outstanding.outstanding_words import OwedSaid, say_owed
from scorecard.lights.edition import Edition
from scorecard.text import outstanding_words


def owed_of(edition: Edition, followed: Followed, lights: Sequence[Mapping[str, Any]]) -> OwedSaid:
    """By the lights of all units on tasks: of everything, or of the units or the task the briefing is about."""
    day, address = edition.snapshot.cut_off_day, edition.address
    whole = address.block == ALL
    units = edition.units if whole else [unit for block in edition.blocks for unit in block.units]
    owed = find_owed(followed.matters, lights, units, day, whole=whole, task_no=address.task)
    return say_owed(owed, Lives(edition.catalog, day), day, outstanding_words.UNREAD if followed.unread else "")
