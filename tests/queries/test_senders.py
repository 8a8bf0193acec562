"""Who has sent and who is late, and how fresh figures are: against the dull second computation, over random weeks."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from scorecard.catalog import load_catalog
from scorecard.lights.listing import light_rows
from scorecard.lights.rows import Freshness, Gap
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.warehouse import Warehouse, files_of
from scorecard.ui.data.senders_panel import weeks_late
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, target, unit, write_catalogue
from tests.homes.small_home import publish_week

FIRST = ReportWeek.parse("2023-W01")
UNITS = [unit("S1"), unit("S2"), unit("S3"), *district("D1", 2)]
TABLES = catalogue(units=UNITS, indicators=[indicator("I1", max_age_days="9"), indicator("I2")], targets=[target()])


@pytest.fixture(scope="module", params=range(4))
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten weeks; S3 never sends; figures sometimes come again unchanged, or corrected under the same date."""
    chance, folder = random.Random(request.param), tmp_path_factory.mktemp("senders")
    catalog, home = load_catalog(write_catalogue(TABLES, folder / "catalog")), folder / "home"
    for week in (FIRST.plus(number) for number in range(10)):
        if chance.random() < 0.2:
            continue
        rows = [
            seen(name, str(week.plus(-chance.choice([0, 0, 1, 2])).day(4)), chance.choice([70, 80]), 100, item)
            for name in ("S1", "S2", "D1", "D1-1", "D1-2") for item in ("I1", "I2") if chance.random() < 0.3
        ]  # fmt: skip
        publish_week(home, catalog, str(week), rows)
    return home


def test_weeks_late_count_back_to_the_last_week_a_unit_sent_in_time(home: Path) -> None:
    weeks = list_snapshots(home).weeks()
    for one in load_catalog(home.parent / "catalog").units:
        said = "".join("x" if one.unit_id in (week.manifest.sent_in_time or ()) else "-" for week in weeks)
        assert weeks_late(weeks, one) == len(said) - len(said.rstrip("-"))
        assert weeks_late(weeks, one) == len(weeks) or "x" in said
    assert weeks_late([], one) == 0


def test_gaps_and_freshness_count_the_published_lights(home: Path) -> None:
    index = list_snapshots(home)
    lights = light_rows(home, index, index.weeks()[-1], "indicator", None, None)
    files = files_of(index.weeks()[-1:], "lights")
    by_unit: dict[str, Counter[str]] = {}
    for row in lights:
        by_unit.setdefault(row["unit_id"], Counter())[row["status"]] += 1
    gaps = Warehouse(home).run(Gap, files=files)
    newest = {name: max((row["as_of"] for row in lights if row["unit_id"] == name and row["as_of"]), default=None)
              for name in by_unit}  # fmt: skip
    assert [tuple(row) for row in gaps] == [
        (name, counts.total(), counts["missing"], counts["stale"], newest[name])
        for name, counts in sorted(by_unit.items())
    ]
    fresh = {row.indicator_id: row for row in Warehouse(home).run(Freshness, files=files)}
    for name in ("I1", "I2"):
        own = [row for row in lights if row["indicator_id"] == name]
        dates = [row["as_of"] for row in own if row["as_of"]]
        statuses = Counter(row["status"] for row in own)
        assert (fresh[name].missing, fresh[name].stale) == (statuses["missing"], statuses["stale"])
        assert fresh[name].units == len(own) == fresh[name].current + statuses["missing"] + statuses["stale"]
        assert (fresh[name].newest_as_of, fresh[name].oldest_as_of) == (max(dates), min(dates))
