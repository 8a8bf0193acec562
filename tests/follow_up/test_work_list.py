"""The work list over a small home of three weeks: who is on it, on which step, in which order, and what was closed."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.catalog.scope import Scope
from scorecard.follow_up.matters.matter import About, Matter, MoveMade, Told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.work_list.work_list import WorkList, read_work_list
from scorecard.lights.gap_to_green import gap_of
from scorecard.lights.rows import IndicatorLight
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.warehouse import Warehouse
from tests.catalogs.catalogue_rows import catalogue, indicator, rung, seen, target, task, unit, write_catalogue
from tests.follow_up.writers import NOW, WEEK
from tests.homes.small_home import publish_week
from tests.lights.made_rows import made

LADDER = [rung("red", weeks, weeks, f"Step {weeks}") for weeks in (1, 2, 3)] + [
    rung("missing", weeks, weeks, f"Step {weeks}") for weeks in (1, 2, 3)
]
TABLES = catalogue(
    tasks=[task(1), task(2)],
    units=[unit(f"S{number}") for number in (1, 2, 3, 4)],
    indicators=[indicator("I1"), indicator("I2", task_no="2", measure="count", direction="lower", core="true"),
                indicator("I3", core="false")],
    targets=[target(), target(green="5", amber="8", indicator_id="I2"), target(indicator_id="I3")],
    ladder=LADDER,
)  # fmt: skip
# week, and who sent what in it; figures are carried forward
SENT = [
    ("2023-W40", "2023-10-05", [("S1", 45, 100, "I1"), ("S2", 95, 100, "I1"), ("S2", 4, None, "I2"),
                                ("S4", 1, 100, "I1"), ("S4", 4, None, "I2"), ("S1", 1, 100, "I3")]),
    ("2023-W41", "2023-10-12", [("S2", 85, 100, "I1"), ("S1", 10, None, "I2")]),
    ("2023-W42", "2023-10-19", [("S2", 72, 100, "I1"), ("S4", 95, 100, "I1")]),
]  # fmt: skip
# unit, task, status, the week before, weeks, step, gap, weight; worst first
CHASED: list[tuple[Any, ...]] = [
    ("S3", 1, "missing", "missing", 3, 3, Fraction(1), Fraction(6)),
    ("S3", 2, "missing", "missing", 3, 3, Fraction(1), Fraction(6)),
    ("S1", 1, "red", "red", 3, 3, Fraction(1, 2), Fraction(9, 2)),
    ("S1", 2, "red", "red", 2, 2, Fraction(1, 2), Fraction(3)),
    ("S2", 1, "red", "amber", 1, 1, Fraction(1, 5), Fraction(3, 5)),
]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return load_catalog(write_catalogue(TABLES, tmp_path_factory.mktemp("work") / "catalog"))


@pytest.fixture(scope="module")
def home(catalog: Catalog) -> Path:
    home = catalog.folder.parent / "home"
    for week, day, rows in SENT:
        publish_week(
            home, catalog, week, [seen(unit_id, day, above, below, item) for unit_id, above, below, item in rows]
        )
    return home


def read(
    home: Path, catalog: Catalog, scope: Scope | None = None, matters: tuple[Matter, ...] = (), weeks: int = 3
) -> WorkList:
    warehouse = Warehouse(home, scope) if scope else Warehouse(home)
    return read_work_list(warehouse.run, list_snapshots(home).weeks()[:weeks], catalog, catalog.units, matters)


def test_the_list_has_everybody_who_is_chased_worst_first(home: Path, catalog: Catalog) -> None:
    rows = [
        (one.unit.unit_id, one.task_no, one.status, one.previous_status, one.standing.weeks, one.standing.step, one.gap,
         one.weight)
        for one in read(home, catalog).chased
    ]  # fmt: skip
    assert rows == CHASED
    assert [one.lacks_figures for one in read(home, catalog).chased] == [True, True, False, False, False]


def test_what_went_back_to_green_is_closed_with_the_step_it_had(home: Path, catalog: Catalog) -> None:
    (one,) = read(home, catalog).closed
    assert (one.unit.unit_id, one.task_no, one.standing.closed) == ("S4", 1, 2)
    assert (one.status, one.previous_status, one.standing.step) == ("green", "red", 0)


def test_only_what_decided_the_light_is_among_its_figures(home: Path, catalog: Catalog) -> None:
    figures = {(one.unit.unit_id, one.task_no): one.figures for one in read(home, catalog).chased}
    found = {key: [row.indicator_id for row in rows] for key, rows in figures.items()}
    assert found == {("S3", 1): ["I1"], ("S3", 2): ["I2"], ("S1", 1): ["I1"], ("S1", 2): ["I2"], ("S2", 1): ["I1"]}


def test_in_the_first_week_there_is_no_week_before(home: Path, catalog: Catalog) -> None:
    first = {(one.unit.unit_id, one.task_no): one for one in read(home, catalog, weeks=1).chased}
    assert {key: (one.previous_status, one.standing.step) for key, one in first.items()} == dict.fromkeys(
        [("S1", 1), ("S1", 2), ("S3", 1), ("S3", 2), ("S4", 1)], (None, 1)
    )


def test_a_unit_finds_itself_and_nobody_else(home: Path, catalog: Catalog) -> None:
    for unit_id in ("S1", "S2", "S3", "S4"):
        chase = read(home, catalog, Scope(frozenset({unit_id}), frozenset()))
        rows = [row[:2] for row in CHASED if row[0] == unit_id]
        assert [(one.unit.unit_id, one.task_no) for one in chase.chased] == rows
        assert {one.unit.unit_id for one in chase.closed} <= {unit_id}


def explanation(
    number: int, unit_id: str | None, state: str = "asked", since: str = "2020-01-01", task_no: int = 1
) -> Matter:
    made = MoveMade(1, NOW, WEEK, "a", "A", "ask", state, Told())
    return Matter(number, About(Kind.explanation, unit_id, dt.date.fromisoformat(since), task_no), (made,))


def test_beside_a_light_stands_the_newest_request_of_this_life_that_was_not_called_off(
    home: Path, catalog: Catalog
) -> None:
    matters = (
        explanation(1, "S1"),
        explanation(2, "S1", "accepted"),
        explanation(3, "S1", "cancelled"),
        explanation(4, "S2", since="2019-01-01"),
        explanation(5, "S3", task_no=2),
        explanation(6, None),
    )
    found = {(one.unit.unit_id, one.task_no): one.explanation for one in read(home, catalog, matters=matters).chased}
    numbers = {key: matter.matter_id if matter else None for key, matter in found.items()}
    assert numbers == {("S1", 1): 2, ("S1", 2): None, ("S2", 1): None, ("S3", 1): None, ("S3", 2): 5}


# direction, measure, status, numerator, denominator, green -> gap
GAPS: list[tuple[str, str, str, Any, Any, Any, Fraction]] = [
    ("higher", "ratio", "red", 45, 100, 90, Fraction(1, 2)),
    ("higher", "ratio", "red", 0, 100, 90, Fraction(1)),
    ("higher", "ratio", "amber", 89, 100, 90, Fraction(1, 90)),
    ("higher", "ratio", "green", 95, 100, 90, Fraction(0)),
    ("higher", "ratio", "none_arising", 0, 0, 90, Fraction(0)),
    ("higher", "ratio", "no_rule", 1, 2, None, Fraction(0)),
    ("higher", "ratio", "missing", None, None, None, Fraction(1)),
    ("higher", "ratio", "stale", 95, 100, 90, Fraction(1)),
    ("higher", "count", "red", 1, None, 4, Fraction(3, 4)),
    ("lower", "count", "red", 10, None, 5, Fraction(1, 2)),
    ("lower", "count", "red", 3, None, 0, Fraction(1)),
    ("lower", "count", "green", 0, None, 0, Fraction(0)),
    ("lower", "ratio", "red", 30, 100, 10, Fraction(2, 3)),
]


@pytest.mark.parametrize(("direction", "measure", "status", "above", "below", "green", "gap"), GAPS)
def test_the_gap_is_the_part_of_green_that_is_lacking(
    tmp_path: Path, direction: str, measure: str, status: str, above: Any, below: Any, green: Any, gap: Fraction
) -> None:
    tables = catalogue(indicators=[indicator(direction=direction, measure=measure)],
                       targets=[target(green="5", amber="5")])  # fmt: skip
    (item,) = load_catalog(write_catalogue(tables, tmp_path)).indicators
    row = made(IndicatorLight, numerator=above, denominator=below, green=green, status=status)
    assert gap_of(row, item) == gap
