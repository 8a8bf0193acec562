"""By which catalogue and at which cut-off a revision is judged: never by another one than the revision before it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from scorecard.catalog import Catalog, archived_catalog
from scorecard.errors import UsageError
from scorecard.publishing.publication import cut_off_for
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.text import snapshot_words
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class JudgedBy:
    """The catalogue and the moment; `corrected` is the revision in use, None where the week has none."""

    catalog: Catalog
    cut_off: dt.datetime
    corrected: Snapshot | None

    @property
    def day(self) -> dt.date:
        """The day of the cut-off as the catalogue's time zone counts it."""
        return self.catalog.day_of(self.cut_off)


def judged_by(
    home: Path,
    index: SnapshotIndex,
    in_force: Catalog,
    week: ReportWeek,
    cut_off: dt.datetime | None = None,
    *,
    current_rules: bool = False,
) -> JudgedBy:
    """What a publication of a week is judged by, whichever way it comes in.

    A week without a revision in use (the first one, or the first after a retraction) takes the catalogue in force and
    the cut-off given, else the regular one. Every later revision takes those of the one before it; `current_rules`
    takes the catalogue in force instead, and the cut-off stays. Raises UsageError for a cut-off outside the week, and
    for another one than the week was published with. Source: the rule, "What was true when".
    """
    corrected = index.in_use(week)
    if corrected is None:
        return JudgedBy(in_force, cut_off_for(in_force, week, cut_off), None)
    manifest = corrected.manifest
    kept = current_rules or manifest.rules_version == in_force.rules_version
    catalog = in_force if kept else archived_catalog(home, manifest.rules_version)
    if cut_off is not None and cut_off_for(catalog, week, cut_off) != manifest.cut_off:
        raise UsageError(
            snapshot_words.OTHER_CUT_OFF.format(week=week, cut_off=manifest.cut_off.isoformat(), found=cut_off)
        )
    return JudgedBy(catalog, manifest.cut_off, corrected)
