"""One unit's figures for one indicator over the weeks of the demo."""

from __future__ import annotations

import datetime as dt
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from statistics import NormalDist

from scorecard.catalog import Indicator, Unit
from scorecard.demo.pace import Pace
from scorecard.demo.placing import Chances, Ruler
from scorecard.demo.reporting import Habits, build_arrivals, weeks_between
from scorecard.snapshots.observation import Observation
from scorecard.text import demo_words

# A year's denominator where reports are that frequent: dossiers every week, a plan's tasks every quarter.
_VOLUMES = {1: 1500, 4: 200, 13: 80, 26: 45, 52: 60}
_YEAR = 365
# Shares of a quality's variance: what is the unit's, what is this figure's own, what drifts from week to week.
_UNIT, _OWN, _DRIFT = 0.25, 0.35, 0.40
_MEMORY = 0.94
_IMPROVEMENT = (-0.05, 0.25)
_NORMAL = NormalDist()


@dataclass(frozen=True)
class Character:
    """What all figures of a unit share: how good and how large it is, and how it reports."""

    quality: float
    size: float
    habits: Habits


@dataclass(frozen=True)
class Subject:
    """Whose figure it is, along which thresholds it moves, and how often it is red or amber."""

    unit: Unit
    indicator: Indicator
    pace: Pace
    chances: Chances
    character: Character


def build_series(
    dice: random.Random, subject: Subject, days: list[dt.date], phase: int
) -> Iterator[tuple[int, Observation]]:
    """The reports of a unit on an indicator: the week in which each arrives, and its figure.

    `days` are the cut-off days of the weeks. What the unit counts from January on only grows within a year.
    """
    indicator = subject.indicator
    period = weeks_between(indicator.cadence, indicator.max_age_days)
    volume = _year_volume(dice, subject, period)
    qualities = _qualities(dice, subject.character.quality, len(days))
    before: _Figure | None = None
    arrivals = build_arrivals(dice, subject.character.habits, len(days), period, phase % period)
    for arrival, week in arrivals.items():
        as_of = max(days[week] - dt.timedelta(days=1 if dice.random() < 0.7 else 2), subject.unit.valid_from)
        below = _denominator(dice, subject, volume, period, as_of, before)
        above = _numerator(subject, qualities[week], as_of, below, before)
        before = _Figure(as_of.year, above, below or 0)
        yield arrival, _observation(subject, as_of, above, below)


def _observation(subject: Subject, as_of: dt.date, above: int, below: int | None) -> Observation:
    return Observation(
        unit_id=subject.unit.unit_id,
        indicator_id=subject.indicator.indicator_id,
        as_of=as_of,
        numerator=Decimal(above) / _steps_of_one(subject.indicator),
        denominator=None if below is None else Decimal(below),
        source=demo_words.SOURCE,
    )


def _steps_of_one(indicator: Indicator) -> int:
    """A score has one decimal, everything else is counted."""
    return int(1 / indicator.measure.step)


@dataclass(frozen=True)
class _Figure:
    year: int
    above: int
    below: int


def _qualities(dice: random.Random, unit_quality: float, weeks: int) -> list[float]:
    """One quality a week in 0..1: the unit's, this figure's own, a slow drift, and everybody's slow improvement."""
    own, drift = dice.gauss(), dice.gauss()
    fixed = math.sqrt(_UNIT) * unit_quality + math.sqrt(_OWN) * own
    first, last = _IMPROVEMENT
    found = []
    for week in range(weeks):
        trend = last - (last - first) * (weeks - 1 - week) / 52
        found.append(_NORMAL.cdf(fixed + math.sqrt(_DRIFT) * drift + max(first, trend)))
        drift = _MEMORY * drift + math.sqrt(1 - _MEMORY**2) * dice.gauss()
    return found


def _year_volume(dice: random.Random, subject: Subject, period: int) -> float:
    """About how much arises in a year; next to nothing for a few, who then have nothing or little to report."""
    usual = _VOLUMES[max(length for length in _VOLUMES if length <= period)]
    if subject.pace.stepped:
        usual = 40_000  # a yearly plan, in money
    rare = 0.02 if period > 1 and dice.random() < 0.04 else 1.0
    smaller = 0.5 if subject.unit.parent_id else 1.0
    return usual * smaller * rare * subject.character.size * dice.lognormvariate(0, 0.4)


def _denominator(
    dice: random.Random, subject: Subject, volume: float, period: int, as_of: dt.date, before: _Figure | None
) -> int | None:
    if not subject.indicator.measure.divides:
        return None
    same_year = before if before and before.year == as_of.year else None
    if subject.pace.stepped or subject.indicator.period == "state":
        return same_year.below if same_year else round(volume * dice.uniform(0.95, 1.05))
    if subject.indicator.period == "period":
        return round(volume * period / 52 * dice.uniform(0.8, 1.2))
    # A report covers at least one of its periods, also the one of the first days of January.
    share = max(as_of.timetuple().tm_yday, 7 * period if period > 1 else 0) / _YEAR
    return max(round(volume * share * dice.uniform(0.98, 1.02)), same_year.below if same_year else 0)


def _numerator(subject: Subject, quality: float, as_of: dt.date, below: int | None, before: _Figure | None) -> int:
    indicator, limits = subject.indicator, subject.pace.limits_on(as_of)
    higher = indicator.direction == "higher"
    if below is not None:
        scale, top = below / 100, below
    else:
        scale = float(_steps_of_one(indicator))
        top = math.ceil(scale * (limits.green * indicator.measure.usual_top if higher else 3 * limits.amber + 4))
    found = Ruler(limits, higher, scale, top).place(quality, subject.chances)
    if indicator.period == "year_to_date" and before and before.year == as_of.year:
        found = max(found, before.above)
    return found if below is None else min(found, below)
