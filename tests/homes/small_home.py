"""A small published home that has something of everything: three weeks, a correction, groups, all statuses."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scorecard.catalog import Catalog, load_catalog
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.snapshots.observation import Observation
from scorecard.snapshots.query_files import Query
from scorecard.snapshots.warehouse import files_of
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, target, task, unit, write_catalogue
from tests.homes.made_once import made_once

DAY = dt.date(2023, 10, 20)
TABLES = catalogue(
    tasks=[task(1), task(2)],
    units=[unit("S1"), unit("S2"), *district("D1", 3), *district("D2", 0)],
    indicators=[
        indicator("I1"),
        indicator("I2", task_no="2"),
        indicator("I3", task_no="2", measure="count", applies_to="department"),
    ],
    targets=[target(), target("province", "70", "60"), target(indicator_id="I2", effective_from="2023-10-10")],
)
FIGURES = [
    seen("S1", "2023-10-19", 95, 100),
    seen("S2", "2023-10-19", 85, 100),
    seen("D1", "2023-10-19", 1, 100),
    seen("D1-1", "2023-10-19", 0, 0),
    seen("D1-2", "2023-01-19", 95, 100),
    seen("S1", "2023-10-19", 95, 100, "I2"),
    seen("S2", "2023-10-01", 95, 100, "I2"),
    seen("S1", "2023-10-19", 3, None, "I3"),
]
# What a reading query may be asked for, by the name of its parameter; files are added from its header's Reads.
SAMPLES: dict[str, Any] = {
    "unit_id": "S1",
    "group_id": "province",
    "task_no": 1,
    "units": ["S1", "S2", "D1"],
    "alive_from": [dt.date(2020, 1, 1)] * 3,
    "unit_ids": ["S1", "S2", "D1"],
    "tasks": [1, 2],
    "groups": ["province", "area:D1"],
    "indicators": ["I1", "I2"],
    "level": "department",
    "indicator_id": "I1",
    "week": "2023-W42",
    "higher": True,
    "lower_is_better": [],
    "by_rule": ["S1|I1"],
    "statuses_before_rule": ["red"],
    "redefined": ["I3"],
}


def publish_week(home: Path, catalog: Catalog, week: str, rows: Iterable[Observation], **others: Any) -> Snapshot:
    """Publish observations for a week written `2023-W42`."""
    return publish(home, catalog, Publication(ReportWeek.parse(week), tuple(rows), **others))


def small_home(folder: Path) -> Path:
    """W40, W42 and a correction of W42; the home is returned."""
    _publish(folder)
    return folder / "home"


@made_once
def _publish(folder: Path) -> None:
    catalog, home = load_catalog(write_catalogue(TABLES, folder / "catalog")), folder / "home"
    earlier = [seen("S1", "2023-10-05", 1, 100), seen("D2", "2023-10-05", 95, 100)]
    publish_week(home, catalog, "2023-W40", earlier)
    publish_week(home, catalog, "2023-W42", FIGURES)
    publish_week(home, catalog, "2023-W42", [seen("S2", "2023-10-19", 1, 100)], reason="a mistake in S2")


def samples_for(query: Query, home: Path) -> dict[str, Any]:
    """A value for every parameter of a reading query; one it does not know fails the test by its name."""
    index = list_snapshots(home)
    weeks = index.weeks()[-1:] if re.search(r"\bone (snapshot|week|revision)\b", query.reads) else index.weeks()
    weeks = list(index.all) if "all revisions" in query.reads else weeks
    tables = re.findall(r"(\w+)\.parquet", query.reads)
    files = {"files": files_of(weeks, tables[0]), "cut_off_days": [snapshot.cut_off_day for snapshot in weeks]}
    others = {table: files_of(weeks, table) for table in tables}
    others |= {"lights_before": files_of(index.weeks()[:1], "lights"), "lights_now": files_of(weeks, "lights")}
    known = SAMPLES | files | others
    unknown = set(query.params) - set(known)
    assert not unknown, f"{query.name}: add a sample for {unknown} to tests/small_home.py"
    return {name: known[name] for name in query.params}
