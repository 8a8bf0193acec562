"""What differs between two sets of published (or judged, not yet published) lights, light by light."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.table_reading import read_table

Row = dict[str, Any]
TABLES = ("lights", "task_lights")
ENDED, NEW = "ended", "new"
CHANGE_COLUMNS = (
    "unit_id", "valid_from", "life", "task_no", "indicator_id", "status_before", "status", "as_of_before", "as_of",
    "numerator_before", "numerator", "denominator_before", "denominator",
)  # fmt: skip
_KEY = ("unit_id", "valid_from", "task_no", "indicator_id")
_COMPARED = ("status", "as_of", "numerator", "denominator")
_KEPT = (*_COMPARED, "green", "amber")  # a figure is printed against its thresholds; they alone are no difference


def read_lights(snapshot: Snapshot | None) -> dict[str, pa.Table]:
    """The lights of units a snapshot holds, on indicators and on tasks; none of a week nobody published."""
    return {name: read_table(snapshot, name) for name in TABLES} if snapshot else {}


def compare_lights(before: Mapping[str, pa.Table], after: Mapping[str, pa.Table]) -> list[Row]:
    """One row for every light whose status or figure differs, with CHANGE_COLUMNS, by unit, life, task and indicator.

    Lights are compared within a life of a code: `life` is `ended` where only `before` has the unit, `new` where only
    `after` has it, else None. A light on a task has no indicator and no figure; a light only one side has gets None on
    the other. Beside every figure stand the thresholds it was judged by (`green`, `amber`, the same with `_before`).
    """
    since_before, since_after = _lives(before), _lives(after)
    # A unit without any light on a task says nowhere since when it lives: it is taken for the one the other side has.
    old, new = _by_key(before, since_after | since_before), _by_key(after, since_before | since_after)
    ended, begun = ({key[:2] for key in one} - {key[:2] for key in other} for one, other in ((old, new), (new, old)))
    lives = dict.fromkeys(ended, ENDED) | dict.fromkeys(begun, NEW) if old and new else {}
    return [
        _row(key, old.get(key, {}), new.get(key, {})) | {"life": lives.get(key[:2])}
        for key in sorted(old.keys() | new.keys(), key=lambda key: (key[0], str(key[1]), key[2], key[3] or ""))
        if _compared(old.get(key)) != _compared(new.get(key))
    ]


def _lives(tables: Mapping[str, pa.Table]) -> dict[str, dt.date | None]:
    """Since when every unit or group lives; the lights on indicators alone do not say it."""
    columns = ("unit_id", "valid_from")
    told = [table.select(columns) for table in tables.values() if set(columns) <= set(table.column_names)]
    return {row["unit_id"]: row["valid_from"] for table in told for row in table.to_pylist()}


def _by_key(tables: Mapping[str, pa.Table], since: Mapping[str, dt.date | None]) -> dict[tuple[Any, ...], Row]:
    rows = (row for name in TABLES if name in tables for row in tables[name].to_pylist())
    return {
        (row["unit_id"], since.get(row["unit_id"]), row["task_no"], row.get("indicator_id")): {
            name: row.get(name) for name in _KEPT
        }
        for row in rows
    }


def _compared(row: Row | None) -> Row | None:
    return {name: row[name] for name in _COMPARED} if row else None


def _row(key: Iterable[Any], old: Row, new: Row) -> Row:
    both = {f"{name}_before": old.get(name) for name in _KEPT} | {name: new.get(name) for name in _KEPT}
    return dict(zip(_KEY, key, strict=True)) | both


def count_statuses(changes: Iterable[Row]) -> int:
    """How many lights on tasks of units that both sides have got another status."""
    return sum(
        row["indicator_id"] is None and row["life"] is None and row["status_before"] != row["status"] for row in changes
    )


def count_lives(changes: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
    """How many units ended and how many are new."""
    told = {(row["unit_id"], row["life"]) for row in changes}
    return sum(life == ENDED for _, life in told), sum(life == NEW for _, life in told)
