"""Numbers and dates as they are printed; a printed value never says other than its light."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.format import date_vi, number, value_text, week_label, week_range
from scorecard.weeks import ReportWeek

NUMBERS = [("1234567.8", "1.234.567,8"), ("0", "0"), ("1000", "1.000"), ("999.500", "999,5"), ("0.001", "0,001"),
           ("100", "100"), ("12345678901234567.123", "12.345.678.901.234.567,123")]  # fmt: skip


@pytest.mark.parametrize(("value", "text"), NUMBERS)
def test_numbers_have_dots_for_thousands_and_a_comma_for_decimals(value: str, text: str) -> None:
    assert number(Decimal(value)) == text


def test_an_absent_number_is_never_a_zero() -> None:
    assert "0" not in number(None)


def test_a_whole_number_of_a_database_keeps_no_decimals() -> None:
    assert [number(5), number(2.5), number(Decimal("3.25"), 1)] == ["5", "2,5", "3,3"]


def test_dates_and_weeks_are_written_the_vietnamese_way_with_iso_weeks() -> None:
    week = ReportWeek.of(dt.date(2023, 10, 16))
    assert [date_vi(dt.date(2023, 10, 22)), week_label(week), week_range(week)] == [
        "22/10/2023",
        "Tuần 42/2023",
        "16/10–22/10",
    ]


PRINTED = [
    # numerator, denominator, direction, green, amber, printed
    ("9496", "10000", "higher", "95", "80", "94,9%"),
    ("9495", "10000", "higher", "96", "80", "95%"),
    ("95", "100", "higher", "95", "80", "95%"),
    ("504", "10000", "lower", "5", "10", "5,1%"),
    ("10001", "100000", "lower", "5", "10", "10,1%"),
    ("7999", "10000", "higher", "95", "80", "79,9%"),
    ("1", "3", "higher", None, None, "33,3%"),
    ("99999", "100000", "higher", "100", "80", "99,9%"),
    ("1", "3000", "lower", "0", "1", "0,1%"),
    ("0", "5", "higher", "100", "80", "0%"),
]


@pytest.mark.parametrize(("above", "below", "direction", "green", "amber", "text"), PRINTED)
def test_a_value_is_rounded_half_up_and_one_step_back_at_a_threshold(
    above: str, below: str, direction: str, green: str | None, amber: str | None, text: str
) -> None:
    limits = {"green": Decimal(green) if green else None, "amber": Decimal(amber) if amber else None}
    assert value_text(Decimal(above), Decimal(below), percent=True, higher=direction == "higher", **limits) == text


def test_an_absent_value_and_a_ratio_over_nothing_print_no_digit() -> None:
    for figures in [(None, None), (Decimal(0), Decimal(0))]:
        text = value_text(*figures, percent=True, higher=True, green=Decimal(1), amber=Decimal(0))
        assert not any(letter.isdigit() for letter in text)


FIGURE = st.decimals(0, 10**6, places=3) | st.integers(0, 50).map(Decimal) | st.decimals(0, 10**17 - 1, places=3)
LIMIT = st.decimals(0, 100, places=3) | st.sampled_from([Decimal(n) for n in (0, 5, 10, 80, 90, 95, 100)])


@st.composite
def printed_values(draw: st.DrawFn) -> tuple[Fraction, list[Decimal], str, str]:
    """An exact value most often close beside a threshold, its two thresholds, the direction, what is printed."""
    limits = [draw(LIMIT), draw(LIMIT)]
    percent = draw(st.booleans())
    below = draw(FIGURE.filter(bool)) if percent else None
    near = draw(st.sampled_from(limits)) * (below / 100 if below else 1) + draw(st.integers(-60, 60)) * Decimal("0.001")
    above = max(draw(st.sampled_from([near.quantize(Decimal("0.001")), draw(FIGURE)])), Decimal(0))
    direction = draw(st.sampled_from(["higher", "lower"]))
    text = value_text(above, below, percent=percent, higher=direction == "higher", green=limits[0], amber=limits[1])
    return Fraction(above) * (100 / Fraction(below) if below else 1), limits, direction, text


@given(printed_values())
def test_a_printed_value_passes_its_thresholds_exactly_as_the_value_does(
    case: tuple[Fraction, list[Decimal], str, str],
) -> None:
    exact, limits, direction, text = case
    printed = Fraction(text.removesuffix("%").replace(".", "").replace(",", "."))
    for limit in map(Fraction, limits):
        passes = (exact >= limit, printed >= limit) if direction == "higher" else (exact <= limit, printed <= limit)
        assert passes[0] == passes[1]
    assert abs(printed - exact) <= Fraction(1, 10)
