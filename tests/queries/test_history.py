"""How long a light stands and what stood there before: over current revisions, against the dull second computation."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.lights.listing import light_rows
from scorecard.lights.rows import OverviewCount, UnitLight
from scorecard.lights.status import COUNTED
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.snapshots.warehouse import Warehouse, files_of
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, target, task, unit, write_catalogue
from tests.homes.made_once import original
from tests.homes.small_home import publish_week
from tests.plain.plain_rule import weeks_in_status

UNITS = [unit("S1"), unit("S2"), *district("D1", 2), unit("S3", valid_to="2023-02-12"),
         unit("S3", valid_from="2023-02-13")]  # fmt: skip
TABLES = catalogue(
    tasks=[task(1), task(2)],
    units=UNITS,
    indicators=[indicator("I1", max_age_days="9"), indicator("I2", task_no="2", applies_to="district;commune")],
    targets=[target(), target(indicator_id="I2")],
)
FIRST = ReportWeek.parse("2023-W01")


@pytest.fixture(scope="module", params=range(3))
def home(request: pytest.FixtureRequest) -> Path:
    """Twelve weeks with random figures; some weeks are never published, some are corrected."""
    return original(publish_history, request.param) / "home"


def publish_history(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    catalog, home = load_catalog(write_catalogue(TABLES, folder / "catalog")), folder / "home"
    for week in (FIRST.plus(number) for number in range(12)):
        if chance.random() < 0.2:
            continue
        for _ in range(chance.choice([1, 1, 2])):
            publish_week(home, catalog, str(week), some_figures(catalog, week, chance), reason="again")


def some_figures(catalog: Catalog, week: ReportWeek, chance: random.Random) -> list[Any]:
    reports = [(unit.unit_id, item.indicator_id) for unit in catalog.units_on(week.day(5))
               for item in catalog.indicators if catalog.applies(item, unit)]  # fmt: skip
    sent = [key for key in reports if chance.random() < 0.6]
    return [seen(unit_id, str(week.day(4)), chance.choice([70, 85, 85, 95, 95]), 100, item) for unit_id, item in sent]


_known: dict[Any, dict[Any, str]] = {}


def statuses(home: Path, snapshot: Snapshot, level: Any) -> dict[Any, str]:
    """Key -> status of one snapshot, alone; a unit's key names its life by where it began."""
    what = home, snapshot.name, level
    if what not in _known:
        _known[what] = read_statuses(home, snapshot, level)
    return _known[what]


def read_statuses(home: Path, snapshot: Snapshot, level: Any) -> dict[Any, str]:
    only = list_snapshots(home).__class__((snapshot,))
    rows = light_rows(home, only, snapshot, level, None, None)
    starts = {unit.unit_id: unit.valid_from for unit in load_catalog(home.parent / "catalog").units_on(
        snapshot.cut_off_day)}  # fmt: skip
    return {key_of(row, starts): row["status"] for row in rows}


def key_of(row: dict[str, Any], starts: dict[str, Any]) -> Any:
    owner = row.get("unit_id") or row["group"]
    return owner, row["task_no"], row.get("indicator_id"), starts.get(owner)


@pytest.mark.parametrize("level", ["task", "group"])
def test_weeks_in_status_and_the_status_before_are_those_of_a_plain_count(home: Path, level: Any) -> None:
    index = list_snapshots(home)
    assert len(index.weeks()) >= 6 and len(index.all) > len(index.weeks())
    known = {snapshot.name: statuses(home, snapshot, level) for snapshot in index.all}
    lengths = set()
    for snapshot in index.all:  # older revisions too: the weeks before them count by their current revisions
        past = [known[item.name] for item in index.weeks() if item.week < snapshot.week]
        starts = {key[0]: key[3] for key in known[snapshot.name]}
        for row in light_rows(home, index, snapshot, level, None, None):
            expected = weeks_in_status([*past, known[snapshot.name]], key_of(row, starts))
            assert (row["weeks_in_status"], row["previous_status"]) == expected, (snapshot.name, row)
            lengths.add(row["weeks_in_status"])
    assert {1, 2, 3} <= lengths


def test_counts_of_the_weeks_before_are_of_the_units_shown_and_not_of_an_earlier_life_of_their_code(home: Path) -> None:
    weeks = list_snapshots(home).weeks()
    units = load_catalog(home.parent / "catalog").units_on(weeks[-1].cut_off_day)
    rows = Warehouse(home).run(
        OverviewCount,
        files=files_of(weeks, "task_lights"),
        cut_off_days=[snapshot.cut_off_day for snapshot in weeks],
        units=[unit.unit_id for unit in units],
        alive_from=[unit.valid_from for unit in units],
        tasks=[1],
    )
    lives, every, counted = {(unit.unit_id, unit.valid_from) for unit in units}, 0, {}
    for snapshot in weeks:
        lights = [(key, status) for key, status in statuses(home, snapshot, "task").items() if key[1] == 1]
        every += len(lights)
        counted[str(snapshot.week)] = Counter(status for key, status in lights if (key[0], key[3]) in lives)
    assert {row.week: {status: row.of(status) for status in COUNTED} for row in rows} == {
        week: {status: found[status] for status in COUNTED} for week, found in counted.items()
    }
    assert sum(sum(found.values()) for found in counted.values()) < every  # the earlier S3 is not counted


def test_a_late_correction_shows_at_once_in_the_weeks_after_it(tmp_path: Path) -> None:
    catalog, home = load_catalog(write_catalogue(catalogue(), tmp_path / "catalog")), tmp_path / "home"
    for week, value in (("2023-W40", 95), ("2023-W41", 70), ("2023-W42", 95)):
        publish_week(home, catalog, week, [seen("S1", str(ReportWeek.parse(week).day(4)), value, 100)])
    assert last_light(home) == ("green", 1, "red")
    publish_week(home, catalog, "2023-W41", [seen("S1", "2023-10-12", 95, 100)], reason="mistyped")
    assert last_light(home) == ("green", 3, "green")


def last_light(home: Path) -> tuple[str, int, str]:
    index = list_snapshots(home)
    row = light_rows(home, index, index.all[-1], "task", "S1", 1)[0]
    return row["status"], row["weeks_in_status"], row["previous_status"]


def test_a_light_never_tells_source_and_note_of_a_figure_it_was_not_judged_by(tmp_path: Path) -> None:
    """A snapshot may hold a figure of an earlier life of a code: an observation, and no figure of the unit."""
    catalog = load_catalog(write_catalogue(TABLES, tmp_path / "catalog"))
    rows = [seen("S3", "2023-02-10", 1, 100), seen("S1", "2023-02-15", 2, 100)]
    snapshot = publish_week(tmp_path / "home", catalog, "2023-W07", rows)
    files = {table: files_of([snapshot], table) for table in ("lights", "observations")}
    told = {
        name: [
            (row.status, row.source)
            for row in Warehouse(tmp_path / "home").run(UnitLight, **files, unit_id=name, task_no=1)
        ]
        for name in ("S1", "S3")
    }
    assert told == {"S1": [("red", "test.csv")], "S3": [("missing", None)]}
