"""The runs of lights that the ladder climbs by: against weeks put together one by one in plain Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import load_catalog
from scorecard.follow_up.work_list.work_list import read_stretches
from scorecard.lights.rows import StatusRun
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.snapshots.warehouse import Warehouse, files_of
from tests.catalogs.catalogue_rows import catalogue, seen, unit, write_catalogue
from tests.homes.small_home import publish_week
from tests.plain.plain_ladder import runs_of
from tests.queries.test_history import home, statuses

assert home  # the fixture: twelve weeks with random figures, gaps and corrections


def plain_runs(home: Path, history: list[Snapshot]) -> dict[Any, list[tuple[int, int, str]]]:
    """By unit and task the runs of whoever has a light in the last week, in the life of its code then."""
    weeks = [statuses(home, snapshot, "task") for snapshot in history]
    return {
        (unit_id, task_no): runs_of([week.get((unit_id, task_no, item, since)) for week in weeks])
        for unit_id, task_no, item, since in weeks[-1]
    }


def runs(home: Path, history: list[Snapshot]) -> dict[Any, list[tuple[int, int, str]]]:
    found = read_stretches(Warehouse(home).run, history)
    return {key: [(run.first, run.last, run.status) for run in rows] for key, rows in found.items()}


def test_the_runs_up_to_any_week_are_those_of_a_plain_walk(home: Path) -> None:
    weeks = list_snapshots(home).weeks()
    lengths = set()
    for end in range(1, len(weeks) + 1):
        for begin in {0, max(0, end - 3)}:  # the whole history, and one that is cut off at its beginning
            history = weeks[begin:end]
            expected = plain_runs(home, history)
            assert runs(home, history) == expected, (begin, end)
            lengths |= {last - first for rows in expected.values() for first, last, _ in rows}
    assert {0, 1, 2} <= lengths


def test_a_life_of_a_code_begins_anew_and_the_one_before_is_chased_no_more(tmp_path: Path) -> None:
    units = [unit("S1"), unit("S2", valid_to="2023-10-15"), unit("S2", valid_from="2023-10-16")]
    catalog, home = load_catalog(write_catalogue(catalogue(units=units), tmp_path / "catalog")), tmp_path / "home"
    for number in (40, 41, 42, 43):
        rows = [seen(unit_id, f"2023-10-{number * 7 - 275:02}", 1, 100) for unit_id in ("S1", "S2")]
        publish_week(home, catalog, f"2023-W{number}", rows)
    history = list_snapshots(home).weeks()
    assert runs(home, history) == {("S1", 1): [(1, 4, "red")], ("S2", 1): [(3, 4, "red")]}
    assert runs(home, history[:2]) == {("S1", 1): [(1, 2, "red")], ("S2", 1): [(1, 2, "red")]}


def test_weeks_nobody_published_neither_count_nor_break_a_run(tmp_path: Path) -> None:
    catalog, home = load_catalog(write_catalogue(catalogue(), tmp_path / "catalog")), tmp_path / "home"
    for week, value in (("2023-W38", 1), ("2023-W41", 1), ("2023-W42", 95), ("2023-W44", 1)):
        day = {"2023-W38": "2023-09-21", "2023-W41": "2023-10-12", "2023-W42": "2023-10-19", "2023-W44": "2023-11-02"}
        publish_week(home, catalog, week, [seen("S1", day[week], value, 100)])
    assert runs(home, list_snapshots(home).weeks()) == {("S1", 1): [(1, 2, "red"), (3, 3, "green"), (4, 4, "red")]}


def test_a_late_correction_changes_the_runs_of_the_weeks_after_it(tmp_path: Path) -> None:
    catalog, home = load_catalog(write_catalogue(catalogue(), tmp_path / "catalog")), tmp_path / "home"
    for week, day in (("2023-W41", "2023-10-12"), ("2023-W42", "2023-10-19")):
        publish_week(home, catalog, week, [seen("S1", day, 1, 100)])
    assert runs(home, list_snapshots(home).weeks()) == {("S1", 1): [(1, 2, "red")]}
    publish_week(home, catalog, "2023-W41", [seen("S1", "2023-10-12", 95, 100)], reason="mistyped")
    assert runs(home, list_snapshots(home).weeks()) == {("S1", 1): [(1, 1, "green"), (2, 2, "red")]}


@pytest.mark.parametrize(("unit_id", "task_no"), [("S1", None), (None, 1), ("S1", 1)])
def test_one_unit_or_one_task_gives_the_same_rows_as_all(home: Path, unit_id: str | None, task_no: int | None) -> None:
    history = list_snapshots(home).weeks()
    days = [snapshot.cut_off_day for snapshot in history]
    run = Warehouse(home).run
    given = {"files": files_of(history, "task_lights"), "cut_off_days": days}
    every = run(StatusRun, **given, unit_id=None, task_no=None)
    some = run(StatusRun, **given, unit_id=unit_id, task_no=task_no)
    assert some == [row for row in every if unit_id in (None, row.unit_id) and task_no in (None, row.task_no)]
    assert some
