"""What lies between the shown week and the catalogue's goal date; where nothing can be said, it says why. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from scorecard.catalog import Indicator
from scorecard.format import date_vi
from scorecard.lights.edition import Edition
from scorecard.lights.figure_words import number_of
from scorecard.lights.forecast import FARTHEST, LEAST, WEEKS, per_week, project, weeks_left
from scorecard.lights.needed_to_green import count_needed, needed_text
from scorecard.lights.ranking import value_in
from scorecard.lights.rows import Judged, OfWeek
from scorecard.lights.status import UNKNOWN, WANTING
from scorecard.text import outlook_words
from scorecard.weeks import ReportWeek


class Outlook:
    """The outlook from one cut-off to the goal date, if the catalogue has one."""

    def __init__(self, week: ReportWeek, today: dt.date, goal: dt.date | None) -> None:
        self._week = week
        self._today = today
        self._goal = goal

    @property
    def ahead(self) -> tuple[ReportWeek, ...]:
        """The weeks after the shown one to that of the goal date; none where there can be no forecast."""
        if self._goal is None or self._refused():
            return ()
        last = ReportWeek.of(self._goal)
        weeks = (self._week.plus(number) for number in range(1, FARTHEST + 2))
        return tuple(week for week in weeks if week <= last)

    def pace(self, row: Judged, indicator: Indicator, *, short: bool = False) -> str:
        """What is needed a week until the goal date; empty where nothing is lacking or there is no goal date.

        Empty too where the figure starts anew before the goal date: what is lacking then is not what is lacking today.
        """
        count = count_needed(row, indicator) if row.status in WANTING else None
        if count is None or self._goal is None or self._starts_anew(indicator):
            return ""
        weeks = weeks_left(self._today, self._goal)
        if not weeks:
            return "" if short else outlook_words.NO_WEEK.format(date=date_vi(self._goal))
        needed = needed_text(row, indicator, per_week(count, weeks))
        return (outlook_words.SHORT_PER_WEEK if short else outlook_words.PER_WEEK).format(
            needed=needed, date=date_vi(self._goal), weeks=weeks
        )

    def forecast(self, rows: Iterable[OfWeek], indicator: Indicator) -> Fraction | None:
        """The value on the goal date if it goes on as in the last six weeks; `rows` are of one subject, by week."""
        if self._goal is None or self._refused(indicator):
            return None
        value = project(self._points(rows, indicator), self._goal)
        if value is None:
            return None
        whole = indicator.measure.whole
        return max(value if whole is None else min(value, Fraction(whole)), Fraction(0))

    def said(self, rows: Iterable[OfWeek], indicator: Indicator, pattern: str = outlook_words.FORECAST) -> str:
        """The forecast in a sentence, or why there is none; the last of the rows has the thresholds beside it."""
        listed = list(rows)
        value, found = self.forecast(listed, indicator), len(self._points(listed, indicator))
        if value is None:
            return self._refused(indicator) or outlook_words.TOO_FEW.format(found=found, least=LEAST)
        return pattern.format(date=date_vi(self._goal), value=number_of(value, listed[-1:], indicator), found=found)

    def _refused(self, indicator: Indicator | None = None) -> str:
        if self._goal is None:
            return outlook_words.NO_GOAL
        if self._goal <= self._today:
            return outlook_words.PAST.format(date=date_vi(self._goal))
        if weeks_left(self._today, self._goal) > FARTHEST:
            return outlook_words.TOO_FAR.format(date=date_vi(self._goal), weeks=FARTHEST)
        if indicator and self._starts_anew(indicator):
            return outlook_words.STARTS_ANEW.format(date=date_vi(self._goal))
        return ""

    def _starts_anew(self, indicator: Indicator) -> bool:
        """Whether a figure counted from the first day of a year is a new one on the goal date."""
        return self._goal is not None and indicator.period == "year_to_date" and self._goal.year != self._today.year

    def _points(self, rows: Iterable[OfWeek], indicator: Indicator) -> dict[dt.date, Fraction]:
        """Value by date of report: a figure carried forward for weeks is one point, not several.

        Of a figure counted from the first day of a year only this year's: last year's belong to another line.
        """
        first, points = self._week.plus(1 - WEEKS), {}
        for row in rows:
            value = value_in(row, indicator)
            if row.status in UNKNOWN or value is None or row.as_of is None:
                continue
            if indicator.period == "year_to_date" and row.as_of.year != self._today.year:
                continue
            if first <= ReportWeek.parse(row.week) <= self._week:
                points[row.as_of] = value
        return points


def outlook_of(edition: Edition) -> Outlook:
    """The outlook of an edition: from its cut-off to the goal date of its own catalogue."""
    return Outlook(edition.snapshot.week, edition.snapshot.cut_off_day, edition.catalog.rules.goal_date)
