"""The work list of real snapshots: who stands on it, in which order, and what of it is this week's news."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import Catalog, Unit, load_catalog
from scorecard.catalog.scope import ALL
from scorecard.database.engine import open_database, reading
from scorecard.follow_up.matters.reading import read_matters
from scorecard.follow_up.work_list.filters import Wanted, pick
from scorecard.follow_up.work_list.ladder import Standing
from scorecard.follow_up.work_list.work_list import WorkItem, WorkList, read_work_list
from scorecard.lights.status import Status
from scorecard.snapshots.index import Snapshot, SnapshotIndex, list_snapshots
from scorecard.snapshots.table_reading import read_table
from scorecard.snapshots.warehouse import Warehouse
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import seen, write_catalogue
from tests.homes.chase_home import TABLES, accept, answer, ask, chase_home, contest, withdraw
from tests.homes.small_home import publish_week

DAY = dt.date(2023, 10, 20)
SEVERITY = {"red": 3, "missing": 2, "amber": 1}


def chase_of(home: Path, catalog: Catalog, week: str = "2023-W42") -> WorkList:
    index = list_snapshots(home)
    snapshot = index.current(ReportWeek.parse(week))
    with reading(open_database(home)) as connection:
        matters = read_matters(connection, ALL, until=snapshot.week)
    units = catalog.units_on(snapshot.cut_off_day)
    return read_work_list(Warehouse(home).run, index.history(snapshot), catalog, units, matters)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Catalog]:
    return chase_home(tmp_path_factory.mktemp("chase"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Catalog]:
    """Eight weeks of figures drawn by lot; a third is not sent, and grows stale or was never there."""
    folder = tmp_path_factory.mktemp("drawn")
    catalog, lot = load_catalog(write_catalogue(TABLES, folder / "catalog")), random.Random(3)
    for number in range(35, 43):
        week = ReportWeek(2023, number)
        rows = [
            seen(unit["unit_id"], str(week.day(4)), lot.randint(0, 200), 200, indicator)
            for unit in TABLES["units"]
            for indicator in ("I1", "I2")
            if lot.random() > 0.4
        ]
        rows += [seen(name, str(week.day(4)), lot.randint(0, 7), None, "I3") for name in ("S1", "S2")]
        publish_week(folder / "home", catalog, str(week), rows)
    return folder / "home", catalog


def plain_weeks(index: SnapshotIndex, last: Snapshot) -> dict[tuple[str, int], int]:
    """For how many weeks in a row a light has had its status, counted back row by row."""
    tables = [
        {(row["unit_id"], row["task_no"]): row["status"] for row in read_table(snapshot, "task_lights").to_pylist()}
        for snapshot in reversed(index.history(last))
    ]
    counts = {}
    for key, status in tables[0].items():
        counts[key] = 0
        for table in tables:
            if table.get(key) != status:
                break
            counts[key] += 1
    return counts


def plain_gap(rows: Iterable[dict[str, Any]], status: str) -> Fraction:
    """The part of green that is lacking, of the core indicator that lacks most."""
    gaps = []
    for row in rows:
        if status == "missing" and row["status"] in ("missing", "stale"):
            gaps.append(Fraction(1))
        elif row["status"] == status:
            below = row["denominator"]
            value = Fraction(row["numerator"]) if below is None else Fraction(row["numerator"]) * 100 / Fraction(below)
            green = Fraction(row["green"])
            gaps.append((value - green) / value if row["indicator_id"] == "I2" else (green - value) / green)
    return max(gaps)


@pytest.mark.parametrize("which", ["known", "drawn"])
def test_the_list_is_sorted_by_severity_weeks_and_gap(which: str, request: pytest.FixtureRequest) -> None:
    home, catalog = request.getfixturevalue(which)
    index = list_snapshots(home)
    last = index.weeks()[-1]
    weeks, lights = plain_weeks(index, last), read_table(last, "lights").to_pylist()
    shown = chase_of(home, catalog).chased
    expected = {}
    order = [unit.unit_id for unit in catalog.units_on(last.cut_off_day)]
    for row in read_table(last, "task_lights").to_pylist():
        key = (row["unit_id"], row["task_no"])
        listed = any((light.unit.unit_id, light.task_no) == key for light in shown)
        assert listed or row["status"] not in ("red", "missing")
        assert not listed or row["status"] in SEVERITY
        if listed:
            own = [line for line in lights if (line["unit_id"], line["task_no"]) == key and line["core"]]
            weight = SEVERITY[row["status"]] * weeks[key] * plain_gap(own, row["status"])
            expected[key] = (-weight, -weeks[key], order.index(key[0]), key[1])
    assert [(light.unit.unit_id, light.task_no) for light in shown] == sorted(expected, key=expected.__getitem__)
    assert len({-key[0] for key in expected.values()}) > 4
    for light in shown:
        assert light.weight == -expected[light.unit.unit_id, light.task_no][0]


def keys(lights: Iterable[WorkItem]) -> set[tuple[str, int]]:
    return {(light.unit.unit_id, light.task_no) for light in lights}


@pytest.mark.parametrize(
    ("week", "news", "expected"),
    [
        # S1 fell from green, D1-1 came back within four weeks; S1 on task 2 is amber after red.
        ("2023-W42", "new", {("S1", 1), ("D1-1", 1)}),
        # D2 turned green, S1 on task 2 rose to amber; the figure of D1-3 came in.
        ("2023-W42", "better", {("D2", 1), ("S1", 2), ("D1-3", 1)}),
        ("2023-W41", "new", {("D1", 1)}),  # amber for three weeks: from now on it is chased
        ("2023-W40", "better", {("D1-1", 1)}),
        ("2023-W38", "new", set()),
        ("2023-W38", "better", set()),
    ],
)
def test_the_news_of_a_week(known: tuple[Path, Catalog], week: str, news: str, expected: set[tuple[str, int]]) -> None:
    assert keys(pick(chase_of(*known, week), Wanted(news=news), DAY)) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted("low"), {("S1", 1), ("S2", 1), ("D1", 1), ("D1-1", 1), ("S1", 2)}),
        (Wanted("figures"), {("D1-2", 1)}),
        (Wanted(area="D1"), {("D1", 1), ("D1-1", 1), ("D1-2", 1)}),
        (Wanted(area="D2"), set()),
        (Wanted(unit_id="S1"), {("S1", 1), ("S1", 2)}),
        (Wanted(task_no=2), {("S1", 2)}),
        (Wanted(step=3), {("S2", 1), ("S1", 2)}),
        (Wanted("low", task_no=1, area="D1", step=1), {("D1", 1)}),
    ],
)
def test_filters(known: tuple[Path, Catalog], wanted: Wanted, expected: set[tuple[str, int]]) -> None:
    assert keys(pick(chase_of(*known), wanted, DAY)) == expected


def test_promises_answers_due_and_answers_that_did_not_come(tmp_path: Path) -> None:
    home, catalog = chase_home(tmp_path)
    answer(home, ask(home, "S2", 1, "2023-10-18"), "S2", "2023-10-20")  # promised for the day itself
    answer(home, ask(home, "D1", 1, "2023-10-18"), "D1", "2023-10-21")
    ask(home, "S1", 2, "2023-10-27")
    ask(home, "D1-2", 1, "2023-10-28")
    ask(home, "D1-1", 1, "2023-10-19")
    ask(home, "D2", 1, "2023-10-19")  # turned green since: asked, and nothing to explain any more
    found = {news: keys(pick(chase_of(home, catalog), Wanted(news=news), DAY)) for news in ("promised", "due")}
    assert found == {"promised": {("S2", 1)}, "due": {("S1", 2)}}
    assert keys(pick(chase_of(home, catalog), Wanted(news="unanswered"), DAY)) == {("D1-1", 1)}


def test_what_was_explained_of_a_case_that_ended_is_not_said_of_the_next(tmp_path: Path) -> None:
    home, catalog = chase_home(tmp_path)
    old = ask(home, "S1", 1, "2023-09-29", "2023-W38")
    answer(home, old, "S1", "2023-09-30", "2023-W38")
    accept(home, old, "2023-W38")
    light = next(light for light in chase_of(home, catalog).chased if (light.unit.unit_id, light.task_no) == ("S1", 1))
    assert light.since == ReportWeek.parse("2023-W42") and light.explanation is None
    new = ask(home, "S1", 1, "2023-10-27", "2023-W42")
    light = next(light for light in chase_of(home, catalog).chased if (light.unit.unit_id, light.task_no) == ("S1", 1))
    assert light.explanation and light.explanation.matter_id == new


def test_a_light_that_is_green_since_long_keeps_its_open_request_and_lacks_no_answer(tmp_path: Path) -> None:
    home, catalog = chase_home(tmp_path)
    ask(home, "S2", 2, "2023-10-01", "2023-W38")
    chase = chase_of(home, catalog)
    assert keys(chase.waiting) == {("S2", 2)}
    assert keys(pick(chase, Wanted(news="unanswered"), DAY)) == set()


def test_what_a_unit_said_waits_to_be_looked_at_whatever_the_colour_of_its_light(tmp_path: Path) -> None:
    home, catalog = chase_home(tmp_path)
    answer(home, ask(home, "S2", 1, "2023-10-18"), "S2", "2023-10-30")  # red
    answer(home, ask(home, "D2", 1, "2023-10-18"), "D2", "2023-10-30")  # turned green this week
    answer(home, ask(home, "S2", 2, "2023-10-01", "2023-W38"), "S2", "2023-10-30")  # green since long
    ask(home, "D1", 1, "2023-10-28")  # not answered
    done = ask(home, "S1", 2, "2023-10-18")
    answer(home, done, "S1", "2023-10-30")
    accept(home, done)
    contest(home, "D1-3", 1, "I1")  # green
    withdraw(home, contest(home, "D1-1", 1, "I1"))
    chase = chase_of(home, catalog)
    expected = {("S2", 1), ("D2", 1), ("S2", 2), ("D1-3", 1)}
    assert keys(pick(chase, Wanted(news="review"), DAY)) == expected
    assert keys(pick(chase, Wanted(news="review", area="D1"), DAY)) == {("D1-3", 1)}
    every = [light for light in (*chase.chased, *chase.closed, *chase.waiting) if light.corrections]
    assert [(light.unit.unit_id, [matter.state for matter in light.corrections]) for light in every] == [
        ("D1-3", ["proposed"])
    ]


@pytest.mark.parametrize(
    ("before", "now", "is_new", "better"),
    [
        ("red", "missing", True, False),  # nobody knows whether it got better
        ("missing", "red", True, False),
        ("missing", "amber", False, True),
        ("red", "amber", False, True),
        ("amber", "red", True, False),
        ("red", "green", False, True),
        ("red", "red", False, False),
        (None, "red", False, False),
    ],
)
def test_what_fell_and_what_got_better(before: str | None, now: str, is_new: bool, better: bool) -> None:
    light = WorkItem(
        a_unit(), 1, Status(now), Status(before) if before else None, Standing(1, "Nhắc", 1, 1), (), Fraction(1)
    )
    assert (light.is_new, light.got_better) == (is_new, better)
    assert dataclasses.replace(light, entered=True).is_new


def a_unit() -> Unit:
    return Unit(unit_id="S1", name="Unit S1", level="department", valid_from="2020-01-01")  # type: ignore[arg-type]
