"""Where a figure would be at a date if it went on as in the last six weeks: for information only, never a colour."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from statistics import median

WEEKS = 6  # that are looked at
LEAST = 4  # reports of different dates, for a line that is more than a guess
FARTHEST = 26  # weeks ahead; six weeks say nothing of what lies further off


def weeks_left(today: dt.date, goal: dt.date) -> int:
    """How many weekly cut-offs still come after `today`, the last of them on the goal date or before it."""
    return max((goal - today).days // 7, 0)


def per_week(count: int | Decimal, weeks: int) -> int | Decimal:
    """The least a week that reaches `count` in so many weeks: whole, or in tenths where the count is a Decimal."""
    if isinstance(count, Decimal):
        return Decimal(math.ceil(10 * Fraction(count) / weeks)) / 10
    return math.ceil(Fraction(count, weeks))


def project(points: Mapping[dt.date, Fraction], day: dt.date) -> Fraction | None:
    """The value on `day` of the line with the median slope through the points; None for fewer than LEAST points.

    The median of the slopes between all pairs (Theil-Sen): one mistyped figure does not turn the line.
    """
    if len(points) < LEAST:
        return None
    places = sorted((known.toordinal(), value) for known, value in points.items())
    slope = median((later[1] - sooner[1]) / (later[0] - sooner[0]) for sooner, later in combinations(places, 2))
    level = median(value - slope * place for place, value in places)
    return level + slope * day.toordinal()
