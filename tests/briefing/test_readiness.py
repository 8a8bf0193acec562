"""What stands in the way of presenting a week, found in a home that has one of each."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from scorecard.briefing.readiness import rehearse
from scorecard.catalog import load_catalog
from scorecard.database.engine import FILE
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.observation import Observation
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, target, unit, write_catalogue
from tests.cli.command_line import run
from tests.follow_up.asked import answer, ask, move
from tests.homes.made_once import made_once
from tests.homes.small_home import publish_week

UNITS = [unit("S1"), *district("D1", 3)]
TABLES = catalogue(
    units=UNITS,
    indicators=[indicator("I1"), indicator("I2", applies_to="department")],
    targets=[target(evidence="unverified", legal_basis="A law"), target(indicator_id="I2", evidence="proposed")],
)


def figures(day: str, value: int, note: str = "") -> list[Observation]:
    rows = [seen(name, day, value, 100) for name in ("S1", "D1", "D1-1", "D1-2", "D1-3")]
    return [Observation(**(vars(row) | {"note": note})) for row in rows]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    publish_one(tmp_path)
    return tmp_path / "home"


@made_once
def publish_one(folder: Path) -> None:
    catalog = load_catalog(write_catalogue(TABLES, folder / "catalog"))
    rows = [*figures("2023-10-12", 50), seen("S1", "2023-10-12", 50, 100, "I2")]
    publish_week(folder / "home", catalog, "2023-W41", rows)


def found(home: Path) -> list[tuple[str, str, str | None, bool]]:
    index = list_snapshots(home)
    rows = rehearse(home, index, index.weeks()[-1])
    return [(row.kind, row.owner, row.indicator_id, row.blocking) for row in rows]


def test_a_week_without_anything_to_hide_has_only_warnings(home: Path) -> None:
    assert found(home) == [("unverified", "", "I1", False)]
    assert run("--home", home, "rehearse", "--week", "2023-W41").code == 0


@pytest.mark.parametrize(
    ("value", "note", "jumps"), [(70, "", 0), (71, "", 4), (29, "", 4), (71, "typed twice last week", 0)]
)
def test_a_jump_needs_a_note_and_who_is_late_is_named(home: Path, value: int, note: str, jumps: int) -> None:
    catalog = load_catalog(home.parent / "catalog")
    rows = [row for row in figures("2023-10-19", value, note) if row.unit_id != "D1-3"]
    publish_week(home, catalog, "2023-W42", rows)
    kinds = [row[:3] for row in found(home) if row[0] in ("late", "jump")]
    names = ("S1", "D1", "D1-1", "D1-2")[: 4 if jumps else 0]
    assert kinds == [("late", "D1-3", None), *(("jump", name, "I1") for name in sorted(names))]


@pytest.mark.parametrize(
    ("period", "before", "now", "jumps"),
    [
        ("year_to_date", "2023-12-28", "2024-01-04", 0),
        ("year_to_date", "2024-01-04", "2024-01-11", 5),
        ("period", "2023-12-28", "2024-01-04", 5),
        ("state", "2023-12-28", "2024-01-04", 5),
    ],
)
def test_a_yearly_counter_that_began_anew_did_not_jump(
    tmp_path: Path, period: str, before: str, now: str, jumps: int
) -> None:
    tables = TABLES | {"indicators": [indicator("I1", period=period), indicator("I2", applies_to="department")]}
    catalog, home = load_catalog(write_catalogue(tables, tmp_path / "catalog")), tmp_path / "home"
    for day, value in ((before, 50), (now, 95)):
        week = str(ReportWeek.of(dt.date.fromisoformat(day)))
        publish_week(home, catalog, week, figures(day, value))
    assert [row[0] for row in found(home)].count("jump") == jumps


def test_a_sum_of_too_few_is_named_with_its_group(home: Path) -> None:
    catalog = load_catalog(home.parent / "catalog")
    rows = [row for row in figures("2023-12-28", 50) if row.unit_id != "D1-3"]
    publish_week(home, catalog, "2023-W52", rows)
    thin = [row[:3] for row in found(home) if row[0] == "coverage"]
    assert ("coverage", "communes:D1", "I1") in thin and ("coverage", "level:department", "I2") in thin
    assert ("coverage", "level:department", "I1") not in thin
    ran = run("--home", home, "rehearse", "--week", "2023-W52", "--format", "json")
    assert ran.code == 1 and len(json.loads(ran.out)) == len(found(home))


def test_a_figure_of_an_indicator_that_is_gone_is_no_finding_but_the_change_of_rule(home: Path) -> None:
    gone = TABLES | {"indicators": [indicator("I1")], "targets": [target()]}
    catalog = load_catalog(write_catalogue(gone, home.parent / "gone"))
    rows = [*figures("2023-10-19", 50), seen("S1", "2023-10-19", 99, 100, "I2")]
    publish_week(home, catalog, "2023-W42", rows)
    assert {row[0] for row in found(home)} == {"rules"}


def test_a_unit_that_did_not_explain_itself_by_the_date_is_named_as_a_warning(home: Path) -> None:
    asked = [ask(home, name, 1, dt.date(2023, 10, day), week="2023-W41") for name, day in (("S1", 12), ("D1", 13))]
    assert [row for row in found(home) if row[0] == "unanswered"] == [("unanswered", "S1", None, False)]
    ran = run("--home", home, "rehearse", "--week", "2023-W41")
    assert ran.code == 0 and "Unit S1, nhiệm vụ 1: CHƯA CÓ GIẢI TRÌNH (hạn 12/10/2023)." in ran.out
    move(home, asked[0], "cancel", week="2023-W41", text="Thôi")
    assert "unanswered" not in {row[0] for row in found(home)}


def test_a_unit_whose_answer_was_returned_is_said_not_to_have_answered_again(home: Path) -> None:
    matter_id = ask(home, "S1", 1, dt.date(2023, 10, 12), week="2023-W41")
    answer(home, matter_id, "S1", week="2023-W41")
    assert "unanswered" not in {row[0] for row in found(home)}
    move(home, matter_id, "return", week="2023-W41", text="Chưa rõ", due=dt.date(2023, 10, 12))
    ran = run("--home", home, "rehearse", "--week", "2023-W41")
    assert "Unit S1, nhiệm vụ 1: CHƯA GIẢI TRÌNH LẠI (hạn 12/10/2023)." in ran.out


def test_a_database_that_cannot_be_read_stands_in_the_way(home: Path) -> None:
    (home / FILE).write_bytes(b"no database " * 500)
    assert ("unread", "", None, True) in found(home)


@pytest.mark.parametrize(("current", "thin"), [(10, False), (9, False), (8, True)])
def test_a_sum_of_just_enough_members_is_no_finding(tmp_path: Path, current: int, thin: bool) -> None:
    tables = catalogue(units=[unit(f"S{number}") for number in range(10)], indicators=[indicator("I1")])
    catalog, home = load_catalog(write_catalogue(tables, tmp_path / "catalog")), tmp_path / "home"
    publish_week(home, catalog, "2023-W42", [seen(f"S{number}", "2023-10-19", 1, 2) for number in range(current)])
    groups = {owner for kind, owner, *_ in found(home) if kind == "coverage"}
    assert groups == ({"level:department", "province"} if thin else set())


def test_another_definition_is_no_jump_but_is_said(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for day, value, denominator in (("2023-12-21", 50, "Due"), ("2023-12-28", 95, "All that came")):
        cells = [indicator("I1", denominator=denominator), indicator("I2", applies_to="department")]
        catalog = load_catalog(write_catalogue(TABLES | {"indicators": cells}, tmp_path / day))
        publish_week(home, catalog, str(ReportWeek.of(dt.date.fromisoformat(day))), figures(day, value))
    kinds = [(row[0], row[2]) for row in found(home)]
    assert ("jump", "I1") not in kinds and kinds.count(("rules", None)) == 1
