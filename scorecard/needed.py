"""How much is lacking to a green threshold: exact, for information only, never a colour."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from scorecard.catalog import Indicator


def count_needed(row: Mapping[str, Any], indicator: Indicator) -> int | None:
    """The smallest whole number to add to the numerator (take away, where lower is better) so that green is reached.

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
    count = math.ceil(lacking if indicator.direction == "higher" else -lacking)
    return count if count > 0 else None
