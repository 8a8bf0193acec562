"""What differs between two sets of published (or judged, not yet published) lights, light by light."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.table_reading import read_table

Row = dict[str, Any]
TABLES = ("lights", "task_lights")
CHANGE_COLUMNS = (
    "unit_id", "task_no", "indicator_id", "status_before", "status", "as_of_before", "as_of", "numerator_before",
    "numerator", "denominator_before", "denominator",
)  # fmt: skip
_KEY = ("unit_id", "task_no", "indicator_id")
_COMPARED = ("status", "as_of", "numerator", "denominator")
_KEPT = (*_COMPARED, "green", "amber")  # a figure is printed against its thresholds; they alone are no difference


def read_lights(snapshot: Snapshot | None) -> dict[str, pa.Table]:
    """The lights of units a snapshot holds, on indicators and on tasks; none of a week nobody published."""
    return {name: read_table(snapshot, name) for name in TABLES} if snapshot else {}


def compare_lights(before: Mapping[str, pa.Table], after: Mapping[str, pa.Table]) -> list[Row]:
    """One row for every light whose status or figure differs, with CHANGE_COLUMNS, by unit, task and indicator.

    A light on a task has no indicator and no figure; a light only one side has gets None on the other. Beside every
    figure stand the thresholds it was judged by (`green`, `amber`, the same with `_before`).
    """
    old, new = _by_key(before), _by_key(after)
    return [
        _row(key, old.get(key, {}), new.get(key, {}))
        for key in sorted(old.keys() | new.keys(), key=lambda key: (key[0], key[1], key[2] or ""))
        if _compared(old.get(key)) != _compared(new.get(key))
    ]


def _by_key(tables: Mapping[str, pa.Table]) -> dict[tuple[Any, ...], Row]:
    rows = (row for name in TABLES if name in tables for row in tables[name].to_pylist())
    return {tuple(row.get(name) for name in _KEY): {name: row.get(name) for name in _KEPT} for row in rows}


def _compared(row: Row | None) -> Row | None:
    return {name: row[name] for name in _COMPARED} if row else None


def _row(key: Iterable[Any], old: Row, new: Row) -> Row:
    both = {f"{name}_before": old.get(name) for name in _KEPT} | {name: new.get(name) for name in _KEPT}
    return dict(zip(_KEY, key, strict=True)) | both


def count_statuses(changes: Iterable[Row]) -> int:
    """How many lights on tasks have another status."""
    return sum(row["indicator_id"] is None and row["status_before"] != row["status"] for row in changes)
