"""One checked catalogue, and what it says of a day, a week, a unit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
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

    As it is loaded, `indicators` are all `lives`; a week is read by the catalogue of its day (`on`), in which every
    code stands once.
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
    lives: tuple[Indicator, ...] = ()

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

    def indicators_on(self, day: dt.date) -> tuple[Indicator, ...]:
        """The indicators valid on a day, in the catalogue's order; at most one life of each code."""
        return tuple(item for item in self.lives if item.lives_on(day))

    def on(self, day: dt.date) -> Catalog:
        """The catalogue of a day: every indicator once, in its life of that day, and what else names no other.

        Its `lives` stay all there are. A heading of an export that fed another life is known and ignored.
        """
        indicators = self.indicators_on(day)
        if len(indicators) == len(self.indicators) == len(self.lives):
            return self
        known = {item.indicator_id for item in indicators}
        ignored = {"part": "ignored", "indicator_id": None}
        return replace(
            self,
            indicators=indicators,
            columns=tuple(
                row if row.indicator_id in {None, *known} else row.model_copy(update=ignored) for row in self.columns
            ),
            computed=tuple(row for row in self.computed if row.indicator_id in known),
            pairs=tuple(row for row in self.pairs if known.issuperset((row.in_time, row.done))),
        )

    def kept_as_on(self, day: dt.date) -> Catalog:
        """The catalogue of a day, held for every day: what a week of another life of an indicator is judged by."""
        frozen = tuple(
            item.model_copy(update={"valid_from": None, "valid_to": None}) for item in self.indicators_on(day)
        )
        return replace(self.on(day), indicators=frozen, lives=frozen)

    def rule_key(self, day: dt.date) -> str:
        """Equal where the rule of two days is: the version, with the day where indicators have lives."""
        dated = any(item.valid_from or item.valid_to for item in self.lives)
        return f"{self.rules_version}-{day:%Y%m%d}" if dated else self.rules_version

    def counts_on(self, day: dt.date, indicator_id: str, as_of: dt.date) -> bool:
        """Whether a figure of `as_of` means on `day` what the indicator counts then.

        It does if both days lie in lives of one definition.
        """
        lives = self._lives_of.get(indicator_id, ())
        now = next((item for item in lives if item.lives_on(day)), None)
        then = next((item for item in lives if item.lives_on(as_of)), None)
        return now is not None and then is not None and now.definition == then.definition

    @cached_property
    def _lives_of(self) -> dict[str, tuple[Indicator, ...]]:
        codes = dict.fromkeys(item.indicator_id for item in self.lives)
        return {code: tuple(item for item in self.lives if item.indicator_id == code) for code in codes}

    def applies(self, indicator: Indicator, unit: Unit) -> bool:
        """Whether a unit has to answer for an indicator: its level, and `only_unit` where one is named."""
        return unit.level in indicator.applies_to and indicator.only_unit in (None, unit.unit_id)

    def is_computed(self, indicator_id: str, unit_id: str) -> bool:
        """Whether a unit's figure is found at publication and must not be typed."""
        return any((row.indicator_id, row.unit_id) == (indicator_id, unit_id) for row in self.computed)

    def is_typed(self, indicator: Indicator, unit: Unit) -> bool:
        """Whether a unit has to send the figures of an indicator: it applies, and is not computed."""
        return self.applies(indicator, unit) and not self.is_computed(indicator.indicator_id, unit.unit_id)
