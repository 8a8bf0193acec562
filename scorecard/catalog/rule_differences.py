"""What one catalogue judges otherwise than another: definitions, thresholds, who has to answer; never a name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scorecard.catalog.catalog import Catalog
from scorecard.catalog.model import Indicator, Target

Kind = Literal["definition", "new", "gone", "core", "levels", "age", "threshold", "settings"]
Limits = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True)
class RuleDifference:
    """One thing that differs of one indicator; of the settings, which hold for all, task and indicators are None.

    `scope`, `limits_before` and `limits` are of a threshold: green and amber as in force on the day; None is none.
    """

    kind: Kind
    task_no: int | None
    before: Indicator | None = None
    now: Indicator | None = None
    scope: str = ""
    limits_before: Limits | None = None
    limits: Limits | None = None

    @property
    def indicator_id(self) -> str | None:
        """The indicator it is of."""
        one = self.now or self.before
        return one.indicator_id if one else None

    @property
    def incomparable(self) -> bool:
        """Whether figures of before and now are not of one thing: another definition, or only one of them is there."""
        return self.kind in ("definition", "new", "gone")


def same_definition(one: Indicator, other: Indicator) -> bool:
    """Whether a figure means the same under both: measure, numerator, denominator, direction, unit and period."""
    return one.definition == other.definition


def find_rule_differences(before: Catalog, now: Catalog, day: dt.date) -> tuple[RuleDifference, ...]:
    """Every difference that can change a light judged on a day, by task and indicator; settings last.

    Both are catalogues of a day, in which every indicator is there once (`on`, `kept_as_on`).

    Units are not among them: a unit that came or went is a change of structure. Nor is what only reads or names.
    """
    old, new = _by_id(before), _by_id(now)
    found: list[RuleDifference] = []
    for indicator_id in sorted(old.keys() | new.keys(), key=lambda key: ((new.get(key) or old[key]).task_no, key)):
        found += _of_indicator(old.get(indicator_id), new.get(indicator_id))
        if indicator_id in old and indicator_id in new:
            found += _of_targets(before, now, old[indicator_id], new[indicator_id], day)
    bounds = [(one.rules.coverage_floor_percent, one.rules.small_n_bound) for one in (before, now)]
    if bounds[0] != bounds[1]:
        found.append(RuleDifference("settings", None, limits_before=bounds[0], limits=bounds[1]))
    return tuple(found)


def _by_id(catalog: Catalog) -> Mapping[str, Indicator]:
    return {item.indicator_id: item for item in catalog.indicators}


def _of_indicator(old: Indicator | None, new: Indicator | None) -> Iterator[RuleDifference]:
    task_no = (new or old).task_no  # type: ignore[union-attr]
    if old is None or new is None:
        yield RuleDifference("new" if old is None else "gone", task_no, old, new)
        return
    if not same_definition(old, new):
        yield RuleDifference("definition", task_no, old, new)
    if (old.core, old.additive, old.task_no) != (new.core, new.additive, new.task_no):
        yield RuleDifference("core", task_no, old, new)
    if (set(old.applies_to), old.only_unit) != (set(new.applies_to), new.only_unit):
        yield RuleDifference("levels", task_no, old, new)
    if old.max_age_days != new.max_age_days:
        yield RuleDifference("age", task_no, old, new)


def _of_targets(
    before: Catalog, now: Catalog, old: Indicator, new: Indicator, day: dt.date
) -> Iterator[RuleDifference]:
    """Scopes whose thresholds in force on the day differ; figures of an earlier day are told with the next one."""
    limits_before = _in_force(before.targets, old.indicator_id, day)
    limits = _in_force(now.targets, new.indicator_id, day)
    for scope in sorted(limits_before.keys() | limits.keys(), key=lambda scope: (scope != "*", scope)):
        if limits_before.get(scope) != limits.get(scope):
            yield RuleDifference("threshold", new.task_no, old, new, scope, limits_before.get(scope), limits.get(scope))


def _in_force(targets: Iterable[Target], indicator_id: str, day: dt.date) -> dict[str, Limits]:
    of_it = [row for row in targets if row.indicator_id == indicator_id and row.effective_from <= day]
    return {row.scope: (row.green, row.amber) for row in sorted(of_it, key=lambda row: row.effective_from)}
