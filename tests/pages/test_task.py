"""The page of one task: the order of units, the drawing of weeks, what changed and why, and the addresses it takes."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scorecard.address import Address
from scorecard.catalog import Catalog, load_catalog
from scorecard.snapshots import list_snapshots
from scorecard.ui.blocks import UnitBlock
from scorecard.ui.ranking import Ranking
from scorecard.ui.trend import Series, TrendBuilder
from scorecard.warehouse import Warehouse, files_of
from scorecard.weeks import ReportWeek
from tests.catalogs import catalogue, indicator, seen, target, unit, write_catalogue
from tests.pages.conftest import html_of
from tests.small_home import publish_week

UNITS = [unit(f"S{number}", name=f"Office {number}") for number in range(1, 7)]


def loaded(folder: Path, **cells: str) -> Catalog:
    return load_catalog(
        write_catalogue(catalogue(units=UNITS, indicators=[indicator("I1", **cells)], targets=[]), folder)
    )


def row(numerator: int | None, denominator: int | None, status: str, green: int = 90, amber: int = 80) -> Any:
    return {"numerator": numerator, "denominator": denominator, "status": status, "green": green, "amber": amber,
            "small_n": denominator is not None and denominator < 10}  # fmt: skip


def ranked(catalog: Catalog, rows: dict[str, Any], before: dict[str, Any] | None = None) -> Any:
    ranking = Ranking(Address("task", task=1), catalog.indicators[0], rows, before or {})
    return ranking.build([UnitBlock("Offices", catalog.units)])[0]


def test_units_stand_worst_first_ties_as_ties_and_those_without_a_figure_apart(tmp_path: Path) -> None:
    rows = {"S1": row(19, 20, "green"), "S2": row(1, 3, "red"), "S3": row(95, 100, "green"),
            "S4": row(0, 0, "none_arising"), "S5": row(None, None, "missing"), "S6": row(2, 6, "red")}  # fmt: skip
    block = ranked(loaded(tmp_path), rows)
    assert [(b.rank, b.name, b.small_n) for b in block.bullets] == [
        ("1=", "Office 2", True),
        ("1=", "Office 6", True),
        ("3=", "Office 1", False),
        ("3=", "Office 3", False),
    ]
    assert block.without == ("Thiếu số liệu: Office 5.", "Không phát sinh: Office 4.")


def test_where_lower_is_better_the_highest_stands_first_and_the_zones_are_turned(tmp_path: Path) -> None:
    catalog = loaded(tmp_path, direction="lower", measure="count")
    rows = {"S1": row(0, None, "green", 0, 2), "S2": row(5, None, "red", 0, 2), "S3": row(2, None, "amber", 0, 2)}
    block = ranked(catalog, rows, {"S1": row(4, None, "red", 0, 2)})
    assert [b.name for b in block.bullets] == ["Office 2", "Office 3", "Office 1"]
    assert [zone.status for zone in block.bullets[0].zones] == ["green", "amber", "red"]
    assert (block.bullets[0].width, block.bullets[2].width, block.bullets[2].before) == (100.0, 0.0, 80.0)


def test_a_gap_stays_a_gap_and_thresholds_are_bands(tmp_path: Path) -> None:
    catalog, first = loaded(tmp_path), ReportWeek.parse("2023-W40")
    weeks = [first.plus(number) for number in range(5)]
    rows = {weeks[0]: row(50, 100, "red"), weeks[1]: row(60, 100, "red"), weeks[2]: row(None, None, "missing"),
            weeks[4]: row(95, 100, "green")}  # fmt: skip
    trend = TrendBuilder(catalog.indicators[0], weeks).build([Series("All", rows, "95%")], [weeks[4]])
    assert trend is not None
    assert [len(path.split()) for path in trend.lines[0].paths] == [2, 1]
    assert {band.status for band in trend.bands} == {"red", "amber", "green"}
    heights = {band.status: band.height for band in trend.bands}
    assert Fraction(heights["amber"]).limit_denominator(10) > 0 and len(trend.breaks) == 1
    assert (
        TrendBuilder(catalog.indicators[0], weeks).build([Series("None", {weeks[0]: row(None, None, "missing")}, "")])
        is None
    )


def test_weeks_with_the_same_thresholds_share_their_bands_and_a_gap_or_a_new_one_parts_them(tmp_path: Path) -> None:
    catalog, first = loaded(tmp_path), ReportWeek.parse("2023-W40")
    weeks = [first.plus(number) for number in range(6)]
    greens = {0: 90, 1: 90, 2: 95, 4: 95, 5: 95}  # nobody published the week between
    rows = {weeks[at]: row(85, 100, "amber", green=green) for at, green in greens.items()}
    trend = TrendBuilder(catalog.indicators[0], weeks).build([Series("All", rows, "")])
    assert trend is not None
    amber = [band for band in trend.bands if band.status == "amber"]
    step = (trend.size.width - trend.size.left - trend.size.right) / 5
    assert [round(band.width / step, 1) for band in amber] == [1.5, 1.0, 1.5]
    assert [round((band.x - trend.size.left) / step, 1) for band in amber] == [0.0, 1.5, 3.5]


CAUSES = {
    "result": ([seen("S1", "2023-10-12", 70, 100)], [seen("S1", "2023-10-19", 95, 100)], {}),
    "new_report": ([], [seen("S1", "2023-10-19", 95, 100)], {}),
    "correction": ([seen("S1", "2023-10-12", 70, 100)], [seen("S1", "2023-10-12", 95, 100)], {}),
    "rule": ([seen("S1", "2023-10-12", 70, 100)], [], {"green": "60", "amber": "50"}),
    "ageing": ([seen("S1", "2023-10-09", 70, 100)], [], {}),
}


@pytest.mark.parametrize("cause", CAUSES)
def test_every_change_names_its_cause(tmp_path: Path, cause: str) -> None:
    before, now, rule = CAUSES[cause]
    folder = tmp_path / "home"
    days = {"max_age_days": "10" if cause == "ageing" else "40"}
    tables = catalogue(indicators=[indicator("I1", **days)])
    publish_week(folder, load_catalog(write_catalogue(tables, tmp_path / "a")), "2023-W41", before)
    changed = catalogue(indicators=[indicator("I1", **days)], targets=[target(**rule)])
    publish_week(folder, load_catalog(write_catalogue(changed, tmp_path / "b")), "2023-W42", now)
    first, second = list_snapshots(folder).all
    rows = Warehouse(folder).run("light_changes", lights_before=files_of([first], "lights"),
                               lights_now=files_of([second], "lights"), unit_id=None, task_no=None)  # fmt: skip
    assert [(row["unit_id"], row["cause"]) for row in rows] == [("S1", cause)]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, "1 · Task 1"),
        ({"task": "2"}, "2 · Task 2"),
        ({"task": "2", "indicator": "I3"}, "Indicator I3 theo đơn vị"),
        ({"task": "1", "chosen": "S1"}, "Bỏ Unit S1 khỏi biểu đồ"),
        ({"task": "1", "week": "2023-W40"}, "Chưa có tuần trước để so sánh"),
        ({"task": "1", "block": "district:D1"}, "Toàn địa bàn unit D1"),
        ({"task": "1", "why": "S1:1"}, "<dialog"),
        ({"task": "1", "why": "S2:1"}, "cần thêm 89 done (với mẫu số giữ nguyên)"),
        ({"task": "1", "why": "province:1"}, "<dialog"),
    ],
)
def test_its_address_chooses_what_it_shows(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    query: dict[str, str],
    shown: str,
) -> None:
    assert shown in html_of(home, monkeypatch, page="task", **query)


@pytest.mark.parametrize("query", [{"task": "9"}, {"indicator": "I9"}, {"chosen": "S9"}, {"why": "S9:1"}], ids=str)
def test_what_is_not_there_is_refused(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    query: dict[str, str],
) -> None:
    html = html_of(home, monkeypatch, page="task", **query)
    assert "sc-message" in html and "sc-bullets" not in html
