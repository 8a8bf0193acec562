"""Another letter is only other CSV files: the whole chain on an invented one of 2 levels, 3 tasks and 5 units."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from scorecard.catalog import load_catalog
from scorecard.settings import ROOT
from tests.catalogs.catalogue_rows import (
    catalogue,
    indicator,
    seen,
    target,
    task,
    unit,
    write_catalogue,
    write_observations,
)
from tests.cli.command_line import Scorecard
from tests.homes.small_home import publish_week
from tests.plain import plain_groups, plain_rule
from tests.ui.conftest import html_of
from tests.ui.readers import STEWARD, read_as

WEEK, DAY = "2025-W20", dt.date(2025, 5, 16)
BOTH = "department;district"
TABLES = catalogue(
    tasks=[task(2, title="Roads", applies_to=BOTH), task(5, title="Schools", applies_to=BOTH),
           task(9, title="Harbours", applies_to="district")],
    units=[unit("X-1", name="Ministry of Roads"), unit("X-2", name="Ministry of Schools"),
           *(unit(f"Y{number}", "district", name=f"County {number}") for number in (1, 2, 3))],
    indicators=[indicator("ROADS", task_no="2", applies_to=BOTH), indicator("PUPILS", task_no="5", applies_to=BOTH),
                indicator("LOST", task_no="5", applies_to=BOTH, measure="count", direction="lower"),
                indicator("QUAYS", task_no="9", applies_to="district")],
    targets=[target(indicator_id="ROADS"), target(indicator_id="PUPILS", green="50", amber="40"),
             target(indicator_id="LOST", green="0", amber="2"), target("Y3", indicator_id="QUAYS")],
)  # fmt: skip
FIGURES = [
    seen("X-1", "2025-05-15", 9, 10, "ROADS"), seen("X-2", "2025-05-15", 17, 20, "ROADS"),
    seen("Y1", "2025-05-15", 1, 20, "ROADS"), seen("Y2", "2025-01-15", 20, 20, "ROADS"),
    seen("Y1", "2025-05-15", 5, 10, "PUPILS"), seen("Y1", "2025-05-15", 3, None, "LOST"),
    seen("Y2", "2025-05-16", 0, 0, "QUAYS"), seen("Y3", "2025-05-16", 95, 100, "QUAYS"),
]  # fmt: skip


@pytest.fixture(scope="module")
def scorecard(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    """The invented letter with one published week."""
    folder = tmp_path_factory.mktemp("letter")
    ready = Scorecard(folder / "home", write_catalogue(TABLES, folder / "catalog"))
    ran = ready("ingest", write_observations(FIGURES, folder / "f.csv"), "--week", WEEK)
    assert ran.code == 0, ran.said
    return ready


EXPECTED = {
    "indicator": (plain_rule.lights, ("unit_id", "indicator_id")),
    "task": (plain_rule.task_lights, ("unit_id", "task_no")),
    "group": (plain_groups.group_lights, ("group_id", "task_no", "indicator_id")),
}


@pytest.mark.parametrize("level", EXPECTED)
def test_its_lights_are_those_of_the_plain_rule(scorecard: Scorecard, level: str) -> None:
    rule, keys = EXPECTED[level]
    rows = scorecard("lights", "--week", WEEK, "--level", level, "--format", "json").json()
    found = {tuple(row["group" if key == "group_id" else key] for key in keys): row["status"] for row in rows}
    expected = {tuple(row[key] for key in keys): row["status"] for row in rule(TABLES, FIGURES, DAY)}
    assert found == expected
    assert set(found.values()) >= ({"green", "red", "missing"} if level != "group" else {"missing"})


def test_its_home_is_sound_and_its_demo_runs(scorecard: Scorecard, tmp_path: Path) -> None:
    assert scorecard("verify").code == 0
    demo = Scorecard(tmp_path / "demo", scorecard.catalog)
    assert demo("demo", "--weeks", 4, "--end", WEEK).code == 0
    assert len(demo("weeks", "--format", "json").json()) >= 4


@pytest.fixture(autouse=True)
def steward(monkeypatch: pytest.MonkeyPatch) -> None:
    read_as(monkeypatch, STEWARD)


def test_its_overview_shows_its_units_and_tasks(scorecard: Scorecard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCORECARD_HOME", str(scorecard.home))
    page = AppTest.from_file(str(ROOT / "scorecard" / "ui" / "main.py"), default_timeout=60).run()
    assert not page.exception
    html = str([block.proto for block in page.main])
    assert all(name in html for name in ("Ministry of Roads", "County 3", "Harbours", "Schools"))


@pytest.mark.parametrize("page", ["task", "district", "unit", "briefing"])
def test_every_page_opens_on_it(scorecard: Scorecard, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    html = html_of(scorecard.home, monkeypatch, page=page)
    assert "sc-head" in html and "Traceback" not in html


def test_a_letter_without_districts_is_told_so_on_the_page_of_districts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = load_catalog(write_catalogue(catalogue(), tmp_path / "catalog"))
    publish_week(tmp_path / "home", catalog, "2023-W42", [seen("S1", "2023-10-19", 9, 10)])
    html = html_of(tmp_path / "home", monkeypatch, page="district")
    assert "sc-message" in html and html.count("sc-head") == 1
