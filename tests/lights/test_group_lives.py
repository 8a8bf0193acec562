"""A group whose members changed by more than a renaming is another group: its line breaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import archived_catalog, load_catalog
from scorecard.lights.group_lives import regrouped, unbroken
from scorecard.lights.rows import CorrectedWeek, GroupTrend
from scorecard.lights.trend import Series, TrendBuilder
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.snapshots.warehouse import Warehouse, files_of
from scorecard.ui.data.senders_panel import weeks_late
from tests.catalogs.catalogue_rows import Row, catalogue, seen, write_catalogue
from tests.homes.lives_home import NEW, OLD, TABLES, UNITS, lives_catalog, lives_home, rows_of
from tests.homes.small_home import publish_week

# group -> the weeks in which it has other members than in the published week before
GROUPS: list[tuple[str, list[str]]] = [
    ("province", ["2024-W07"]),
    ("level:department", []),
    ("level:district", ["2024-W07"]),  # 466 was dissolved
    ("level:commune", ["2024-W07"]),  # the codes are the same, the communes are not
    ("area:461", ["2024-W07"]),
    ("communes:461", ["2024-W07"]),
    ("area:465", ["2024-W07"]),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lives_home(tmp_path_factory.mktemp("groups"), 3)


def weeks_of(home: Path, group: str) -> tuple[list[str], list[str]]:
    """Where the line of a group breaks, and the weeks since the last break."""
    history = list_snapshots(home).weeks()
    kept = lambda version: archived_catalog(home, version)  # noqa: E731
    return [str(week) for week in regrouped(history, group, kept)], [
        str(item.week) for item in unbroken(history, group, kept)
    ]


@pytest.mark.parametrize(("group", "breaks"), GROUPS)
def test_the_line_of_a_group_breaks_where_its_members_changed(home: Path, group: str, breaks: list[str]) -> None:
    found, since = weeks_of(home, group)
    assert found == breaks
    assert since == (["2024-W07", "2024-W08"] if breaks else ["2024-W06", "2024-W07", "2024-W08"])


def test_another_name_breaks_nothing(tmp_path: Path) -> None:
    for week, name in (("2024-W07", "Xã Mới"), ("2024-W08", "Phường Mới")):
        units: list[Row] = [row | ({"name": name} if row["name"] == "Xã Mới" else {}) for row in UNITS]
        tables = TABLES | {"units": units}
        publish_week(tmp_path / "home", load_catalog(write_catalogue(tables, tmp_path / name)), week, rows_of(week))
    assert weeks_of(tmp_path / "home", "province") == ([], ["2024-W07", "2024-W08"])


def test_the_trend_of_a_district_has_no_week_of_an_earlier_district_of_its_code(tmp_path: Path) -> None:
    units = [row | {"valid_to": "2024-02-15"} if row["unit_id"] == "461" else row for row in UNITS[:3]]
    units += [UNITS[1] | {"valid_from": "2024-02-16"}]
    units[2] = units[2] | {"valid_to": "2024-02-15"}
    catalog = load_catalog(write_catalogue(catalogue(units=units), tmp_path / "catalog"))
    for week, day in (("2024-W06", "2024-02-08"), ("2024-W07", "2024-02-16")):
        publish_week(tmp_path / "home", catalog, week, [seen("461", day, 1, 2)])
    weeks = list_snapshots(tmp_path / "home").weeks()
    days = [item.cut_off_day for item in weeks]
    rows = Warehouse(tmp_path / "home").run(
        GroupTrend, files=files_of(weeks, "group_lights"), cut_off_days=days, groups=["area:461"], indicator_id="I1"
    )
    assert [row.week for row in rows] == ["2024-W07"]


def test_a_line_is_drawn_in_two_pieces_around_a_break(home: Path) -> None:
    weeks: list[Snapshot] = list_snapshots(home).weeks()
    rows = Warehouse(home).run(
        GroupTrend,
        files=files_of(weeks, "group_lights"),
        cut_off_days=[item.cut_off_day for item in weeks],
        groups=["province"],
        indicator_id="I1",
    )
    by_week = {item.week: row for item, row in zip(weeks, rows, strict=True)}
    builder = TrendBuilder(lives_catalog(home).indicators[0], [item.week for item in weeks])
    pieces = {}
    for breaks in ((), (weeks[1].week,)):
        drawn: Any = builder.build([Series("Toàn tỉnh", by_week, "", broken=frozenset(breaks))])
        pieces[len(breaks)] = [len(path.split()) for path in drawn.lines[0].paths], len(drawn.lines[0].dots)
    assert pieces == {0: ([3], 0), 1: ([2], 1)}


CORRECTED = [
    # since when the unit lives -> the corrected weeks that are its own
    (OLD, ["2024-W06", "2024-W07"]),
    (NEW, ["2024-W07"]),
]


@pytest.mark.parametrize(("since", "weeks"), CORRECTED)
def test_a_week_in_which_the_earlier_bearer_of_a_code_was_corrected_is_not_named(
    tmp_path: Path, since: Any, weeks: list[str]
) -> None:
    home = lives_home(tmp_path)
    for week, day in (("2024-W06", "2024-02-08"), ("2024-W07", "2024-02-16")):
        publish_week(home, lives_catalog(home), week, [seen("19330", day, 50, 100)], reason="typed wrong")
    read = list_snapshots(home).all
    rows = Warehouse(home).run(
        CorrectedWeek,
        files=files_of(read, "lights"),
        cut_off_days=[item.cut_off_day for item in read],
        units=["19330"],
        alive_from=[since],
        indicator_id=None,
    )
    assert [row.week for row in rows] == weeks


def test_a_unit_is_late_for_weeks_of_its_own_life_only(home: Path) -> None:
    weeks = list_snapshots(home).weeks()
    of_day = {unit.unit_id: unit for unit in lives_catalog(home).units_on(NEW)}
    sent: list[tuple[str, ...]] = [("19330",), (), ()]
    of_week = [
        item.manifest.model_copy(update={"sent_in_time": names}) for item, names in zip(weeks, sent, strict=True)
    ]
    never = [Snapshot(item.folder, item.week, told, "") for item, told in zip(weeks, of_week, strict=True)]
    assert weeks_late(never, of_day["S1"]) == 3
    assert weeks_late(never, of_day["19330"]) == 2  # what was sent in time before was another's
