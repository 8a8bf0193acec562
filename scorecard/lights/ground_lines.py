"""The change of the ground in words: what is counted otherwise since when, and how many lights that alone changed."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import groupby

from scorecard.catalog import Indicator
from scorecard.catalog.rule_differences import Limits, RuleDifference
from scorecard.format import number, week_label
from scorecard.lights.figure_words import inside, limits_of
from scorecard.lights.ground import Ground
from scorecard.snapshots.index import Snapshot
from scorecard.text import ground_words, interface_words
from scorecard.weeks import ReportWeek

_DEFINITION = tuple(ground_words.PARTS)


@dataclass(frozen=True)
class GroundSaid:
    """A sentence for the whole and one a difference; an empty sentence is no change of the ground."""

    sentence: str = ""
    lines: tuple[str, ...] = ()

    def short(self, most: int) -> tuple[str, ...]:
        """The sentence and the first lines, with how many more there are; for where there is little room."""
        more = len(self.lines) - most
        rest = (ground_words.MORE.format(count=number(more)),) if more > 0 else ()
        return (self.sentence, *self.lines[:most], *rest) if self.sentence else ()


def say_ground(ground: Ground, before: ReportWeek | None, units: Container[str], tasks: Container[int]) -> GroundSaid:
    """What differs on the tasks shown, with the lights of the units shown that changed for that reason alone."""
    of_tasks = [one for one in ground.differences if one.task_no is None or one.task_no in tasks]
    if not of_tasks or ground.since is None or before is None:
        return GroundSaid()
    own = [one for one in ground.changes if one.owner in units and one.task_no in tasks]
    count = sum(one.indicator_id is None for one in own)
    told = ground_words.LIGHTS.format(count=number(count)) if count else ground_words.NO_LIGHTS
    sentence = ground_words.HEAD.format(
        week=inside(week_label(ground.since)), before=inside(week_label(before)), lights=told
    )
    of_groups = sum(":" in one.owner or one.owner == "province" for one in ground.changes)

    lines = []
    for indicator_id, together in groupby(of_tasks, key=lambda one: one.indicator_id):
        lights = sum(change.indicator_id == indicator_id for change in own) if indicator_id else of_groups
        lines.append(_line(list(together), number(lights)))
    return GroundSaid(sentence, tuple(lines))


def since_said(drawn: Sequence[Snapshot], history: Sequence[Snapshot]) -> str:
    """Since when a line is drawn, where an indicator was something else in the first of the weeks; else empty."""
    if len(drawn) == len(history) or not drawn:
        return ""
    return ground_words.SINCE.format(week=inside(week_label(drawn[0].week)))


def _line(of_one: Sequence[RuleDifference], count: str) -> str:
    """All that differs of one indicator, or of the settings."""
    first = of_one[0]
    indicator = first.now or first.before
    if indicator is None:
        return ground_words.SETTINGS.format(what=_bounds(first.limits_before, first.limits), count=count)
    what = "; ".join(_what(one) for one in of_one)
    return ground_words.LINE.format(
        task=first.task_no, code=indicator.indicator_id, name=indicator.name, what=what, count=count
    )


def _what(one: RuleDifference) -> str:
    old, new = one.before, one.now
    if old is None or new is None:
        return ground_words.NEW if old is None else ground_words.GONE
    if one.kind == "threshold":
        scope = ground_words.SCOPE.format(scope=interface_words.SCOPES.get(one.scope, one.scope))
        return ground_words.THRESHOLD.format(
            scope="" if one.scope == "*" else scope,
            before=_limits(one.limits_before, old),
            now=_limits(one.limits, new),
        )
    if one.kind == "definition":
        parts = [_part(name, old, new) for name in _DEFINITION if getattr(old, name) != getattr(new, name)]
        return ground_words.DEFINITION.format(parts="; ".join(parts))
    if one.kind == "levels":
        return ground_words.LEVELS.format(before=_levels(old), now=_levels(new))
    if one.kind == "age":
        return ground_words.AGE.format(before=number(old.max_age_days), now=number(new.max_age_days))
    if old.core == new.core:
        return ground_words.SUMMED
    return ground_words.CORE if new.core else ground_words.FOLLOWED


def _part(name: str, old: Indicator, new: Indicator) -> str:
    before, now = (str(getattr(one, name)) for one in (old, new))
    values = ground_words.VALUES
    return ground_words.PART.format(
        name=ground_words.PARTS[name], before=values.get(before, before), now=values.get(now, now)
    )


def _limits(limits: Limits | None, indicator: Indicator) -> str:
    return inside(limits_of(*limits, indicator)) if limits and limits[0] is not None else ground_words.NO_LIMITS


def _levels(indicator: Indicator) -> str:
    if indicator.only_unit:
        return indicator.only_unit
    return ", ".join(inside(interface_words.SCOPES.get(level, level)) for level in indicator.applies_to)


def _bounds(before: Limits | None, now: Limits | None) -> str:
    old, new = (limits[0] if limits else None for limits in (before, now))
    if old == new or old is None or new is None:
        return ground_words.SMALL
    return ground_words.BOUNDS.format(before=number(old), now=number(new))
