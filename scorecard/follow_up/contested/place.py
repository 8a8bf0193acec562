"""Where figures are contested, and what they are held against there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from scorecard.catalog import Catalog, Unit, archived_catalog
from scorecard.errors import FollowUpError
from scorecard.follow_up.matters.matter import About
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.text import contest_words


@dataclass(frozen=True)
class Place:
    """Where figures are contested: the home, its database, and the catalogue in force, by which files are read."""

    home: Path
    engine: Engine
    catalog: Catalog

    @property
    def newest(self) -> Snapshot:
        """The current revision of the newest week: what is contested, and what a correction is published into."""
        weeks = list_snapshots(self.home).weeks()
        if not weeks:
            raise FollowUpError(contest_words.NO_WEEK)
        return weeks[-1]

    @property
    def judged_by(self) -> Catalog:
        """The catalogue the newest week is judged by, and so a correction of it."""
        newest = self.newest
        return archived_catalog(self.home, newest.manifest.rules_version).on(newest.cut_off_day)

    def unit(self, about: About) -> Unit | None:
        """The unit a proposal is about, if it still lives the same life."""
        units = self.judged_by.units_on(self.newest.cut_off_day)
        return next((u for u in units if (u.unit_id, u.valid_from) == (about.unit_id, about.unit_from)), None)
