"""One checked catalogue, and what it says of a day, a week, a unit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from scorecard.catalog.columns import MappedColumn
from scorecard.catalog.cut_offs import MovedCutOff, regular_cut_off
from scorecard.catalog.ladder import Cause, Rung
from scorecard.catalog.letters import LetterText
from scorecard.catalog.model import Alias, Indicator, Target, Task, Unit
from scorecard.catalog.optional import Computed
from scorecard.catalog.pairs import Pair
from scorecard.catalog.rules import Rules
from scorecard.catalog.successors import Successor
from scorecard.catalog.views import View
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class Catalog:
    """One checked catalogue. `rules_version` is equal exactly where the content of the six files and of OPTIONAL is.

    Row order, line ends, a BOM, blank cells and an optional file without rows do not change it; the files OF_TODAY and
    any others beside them are not part of it.
    """

    folder: Path
    rules_version: str
    tasks: tuple[Task, ...]
    indicators: tuple[Indicator, ...]
    targets: tuple[Target, ...]
    units: tuple[Unit, ...]
    aliases: tuple[Alias, ...]
    rules: Rules
    columns: tuple[MappedColumn, ...] = ()
    computed: tuple[Computed, ...] = ()
    cut_offs: tuple[MovedCutOff, ...] = ()
    pairs: tuple[Pair, ...] = ()
    ladder: tuple[Rung, ...] = ()
    views: tuple[View, ...] = ()
    causes: tuple[Cause, ...] = ()
    letters: tuple[LetterText, ...] = ()
    successors: tuple[Successor, ...] = ()

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of every cut-off and every date."""
        return ZoneInfo(self.rules.timezone)

    def cut_off(self, week: ReportWeek) -> dt.datetime:
        """The cut-off of a week, with its offset: the one it was moved to, else the regular one."""
        moved = next((row.cut_off for row in self.cut_offs if row.week == week), None)
        return (moved or regular_cut_off(self.rules, week)).replace(tzinfo=self.zone)

    def day_of(self, cut_off: dt.datetime) -> dt.date:
        """The day of a cut-off as the catalogue's time zone counts it."""
        return cut_off.astimezone(self.zone).date()

    def units_on(self, day: dt.date) -> tuple[Unit, ...]:
        """The units valid on a day, in the catalogue's order; at most one life of each code."""
        return tuple(unit for unit in self.units if unit.lives_on(day))

    def applies(self, indicator: Indicator, unit: Unit) -> bool:
        """Whether a unit has to answer for an indicator: its level, and `only_unit` where one is named."""
        return unit.level in indicator.applies_to and indicator.only_unit in (None, unit.unit_id)

    def is_computed(self, indicator_id: str, unit_id: str) -> bool:
        """Whether a unit's figure is found at publication and must not be typed."""
        return any((row.indicator_id, row.unit_id) == (indicator_id, unit_id) for row in self.computed)

    def is_typed(self, indicator: Indicator, unit: Unit) -> bool:
        """Whether a unit has to send the figures of an indicator: it applies, and is not computed."""
        return self.applies(indicator, unit) and not self.is_computed(indicator.indicator_id, unit.unit_id)
