"""A light belongs to a life: a code that another unit bears since is compared with nobody."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from scorecard.briefing.readiness import rehearse
from scorecard.publishing.light_differences import compare_lights, count_lives, count_statuses, read_lights
from scorecard.snapshots.index import list_snapshots
from tests.catalogs.catalogue_rows import write_observations
from tests.cli.command_line import run
from tests.homes.lives_home import NEW, NEW_FIGURES, OLD, OLD_FIGURES, WEEKS, lives_home, rows_of

# What a unit bears in the second week -> what is told of it; whoever stands in neither list did not change hands.
GONE = {("19330", OLD), ("19400", OLD), ("466", OLD)}
CAME = {("19330", NEW), ("19400", NEW)}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return lives_home(tmp_path)


def test_a_unit_of_another_life_is_new_or_ended_and_never_changed(home: Path) -> None:
    first, second = list_snapshots(home).weeks()
    rows = compare_lights(read_lights(first), read_lights(second))
    told = {(row["unit_id"], row["valid_from"], row["life"]) for row in rows if row["life"]}
    assert told == {(*life, "ended") for life in GONE} | {(*life, "new") for life in CAME}
    for row in rows:
        sides = row["status_before"], row["status"]
        assert (sides[0] is None, sides[1] is None) == (row["life"] == "new", row["life"] == "ended"), row
    assert {row["unit_id"] for row in rows if row["status_before"] and row["status"]} >= {"461-1"}
    assert {row["unit_id"] for row in rows if row["life"] is None} == set(OLD_FIGURES) & set(NEW_FIGURES) - {
        "19330",
        "19400",
    }
    assert count_statuses(rows) == 2  # 461-1 on both tasks
    assert count_lives(rows) == (3, 2)


COUNTED: list[tuple[Any, ...]] = [
    # lives of one code before and now (None: no such unit) -> what the row says, how many lights changed
    (OLD, OLD, [(None, "green", "red")], 1),
    (OLD, NEW, [("ended", "green", None), ("new", None, "red")], 0),
    (OLD, None, [("ended", "green", None)], 0),
    (None, NEW, [("new", None, "red")], 0),
]


@pytest.mark.parametrize(("before", "now", "rows", "changed"), COUNTED)
def test_each_side_is_told_by_its_own_life(before: Any, now: Any, rows: Any, changed: int) -> None:
    def lights(life: Any, status: str) -> dict[str, pa.Table]:
        other = {"unit_id": "S9", "task_no": 1, "status": "red", "valid_from": OLD}
        own = [{"unit_id": "S1", "task_no": 1, "status": status, "valid_from": life}] if life else []
        return {"task_lights": pa.Table.from_pylist([other, *own])}

    found = compare_lights(lights(before, "green"), lights(now, "red"))
    assert [(row["life"], row["status_before"], row["status"]) for row in found] == rows
    assert count_statuses(found) == changed


def test_a_first_publication_is_compared_with_nothing_and_begins_no_life(home: Path) -> None:
    rows = compare_lights({}, read_lights(list_snapshots(home).weeks()[0]))
    assert rows and {row["life"] for row in rows} == {None}


def test_the_command_and_the_summary_say_how_many_units_ended_and_began(tmp_path: Path) -> None:
    home = lives_home(tmp_path)
    rows = json.loads(run("--home", home, "changes", "--week", "2024-W07", "--format", "json").out)
    told = {(row["unit_id"], row["valid_from"], row["life"]) for row in rows if row["life"]}
    assert told == {(code, str(day), "ended") for code, day in GONE} | {(code, str(day), "new") for code, day in CAME}
    assert "3 đơn vị đã kết thúc" in run("--home", home, "changes", "--week", "2024-W07").err
    other, catalog = tmp_path / "again", tmp_path / "catalog"
    for week in list(WEEKS)[:2]:
        file = write_observations(rows_of(week), tmp_path / f"{week}.csv")
        said = run("--home", other, "--catalog", catalog, "ingest", file, "--week", week).err
    assert "2 đèn nhiệm vụ đổi màu" in said and "3 đơn vị đã kết thúc, 2 đơn vị mới" in said
    assert "3 đơn vị" not in run("--home", home, "changes", "--week", "2024-W06").err


def test_a_jump_is_held_against_the_figure_of_the_same_life(home: Path) -> None:
    index = list_snapshots(home)
    found = [row.owner for row in rehearse(home, index, index.weeks()[-1]) if row.kind == "jump"]
    assert found == []  # 19330 and 19400 went from 10 to 95 only on paper
