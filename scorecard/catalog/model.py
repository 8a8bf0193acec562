"""What a catalogue holds: one frozen class per file, one object per row."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Level = Literal["department", "district", "commune"]
LEVELS: tuple[Level, ...] = ("department", "district", "commune")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_MOST_DAYS = 36_500  # a hundred years; what comes after is a slip of the hand
GROUP_SCOPES = ("area", "province", "*")


def _split(text: object) -> object:
    """`department;district` is a list in one cell."""
    return tuple(part.strip() for part in text.split(";") if part.strip()) if isinstance(text, str) else text


def _absent(text: object) -> object:
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
Optional = Annotated[str | None, BeforeValidator(_absent)]
Levels = Annotated[tuple[Level, ...], BeforeValidator(_split)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Day = Annotated[dt.date, BeforeValidator(_iso_day)]
_Limit = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=3, allow_inf_nan=False)]
Number = Annotated[Decimal, BeforeValidator(_plain_number)]
Whole = Annotated[int, BeforeValidator(_plain_number)]
Threshold = Annotated[_Limit | None, BeforeValidator(_absent), BeforeValidator(_plain_number)]
Degrees = Annotated[float | None, BeforeValidator(_absent), BeforeValidator(_plain_number)]


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
    measure: Literal["ratio", "count", "score", "stage"]
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
    valid_to: Annotated[Day | None, BeforeValidator(_absent)] = None

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


class Setting(CatalogRow):
    """One key of settings.csv, still as text."""

    key: Text
    value: Text
    note: str = ""


class Rules(CatalogRow):
    """The numbers of the rule that belong to the catalogue, not to the code; a field with a default may be left out.

    `coverage_floor_percent` is in percent and inclusive (90 is enough); a denominator under `small_n_bound` is flagged.
    `goal_date` is what pages count the needed pace and forecasts to; without it they name none.
    A light that falls again within `reopen_weeks` published weeks stands on the old step of the ladder.
    `report_…` are the names in the form of the weekly report; one left out stands open in the draft.
    """

    coverage_floor_percent: Number = Field(ge=0, le=100, allow_inf_nan=False, decimal_places=3)
    small_n_bound: Number = Field(ge=0, allow_inf_nan=False, max_digits=14, decimal_places=3)
    cut_off_weekday: Whole = Field(ge=1, le=7)
    cut_off_time: dt.time
    timezone: Text
    title: str = ""
    goal_date: Annotated[Day | None, BeforeValidator(_absent)] = None
    reopen_weeks: Whole = Field(default=4, ge=0, le=52)
    report_over: str = ""
    report_by: str = ""
    report_sign: str = ""
    report_place: str = ""
    report_to: str = ""
    report_archive: str = ""
