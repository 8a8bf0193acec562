"""What somebody wants to publish for a week, and the moment it counts to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.catalog import Catalog
from scorecard.errors import UsageError
from scorecard.snapshots.manifest import Input
from scorecard.snapshots.observation import Observation, Withdrawal
from scorecard.text import general_words
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class Publication:
    """Who publishes what for which week; `cut_off` None is the catalogue's, `published_at` None is now.

    `clock_checked`: somebody looked, and this machine's clock is right although it stands before the last publication.
    `current_rules`: a published week is judged anew by the catalogue in force, which only this does.
    `seen` is the newest snapshot as it was looked at: where another one is newest by now, nothing is published.
    """

    week: ReportWeek
    observations: Sequence[Observation]
    cut_off: dt.datetime | None = None
    reason: str = ""
    published_by: str = ""
    synthetic: bool = False
    inputs: tuple[Input, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    left_out: tuple[Input, ...] = ()
    published_at: dt.datetime | None = None
    clock_checked: bool = False
    current_rules: bool = False
    seen: str = ""


def cut_off_for(catalog: Catalog, week: ReportWeek, given: dt.datetime | None) -> dt.datetime:
    """The cut-off in the catalogue's zone; raises UsageError unless it lies in the week or the one after it."""
    if given is None:
        return catalog.cut_off(week)
    cut_off = given.replace(tzinfo=catalog.zone) if given.tzinfo is None else given.astimezone(catalog.zone)
    if not week.monday <= cut_off.date() <= week.next().sunday:
        raise UsageError(
            general_words.CUT_OFF_OUTSIDE.format(
                found=cut_off.isoformat(), week=week, first=week.monday, last=week.next().sunday
            )
        )
    return cut_off
