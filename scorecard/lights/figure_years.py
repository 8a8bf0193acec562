"""The calendar year a figure counts: one of an earlier year than the cut-off's says so wherever it is shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from scorecard.catalog import Indicator, Unit
from scorecard.format import number
from scorecard.lights.rows import GroupLight
from scorecard.lights.status import UNKNOWN, Status
from scorecard.text import year_words


class Dated(Protocol):
    """A figure with its day and the status it has."""

    @property
    def as_of(self) -> dt.date | None:
        """The day it is of; None is no figure."""

    @property
    def status(self) -> Status:
        """What became of it."""


Row = TypeVar("Row", bound=Dated)


@dataclass(frozen=True)
class Reporting:
    """Of the members of a group: how many have a current figure of this year, how many of an earlier one, and all."""

    this_year: int
    earlier: int
    members: int


def year_said(as_of: dt.date | None, indicator: Indicator, day: dt.date) -> str:
    """The year of a figure that counts from New Year, in words, where it is earlier than the cut-off's; else empty."""
    if as_of is None or indicator.period != "year_to_date" or as_of.year >= day.year:
        return ""
    return year_words.EARLIER.format(year=as_of.year)


def count_reporting(rows: Iterable[Dated], day: dt.date) -> Reporting:
    """Of the rows of a group's members on one indicator."""
    listed = list(rows)
    days = [row.as_of for row in listed if row.as_of and row.status not in UNKNOWN]
    this_year = sum(one.year == day.year for one in days)
    return Reporting(this_year, len(days) - this_year, len(listed))


def group_years_said(row: GroupLight, indicator: Indicator, day: dt.date, reporting: Reporting) -> str:
    """What year a group's sum is of, and who is not in it for being of another one; empty where all are of this year.

    The sum is of one year (see the rule): either last year's, with how many have this one's already, or this year's,
    with how many still have last one's.
    """
    if row.as_of is None or indicator.period != "year_to_date":
        return ""
    if row.as_of.year < day.year:
        said = year_words.GROUP_EARLIER if reporting.this_year else year_words.GROUP_EARLIER_ALL
        return said.format(
            year=row.as_of.year, now=day.year, count=number(reporting.this_year), members=number(reporting.members)
        )
    if reporting.earlier:
        return year_words.GROUP_BEHIND.format(
            now=day.year, count=number(reporting.earlier), members=number(reporting.members)
        )
    return ""


def members_of(units: Iterable[Unit], group_id: str) -> list[Unit]:
    """The units of the day that are summed in a group."""
    kind, _, name = group_id.partition(":")
    return [
        unit
        for unit in units
        if kind == "province"
        or (kind == "level" and unit.level == name)
        or (kind == "area" and unit.unit_id == name)
        or (kind in ("area", "communes") and unit.level == "commune" and unit.parent_id == name)
    ]


def summed_rows(rows: Mapping[str, Row], own: Dated | None, indicator: Indicator) -> dict[str, Row]:
    """Of the members' rows those that a group's figure can be made of: what counts from New Year, of the sum's year."""
    if own is None or own.as_of is None or indicator.period != "year_to_date":
        return dict(rows)
    year = own.as_of.year
    return {unit_id: row for unit_id, row in rows.items() if row.as_of is None or row.as_of.year == year}


def rows_of_members(rows: Mapping[str, Dated], members: Iterable[Unit]) -> list[Dated]:
    """The rows of the members an indicator applies to."""
    return [rows[unit.unit_id] for unit in members if unit.unit_id in rows]
