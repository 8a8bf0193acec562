"""What is outstanding in the week of a briefing, on the day of its cut-off."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.address.queries import BriefingQuery
from scorecard.address.query import ALL
from scorecard.follow_up.matters.reading import Followed
from scorecard.follow_up.matters.unit_lives import Lives
from scorecard.follow_up.outstanding.outstanding import find_outstanding
from scorecard.follow_up.outstanding.outstanding_words import OutstandingSaid, say_outstanding
from scorecard.lights.edition import Edition
from scorecard.lights.rows import TaskLight
from scorecard.text import outstanding_words


def outstanding_of(edition: Edition, followed: Followed, lights: Sequence[TaskLight]) -> OutstandingSaid:
    """By the lights of all units on tasks: of everything, or of the units or the task the briefing is about."""
    day, address = edition.snapshot.cut_off_day, edition.address
    whole = address.query.block == ALL
    units = edition.units if whole else [unit for block in edition.blocks for unit in block.units]
    found = find_outstanding(followed.matters, lights, units, day, whole=whole, task_no=address.of(BriefingQuery).task)
    return say_outstanding(found, Lives(edition.catalog, day), day, outstanding_words.UNREAD if followed.unread else "")
