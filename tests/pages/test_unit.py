"""The page of one unit: its figures, its place among its peers, and the addresses it takes."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest

from scorecard.snapshots import list_snapshots
from scorecard.warehouse import Warehouse, files_of
from tests.pages.conftest import html_of


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, "Chọn đơn vị"),
        ({"unit": "S1"}, "Unit S1"),
        ({"unit": "S1"}, "0 đỏ · 0 vàng"),
        ({"unit": "D1-1"}, "Cấp xã, thuộc Unit D1"),
        ({"unit": "D1-1"}, "không phát sinh"),
        ({"unit": "S1", "week": "2023-W40"}, "Chưa có tuần trước để so sánh"),
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


def test_peers_are_counted_as_by_hand(home: Path) -> None:
    warehouse, snapshot = Warehouse(home), list_snapshots(home).all[-1]
    files, units = files_of([snapshot], "lights"), ["S1", "S2", "D1", "D1-1", "D1-2"]
    values: dict[str, list[float]] = {}
    for row in warehouse.run("indicator_lights", files=files, unit_id=None, task_no=None):
        if row["unit_id"] in units and row["status"] in ("red", "amber", "green", "no_rule"):
            exact = 100 * row["numerator"] / row["denominator"] if row["denominator"] else row["numerator"]
            values.setdefault(row["indicator_id"], []).append(float(exact))
    found = {row["indicator_id"]: row for row in warehouse.run("peer_values", files=files, units=units)}
    assert set(found) == set(values) and max(map(len, values.values())) > 2
    for name, numbers in values.items():
        row = found[name]
        wanted = (len(numbers), median(numbers), min(numbers), max(numbers))
        assert (row["units_with_value"], row["median_value"], row["lowest"], row["highest"]) == pytest.approx(wanted)
