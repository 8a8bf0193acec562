"""What a catalogue holds: one frozen class per file, one object per row."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from scorecard.catalog.cell_types import (
    Day,
    Degrees,
    Level,
    Levels,
    LifeDay,
    Optional,
    Text,
    Threshold,
    Whole,
    YesNo,
)
from scorecard.catalog.measure import Measure

_MOST_DAYS = 36_500  # a hundred years; what comes after is a slip of the hand
GROUP_SCOPES = ("area", "province", "*")


class CatalogRow(BaseModel):
    """One row of a file; never changes."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Task(CatalogRow):
    """A task number of the letter; `in_letter` is false for a number that does not occur in it."""

    task_no: Whole = Field(ge=1, le=9999)
    in_letter: YesNo
    title: Text
    summary: str = ""
    applies_to: Levels = ()
    lead_unit: Optional = None


class Indicator(CatalogRow):
    """An indicator: what is counted, for whom, how old a figure may be, and whether it decides a light (`core`).

    It is one life of its code, from `valid_from` (None is always) to `valid_to` (None is open), both inclusive.
    """

    indicator_id: Text
    task_no: Whole = Field(ge=1, le=9999)
    name: Text
    measure: Measure
    unit: str = ""
    numerator: str = ""
    denominator: str = ""
    direction: Literal["higher", "lower"]
    applies_to: Levels = Field(min_length=1)
    only_unit: Optional = None
    cadence: str = ""
    max_age_days: Whole = Field(ge=0, le=_MOST_DAYS)
    additive: YesNo
    core: YesNo
    source_system: str = ""
    period: Literal["year_to_date", "period", "state"] = "state"
    valid_from: LifeDay = None
    valid_to: LifeDay = None

    def lives_on(self, day: dt.date) -> bool:
        """Whether the day lies in this life of the code."""
        return (self.valid_from or dt.date.min) <= day <= (self.valid_to or dt.date.max)

    @property
    def definition(self) -> tuple[str, ...]:
        """Equal exactly where figures of two lives mean the same."""
        return self.measure, self.numerator, self.denominator, self.direction, self.unit, self.period

    @property
    def summable(self) -> bool:
        """Whether figures of several units can be added into one of their group."""
        return self.additive and self.measure.summable


class Target(CatalogRow):
    """Thresholds from a date on; both None ends a rule. `scope`: a unit_id, a level, `area`, `province` or `*`."""

    indicator_id: Text
    scope: Text
    effective_from: Day
    green: Threshold = None
    amber: Threshold = None
    legal_basis: str = ""
    evidence: Literal["letter", "law", "unverified", "proposed"]


class Unit(CatalogRow):
    """One life of a unit code, from `valid_from` to `valid_to` (both inclusive; None is open)."""

    unit_id: Text
    name: Text
    short_name: str = ""
    level: Level
    parent_id: Optional = None
    kind: str = ""
    lon: Degrees = None
    lat: Degrees = None
    valid_from: Day
    valid_to: LifeDay = None

    def lives_on(self, day: dt.date) -> bool:
        """Whether the day lies in this life of the code."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def label(self) -> str:
        """The short name, else the name."""
        return self.short_name or self.name


class Alias(CatalogRow):
    """Another spelling of a unit's name."""

    unit_id: Text
    alias: Text
    note: str = ""
