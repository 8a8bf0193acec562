"""The honest pair where lateness is involved: of what is due, what was done in time, and what was done at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

from scorecard.briefing.content.narrative import say_timeliness
from scorecard.briefing.content.week_reading import WeekRead
from scorecard.catalog import Pair
from scorecard.lights.rows import IndicatorLight
from scorecard.lights.timeliness import Timeliness, find_timeliness


@dataclass(frozen=True)
class TimelyPair:
    """One pair of the catalogue over the units shown, with its sentence."""

    name: str
    figures: Timeliness
    sentence: str


def timeliness_of(read: WeekRead) -> tuple[TimelyPair, ...]:
    """Every pair of the tasks shown of which at least one unit has both figures."""
    shown = {unit.unit_id for unit in read.situation.units}
    rows = {(row.unit_id, row.indicator_id): row for row in read.indicator_lights if row.unit_id in shown}
    return tuple(_pairs(read, rows))


def _pairs(read: WeekRead, rows: Mapping[tuple[str, str], IndicatorLight]) -> Iterator[TimelyPair]:
    tasks = {task.task_no for task in read.tasks}
    indicators = {item.indicator_id: item for item in read.edition.catalog.indicators}
    for pair in read.edition.catalog.pairs:
        figures = _together(pair, rows) if indicators[pair.in_time].task_no in tasks else None
        if figures:
            name = indicators[pair.in_time].name
            yield TimelyPair(name, figures, say_timeliness(name, figures))


def _together(pair: Pair, rows: Mapping[tuple[str, str], IndicatorLight]) -> Timeliness | None:
    every = [unit_id for unit_id, indicator_id in rows if indicator_id == pair.in_time]
    found = [find_timeliness(rows[unit_id, pair.in_time], rows.get((unit_id, pair.done))) for unit_id in every]
    known = [one for one in found if one]
    if not known:
        return None
    total = reduce(Timeliness.plus, known)
    return Timeliness(total.due, total.in_time, total.done, len(known), len(every))
