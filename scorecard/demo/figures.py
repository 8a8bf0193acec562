"""The synthetic reports of every unit of a catalogue, by the week in which they arrive."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator, Sequence

from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.demo.pace import build_pace
from scorecard.demo.placing import chances_among
from scorecard.demo.reporting import build_habits
from scorecard.demo.series import Character, Subject, build_series
from scorecard.snapshots.observation import Observation
from scorecard.weeks import ReportWeek


def build_reports(catalog: Catalog, weeks: Sequence[ReportWeek], seed: int) -> list[list[Observation]]:
    """For every week what arrives in it, at most one figure a unit and indicator; equal for equal arguments."""
    days = [catalog.day_of(catalog.cut_off(week)) for week in weeks]
    reports: list[list[Observation]] = [[] for _ in weeks]
    for unit, first, last in _lives(catalog, days):
        character = _character(random.Random(f"{seed}/{unit.unit_id}/{unit.valid_from}"), last - first)
        for indicator, deciding in _duties(catalog, unit):
            subject = Subject(unit, indicator, build_pace(catalog, indicator, unit), chances_among(deciding), character)
            # Dice of its own for every figure: a new unit or indicator leaves the others as they were.
            dice = random.Random(f"{seed}/{unit.unit_id}/{unit.valid_from}/{indicator.indicator_id}")
            phase = random.Random(f"{seed}/{indicator.indicator_id}").randrange(1000)
            for week, observation in build_series(dice, subject, days[first:last], phase):
                if indicator.lives_on(days[first + week]) and indicator.lives_on(observation.as_of):
                    reports[first + week].append(observation)
    return reports


def _lives(catalog: Catalog, days: Sequence[dt.date]) -> Iterator[tuple[Unit, int, int]]:
    """Every life of a unit that meets these days, with the places of its first day and the one after its last."""
    for unit in catalog.units:
        inside = [
            place
            for place, day in enumerate(days)
            if unit.valid_from <= day and (unit.valid_to is None or day <= unit.valid_to)
        ]
        if inside:
            yield unit, inside[0], inside[-1] + 1


def _character(dice: random.Random, weeks: int) -> Character:
    laggard = dice.random() < 0.08
    quality = dice.gauss() - (1.5 if laggard else 0.0)
    return Character(quality, dice.lognormvariate(0, 0.5), build_habits(dice, weeks))


def _duties(catalog: Catalog, unit: Unit) -> list[tuple[Indicator, int]]:
    """The indicators a unit answers for, each with how many decide its task's light together."""
    applying = [indicator for indicator in catalog.indicators if catalog.is_typed(indicator, unit)]
    deciding = Counter(task for task, _ in {(item.task_no, item.indicator_id) for item in applying if item.core})
    return [(indicator, deciding[indicator.task_no] if indicator.core else 1) for indicator in applying]
