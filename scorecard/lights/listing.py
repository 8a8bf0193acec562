"""The lights of a snapshot as rows of the `lights` command: exact keys, in a fixed order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from scorecard.catalog import LEVELS, Catalog
from scorecard.catalog.scope import ALL, Scope
from scorecard.lights.rows import GroupLight, IndicatorLight, TaskLight
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.snapshots.warehouse import Warehouse, files_of

Level = Literal["indicator", "task", "group"]

_HEAD = ("week", "revision")
LIGHT_COLUMNS: dict[str, tuple[str, ...]] = {
    "indicator": _HEAD + IndicatorLight._fields,
    "task": _HEAD + TaskLight._fields,
    "group": (*_HEAD, "group", *GroupLight._fields[1:]),
}


def indicator_lights(
    home: Path, snapshot: Snapshot, unit: str | None = None, task: int | None = None, scope: Scope = ALL
) -> list[IndicatorLight]:
    """The lights of units on indicators, of one unit or task or of all."""
    files = files_of([snapshot], "lights")
    return Warehouse(home, scope).run(IndicatorLight, files=files, unit_id=unit, task_no=task)


def task_lights(
    home: Path,
    index: SnapshotIndex,
    snapshot: Snapshot,
    unit: str | None = None,
    task: int | None = None,
    scope: Scope = ALL,
) -> list[TaskLight]:
    """The lights of units on tasks, followed through the current revisions of the weeks before."""
    history = index.history(snapshot)
    return Warehouse(home, scope).run(TaskLight, **_followed(history, "task_lights"), unit_id=unit, task_no=task)


def group_lights(
    home: Path,
    index: SnapshotIndex,
    snapshot: Snapshot,
    group: str | None = None,
    task: int | None = None,
    scope: Scope = ALL,
) -> list[GroupLight]:
    """The lights of groups on tasks and indicators, followed through the current revisions of the weeks before."""
    history = index.history(snapshot)
    return Warehouse(home, scope).run(GroupLight, **_followed(history, "group_lights"), group_id=group, task_no=task)


def _followed(history: Sequence[Snapshot], table: str) -> dict[str, object]:
    return {"files": files_of(history, table), "cut_off_days": [item.cut_off_day for item in history]}


def light_rows(
    home: Path,
    index: SnapshotIndex,
    snapshot: Snapshot,
    level: Level,
    unit: str | None,
    task: int | None,
    scope: Scope = ALL,
) -> list[dict[str, object]]:
    """One dict a light, for export; `unit` is a unit_id, or a group (`area:<code>`, `level:district`, `province`).

    `value` of a ratio is in percent, unrounded; `coverage` a fraction from 0 to 1. Absent values are None. Weeks in
    status and the previous status are computed over the current revisions of the weeks before.
    """
    rows: Sequence[IndicatorLight | TaskLight | GroupLight]
    if level == "indicator":
        rows = indicator_lights(home, snapshot, unit, task, scope)
    elif level == "task":
        rows = task_lights(home, index, snapshot, unit, task, scope)
    else:
        rows = group_lights(home, index, snapshot, unit, task, scope)
    columns = LIGHT_COLUMNS[level]
    head = (str(snapshot.week), snapshot.revision)
    return [dict(zip(columns, (*head, *row), strict=True)) for row in rows]


def group_ids(catalog: Catalog, day: dt.date) -> list[str]:
    """The names of all groups a catalogue has on a day."""
    districts = [unit.unit_id for unit in catalog.units_on(day) if unit.level == "district"]
    places = [f"{kind}:{district}" for kind in ("area", "communes") for district in districts]
    return [*places, *(f"level:{level}" for level in LEVELS), "province"]
