"""The lights of a week that an earlier rule would have judged otherwise, figures and day being the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from scorecard.catalog import Catalog
from scorecard.files.whole_files import place_new_folder
from scorecard.publishing.carried_forward import read_observations
from scorecard.publishing.judge import TABLES, judge
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.observation import Observation
from scorecard.snapshots.table_reading import read_table

TABLE = "rule_changes"
FOLDER = "rule_changes"
_TEMPORARY = ".comparing-"
SCHEMA = pa.schema(
    {
        "owner": pa.string(),
        "task_no": pa.int32(),
        "indicator_id": pa.string(),
        "status_before_rule": pa.string(),
        "status": pa.string(),
    }
)
Key = tuple[str, int, str | None]


class RuleChange(NamedTuple):
    """A light of a unit, or of a group, on a task (no indicator) or an indicator; a status of None is no light."""

    owner: str
    task_no: int
    indicator_id: str | None
    status_before_rule: str | None
    status: str | None

    @property
    def key(self) -> Key:
        """Whose light it is, on what."""
        return self.owner, self.task_no, self.indicator_id


def rule_changes(
    before: Catalog, observations: Iterable[Observation], day: dt.date, tables: Mapping[str, pa.Table]
) -> pa.Table:
    """One row for every light of `tables` that `before` would judge otherwise from the same figures on the same day.

    Units that only one of the catalogues has on the day are left out: that is a change of structure.
    """
    old, new = _statuses(judge(before, observations, day).tables), _statuses(tables)
    units = {owner for owner, _, _ in old} & {owner for owner, _, _ in new}
    keys = sorted(
        (key for key in old.keys() | new.keys() if key[0] in units and old.get(key) != new.get(key)),
        key=lambda key: (key[0], key[1], key[2] or ""),
    )
    rows = [RuleChange(*key, old.get(key), new.get(key))._asdict() for key in keys]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def read_rule_changes(home: Path, snapshot: Snapshot, before: Catalog, key: str) -> list[RuleChange]:
    """The rows for a published week and the catalogue of another one, as on its day; `key` is its rule_key.

    Published with the week where that was the one before it; else found once and kept in the home, beside the
    snapshots. A home that cannot be written to is told the same.
    """
    if snapshot.manifest.compared_rules == key:
        return _rows(read_table(snapshot, TABLE).select(SCHEMA.names))
    folder = home / FOLDER / f"{snapshot.hash[:20]}-{key}"
    file = folder / f"{TABLE}.parquet"
    if file.is_file():
        return _rows(pq.read_table(file, partitioning=None))
    published = {name: read_table(snapshot, name) for name in TABLES}
    found = rule_changes(before, read_observations(snapshot), snapshot.cut_off_day, published)
    _keep(folder, found)
    return _rows(found)


def _keep(folder: Path, found: pa.Table) -> None:
    sink = pa.BufferOutputStream()
    pq.write_table(found, sink, compression="zstd")
    try:
        place_new_folder(folder, {f"{TABLE}.parquet": sink.getvalue().to_pybytes()}, _TEMPORARY)
    except OSError:
        return  # it is found again: nothing depends on its being kept


def _rows(table: pa.Table) -> list[RuleChange]:
    return [RuleChange(**row) for row in table.to_pylist()]


def _statuses(tables: Mapping[str, pa.Table]) -> dict[Key, str]:
    """The status of every light, of units and of groups alike: their names never meet."""
    return {
        (row.get("unit_id") or row["group_id"], row["task_no"], row.get("indicator_id")): row["status"]
        for row in _light_rows(tables)
    }


def _light_rows(tables: Mapping[str, pa.Table]) -> Iterable[dict[str, Any]]:
    for name in TABLES:
        table = tables[name]
        wanted = [column for column in ("unit_id", "group_id", "task_no", "indicator_id", "status")
                  if column in table.column_names]  # fmt: skip
        yield from table.select(wanted).to_pylist()
