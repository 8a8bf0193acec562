"""The day that dates of matters are held against."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from scorecard.snapshots.index import Snapshot, SnapshotIndex


def counted_day(index: SnapshotIndex, snapshot: Snapshot, now: dt.datetime, zone: ZoneInfo) -> dt.date:
    """Today for the newest week in its current revision, the day of its cut-off for any other.

    Synthetic figures live in their own weeks: there it is always the day of the cut-off.
    """
    if snapshot == index.weeks()[-1] and not snapshot.manifest.synthetic:
        return now.astimezone(zone).date()
    return snapshot.cut_off_day
