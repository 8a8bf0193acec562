"""Figures that are too old on arrival: named once for a file and an indicator, however many rows there are."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from scorecard.catalog import Indicator
from scorecard.format import date_vi
from scorecard.intake.cells.problems import Problem
from scorecard.intake.long_form.long_csv import RawFigure
from scorecard.snapshots.observation import Observation
from scorecard.text import doubt_words


def too_old(as_of: dt.date, indicator: Indicator, day: dt.date, last_day: dt.date) -> str:
    """What is doubtful about a figure that would arrive stale at a cut-off on `day`; empty where it would be current.

    Where the day and the month exchanged are a day on which it would be current, and not after `last_day`, it says so.
    """
    if not _stale(as_of, indicator, day):
        return ""
    advice = doubt_words.TOO_OLD.format(most=indicator.max_age_days, day=date_vi(day))
    other = _exchanged(as_of)
    if other is None or other > last_day or _stale(other, indicator, day):
        return advice
    return f"{advice} {doubt_words.EXCHANGED.format(day=date_vi(other))}"


def _stale(as_of: dt.date, indicator: Indicator, day: dt.date) -> bool:
    return (day - as_of).days > indicator.max_age_days


def _exchanged(day: dt.date) -> dt.date | None:
    """The day that is meant where somebody wrote the month first; None where there is none."""
    return day.replace(month=day.day, day=day.month) if day.day <= 12 and day.day != day.month else None


class OldDates:
    """The rows that would arrive stale: a whole column of them is one thing to look at, not hundreds."""

    def __init__(self, day: dt.date, last_day: dt.date) -> None:
        self._day, self._last_day = day, last_day
        self._found: dict[tuple[str, str, str, str], list[RawFigure]] = defaultdict(list)

    def see(self, seen: Observation, figure: RawFigure, indicator: Indicator) -> None:
        """Keeps a row that is too old."""
        if advice := too_old(seen.as_of, indicator, self._day, self._last_day):
            self._found[figure.sha256, figure.sheet, seen.indicator_id, advice].append(figure)

    def warnings(self) -> Iterator[Problem]:
        """One warning for each file, sheet, indicator and advice, at its first row, with how many more there are."""
        for (_, _, indicator_id, advice), figures in self._found.items():
            more = doubt_words.TOO_OLD_TOO.format(count=len(figures) - 1, indicator=indicator_id)
            yield figures[0].problem("as_of", f"{advice} {more}" if len(figures) > 1 else advice)
