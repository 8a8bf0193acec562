"""The page of one unit: its figures, its place among its peers, and the addresses it takes."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from statistics import median

import pytest

from scorecard.catalog import Indicator, load_catalog
from scorecard.lights.rows import IndicatorLight, PeerValue, PlainFigure
from scorecard.lights.status import KNOWN
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.warehouse import Warehouse, files_of
from scorecard.ui.unit.unit_figure import print_peers
from scorecard.ui.unit.unit_view import SIZES, Figure, TaskRows, notes_of, paper_size
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, unit, write_catalogue
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.light_rows import row_of


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, "Chọn đơn vị"),
        ({"unit": "S1"}, "Unit S1"),
        ({"unit": "S1"}, "0 đỏ · 0 vàng"),
        ({"unit": "D1-1"}, "Cấp xã, thuộc Unit D1"),
        ({"unit": "D1-1"}, "không phát sinh"),
        ({"unit": "S1", "week": "2023-W40"}, "Chưa có tuần trước để so sánh"),
        ({"unit": "D1-3"}, '<small class="sc-noted">Basis * 90 · ngưỡng quản trị'),  # nobody ever sent a figure
        ({"unit": "S2", "week": "2023-W42", "revision": "1"}, "2023-W42.r1."),
        ({"unit": "S1", "why": "S1:2"}, "<dialog"),
    ],
)
def test_its_address_chooses_what_it_shows(
    home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], shown: str
) -> None:
    assert shown in html_of(home, monkeypatch, page="unit", **query)


@pytest.mark.parametrize("query", [{"unit": "S9"}, {"unit": "S1", "why": "S1:9"}, {"week": "2023-W41"}], ids=str)
def test_what_is_not_there_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str]) -> None:
    html = html_of(home, monkeypatch, page="unit", **query)
    assert "sc-message" in html and "sc-figures" not in html


@pytest.mark.parametrize(
    ("direction", "middle", "ends", "said"),
    [
        ("higher", 89.96, (1.0, 99.96), "89,9% · 99,9%"),
        ("higher", 90.0, (1.0, 100.0), "90% · 100%"),
        ("higher", (89.9 + 90.1 - 2e-14) / 2, (1.0, 79.96), "90% · 80%"),  # of floats, and 80 is no threshold
        ("lower", 100.04, (90.04, 200.0), "100,1% · 90,1%"),
    ],
)
def test_median_and_best_are_printed_on_their_own_side_of_the_thresholds(
    direction: str, middle: float, ends: tuple[float, float], said: str
) -> None:
    ratio = Indicator.model_validate(indicator("I1", direction=direction))
    peer = row_of(PeerValue, units_with_value=4, median_value=middle, lowest=ends[0], highest=ends[1])
    limits = (100, 90) if direction == "higher" else (90, 100)
    own = PlainFigure(None, None, *map(Decimal, limits))
    assert said in print_peers(peer, own, ratio)


def test_peers_are_counted_as_by_hand(home: Path) -> None:
    warehouse, snapshot = Warehouse(home), list_snapshots(home).all[-1]
    files, units = files_of([snapshot], "lights"), ["S1", "S2", "D1", "D1-1", "D1-2"]
    values: dict[str, list[float]] = {}
    for row in warehouse.run(IndicatorLight, files=files, unit_id=None, task_no=None):
        if row.unit_id in units and row.status in KNOWN and row.numerator is not None:
            exact = 100 * row.numerator / row.denominator if row.denominator else row.numerator
            values.setdefault(row.indicator_id, []).append(float(exact))
    found = {row.indicator_id: row for row in warehouse.run(PeerValue, files=files, units=units)}
    assert set(found) == set(values) and max(map(len, values.values())) > 2
    for name, numbers in values.items():
        peer = found[name]
        wanted = (len(numbers), median(numbers), min(numbers), max(numbers))
        assert (peer.units_with_value, peer.median_value, peer.lowest, peer.highest) == pytest.approx(wanted)


def test_weeks_before_and_after_districts_ended_are_shown_each_by_its_own_structure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = [row | {"valid_to": "2025-06-30"} for row in district("D1", 1)]
    new = [unit(name, "commune", name=f"New {name}", valid_from="2025-07-01") for name in ("D1-1", "C9")]
    catalog = load_catalog(write_catalogue(catalogue(units=[unit("S1"), *old, *new]), tmp_path / "catalog"))
    for week, day in (("2025-W26", "2025-06-26"), ("2025-W27", "2025-07-03")):
        publish_week(tmp_path / "home", catalog, week, [seen("D1-1", day, 95, 100)])
    shown = {
        (page, week): html_of(tmp_path / "home", monkeypatch, page=page, week=week, **query)
        for page, query in (("", {}), ("unit", {"unit": "D1-1"}), ("district", {}))
        for week in ("2025-W26", "2025-W27")
    }
    assert "Cấp xã, thuộc Unit D1" in shown["unit", "2025-W26"] and "New D1-1" not in shown["unit", "2025-W26"]
    assert "New D1-1" in shown["unit", "2025-W27"] and "Cấp xã, thuộc" not in shown["unit", "2025-W27"]
    assert "New C9" in shown["", "2025-W27"] and "Unit D1" not in shown["", "2025-W27"]
    assert "New C9" not in shown["", "2025-W26"] and "Unit D1" in shown["", "2025-W26"]
    assert "không có địa bàn nào" in shown["district", "2025-W27"]
    to_districts = {place: ">Địa bàn</a>" in html for place, html in shown.items()}
    assert to_districts["", "2025-W26"] and not to_districts["", "2025-W27"] and to_districts["district", "2025-W27"]


def figure(**given: str) -> Figure:
    texts = dict.fromkeys(
        ("status_name", "fraction", "evidence", "date", "age", "paper_age", "needed", "spark_label"), ""
    )
    texts |= {"name": "Indicator", "status": "green", "value": "100%", "target": "from 100%", "peers": "90% · 100%"}
    texts |= {"basis": "Law 1", "source": "System"} | given
    return Figure(core=True, small_n=False, spark=None, **texts)  # type: ignore[arg-type]


def task(*figures: Figure) -> TaskRows:
    return TaskRows("1 · Task", "", "", "green", "", "", figures)


def test_grounds_and_sources_are_noted_once_in_the_order_of_the_table() -> None:
    rows = (figure(evidence="checked"), figure(basis="Law 2 checked", evidence="checked"), figure(basis="", source=""))
    assert notes_of([task(*rows), task(figure(evidence="checked"))]) == ("Law 1 · checked", "System", "Law 2 checked")


def test_paper_says_how_old_a_figure_is_and_that_it_is_overdue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = load_catalog(write_catalogue(catalogue(units=[unit("S1"), unit("S2")]), tmp_path / "catalog"))
    given = [seen("S1", "2023-10-18", 95, 100), seen("S2", "2022-10-18", 95, 100)]
    publish_week(tmp_path / "home", catalog, "2023-W42", given)
    for unit_id, age, overdue in (("S1", "(2)", 0), ("S2", "(367)", 1)):
        html = html_of(tmp_path / "home", monkeypatch, page="unit", unit=unit_id)
        on_paper = re.findall(r'<span class="sc-paper[^>]*>([^<]+)</span>', html)
        assert on_paper == ["Ngày (tuổi, ngày)", *["quá hạn"] * overdue, age]
    assert paper_size([task(*[figure(status="stale")] * 5)] * 9, (), ()) < paper_size(
        [task(*[figure()] * 5)] * 9, (), ()
    )


def test_letters_are_as_large_as_one_sheet_allows() -> None:
    notes = ["a note " * 9] * 24
    sizes = [paper_size([task(*[figure()] * rows)] * tasks, notes, ()) for tasks, rows in [(1, 2), (9, 5), (12, 9)]]
    assert sizes[0] == SIZES[0] > sizes[1] >= 6.5 > sizes[2]
    wordy = [task(*[figure(needed="several words " * 8)] * 5)] * 9
    assert paper_size(wordy, notes, ()) < sizes[1]
    assert paper_size([task(*[figure()] * 5)] * 9, notes * 3, ["changed"] * 8) < sizes[1]
