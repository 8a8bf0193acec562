"""What is lacking to green: exact, and never one too few or one too many."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.catalog import Indicator
from scorecard.lights.needed_to_green import count_needed
from scorecard.lights.rows import PlainFigure
from tests.catalogs.catalogue_rows import indicator
from tests.lights.made_rows import made

NUMBERS = st.decimals("0", "9999999", places=3)
LIMITS = st.decimals("0", "150", places=3)


def item(**cells: str) -> Indicator:
    return Indicator.model_validate(indicator(**cells))


def row(numerator: object, denominator: object, green: object) -> PlainFigure:
    return made(PlainFigure, numerator=numerator, denominator=denominator, green=green)


def reached(numerator: Fraction, denominator: Decimal, green: Decimal, *, higher: bool) -> bool:
    """The rule again, in plain Python."""
    left, right = 100 * numerator, Fraction(green) * Fraction(denominator)
    return left >= right if higher else left <= right


@pytest.mark.parametrize(
    ("figures", "cells", "expected"),
    [
        ((1204, 3111, 50), {}, 352),
        ((50, 100, 50), {}, None),
        ((0, 3, 100), {}, 3),
        ((30, 100, "12.5"), {"direction": "lower"}, 18),
        ((7, None, 3), {"measure": "count", "direction": "lower"}, 4),
        (("82.4", None, 85), {"measure": "score"}, Decimal("2.6")),
        (("14.5", None, 15), {"measure": "score"}, Decimal("0.5")),
        (("14.47", None, 15), {"measure": "score"}, Decimal("0.6")),
        (("15.25", None, 15), {"measure": "score", "direction": "lower"}, Decimal("0.3")),
        (("15", None, 15), {"measure": "score"}, None),
        (("2.5", None, 4), {"measure": "stage"}, 2),
        ((5, 0, 50), {}, None),
        ((None, None, 50), {}, None),
        ((5, 10, None), {}, None),
    ],
)
def test_what_is_lacking_is_the_smallest_whole_number_and_of_a_score_the_fewest_tenths(
    figures: tuple[object, object, object], cells: dict[str, str], expected: int | Decimal | None
) -> None:
    assert count_needed(row(*figures), item(**cells)) == expected


@given(NUMBERS, st.decimals("0.001", "9999999", places=3), LIMITS, st.booleans())
def test_exactly_that_number_reaches_the_threshold_and_one_less_does_not(
    numerator: Decimal, denominator: Decimal, green: Decimal, higher: bool
) -> None:
    count = count_needed(row(numerator, denominator, green), item(direction="higher" if higher else "lower"))
    start, sign = Fraction(numerator), 1 if higher else -1
    if count is None:
        assert reached(start, denominator, green, higher=higher)
    else:
        assert reached(start + sign * count, denominator, green, higher=higher)
        assert not reached(start + sign * (count - 1), denominator, green, higher=higher)
