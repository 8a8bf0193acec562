"""A threshold made for the end of a year judges the next one too, unless a row of 1 January ends it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scorecard.briefing.readiness import rehearse
from scorecard.catalog import Target, load_catalog
from scorecard.catalog.running_on import find_running_on, named
from scorecard.snapshots.index import list_snapshots
from tests.catalogs.catalogue_rows import Row, catalogue, indicator, seen, target, write_catalogue
from tests.cli.command_line import Scorecard
from tests.homes.small_home import publish_week
from tests.house.project_files import ROOT


def rows(days: str, scope: str = "*", indicator_id: str = "I1") -> list[Row]:
    """A threshold for every day; one with a trailing `-` is blank and ends the rule."""
    blank = {"green": "", "amber": ""}
    return [
        target(scope, effective_from=day.rstrip("-"), indicator_id=indicator_id)
        | (blank if day.endswith("-") else {"green": "50", "amber": "40"})
        for day in days.split()
    ]


TWO = "2023-01-01 2023-12-25"
CASES: list[tuple[str, list[Row], list[tuple[str, int]]]] = [
    ("year_to_date", rows(TWO), [("*", 2023)]),
    ("year_to_date", rows("2023-03-31 2023-06-30 2023-09-30"), [("*", 2023)]),
    ("year_to_date", rows(f"{TWO} 2024-01-01"), []),
    ("year_to_date", rows(f"{TWO} 2024-01-01-"), []),
    ("year_to_date", rows(f"{TWO} 2024-01-02"), [("*", 2023)]),
    ("year_to_date", rows(f"{TWO} 2025-01-01"), [("*", 2023)]),
    ("year_to_date", rows(f"{TWO} 2023-12-31-"), []),
    ("year_to_date", rows("2023-12-25"), []),
    ("year_to_date", rows("2023-01-01 2024-06-30"), []),
    ("year_to_date", rows("2023-01-01- 2023-12-25"), []),
    ("year_to_date", [*rows("2023-01-01"), *rows("2023-12-25", "district")], []),
    ("year_to_date", [*rows(TWO), *rows("2024-01-01", "district")], [("*", 2023)]),
    ("year_to_date", [*rows(TWO), *rows(TWO, "area")], [("*", 2023), ("area", 2023)]),
    ("year_to_date", rows(f"{TWO} 2024-06-30 2024-12-25"), [("*", 2023), ("*", 2024)]),
    ("state", rows(TWO), []),
    ("period", rows(TWO), []),
]


def plainly(targets: tuple[Target, ...]) -> list[tuple[str, int]]:
    """The same said again: year by year, whether the last of two thresholds still holds on the first of January."""
    found = []
    for scope in {row.scope for row in targets}:
        own = [row for row in targets if row.scope == scope]
        for year in range(2020, 2030):
            steps = [row for row in own if dt.date(year, 1, 1) <= row.effective_from <= dt.date(year, 12, 31)]
            new_year = max((row for row in own if row.effective_from <= dt.date(year + 1, 1, 1)), default=None, key=day)
            if len([row for row in steps if row.green is not None]) >= 2 and new_year in steps and new_year.green:
                found.append((scope, year))
    return sorted(found)


def day(row: Target) -> dt.date:
    """What rows are ordered by."""
    return row.effective_from


@pytest.mark.parametrize(("period", "targets", "wanted"), CASES)
def test_every_scope_without_a_row_of_new_year_is_found(
    tmp_path: Path, period: str, targets: list[Row], wanted: list[tuple[str, int]]
) -> None:
    tables = catalogue(indicators=[indicator(period=period)], targets=targets)
    catalog = load_catalog(write_catalogue(tables, tmp_path / "catalog"))
    found = sorted((one.scope, one.year) for one in find_running_on(catalog))
    assert found == wanted
    assert found == (plainly(catalog.targets) if period == "year_to_date" else [])


def test_the_check_says_it_in_one_line_and_is_no_error(tmp_path: Path) -> None:
    several = [f"I{number}" for number in range(1, 8)]
    tables = catalogue(
        indicators=[indicator(name, period="year_to_date") for name in several],
        targets=[row for name in several for row in rows(TWO, indicator_id=name)],
    )
    folder = write_catalogue(tables, tmp_path / "catalog")
    scorecard = Scorecard(tmp_path / "home", folder)
    ran = scorecard("catalog", "check", folder)
    (line,) = [line for line in ran.err.splitlines() if line.startswith("targets.csv")]
    assert ran.code == 0 and "7 chỗ" in line and "01/01" in line
    assert "I1 (*, 2023), I2 (*, 2023), I3 (*, 2023), I4 (*, 2023), I5 (*, 2023)…" in line and "I6" not in line
    assert scorecard("catalog", "check", folder, "--format", "json").json()["warnings"] == [line]
    ended = write_catalogue(tables | {"targets": rows(f"{TWO} 2024-01-01")}, tmp_path / "ended")
    ran = scorecard("catalog", "check", ended)
    assert ran.code == 0 and "targets.csv, cột" not in ran.said


@pytest.mark.parametrize(
    ("days", "week", "as_of", "said"),
    [
        ("2023-06-01 2023-12-25", "2022-W51", "2022-12-20", False),
        ("2023-06-01 2023-12-25", "2022-W52", "2022-12-28", True),  # its Sunday is 1 January
        ("2023-06-01 2023-12-25", "2023-W42", "2023-10-19", True),
        ("2023-06-01 2023-12-25", "2024-W42", "2024-10-17", True),  # still judged by what was made for 2023
        ("2023-06-01 2023-12-25 2024-03-04", "2024-W09", "2024-02-29", True),
        ("2023-06-01 2023-12-25 2024-03-04", "2024-W10", "2024-03-07", False),
        ("2023-06-01 2023-12-25 2024-01-01-", "2023-W42", "2023-10-19", False),
    ],
)
def test_the_rehearsal_says_it_of_a_week_such_a_threshold_judges(
    tmp_path: Path, days: str, week: str, as_of: str, said: bool
) -> None:
    tables = catalogue(indicators=[indicator(period="year_to_date")], targets=rows(days))
    catalog, home = load_catalog(write_catalogue(tables, tmp_path / "catalog")), tmp_path / "home"
    publish_week(home, catalog, week, [seen("S1", as_of, 9, 10)])
    index = list_snapshots(home)
    found = [row for row in rehearse(home, index, index.weeks()[-1]) if row.kind == "runs_on"]
    assert [row.blocking for row in found] == [False] * said
    assert all("1 ngưỡng" in row.finding and "I1 (*, 2023)" in row.finding for row in found)


def test_the_catalogue_of_2023_has_two_such_thresholds() -> None:
    catalog = load_catalog(ROOT / "tests" / "catalogs" / "2023")
    assert named(find_running_on(catalog)) == "NV7.1 (*, 2025), NV7.3 (*, 2025)"
