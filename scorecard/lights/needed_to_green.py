"""How much is lacking to a green threshold, exact and in words: for information only, never a colour."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from scorecard.catalog import Indicator
from scorecard.format import number
from scorecard.lights.figure_words import inside
from scorecard.lights.rows import Figure
from scorecard.text import reason_words


def count_needed(row: Figure, indicator: Indicator) -> int | Decimal | None:
    """The least to add to the numerator (take away, where lower is better) so that green is reached.

    A whole number, but of a score a Decimal in tenths: points are given in parts, pieces are not.
    The denominator is taken as unchanged. None where nothing is lacking, or nothing can be said: no figure,
    a denominator of 0, no threshold.
    """
    if row.numerator is None or row.green is None:
        return None
    wanted = Fraction(row.green)
    if indicator.measure.divides:
        if not row.denominator:
            return None
        wanted = wanted * Fraction(row.denominator) / 100
    lacking = wanted - Fraction(row.numerator)
    if indicator.direction == "lower":
        lacking = -lacking
    if lacking <= 0:
        return None
    step = indicator.measure.step
    count = math.ceil(lacking / Fraction(step))
    return count if step == 1 else count * step


def needed_text(row: Figure, indicator: Indicator, part: int | Decimal | None = None) -> str:
    """What is lacking to green, exact, in pieces of the numerator (of a score in tenths); empty where nothing is.

    `part` is printed instead where only a part of it is meant (that of one week).
    """
    count = part or count_needed(row, indicator)
    if count is None:
        return ""
    pattern = reason_words.NEED_MORE if indicator.direction == "higher" else reason_words.NEED_FEWER
    return pattern.format(count=counted(count, indicator))


def counted(count: int | Decimal, indicator: Indicator) -> str:
    """A number of pieces: `352 files received`, `0,5 points`; of money `6.982 million capital paid out`."""
    name, unit = _numerator(indicator)
    return " ".join(part for part in (number(count), unit, name) if part)


def each_text(indicator: Indicator) -> str:
    """What stands before numbers of single units: that they lack it, or have it too much, and what is counted."""
    name, unit = _numerator(indicator)
    pieces = unit or name
    return (
        f"{reason_words.EACH_LACKS[indicator.direction]} ({pieces})"
        if pieces
        else reason_words.EACH_LACKS[indicator.direction]
    )


def _numerator(indicator: Indicator) -> tuple[str, str]:
    """What a ratio counts, and the unit in brackets at its end; of anything else the unit alone."""
    if not indicator.measure.divides:
        return "", indicator.unit
    name, bracket, unit = inside(indicator.numerator).removesuffix(")").rpartition(" (")
    is_money = bracket and indicator.numerator.endswith(")") and unit.endswith(reason_words.MONEY)
    return (name, unit) if is_money else (inside(indicator.numerator), "")
