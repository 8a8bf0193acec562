"""What the search in the header can find, on every page, and where each result leads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import load_catalog
from tests.catalogs import catalogue, seen, unit, write_catalogue
from tests.pages.conftest import html_of
from tests.small_home import publish_week

PAGES = ["", "task", "district", "unit", "briefing", "data"]


def searchable(html: str) -> Any:
    found = re.findall(r'<script type="application/json">(.*?)</script>', html, re.DOTALL)
    assert len(found) == 1
    return json.loads(found[0])


def addresses(html: str) -> dict[tuple[str, str], str]:
    """(kind, name) -> address, as the script puts them together."""
    read = searchable(html)
    return {(read["kinds"][kind][0], name): read["kinds"][kind][1] + end for kind, end, name, _, _ in read["entries"]}


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_find_every_unit_task_and_indicator(
    home: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    found = addresses(html_of(home, monkeypatch, page=page))
    named = {(kind, name) for kind, name in found if kind != "Mục đã lưu"}
    assert named == {
        *(("Nhiệm vụ", f"{number} · Task {number}") for number in (1, 2)),
        *(("Địa bàn", f"Unit {name}") for name in ("D1", "D2")),
        *(("Đơn vị", f"Unit {name}") for name in ("S1", "S2", "D1", "D2", "D1-1", "D1-2", "D1-3")),
        *(("Chỉ số", f"Indicator I{number}") for number in (1, 2, 3)),
    }


def test_results_lead_to_the_week_and_revision_that_is_shown(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = addresses(html_of(home, monkeypatch, page="unit", week="2023-W42", revision="1", unit="S1"))
    as_of = "week=2023-W42&revision=1"
    assert found["Đơn vị", "Unit D1-1"] == f"?{as_of}&unit=D1-1"  # the same page is not loaded again
    assert found["Địa bàn", "Unit D1"] == f"./district?{as_of}&district=D1"
    assert found["Nhiệm vụ", "2 · Task 2"] == f"./task?{as_of}&task=2"
    assert found["Chỉ số", "Indicator I3"] == f"./task?{as_of}&task=2&indicator=I3"


def test_where_no_week_can_be_shown_nothing_can_be_found(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "application/json" not in html_of(home, monkeypatch, week="2031-W01")


def test_a_name_cannot_leave_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "</script><img src=x onerror=alert(1)> “A&B”"
    tables = catalogue(units=[unit("S1", name=name)])
    tables["unit_aliases"] = [{"unit_id": "S1", "alias": "Á & B", "note": ""}]
    catalog = load_catalog(write_catalogue(tables, tmp_path / "catalog"))
    publish_week(tmp_path / "home", catalog, "2023-W42", [seen("S1", "2023-10-19", 9, 10)])
    html = html_of(tmp_path / "home", monkeypatch)
    assert "<img" not in html
    kind, end, found, _, spelt = next(entry for entry in searchable(html)["entries"] if entry[0] == 2)
    assert (kind, end, found, spelt) == (2, "S1", name, "S1;S1;Á & B")
