"""What a week is judged otherwise by than the week it is compared with: no change of the ground is told as a result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.catalog.rule_differences import RuleDifference, find_rule_differences, same_definition
from scorecard.lights.rows import GroupLight, TaskLight
from scorecard.publishing.rule_changes import Key, RuleChange, read_rule_changes
from scorecard.snapshots.index import FOLDER, Snapshot
from scorecard.weeks import ReportWeek

Followed = TypeVar("Followed", TaskLight, GroupLight)
# The last comparisons: every run of a page asks for the same, and what was published never changes.
_MOST = 64
_read: dict[tuple[str, str], tuple[tuple[RuleDifference, ...], tuple[RuleChange, ...]]] = {}


@dataclass(frozen=True)
class Ground:
    """The rule of a week beside that of the week it is compared with; `since` is the week the new rule came with.

    Without differences nothing is told: also where only names, columns or aliases differ.
    """

    since: ReportWeek | None = None
    differences: tuple[RuleDifference, ...] = ()
    changes: tuple[RuleChange, ...] = ()
    units: tuple[Unit, ...] = field(default=(), repr=False)

    @cached_property
    def _otherwise(self) -> Mapping[Key, str | None]:
        return {change.key: change.status_before_rule for change in self.changes}

    @cached_property
    def redefined(self) -> frozenset[str]:
        """The indicators whose figures of before and now are not of one thing."""
        return frozenset(one.indicator_id for one in self.differences if one.incomparable and one.indicator_id)

    @cached_property
    def _uprooted(self) -> frozenset[tuple[str, int | None]]:
        """The units' lights on tasks that an indicator decides, or decided, which is not the same in both weeks."""
        core = [
            (indicator, one.task_no)
            for one in self.differences
            for indicator in (one.before, one.now)
            if one.incomparable and indicator and indicator.core
        ]
        return frozenset(
            (unit.unit_id, task_no) for unit in self.units for indicator, task_no in core if _concerns(indicator, unit)
        )

    @cached_property
    def _uprooted_tasks(self) -> frozenset[int | None]:
        return frozenset(task_no for _, task_no in self._uprooted)

    def changed_by_rule(self, row: TaskLight | GroupLight) -> bool:
        """Whether a light differs from the one before for the rule's sake: the old rule would have kept it.

        Also where it is decided by an indicator that is another one than before.
        """
        if isinstance(row, TaskLight):
            return self.explains(row.unit_id, row.task_no, None, row.previous_status)
        return self.explains(row.group_id, row.task_no, row.indicator_id, row.previous_status)

    def explains(self, owner: str, task_no: int, indicator_id: str | None, before: str | None) -> bool:
        """The same for a light of a unit or a group, on an indicator or on the task itself (None)."""
        if indicator_id:
            uprooted = indicator_id in self.redefined
        else:
            uprooted = task_no in self._uprooted_tasks if _is_group(owner) else (owner, task_no) in self._uprooted
        key = owner, task_no, indicator_id
        return uprooted or (key in self._otherwise and self._otherwise[key] == before)

    def without_rule_changes(self, rows: Sequence[Followed]) -> Sequence[Followed]:
        """The rows, those that changed for the rule's sake without a status before: no arrow, and nothing new."""
        if not self.differences:
            return rows
        return [row._replace(previous_status=None) if self.changed_by_rule(row) else row for row in rows]

    def otherwise(self, level: str) -> tuple[list[str], list[str | None]]:
        """Of indicators' lights, of units or groups: `owner|indicator` and what the rule before would have said."""
        found = [one for one in self.changes if one.indicator_id and _is_group(one.owner) == (level == "group")]
        return [f"{one.owner}|{one.indicator_id}" for one in found], [one.status_before_rule for one in found]


NO_CHANGE = Ground()


def ground_between(
    before: Snapshot, now: Snapshot, catalog_of: Callable[[str], Catalog], units: Iterable[Unit]
) -> Ground:
    """The ground of a week beside that of an earlier one, for the units of the week."""
    old, new = (catalog_of(one.manifest.rules_version) for one in (before, now))
    day_before, day = before.cut_off_day, now.cut_off_day
    if old.rules_version == new.rules_version and old.indicators_on(day_before) == new.indicators_on(day):
        return NO_CHANGE
    key = now.hash, old.rule_key(day_before)
    if key not in _read:
        rule_before = old.kept_as_on(day_before)
        found = find_rule_differences(rule_before, new.on(day), day)
        changed = read_rule_changes(_home_of(now), now, rule_before, key[1]) if found else ()
        _read[key] = found, tuple(changed)
        while len(_read) > _MOST:
            _read.pop(next(iter(_read)))
    return Ground(now.week, *_read[key], tuple(units))


def weeks_of_one_definition(
    snapshots: Sequence[Snapshot], indicator: Indicator, catalog_of: Callable[[str], Catalog]
) -> Sequence[Snapshot]:
    """The last of some snapshots, oldest first, in which an indicator is the same as in the last one."""
    same: dict[str, bool] = {}
    for place in range(len(snapshots), 0, -1):
        snapshot = snapshots[place - 1]
        catalog, day = catalog_of(snapshot.manifest.rules_version), snapshot.cut_off_day
        key = catalog.rule_key(day)
        if key not in same:
            known = {item.indicator_id: item for item in catalog.indicators_on(day)}
            other = known.get(indicator.indicator_id)
            same[key] = other is not None and same_definition(other, indicator)
        if not same[key]:
            return snapshots[place:]
    return snapshots


def _concerns(indicator: Indicator, unit: Unit) -> bool:
    return unit.level in indicator.applies_to and indicator.only_unit in (None, unit.unit_id)


def _is_group(owner: str) -> bool:
    return ":" in owner or owner == "province"


def _home_of(snapshot: Snapshot) -> Path:
    return next(parent for parent in snapshot.folder.parents if parent.name == FOLDER).parent
