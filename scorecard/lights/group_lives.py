"""Groups through weeks: one whose members changed by more than a renaming is another group than the week before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from scorecard.catalog import Catalog, Unit
from scorecard.snapshots.index import Snapshot
from scorecard.weeks import ReportWeek

CatalogOf = Callable[[str], Catalog]


def regrouped(history: Sequence[Snapshot], group_id: str, catalog_of: CatalogOf) -> list[ReportWeek]:
    """The weeks, oldest first, in which a group has other members than in the published week before.

    A code that another unit bears since is another member; a member with another name is the same one.
    """
    members = {item.week: _members(item, group_id, catalog_of) for item in history}
    return [now.week for before, now in pairwise(history) if not _same(members[before.week], members[now.week], before)]


def unbroken(history: Sequence[Snapshot], group_id: str, catalog_of: CatalogOf) -> list[Snapshot]:
    """The weeks at the end of a history in which the group has the members it has in the last one."""
    last = max(regrouped(history, group_id, catalog_of), default=None)
    return [item for item in history if last is None or item.week >= last]


def _same(before: Sequence[Unit], now: Sequence[Unit], earlier: Snapshot) -> bool:
    if {unit.unit_id for unit in before} != {unit.unit_id for unit in now}:
        return False
    return all(unit.valid_from <= earlier.cut_off_day for unit in now)


def _members(snapshot: Snapshot, group_id: str, catalog_of: CatalogOf) -> list[Unit]:
    units = catalog_of(snapshot.manifest.rules_version).units_on(snapshot.cut_off_day)
    return list(members_of(units, group_id))


def members_of(units: Iterable[Unit], group_id: str) -> Iterable[Unit]:
    """The members of a group among the units of a day, as queries/judge/members.sql has them."""
    kind, _, name = group_id.partition(":")
    return (
        unit
        for unit in units
        if kind == "province"
        or (kind == "level" and unit.level == name)
        or (kind == "area" and unit.unit_id == name)
        or (kind in ("area", "communes") and unit.level == "commune" and unit.parent_id == name)
    )
