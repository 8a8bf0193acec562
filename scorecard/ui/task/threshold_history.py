"""The thresholds of one indicator as a card shows them: in force on a day, before and after; never a colour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorecard.catalog import LEVELS, Indicator, Target, Unit, target_in_force, targets_over_time
from scorecard.format import date_vi
from scorecard.lights.figure_words import basis_of, evidence_of, limits_of
from scorecard.lights.rows import Judged
from scorecard.lights.task_view import Rule, Threshold, Thresholds
from scorecard.text import interface_words, reason_words, task_page

Scopes = tuple[str, ...]


@dataclass(frozen=True)
class InForce:
    """A target as a light has it that was held against it."""

    green: Decimal | None
    amber: Decimal | None
    target_from: dt.date
    legal_basis: str
    evidence: str


def build_thresholds(
    indicator: Indicator,
    targets: Iterable[Target],
    group: tuple[str, Judged | None],
    units: Iterable[Unit],
    day: dt.date,
) -> Thresholds:
    """The thresholds that hold for a group (its id and its row, if it has one), which consists of `units`.

    Looked up on the day of the figure, without one on `day`. Where the group has no row, or nothing but levels has
    targets, they are those its units are held against. Nothing where the indicator applies to none of them.
    """
    group_id, row = group
    own = [target for target in targets if target.indicator_id == indicator.indicator_id]
    scopes = _scopes(group_id)
    subjects = {"": scopes} if row and targets_over_time(own, scopes) else _by_level(indicator, units)
    found: dict[tuple[Rule, tuple[Threshold, ...]], list[str]] = {}
    for name, tried in subjects.items():
        printed = _printed(indicator, own, tried, row.as_of if row and row.as_of else day)
        found.setdefault(printed, []).append(name)
    named = [(printed, "; ".join(names) if len(found) > 1 else "") for printed, names in found.items()]
    return Thresholds(
        tuple(Rule(_of(name, rule.text), rule.basis, rule.evidence) for (rule, _), name in named),
        tuple(
            Threshold(item.since, _of(name, item.text), item.in_force) for (_, items), name in named for item in items
        ),
    )


def _scopes(group_id: str) -> Scopes:
    """The target scopes of a group in the rule's order."""
    kind, _, rest = group_id.partition(":")
    return {"area": "area", "communes": "commune", "level": rest}.get(kind, kind), "*"


def _by_level(indicator: Indicator, units: Iterable[Unit]) -> dict[str, Scopes]:
    """The levels that have to report the indicator, with their scopes; those of the unit where it is for one alone."""
    only = indicator.only_unit
    there = {unit.level for unit in units if unit.level in indicator.applies_to and only in (None, unit.unit_id)}
    own = (only,) if only else ()
    return {interface_words.LEVELS[level]: (*own, level, "*") for level in LEVELS if level in there}


def _printed(
    indicator: Indicator, own: Sequence[Target], scopes: Scopes, day: dt.date
) -> tuple[Rule, tuple[Threshold, ...]]:
    now = target_in_force(own, scopes, day)
    if now is None:
        rule = Rule(task_page.NO_THRESHOLD)
    else:
        held = InForce(now.green, now.amber, now.effective_from, now.legal_basis, now.evidence)
        rule = Rule(limits_of(now.green, now.amber, indicator), basis_of(held), evidence_of(held))
    return rule, _time_line(indicator, targets_over_time(own, scopes), now)


def _time_line(indicator: Indicator, ordered: Sequence[Target], now: Target | None) -> tuple[Threshold, ...]:
    """The one in force, one before it and two after, oldest first; nothing where only one was ever set.

    Where two of them have the same thresholds, what changed is the basis, and each says its own.
    """
    place = ordered.index(now) if now else -1
    shown = ordered[max(place - 1, 0) : place + 3]
    texts = [limits_of(target.green, target.amber, indicator) for target in shown]
    return tuple(
        Threshold(
            task_page.FROM_DAY.format(date=date_vi(target.effective_from)),
            text if texts.count(text) == 1 else task_page.WITH_BASIS.format(text=text, basis=_basis(target)),
            target == now,
        )
        for target, text in zip(shown, texts, strict=True)
        if len(shown) > 1
    )


def _basis(target: Target) -> str:
    kind = reason_words.EVIDENCE[target.evidence]
    basis = target.legal_basis
    return basis if kind in basis else task_page.WITH_EVIDENCE.format(basis=basis, evidence=kind).strip()


def _of(levels: str, text: str) -> str:
    return task_page.OF_LEVELS.format(levels=levels, text=text) if levels else text
