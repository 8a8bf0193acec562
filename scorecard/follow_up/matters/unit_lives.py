"""Units by code and dates, as matters name them: of the whole catalogue, also those that are gone or out of sight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from scorecard.catalog import Catalog, Unit
from scorecard.follow_up.matters.matter import About
from scorecard.format import date_vi
from scorecard.text import follow_up_words
from scorecard.weeks import ReportWeek


class Lives:
    """The lives of all codes of a catalogue, as they are spoken of on a day."""

    def __init__(self, catalog: Catalog, day: dt.date) -> None:
        self._catalog = catalog
        self._day = day
        self._by_id: dict[str, list[Unit]] = {}
        for unit in catalog.units:
            self._by_id.setdefault(unit.unit_id, []).append(unit)

    def unit_of(self, about: About, week: ReportWeek) -> Unit | None:
        """The unit a matter is about; one that does not say which life is about that of its week."""
        if about.unit_from is None:
            return self.living(about.unit_id or "", week)
        return next((unit for unit in self._lives(about.unit_id) if unit.valid_from == about.unit_from), None)

    def living(self, unit_id: str, week: ReportWeek) -> Unit | None:
        """The life of a code on the day of a week's cut-off: who was given something to do then."""
        lives = self._lives(unit_id)
        if not lives:  # mostly a name
            return None
        day = self._catalog.day_of(self._catalog.cut_off(week))
        return next((unit for unit in lives if unit.lives_on(day)), None)

    def about(self, about: About, week: ReportWeek) -> str:
        """The name of the unit a matter is about; its code where the catalogue does not know this life."""
        unit = self.unit_of(about, week)
        return self.named(unit, unit.name) if unit else about.unit_id or ""

    def owner(self, owner: str, week: ReportWeek) -> str:
        """Who has to act, as said in a week: a unit by its name, anybody else as written."""
        unit = self.living(owner, week)
        return self.named(unit, unit.name) if unit else owner

    def named(self, unit: Unit, name: str) -> str:
        """A name; of a unit that is gone with the day it ended."""
        if unit.valid_to is None or unit.valid_to >= self._day:
            return name
        return follow_up_words.ENDED.format(unit=name, day=date_vi(unit.valid_to))

    def _lives(self, unit_id: str | None) -> Sequence[Unit]:
        return self._by_id.get(unit_id or "", ())
