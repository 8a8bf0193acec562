"""Which target is in force on a day, and which ones were and will be: the rule's order of scopes and dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from scorecard.catalog.model import Target


def target_in_force(targets: Iterable[Target], scopes: Sequence[str], day: dt.date) -> Target | None:
    """Of one indicator's targets the one a figure of this day is held against; None where there is none yet.

    The first scope that has any row by that day wins, within it the newest, also where its thresholds are blank: such
    a row ends a rule.
    """
    past = [target for target in targets if target.scope in scopes and target.effective_from <= day]
    return min(past, key=lambda one: (scopes.index(one.scope), day - one.effective_from), default=None)


def targets_over_time(targets: Iterable[Target], scopes: Sequence[str]) -> tuple[Target, ...]:
    """Of one indicator's targets those that are in force at any time, oldest first."""
    own = tuple(targets)
    days = sorted({target.effective_from for target in own})
    found = (target_in_force(own, scopes, day) for day in days)
    return tuple(dict.fromkeys(target for target in found if target))
