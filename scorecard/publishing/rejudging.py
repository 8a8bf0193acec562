"""A published week judged again by another catalogue: which lights would change; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from scorecard.catalog import Catalog
from scorecard.publishing.carried_forward import read_observations
from scorecard.publishing.judge import judge
from scorecard.publishing.light_differences import compare_lights, read_lights
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.table_reading import read_table

REHEARSAL_COLUMNS = (
    "level",
    "id",
    "task_no",
    "indicator_id",
    "status_before",
    "status",
    "as_of",
    "numerator",
    "denominator",
    "explanation",
)


def changed_lights(
    snapshot: Snapshot, catalog: Catalog, explanations: Mapping[tuple[str, int], str] | None = None
) -> list[dict[str, Any]]:
    """Every light whose status would be another one, with REHEARSAL_COLUMNS; groups after units.

    The figures and the day of the cut-off are the published ones, also where the catalogue would compute a figure. A
    light that only one of the two has shows None on the other side. `explanation` is what `explanations` has for the
    unit and the task (see `explanation_states`), and None where nothing was asked, and for groups.
    """
    judged = judge(catalog, read_observations(snapshot), snapshot.cut_off_day).tables
    published = read_table(snapshot, "group_lights")
    pairs = {
        "unit": (read_lights(snapshot), judged),
        "group": (_as_units(published), _as_units(judged["group_lights"])),
    }
    return [
        {name: (row | _beside(level, row, explanations or {})).get(name) for name in REHEARSAL_COLUMNS}
        for level, (before, after) in pairs.items()
        for row in compare_lights(before, after)
        if row["status_before"] != row["status"]
    ]


def _beside(level: str, row: Mapping[str, Any], explanations: Mapping[tuple[str, int], str]) -> dict[str, Any]:
    explanation = explanations.get((row["unit_id"], row["task_no"])) if level == "unit" else None
    return {"level": level, "id": row["unit_id"], "explanation": explanation}


def _as_units(groups: pa.Table) -> dict[str, pa.Table]:
    """The lights of groups in the shape that units' lights are compared in."""
    return {"lights": groups.rename_columns({"group_id": "unit_id"})}
