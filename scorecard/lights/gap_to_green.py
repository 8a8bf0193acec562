"""How much of what green asks for is lacking, exact: what is held against each other where units stand alike."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from scorecard.catalog import Indicator
from scorecard.lights.rows import Judged
from scorecard.lights.status import UNKNOWN


class Lack(NamedTuple):
    """What is lacking to green; the larger of two is the wider lack.

    `share` is relative to the threshold and never above 1; where it tells nothing apart (anything above a threshold of
    0), `amount` does, in the unit of the figure.
    """

    share: Fraction = Fraction(0)
    amount: Fraction = Fraction(0)


def gap_of(row: Judged, indicator: Indicator) -> Fraction:
    """How much of what green asks for is lacking, from 0 to 1; 1 where there is no current figure."""
    return lack_of(row, indicator).share


def lack_of(row: Judged, indicator: Indicator) -> Lack:
    """The same with the amount that is lacking, in percent for a ratio; 0 where there is no current figure."""
    if row.status in UNKNOWN or row.numerator is None:
        return Lack(Fraction(1))
    if row.green is None or (indicator.measure.divides and not row.denominator):
        return Lack()
    value, green = Fraction(row.numerator), Fraction(row.green)
    if indicator.measure.divides and row.denominator:
        value = 100 * value / Fraction(row.denominator)
    whole = green if indicator.direction == "higher" else value
    lacking = green - value if indicator.direction == "higher" else value - green
    share = min(max(lacking / whole, Fraction(0)), Fraction(1)) if whole > 0 else Fraction(int(lacking > 0))
    return Lack(share, max(lacking, Fraction(0)))
