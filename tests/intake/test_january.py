"""The first week of a year: yearly counters begin anew, and nothing about that is doubtful."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

from scorecard.briefing.readiness import rehearse
from scorecard.catalog import Catalog, load_catalog
from scorecard.intake.ingest import check_files
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.observation import Observation
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import seen, write_observations
from tests.homes.small_home import publish_week
from tests.house.project_files import ROOT

CATALOG = ROOT / "tests" / "catalogs" / "2023"
REPORTED = ("NV3.1", "NV3.2", "NV4.1", "NV5.1", "NV7.1")
SILENT = {"SO-TP", "SO-YT", "461", "466", "19330"}


def figures(catalog: Catalog, day: str, numerator: int, denominator: int) -> list[Observation]:
    """The same figure for every unit and each of five yearly indicators."""
    indicators = [item for item in catalog.indicators if item.indicator_id in REPORTED]
    return [
        seen(unit.unit_id, day, numerator, denominator, item.indicator_id)
        for unit in catalog.units_on(dt.date.fromisoformat(day))
        for item in indicators
        if catalog.applies(item, unit)
    ]


def test_the_first_week_of_a_year_is_no_doubt_and_no_jump(tmp_path: Path) -> None:
    catalog, home = load_catalog(CATALOG), tmp_path / "home"
    publish_week(home, catalog, "2023-W52", figures(catalog, "2023-12-28", 500, 1000))
    fresh = [row for row in figures(catalog, "2024-01-04", 19, 20) if row.unit_id not in SILENT]
    assert len(fresh) == 502
    file = write_observations(fresh, tmp_path / "w01.csv")
    checked = check_files(home, catalog, [file], ReportWeek.parse("2024-W01"), None).checked
    assert (checked.problems, checked.warnings) == ([], [])
    publish_week(home, catalog, "2024-W01", fresh)
    index = list_snapshots(home)
    blocking = Counter(row.kind for row in rehearse(home, index, index.weeks()[-1]) if row.blocking)
    assert blocking["jump"] == 0 and blocking["late"] == len(SILENT)
