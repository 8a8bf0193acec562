"""`catalog check`: a changed catalogue is looked at before anyone adopts it; nothing is written."""

from __future__ import annotations

import copy
import csv
import datetime as dt
import io
from pathlib import Path

import pytest

from scorecard.catalog import load_catalog
from scorecard.publishing.carried_forward import read_observations
from scorecard.publishing.judge import judge
from scorecard.snapshots.index import list_snapshots
from tests.catalogs.catalogue_rows import Rows, computed, indicator, mapped, moved, target, unit, write_catalogue
from tests.cli.command_line import Scorecard
from tests.follow_up.asked import ask, move
from tests.homes import chase_home as chase
from tests.homes.chase_home import TABLES as CHASED
from tests.homes.chase_home import chase_home
from tests.homes.folders import contents
from tests.homes.small_home import TABLES, small_home

NEW = {
    "targets": [target(green="96", amber="80"), *TABLES["targets"][1:]],
    "units": [*TABLES["units"][:-1], unit("S3")],
    "computed": [computed("I4")],
    "indicators": [*TABLES["indicators"], indicator("I4", applies_to="department", only_unit="S1")],
    "cut_offs": [moved()],
    "columns": [mapped("Unit", "unit_id")],
    "pairs": [{"in_time": "I1", "done": "I4", "note": ""}],
    "unit_aliases": [{"unit_id": "S1", "alias": "One", "note": ""}],
}


@pytest.fixture(scope="module")
def scorecard(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    folder = tmp_path_factory.mktemp("check")
    return Scorecard(small_home(folder), folder / "catalog")


def changed(folder: Path, **tables: list[dict[str, str]]) -> Path:
    return write_catalogue(copy.deepcopy(TABLES) | tables, folder / "changed")


def statuses(home: Path, catalog: Path) -> dict[tuple[str, int, str | None], str]:
    """Every status of the last week judged by a catalogue, units and groups together."""
    snapshot = list_snapshots(home).weeks()[-1]
    judgement = judge(load_catalog(catalog), read_observations(snapshot), snapshot.cut_off_day)
    rows = [row for name in ("lights", "task_lights", "group_lights") for row in judgement.rows(name)]
    return {
        (row.get("unit_id") or row["group_id"], row["task_no"], row.get("indicator_id")): row["status"] for row in rows
    }


def test_the_lights_that_would_change_are_those_two_judgements_differ_in(scorecard: Scorecard, tmp_path: Path) -> None:
    folder = changed(tmp_path, targets=NEW["targets"])
    old, new = statuses(scorecard.home, scorecard.catalog), statuses(scorecard.home, folder)
    wanted = {key: (old[key], new[key]) for key in old if old[key] != new[key]}
    assert {key[0] for key in wanted} >= {"S1"} and ("S1", 1, None) in wanted
    found = scorecard("catalog", "check", folder, "--format", "json").json()
    assert (found["valid"], found["week"], found["revision"]) == (True, "2023-W42", 2)
    rows = {
        (row["id"], row["task_no"], row["indicator_id"]): (row["status_before"], row["status"])
        for row in found["lights"]
    }
    assert rows == wanted
    assert {row["level"] for row in found["lights"]} <= {"unit", "group"}


@pytest.mark.parametrize(
    ("unit_id", "due", "moves", "state"),
    [
        ("S2", dt.date(2023, 10, 20), [], "asked"),
        ("S2", dt.date(2023, 10, 19), [], "lacking"),
        ("S2", dt.date(2023, 10, 19), ["cancel"], None),
        ("S2", None, [], None),
        ("S1", dt.date(2023, 10, 19), [], "asked"),  # green as published: nothing to explain
    ],
)
def test_a_changed_light_says_what_became_of_its_explanation(
    tmp_path: Path, unit_id: str, due: dt.date | None, moves: list[str], state: str | None
) -> None:
    scorecard = Scorecard(small_home(tmp_path), tmp_path / "catalog")
    if due:
        matter_id = ask(scorecard.home, unit_id, 1, due)
        for name in moves:
            move(scorecard.home, matter_id, name, text="Thôi")
    rules = target(green="96", amber="80") if unit_id == "S1" else target(green="1", amber="1")
    folder = changed(tmp_path, targets=[rules, *TABLES["targets"][1:]])
    rows = scorecard("catalog", "check", folder, "--format", "json").json()["lights"]
    assert {
        row["explanation"] for row in rows if (row["level"], row["id"], row["task_no"]) == ("unit", unit_id, 1)
    } == {state}
    assert {row["explanation"] for row in rows if row["level"] == "group"} <= {None}


def test_what_was_accepted_in_a_case_that_ended_is_not_said_of_the_light_of_today(tmp_path: Path) -> None:
    home, _ = chase_home(tmp_path)
    for unit_id in ("S1", "S2"):  # S1 was green for four weeks since, S2 is red all the time
        matter_id = chase.ask(home, unit_id, 1, "2023-09-29", "2023-W38")
        chase.answer(home, matter_id, unit_id, "2023-09-30", "2023-W38")
        chase.accept(home, matter_id, "2023-W38")
    rules = copy.deepcopy(CHASED) | {"targets": [target(green="10", amber="5"), *CHASED["targets"][1:]]}
    scorecard = Scorecard(home, tmp_path / "catalog")
    folder = write_catalogue(rules, tmp_path / "changed")
    rows = scorecard("catalog", "check", folder, "--format", "json").json()["lights"]
    found = {row["id"]: row["explanation"] for row in rows if row["level"] == "unit" and row["task_no"] == 1}
    assert (found["S1"], found["S2"]) == (None, "accepted")


def test_a_group_whose_threshold_changes_is_listed(scorecard: Scorecard, tmp_path: Path) -> None:
    tables: Rows = copy.deepcopy(TABLES)
    rules = next(row for row in tables["settings"] if row["key"] == "coverage_floor_percent")
    rules["value"] = "10"
    found = scorecard("catalog", "check", write_catalogue(tables, tmp_path / "c"), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(found.out)))
    assert rows and {row["level"] for row in rows} == {"group"} and rows[0]["status_before"] == "missing"
    assert "settings.csv" in found.err and "settings.csv" not in found.out


def test_rows_are_counted_by_file(scorecard: Scorecard, tmp_path: Path) -> None:
    columns = [mapped("Unit", "unit_id"), mapped("Done", "numerator", "I3")]
    found = scorecard("catalog", "check", changed(tmp_path, **(NEW | {"columns": columns})), "--format", "json").json()
    counts = {row["file"]: (row["added"], row["removed"], row["changed"]) for row in found["files"]}
    assert {file: count for file, count in counts.items() if any(count)} == {
        "targets.csv": (0, 0, 1),
        "units.csv": (1, 1, 0),
        "indicators.csv": (1, 0, 0),
        "computed.csv": (1, 0, 0),
        "cut_offs.csv": (1, 0, 0),
        "columns.csv": (2, 0, 0),
        "pairs.csv": (1, 0, 0),
        "unit_aliases.csv": (1, 0, 0),
    }
    assert len(counts) == 11


def test_a_unit_that_is_new_or_gone_has_a_light_on_one_side(scorecard: Scorecard, tmp_path: Path) -> None:
    found = scorecard("catalog", "check", changed(tmp_path, units=NEW["units"]), "--format", "json").json()
    sides = {(row["id"], row["status_before"], row["status"]) for row in found["lights"] if row["indicator_id"] is None}
    assert ("S3", None, "missing") in sides and any(row[0] == "D2" and row[2] is None for row in sides)


def test_a_figure_that_changes_under_the_same_light_is_not_listed(scorecard: Scorecard, tmp_path: Path) -> None:
    units = [row for row in TABLES["units"] if row["unit_id"] != "S2"]
    rows = scorecard("catalog", "check", changed(tmp_path, units=units), "--format", "json").json()["lights"]
    assert rows and all(row["status_before"] != row["status"] for row in rows)


def test_the_catalogue_in_force_changes_nothing(scorecard: Scorecard) -> None:
    before = contents(scorecard.home)
    ran = scorecard("catalog", "check", scorecard.catalog)
    assert ran.code == 0 and "Giống danh mục đang dùng" in ran.out and "0 đèn sẽ đổi" in ran.out
    assert contents(scorecard.home) == before


@pytest.mark.parametrize("form", ["table", "json"])
def test_an_invalid_catalogue_is_said_to_be_so(scorecard: Scorecard, tmp_path: Path, form: str) -> None:
    ran = scorecard("catalog", "check", changed(tmp_path, targets=[target(green="much")]), "--format", form)
    assert ran.code == 1 and "targets.csv, dòng 2, cột green" in ran.said
    if form == "json":
        assert ran.json()["valid"] is False and len(ran.json()["problems"]) == 2


def test_a_folder_that_is_not_there_is_wrong_use(scorecard: Scorecard, tmp_path: Path) -> None:
    assert scorecard("catalog", "check", tmp_path / "nowhere").code == 2
    assert scorecard("catalog", "check").code == 2


def test_without_a_week_or_a_valid_catalogue_in_force_it_still_answers(scorecard: Scorecard, tmp_path: Path) -> None:
    broken = write_catalogue(TABLES | {"tasks": []}, tmp_path / "broken")
    ran = Scorecard(tmp_path / "none", broken)("catalog", "check", scorecard.catalog)
    assert ran.code == 0 and "Chưa có tuần nào" in ran.err and "tasks.csv" in ran.err
    assert not (tmp_path / "none").exists()
