"""What a catalogue holds: one frozen class per file, one object per row."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from scorecard.catalog.measure import Measure

Level = Literal["department", "district", "commune"]
LEVELS: tuple[Level, ...] = ("department", "district", "commune")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_MOST_DAYS = 36_500  # a hundred years; what comes after is a slip of the hand
GROUP_SCOPES = ("area", "province", "*")


def _split(text: object) -> object:
    """`department;district` is a list in one cell."""
    return tuple(part.strip() for part in text.split(";") if part.strip()) if isinstance(text, str) else text


def absent(text: object) -> object:
    """A blank cell is no value, never 0 and never an empty text."""
    return None if text == "" else text


def _iso_day(text: object) -> object:
    """Only `2023-10-20`: pydantic alone would also take a number of seconds."""
    return text if not isinstance(text, str) or _ISO_DAY.fullmatch(text) else ""


def _yes_no(text: object) -> object:
    """Only `true` and `false`: pydantic alone would also take 1, yes and on."""
    return {"true": True, "false": False}.get(text, "") if isinstance(text, str) else text


def _plain_number(text: object) -> object:
    """Only `12` and `12.5`: pydantic alone would also take 1_0, 1e3 and the digits of other scripts."""
    return text if not isinstance(text, str) or text == "" or _NUMBER.fullmatch(text) else "?"


Text = Annotated[str, Field(min_length=1)]
Optional = Annotated[str | None, BeforeValidator(absent)]
Levels = Annotated[tuple[Level, ...], BeforeValidator(_split)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Day = Annotated[dt.date, BeforeValidator(_iso_day)]
_Limit = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=3, allow_inf_nan=False)]
Number = Annotated[Decimal, BeforeValidator(_plain_number)]
Whole = Annotated[int, BeforeValidator(_plain_number)]
Threshold = Annotated[_Limit | None, BeforeValidator(absent), BeforeValidator(_plain_number)]
Degrees = Annotated[float | None, BeforeValidator(absent), BeforeValidator(_plain_number)]


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
    """An indicator: what is counted, for whom, how old a figure may be, and whether it decides a light (`core`)."""

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
    valid_to: Annotated[Day | None, BeforeValidator(absent)] = None

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
