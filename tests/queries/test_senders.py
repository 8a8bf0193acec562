"""Who has sent and who is late, and how fresh figures are: against the dull second computation, over random weeks."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import load_catalog
from scorecard.known import read_observations
from scorecard.light_rows import light_rows
from scorecard.snapshots import SnapshotIndex, list_snapshots
from scorecard.warehouse import Warehouse, files_of
from scorecard.weeks import ReportWeek
from tests.catalogs import catalogue, district, indicator, seen, target, unit, write_catalogue
from tests.small_home import publish_week

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


def plain_senders(index: SnapshotIndex, baseline: str) -> dict[str, tuple[Any, ...]]:
    """Last week with a new figure, published weeks since, newest date; by going through the weeks one after another."""
    before: dict[tuple[str, str], Any] = {}
    last: dict[str, str | None] = {}
    newest: dict[str, Any] = {}
    weeks = [str(snapshot.week) for snapshot in index.weeks() if str(snapshot.week) != baseline]
    for snapshot in index.weeks():
        for row in read_observations(snapshot):
            old = before.get(row.key)
            last.setdefault(row.unit_id, None)
            new = old is None or row.as_of > old.as_of
            other = old and (old.numerator, old.denominator) != (row.numerator, row.denominator)
            corrected = old and row.as_of == old.as_of and other
            if str(snapshot.week) != baseline and (new or corrected):
                last[row.unit_id] = str(snapshot.week)
            before[row.key] = row
            newest[row.unit_id] = max(row.as_of, newest.get(row.unit_id, row.as_of))
    return {
        unit: (week, sum(week is None or name > week for name in weeks), newest[unit]) for unit, week in last.items()
    }


@pytest.mark.parametrize("with_baseline", [False, True])
def test_who_sent_last_and_how_long_ago(home: Path, with_baseline: bool) -> None:
    index = list_snapshots(home)
    baseline = str(index.weeks()[0].week) if with_baseline else ""
    rows = Warehouse(home).run("senders", files=files_of(index.weeks(), "observations"), baseline=baseline)
    found = {row["unit_id"]: (row["last_sent"], row["weeks_without"], row["newest_as_of"]) for row in rows}
    assert found == plain_senders(index, baseline)
    assert "S3" not in found and len(found) == 5


def test_gaps_and_freshness_count_the_published_lights(home: Path) -> None:
    index = list_snapshots(home)
    lights = light_rows(home, index, index.weeks()[-1], "indicator", None, None)
    files = files_of(index.weeks()[-1:], "lights")
    by_unit: dict[str, Counter[str]] = {}
    for row in lights:
        by_unit.setdefault(row["unit_id"], Counter())[row["status"]] += 1
    gaps = Warehouse(home).run("gaps", files=files)
    assert {row["unit_id"]: (row["indicators"], row["missing"], row["stale"]) for row in gaps} == {
        unit: (counts.total(), counts["missing"], counts["stale"]) for unit, counts in by_unit.items()
    }
    fresh = {row["indicator_id"]: row for row in Warehouse(home).run("freshness", files=files)}
    for name in ("I1", "I2"):
        own = [row for row in lights if row["indicator_id"] == name]
        dates = [row["as_of"] for row in own if row["as_of"]]
        statuses = Counter(row["status"] for row in own)
        assert (fresh[name]["missing"], fresh[name]["stale"]) == (statuses["missing"], statuses["stale"])
        assert fresh[name]["units"] == len(own) == fresh[name]["current"] + statuses["missing"] + statuses["stale"]
        assert (fresh[name]["newest_as_of"], fresh[name]["oldest_as_of"]) == (max(dates), min(dates))
