"""Judges observations by the rule, which stands in queries/judge/ and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa

from scorecard.catalog import Catalog
from scorecard.snapshots.observation import Observation
from scorecard.snapshots.query_files import load_query

# Each reads the ones before it; the tables a snapshot keeps are TABLES.
_STEPS = (
    "members",
    "reports",
    "sum_years",
    "sums",
    "verdicts",
    "lights",
    "severities",
    "task_lights",
    "other_years",
    "group_indicator_lights",
    "group_task_lights",
    "group_lights",
)
TABLES = ("lights", "task_lights", "group_lights")

_TEXT = pa.string()
_NUMBER = pa.decimal128(20, 3)
_LIMIT = pa.decimal128(14, 3)
_SCHEMAS = {
    "units": pa.schema({"unit_id": _TEXT, "level": _TEXT, "parent_id": _TEXT, "valid_from": pa.date32()}),
    "indicators": pa.schema(
        {
            "indicator_id": _TEXT,
            "task_no": pa.int32(),
            "measure": _TEXT,
            "direction": _TEXT,
            "only_unit": _TEXT,
            "period": _TEXT,
            "max_age_days": pa.int32(),
            "core": pa.bool_(),
            "summable": pa.bool_(),
        }
    ),
    "indicator_levels": pa.schema({"indicator_id": _TEXT, "level": _TEXT}),
    "indicator_lives": pa.schema({"indicator_id": _TEXT, "valid_from": pa.date32(), "valid_to": pa.date32()}),
    "targets": pa.schema(
        {
            "indicator_id": _TEXT,
            "scope": _TEXT,
            "effective_from": pa.date32(),
            "green": _LIMIT,
            "amber": _LIMIT,
            "legal_basis": _TEXT,
            "evidence": _TEXT,
        }
    ),
    "rules": pa.schema({"coverage_floor_percent": pa.decimal128(6, 3), "small_n_bound": _LIMIT}),
    "observations": pa.schema(
        {
            "unit_id": _TEXT,
            "indicator_id": _TEXT,
            "as_of": pa.date32(),
            "numerator": _NUMBER,
            "denominator": _NUMBER,
            "source": _TEXT,
            "note": _TEXT,
        }
    ),
}


@dataclass(frozen=True)
class Judgement:
    """The tables of one judgement, as a snapshot keeps them: lights, task_lights, group_lights."""

    tables: dict[str, pa.Table]

    def rows(self, table: str) -> list[dict[str, Any]]:
        """A table as one dict a row."""
        rows: list[dict[str, Any]] = self.tables[table].to_pylist()
        return rows


def observation_table(observations: Iterable[Observation]) -> pa.Table:
    """The observations as a snapshot keeps them, ordered by unit and indicator."""
    ordered = sorted(observations, key=lambda item: item.key)
    return pa.Table.from_pylist([vars(item) for item in ordered], schema=_SCHEMAS["observations"])


def judge(catalog: Catalog, observations: Iterable[Observation], cut_off_day: dt.date) -> Judgement:
    """Every light at a cut-off: deterministic, independent of the order of rows.

    `observations` holds at most one of a unit and indicator: what is known at the cut-off. Everything that is
    judged is handed over here; the queries read no file.
    """
    con = duckdb.connect(config={"enable_external_access": "false"})
    try:
        for name, rows in _catalog_rows(catalog, cut_off_day).items():
            con.register(name, pa.Table.from_pylist(rows, schema=_SCHEMAS[name]))
        con.register("observations", observation_table(observations))
        tables = {}
        for step in _STEPS:
            query = load_query(f"judge/{step}")
            given = {"cut_off_day": cut_off_day}
            result = con.sql(query.sql, params={name: given[name] for name in query.params}).to_arrow_table()
            con.register(step, result)
            tables[step] = result
        return Judgement({name: tables[name] for name in TABLES})
    finally:
        con.close()


def _catalog_rows(catalog: Catalog, day: dt.date) -> dict[str, list[dict[str, Any]]]:
    indicators = catalog.indicators_on(day)
    definitions = {item.indicator_id: item.definition for item in indicators}
    alike = [item for item in catalog.lives if definitions.get(item.indicator_id) == item.definition]
    return {
        "units": [unit.model_dump() for unit in catalog.units_on(day)],
        "indicators": [item.model_dump() | {"summable": item.core and item.summable} for item in indicators],
        # Those whose figures mean what the indicator counts on the day.
        "indicator_lives": [item.model_dump() for item in alike],
        "indicator_levels": [
            {"indicator_id": item.indicator_id, "level": level}
            for item in indicators
            for level in dict.fromkeys(item.applies_to)
        ],
        "targets": [target.model_dump() for target in catalog.targets],
        "rules": [catalog.rules.model_dump()],
    }
