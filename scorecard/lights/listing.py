"""The lights of a snapshot as rows of the `lights` command: exact keys, in a fixed order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, Literal

from scorecard.catalog import LEVELS, Catalog
from scorecard.catalog.scope import ALL, Scope
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.snapshots.query_files import load_query
from scorecard.snapshots.warehouse import Warehouse, files_of

Level = Literal["indicator", "task", "group"]
Row = dict[str, Any]

_HEAD = ("week", "revision")
LIGHT_COLUMNS: dict[str, tuple[str, ...]] = {
    "indicator": _HEAD + load_query("indicator_lights").columns,
    "task": _HEAD + load_query("task_lights").columns,
    "group": (*_HEAD, "group", *load_query("group_lights").columns[1:]),
}


def light_rows(
    home: Path,
    index: SnapshotIndex,
    snapshot: Snapshot,
    level: Level,
    unit: str | None,
    task: int | None,
    scope: Scope = ALL,
) -> list[Row]:
    """One dict a light; `unit` is a unit_id, or for level group a group (`area:<code>`, `level:district`, `province`).

    `value` of a ratio is in percent, unrounded; `coverage` a fraction from 0 to 1. Absent values are None. Weeks in
    status and the previous status are computed over the current revisions of the weeks before.
    """
    warehouse = Warehouse(home, scope)
    head: Row = {"week": str(snapshot.week), "revision": snapshot.revision}
    if level == "indicator":
        files = files_of([snapshot], "lights")
        rows = warehouse.run("indicator_lights", files=files, unit_id=unit, task_no=task)
        return [head | row for row in rows]
    history = index.history(snapshot)
    days = [item.cut_off_day for item in history]
    if level == "task":
        files = files_of(history, "task_lights")
        rows = warehouse.run("task_lights", files=files, cut_off_days=days, unit_id=unit, task_no=task)
        return [head | row for row in rows]
    files = files_of(history, "group_lights")
    rows = warehouse.run("group_lights", files=files, cut_off_days=days, group_id=unit, task_no=task)
    return [head | {"group": row.pop("group_id")} | row for row in rows]


def group_ids(catalog: Catalog, day: dt.date) -> list[str]:
    """The names of all groups a catalogue has on a day."""
    districts = [unit.unit_id for unit in catalog.units_on(day) if unit.level == "district"]
    places = [f"{kind}:{district}" for kind in ("area", "communes") for district in districts]
    return [*places, *(f"level:{level}" for level in LEVELS), "province"]
