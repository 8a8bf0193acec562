"""What no publication may do to a home, whatever it holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from scorecard.catalog import Catalog
from scorecard.errors import SnapshotError, UsageError
from scorecard.format import moment_vi
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.snapshots.observation import Observation, Withdrawal
from scorecard.text import computed_words, snapshot_words
from scorecard.weeks import ReportWeek

_CLOCKS_DIFFER = dt.timedelta(minutes=10)  # of two machines on one shared folder


def refuse_mixing(home: Path, index: SnapshotIndex, synthetic: bool) -> None:
    """Raises SnapshotError where real and synthetic figures would stand beside each other."""
    if any(snapshot.manifest.synthetic != synthetic for snapshot in index.everything):
        message = snapshot_words.SYNTHETIC_ONTO_REAL if synthetic else snapshot_words.REAL_ONTO_SYNTHETIC
        raise SnapshotError(message.format(home=home))


def refuse_clock_behind(base: Snapshot | None, now: dt.datetime) -> None:
    """Raises SnapshotError where this machine's clock stands before the publication of what is built on.

    Who sent in time is judged by the moment of publication, and a snapshot never changes. Only the base is asked: one
    that carries a wrong moment itself then stands in nobody's way for more than one publication.
    """
    if base and now < base.manifest.published_at - _CLOCKS_DIFFER:
        moments = {"now": moment_vi(now), "before": moment_vi(base.manifest.published_at)}
        raise SnapshotError(snapshot_words.CLOCK_BEHIND.format(base=base.name, **moments))


def refuse_future(week: ReportWeek, today: dt.date) -> None:
    """Raises SnapshotError for a week that has not begun: it would be everybody's overview until it has."""
    if week > (now := ReportWeek.of(today)):
        raise SnapshotError(snapshot_words.NOT_BEGUN.format(week=week, now=now))


def refuse_without_reason(index: SnapshotIndex, week: ReportWeek, reason: str) -> None:
    """Raises UsageError where a reason is missing: the week is published, or a later one is."""
    if reason.strip():
        return
    if current := index.in_use(week):
        raise UsageError(snapshot_words.NEEDS_REASON.format(week=week, revision=current.revision))
    if later := [one.week for one in index.weeks() if one.week > week]:
        raise UsageError(snapshot_words.OLDER_NEEDS_REASON.format(week=week, newest=later[-1]))


def refuse_moved_on(index: SnapshotIndex, seen: str) -> None:
    """Raises SnapshotError where the newest snapshot is another one than that which was looked at, if any was."""
    if seen and (now := index.weeks()[-1].name) != seen:
        raise SnapshotError(snapshot_words.MOVED_ON.format(now=now, seen=seen))


def refuse_tomorrow(observations: Sequence[Observation], day: dt.date) -> None:
    """Raises SnapshotError for a figure of a day to come: it would push out the usable one it replaces."""
    for row in observations:
        if row.as_of > day:
            raise SnapshotError(
                snapshot_words.AFTER_CUT_OFF.format(
                    unit=row.unit_id, indicator=row.indicator_id, found=row.as_of, day=day
                )
            )


def refuse_computed(catalog: Catalog, withdrawn: Iterable[Withdrawal]) -> None:
    """Raises SnapshotError for a computed figure to be taken back: it would be computed again at once."""
    for item in withdrawn:
        if catalog.is_computed(item.indicator_id, item.unit_id):
            raise SnapshotError(computed_words.NOT_WITHDRAWN.format(unit=item.unit_id, indicator=item.indicator_id))
