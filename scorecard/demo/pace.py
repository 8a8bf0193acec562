"""Where the thresholds lie that synthetic figures move along: the targets in force, with the steps smoothed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from scorecard.catalog import Catalog, Indicator, Target, Unit, target_in_force

_HALF_YEAR = 182
# A raised target is met by nobody overnight: some of the way is already gone, the rest takes half a year.
_HEAD_START = 0.3


@dataclass(frozen=True)
class Limits:
    """Green and amber thresholds as figures are placed by, not as they are judged."""

    green: float
    amber: float


@dataclass(frozen=True)
class _Knot:
    day: dt.date
    limits: Limits | None


@dataclass(frozen=True)
class Pace:
    """The thresholds of one unit's indicator over time.

    `stepped` says that they rise within a calendar year, as the targets of a yearly plan do: figures then grow with
    them towards the next step instead of jumping on its day.
    """

    knots: tuple[_Knot, ...]
    fallback: Limits
    stepped: bool

    def limits_on(self, day: dt.date) -> Limits:
        """What a figure of this day is placed by; the fallback where no target was ever in force."""
        past = [knot for knot in self.knots if knot.day <= day]
        now = past[-1] if past else None
        if self.stepped:
            return self._on_the_way(now, day)
        if now is None or now.limits is None:
            return next((knot.limits for knot in reversed(past) if knot.limits), self.fallback)
        before = next((knot.limits for knot in reversed(past[:-1]) if knot.limits), now.limits)
        gone = min(1.0, (day - now.day).days / _HALF_YEAR)
        return _between(before, now.limits, _HEAD_START + (1 - _HEAD_START) * gone)

    def _on_the_way(self, now: _Knot | None, day: dt.date) -> Limits:
        start = now.day if now and now.day.year == day.year else dt.date(day.year, 1, 1)
        nothing_yet = Limits(0.0, 0.0)
        reached = (now.limits if now and start == now.day else None) or nothing_yet
        later = [knot for knot in self.knots if knot.day > day and knot.day.year == day.year and knot.limits]
        if not later or later[0].limits is None:
            return reached if reached != nothing_yet else self.fallback
        gone = (day - start).days / (later[0].day - start).days
        # Cubed: work is done towards the end of a term, so the step still finds somebody behind.
        return _between(reached, later[0].limits, gone**3)


def build_pace(catalog: Catalog, indicator: Indicator, unit: Unit) -> Pace:
    """The pace of a unit on an indicator, from the targets that would judge it (its own, its level's, everybody's)."""
    own = [target for target in catalog.targets if target.indicator_id == indicator.indicator_id]
    days = sorted({target.effective_from for target in own})
    knots: list[_Knot] = []
    for day in days:
        target = target_in_force(own, (unit.unit_id, unit.level, "*"), day)
        if target and (not knots or knots[-1] != _knot(target)):
            knots.append(_knot(target))
    fallback = Limits(*indicator.measure.usual_limits)
    if indicator.direction == "lower":
        fallback = Limits(fallback.amber, fallback.green)
    return Pace(tuple(knots), fallback, _rises_within_a_year(knots))


def _knot(target: Target) -> _Knot:
    if target.green is None or target.amber is None:
        return _Knot(target.effective_from, None)
    return _Knot(target.effective_from, Limits(float(target.green), float(target.amber)))


def _rises_within_a_year(knots: list[_Knot]) -> bool:
    return any(
        one.day.year == two.day.year and one.limits and two.limits and one.limits.green < two.limits.green
        for one, two in pairwise(knots)
    )


def _between(one: Limits, two: Limits, share: float) -> Limits:
    return Limits(one.green + (two.green - one.green) * share, one.amber + (two.amber - one.amber) * share)
