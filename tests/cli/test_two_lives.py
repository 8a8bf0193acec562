"""One catalogue with two lives of an indicator: weeks of both are published, corrected, read and shown."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scorecard.catalog import load_catalog
from scorecard.demo.figures import build_reports
from scorecard.intake.long_form.template import load_template
from scorecard.snapshots.observation import Observation
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import (
    catalogue,
    district,
    indicator,
    paired,
    seen,
    target,
    unit,
    write_catalogue,
    write_observations,
)
from tests.cli.command_line import Scorecard
from tests.homes.made_once import made_once
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.readers import STEWARD, read_as

OLD, NEW = {"valid_from": "", "valid_to": "2023-12-31"}, {"valid_from": "2024-01-01", "valid_to": ""}
TABLES = catalogue(
    units=[unit("S1"), unit("S2"), *district("D1", 2)],
    indicators=[
        indicator(name="Old words", **OLD),
        indicator(name="New words", numerator="Other", applies_to="department;commune", **NEW),
        indicator("ENDED", measure="count", direction="lower", applies_to="department", **OLD),
        indicator("BEGUN", applies_to="department", **NEW),
    ],
    targets=[target(), target(indicator_id="ENDED", green="5", amber="7"), target(indicator_id="BEGUN")],
    pairs=[paired("I1", "ENDED")],
)
UNITS = ("S1", "S2", "D1", "D1-1", "D1-2")
DECEMBER, JANUARY = "2023-W52", "2024-W01"


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    publish_both(tmp_path)
    return Scorecard(tmp_path / "home", tmp_path / "catalog")


@made_once
def publish_both(folder: Path) -> None:
    catalog, home = load_catalog(write_catalogue(TABLES, folder / "catalog")), folder / "home"
    ended = [seen(name, "2023-12-28", 6, None, "ENDED") for name in ("S1", "S2")]
    publish_week(home, catalog, DECEMBER, [*(seen(name, "2023-12-28", 95, 100) for name in UNITS), *ended])
    publish_week(home, catalog, JANUARY, [seen("S1", "2024-01-04", 1, 10), seen("S1", "2024-01-04", 9, 10, "BEGUN")])


def lights(scorecard: Scorecard, week: str) -> dict[tuple[str, str], str]:
    rows = scorecard("lights", "--week", week, "--level", "indicator", "--format", "json").json()
    return {(row["unit_id"], row["indicator_id"]): row["status"] for row in rows}


IN_DECEMBER = {(name, "I1"): "green" for name in UNITS} | {(name, "ENDED"): "amber" for name in ("S1", "S2")}
IN_JANUARY = {
    ("S1", "I1"): "red",
    ("S1", "BEGUN"): "green",
    ("S2", "BEGUN"): "missing",
    **{(name, "I1"): "missing" for name in ("S2", "D1-1", "D1-2")},
}


def test_each_week_is_judged_by_the_life_of_its_day(scorecard: Scorecard) -> None:
    assert lights(scorecard, DECEMBER) == IN_DECEMBER
    assert lights(scorecard, JANUARY) == IN_JANUARY


def test_a_correction_of_the_older_week_is_judged_by_the_older_life(scorecard: Scorecard, tmp_path: Path) -> None:
    file = write_observations([seen("D1", "2023-12-28", 85, 100)], tmp_path / "a.csv")
    assert scorecard("ingest", file, "--week", DECEMBER, "--reason", "typed wrongly").code == 0
    assert lights(scorecard, DECEMBER) == IN_DECEMBER | {("D1", "I1"): "amber"}
    assert scorecard("verify").code == 0


SENT: list[tuple[str, Observation, str]] = [
    (DECEMBER, seen("S1", "2023-12-29", 95, 100), ""),
    (DECEMBER, seen("D1", "2023-12-29", 95, 100), ""),
    (
        DECEMBER,
        seen("S1", "2023-12-29", 95, 100, "BEGUN"),
        "cột indicator_id: tìm thấy “BEGUN”. Chỉ tiêu này không còn",
    ),
    (JANUARY, seen("S2", "2024-01-05", 95, 100), ""),
    (JANUARY, seen("S2", "2023-12-31", 95, 100), "cột as_of: tìm thấy “2023-12-31”. Vào ngày này chỉ tiêu"),
    (JANUARY, seen("D1", "2024-01-05", 95, 100), "cột indicator_id: tìm thấy “I1”. Chỉ tiêu này không áp dụng"),
    (JANUARY, seen("S2", "2024-01-05", 3, None, "ENDED"), "cột indicator_id: tìm thấy “ENDED”. Chỉ tiêu này không còn"),
    (JANUARY, seen("S2", "2023-12-31", 95, 100, "BEGUN"), "cột as_of: tìm thấy “2023-12-31”. Vào ngày này chỉ tiêu"),
]


@pytest.mark.parametrize(("week", "row", "problem"), SENT)
def test_what_may_be_sent_is_what_lives_on_the_day(
    scorecard: Scorecard, tmp_path: Path, week: str, row: Observation, problem: str
) -> None:
    file = write_observations([row], tmp_path / "a.csv")
    ran = scorecard("ingest", file, "--week", week, "--reason", "?", "--dry-run")
    said = [line for line in ran.err.splitlines() if "a.csv, dòng 2" in line]
    assert (ran.code, len(said)) == ((1, 1) if problem else (0, 0))
    assert all(f"a.csv, dòng 2, {problem}" in line for line in said)


def test_a_figure_of_another_definition_is_nothing_to_compare_with(scorecard: Scorecard, tmp_path: Path) -> None:
    file = write_observations([seen("S2", "2024-01-05", 1, 10)], tmp_path / "a.csv")
    ran = scorecard("ingest", file, "--week", JANUARY, "--reason", "?", "--dry-run")
    assert ran.code == 0 and "a.csv, dòng 2" not in ran.err
    found = scorecard("rehearse", "--week", JANUARY, "--format", "json").json()
    assert "jump" not in {row["kind"] for row in found}


def test_a_template_asks_for_the_indicators_of_its_week(scorecard: Scorecard) -> None:
    catalog = load_catalog(scorecard.catalog)
    for week, wanted in ((DECEMBER, {"I1", "ENDED"}), (JANUARY, {"I1", "BEGUN"})):
        rows = load_template(scorecard.home, catalog, "S2", ReportWeek.parse(week)).rows
        assert {row.indicator.indicator_id for row in rows} == wanted
        before = {row.before.as_of for row in rows if row.before}
        assert before == ({dt.date(2023, 12, 28)} if week == DECEMBER else set())


@pytest.mark.parametrize("command", ["briefing", "rehearse", "chase"])
def test_commands_about_the_week_after_read_it(scorecard: Scorecard, tmp_path: Path, command: str) -> None:
    out = ("--out", tmp_path / "out") if command == "briefing" else ()
    ran = scorecard(command, "--week", JANUARY, *out)
    assert ran.code in ((0, 1) if command == "rehearse" else (0,)), ran.said


@pytest.mark.parametrize("week", [DECEMBER, JANUARY])
@pytest.mark.parametrize("page", ["overview", "task", "unit", "district", "follow_up", "data"])
def test_pages_show_the_words_of_the_day(
    scorecard: Scorecard, monkeypatch: pytest.MonkeyPatch, page: str, week: str
) -> None:
    read_as(monkeypatch, STEWARD)
    named = {"task": {"task": "1"}, "unit": {"unit": "S1"}}.get(page, {})
    html = html_of(scorecard.home, monkeypatch, page=page, week=week, **named)
    assert "sc-message" not in html and "Traceback" not in html
    if page in ("task", "unit"):
        assert ("Old words" in html, "New words" in html) == (week == DECEMBER, week == JANUARY)


def test_a_demo_reports_each_life_on_its_own_days(tmp_path: Path) -> None:
    catalog = load_catalog(write_catalogue(TABLES, tmp_path / "catalog"))
    weeks = [ReportWeek.parse("2023-W47").plus(number) for number in range(12)]
    reports = build_reports(catalog, weeks, 7)
    sent = {(row.indicator_id, row.as_of >= dt.date(2024, 1, 1)) for rows in reports for row in rows}
    assert sent == {("I1", False), ("I1", True), ("ENDED", False), ("BEGUN", True)}
    assert all(len({row.key for row in rows}) == len(rows) for rows in reports)
