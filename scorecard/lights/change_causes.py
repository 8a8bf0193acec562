"""Why a light differs between two publications: exactly one of four causes, which add up to all that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from scorecard.lights.ground import Ground

STRUCTURE, RULE, AGEING, RESULT = CAUSES = ("structure", "rule", "ageing", "result")
Row = Mapping[str, Any]


def with_causes(rows: Iterable[Row], ground: Ground) -> list[dict[str, Any]]:
    """The rows of `compare_lights`, each with its `cause`; None where only the figure differs.

    In this order: a life began or ended (structure); the rule before would have kept the light on the figures of now,
    or the figures are not of one thing (rule); the same figure became too old (ageing); else the result.
    """
    listed = list(rows)
    aged = {_light(row) for row in listed if row["indicator_id"] and _aged(row)}
    gone = {_light(row) for row in listed if row["indicator_id"] and row["status"] == "missing"}
    return [{**row, "cause": _cause(row, ground, aged - gone)} for row in listed]


def count_causes(rows: Iterable[Row]) -> dict[str, int]:
    """How many lights on tasks differ for each cause."""
    found = Counter(row["cause"] for row in rows if row["indicator_id"] is None and row["cause"])
    return {cause: found[cause] for cause in CAUSES}


def _cause(row: Row, ground: Ground, aged: set[tuple[str, int]]) -> str | None:
    if row["life"]:
        return STRUCTURE
    if row["status_before"] == row["status"]:
        return None
    if ground.explains(row["unit_id"], row["task_no"], row["indicator_id"], row["status_before"]):
        return RULE
    if _aged(row) if row["indicator_id"] else (row["status"] == "missing" and _light(row) in aged):
        return AGEING
    return RESULT


def _aged(row: Row) -> bool:
    return bool(row["status"] == "stale" and row["as_of"] == row["as_of_before"])


def _light(row: Row) -> tuple[str, int]:
    return row["unit_id"], row["task_no"]
