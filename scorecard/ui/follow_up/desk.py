"""What the page of chasing works with, and how something is written from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Engine

from scorecard.access.roles import Act
from scorecard.catalog import Cause
from scorecard.database.engine import open_database
from scorecard.errors import CatalogError
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.writing import Writer
from scorecard.follow_up.work_list.work_list import WorkList
from scorecard.lights.edition import Edition
from scorecard.ui.reader import session
from scorecard.ui.reader.matters_shown import chase_of, counted_to, is_newest, lives_of, matters_of
from scorecard.ui.reader.signed_in import actor, person


@dataclass(frozen=True)
class ChasingDesk:
    """The week shown, its work list, the matters the reader may see, and the day dates are held against."""

    edition: Edition
    engine: Engine
    chase: WorkList
    matters: tuple[Matter, ...]
    day: dt.date

    def may(self, act: Act) -> bool:
        """Whether the reader may do it now: nothing is written into a week that is not the newest."""
        return person().may(act) and is_newest(self.edition)

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The causes an explanation can name now; none where the catalogue cannot be read."""
        try:
            return session.catalog_in_force().causes
        except CatalogError:
            return ()

    def writer(self) -> Writer:
        """The reader as one who writes now."""
        now = dt.datetime.now(self.edition.catalog.zone)
        week, lives = self.edition.snapshot.week, lives_of(self.edition)
        return Writer(person(), actor(), session.scope(), now, week, lambda about: lives.about(about, week))


def open_desk(edition: Edition) -> ChasingDesk:
    """The desk of this run; raises a ScorecardError where the database does not answer."""
    engine = open_database(session.home())
    return ChasingDesk(edition, engine, chase_of(edition), matters_of(edition), counted_to(edition))
