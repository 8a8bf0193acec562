"""How much is lacking to a green threshold: exact, for information only, never a colour."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from scorecard.catalog import Indicator


def count_needed(row: Mapping[str, Any], indicator: Indicator) -> int | Decimal | None:
    """The least to add to the numerator (take away, where lower is better) so that green is reached.

    A whole number, but of a score a Decimal in tenths: points are given in parts, pieces are not.
    The denominator is taken as unchanged. None where nothing is lacking, or nothing can be said: no figure,
    a denominator of 0, no threshold.
    """
    if row["numerator"] is None or row["green"] is None:
        return None
    wanted = Fraction(row["green"])
    if indicator.measure == "ratio":
        if not row["denominator"]:
            return None
        wanted = wanted * Fraction(row["denominator"]) / 100
    lacking = wanted - Fraction(row["numerator"])
    if indicator.direction == "lower":
        lacking = -lacking
    if lacking <= 0:
        return None
    return Decimal(math.ceil(10 * lacking)) / 10 if indicator.measure == "score" else math.ceil(lacking)
