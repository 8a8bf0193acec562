"""The figures that gave a light its status, those furthest from green first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from scorecard.catalog import Indicator
from scorecard.lights.gap_to_green import gap_of
from scorecard.lights.rows import IndicatorLight
from scorecard.lights.status import MISSING, UNKNOWN, Status


def core_figures(rows: Iterable[IndicatorLight]) -> dict[tuple[str, int], list[IndicatorLight]]:
    """By unit and task the rows of core indicators."""
    found: dict[tuple[str, int], list[IndicatorLight]] = defaultdict(list)
    for row in rows:
        if row.core:
            found[row.unit_id, row.task_no].append(row)
    return found


def deciding(
    rows: Iterable[IndicatorLight], status: Status, indicators: Mapping[str, Indicator]
) -> list[tuple[Fraction, IndicatorLight]]:
    """The core rows of a light that gave it this status, each with its gap, the largest first."""
    statuses = UNKNOWN if status == MISSING else (status,)
    found = [(gap_of(row, indicators[row.indicator_id]), row) for row in rows if row.status in statuses]
    return sorted(found, key=lambda pair: (-pair[0], pair[1].indicator_id))
