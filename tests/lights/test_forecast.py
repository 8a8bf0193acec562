"""The pace to a goal date and the line through the last reports, against a dull second computation."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.lights.forecast import LEAST, per_week, project, weeks_left

START = dt.date(2023, 10, 20)


def points(*values: float, step: int = 7) -> dict[dt.date, Fraction]:
    return {START + dt.timedelta(days=step * place): Fraction(value) for place, value in enumerate(values)}


@pytest.mark.parametrize(
    ("goal", "weeks"),
    [("2023-10-20", 0), ("2023-10-26", 0), ("2023-10-27", 1), ("2023-11-02", 1), ("2023-12-29", 10), ("2023-10-01", 0)],
)
def test_the_cut_offs_left_are_those_on_the_goal_date_or_before_it(goal: str, weeks: int) -> None:
    assert weeks_left(START, dt.date.fromisoformat(goal)) == weeks


@given(st.integers(1, 10**9), st.integers(1, 60))
def test_the_pace_reaches_the_count_and_one_less_a_week_does_not(count: int, weeks: int) -> None:
    pace = per_week(count, weeks)
    assert pace * weeks >= count > (pace - 1) * weeks


@pytest.mark.parametrize(("count", "weeks", "pace"), [("0.5", 1, "0.5"), ("0.5", 4, "0.2"), ("2.6", 3, "0.9")])
def test_the_pace_of_tenths_is_in_tenths(count: str, weeks: int, pace: str) -> None:
    assert per_week(Decimal(count), weeks) == Decimal(pace)


@pytest.mark.parametrize(
    ("known", "weeks_on", "expected"),
    [
        (points(10, 20, 30, 40), 1, 50),
        (points(10, 20, 30, 40), 4, 80),
        (points(50, 50, 50, 50, 50, 50), 20, 50),
        (points(10, 20, 99, 40, 50, 60), 1, 70),  # one mistyped figure does not turn the line
        (points(60, 50, 40, 30), 1, 20),
        (points(10, 20, 30), 1, None),
        ({}, 1, None),
    ],
)
def test_the_line_goes_on(known: dict[dt.date, Fraction], weeks_on: int, expected: int | None) -> None:
    last = max(known, default=START)
    assert project(known, last + dt.timedelta(weeks=weeks_on)) == expected


def middle(values: list[Fraction]) -> Fraction:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


REPORTS = st.dictionaries(st.integers(0, 41), st.fractions(0, 100, max_denominator=999), max_size=6)


@given(REPORTS, st.integers(42, 200))
def test_it_is_the_line_with_the_median_slope(seen: dict[int, Fraction], day: int) -> None:
    days = {START + dt.timedelta(days=at): value for at, value in seen.items()}
    found = project(days, START + dt.timedelta(days=day))
    if len(seen) < LEAST:
        assert found is None
        return
    pairs = [(one, other) for one in seen.items() for other in seen.items() if one[0] < other[0]]
    slope = middle([(high - low) / (after - before) for (before, low), (after, high) in pairs])
    assert found == slope * day + middle([value - slope * at for at, value in seen.items()])
