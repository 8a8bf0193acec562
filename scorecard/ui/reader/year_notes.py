"""What is said of the calendar year of a figure on a page: of a unit's, or of a group's sum."""

from __future__ import annotations

from collections.abc import Callable

from scorecard.catalog import Indicator
from scorecard.lights.edition import Edition
from scorecard.lights.figure_years import count_reporting, group_years_said, members_of, rows_of_members, year_said
from scorecard.lights.rows import GroupLight, UnitLight
from scorecard.ui.reader.week_lights import indicator_rows

Notes = Callable[[UnitLight | GroupLight, Indicator], tuple[str, ...]]


def with_years(edition: Edition, later: Notes | None = None) -> Notes:
    """Notes of a reason: the year of the figure first, then what `later` says."""

    def notes(row: UnitLight | GroupLight, indicator: Indicator) -> tuple[str, ...]:
        said = year_of_row(edition, row, indicator)
        first = (f"{said[:1].upper()}{said[1:]}.",) if said else ()
        return (*first, *(later(row, indicator) if later else ()))

    return notes


def year_of_row(edition: Edition, row: UnitLight | GroupLight, indicator: Indicator) -> str:
    """The year of a figure where it is worth a word; reads the members' figures only where the sum is of a year."""
    day = edition.snapshot.cut_off_day
    if not isinstance(row, GroupLight):
        return year_said(row.as_of, indicator, day)
    if indicator.period != "year_to_date" or row.as_of is None:
        return ""
    members = members_of(edition.units, row.group_id)
    rows = rows_of_members(indicator_rows(edition.snapshot, indicator), members)
    return group_years_said(row, indicator, day, count_reporting(rows, day))
