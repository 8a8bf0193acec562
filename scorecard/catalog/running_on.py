"""Thresholds made for the steps of one year that nothing ends: they would judge the next year too."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from scorecard.catalog.catalog import Catalog
from scorecard.catalog.model import Target

_MOST_NAMES = 5


class RunningOn(NamedTuple):
    """A scope of an indicator whose last threshold of `year` has no row of 1 January after it.

    `until` is the day of the next row; None where there is none, so that it judges every year to come.
    """

    indicator_id: str
    scope: str
    year: int
    until: dt.date | None

    def judges(self, first: dt.date, last: dt.date) -> bool:
        """Whether a day from `first` to `last` lies in that year, or after it and still under its last threshold."""
        return first < (self.until or dt.date.max) and last.year >= self.year


def find_running_on(catalog: Catalog) -> list[RunningOn]:
    """Every place where a row of 1 January is lacking, in the order of the catalogue's indicators.

    Such are `year_to_date` indicators with two or more thresholds within one calendar year and one scope, unless the
    last row of that year ends them itself.
    """
    yearly = dict.fromkeys(item.indicator_id for item in catalog.indicators if item.period == "year_to_date")
    of_scope: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for target in sorted(catalog.targets, key=lambda item: item.effective_from):
        of_scope[target.indicator_id, target.scope].append(target)
    return [
        RunningOn(indicator_id, scope, year, until)
        for indicator_id in yearly
        for (owner, scope), rows in of_scope.items()
        if owner == indicator_id
        for year, until in _years(rows)
    ]


def _years(rows: Sequence[Target]) -> list[tuple[int, dt.date | None]]:
    """The years of one scope's rows, oldest first, that run on, each with the day of the row after them."""
    found: list[tuple[int, dt.date | None]] = []
    for year in dict.fromkeys(row.effective_from.year for row in rows):
        own = [row for row in rows if row.effective_from.year == year]
        until = next((row.effective_from for row in rows if row.effective_from.year > year), None)
        thresholds = sum(row.green is not None for row in own)
        if thresholds > 1 and own[-1].green is not None and until != dt.date(year + 1, 1, 1):
            found.append((year, until))
    return found


def named(found: Sequence[RunningOn]) -> str:
    """The first of them in words: indicator, scope and year."""
    names = ", ".join(f"{one.indicator_id} ({one.scope}, {one.year})" for one in found[:_MOST_NAMES])
    return f"{names}…" if len(found) > _MOST_NAMES else names
