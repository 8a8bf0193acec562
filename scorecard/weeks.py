"""The ISO week a report belongs to."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from scorecard.errors import UsageError
from scorecard.text import general_words

_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")


@dataclass(frozen=True, order=True)
class ReportWeek:
    """An ISO 8601 week, ordered by time; written `2023-W42`.

    Always ISO (Monday to Sunday): the Vietnamese locale of CLDR numbers weeks otherwise, so the
    dates are printed beside the number wherever a person reads it.
    """

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> ReportWeek:
        """Read `2023-W42`; raises UsageError for any other spelling and for weeks a year does not have."""
        match = _WEEK.fullmatch(text)
        if not match:
            raise UsageError(general_words.BAD_WEEK.format(found=text))
        week = cls(int(match[1]), int(match[2]))
        try:
            _ = week.sunday
        except (ValueError, OverflowError):
            raise UsageError(general_words.BAD_WEEK.format(found=text)) from None
        return week

    @classmethod
    def of(cls, day: dt.date) -> ReportWeek:
        """The week `day` lies in."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def monday(self) -> dt.date:
        """First day of the week."""
        return self.day(1)

    @property
    def sunday(self) -> dt.date:
        """Last day of the week."""
        return self.day(7)

    def day(self, weekday: int) -> dt.date:
        """The date of an ISO weekday (1 = Monday)."""
        return dt.date.fromisocalendar(self.year, self.number, weekday)

    def plus(self, weeks: int) -> ReportWeek:
        """The week so many weeks later; earlier with a negative number."""
        return ReportWeek.of(self.monday + dt.timedelta(weeks=weeks))

    def previous(self) -> ReportWeek:
        """The week before."""
        return self.plus(-1)

    def next(self) -> ReportWeek:
        """The week after."""
        return self.plus(1)

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"
