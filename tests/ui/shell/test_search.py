"""What the search in the header can find, on every page, and where each result leads."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from scorecard.address.parsing import parse_address
from scorecard.catalog import archived_catalog, load_catalog
from scorecard.lights.edition_opening import open_edition
from scorecard.snapshots.index import list_snapshots
from tests.catalogs.catalogue_rows import catalogue, indicator, seen, task, unit, write_catalogue
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.readers import STEWARD, of_unit, read_as

PAGES = ["", "task", "district", "unit", "briefing", "data"]


def searchable(html: str) -> Any:
    head, findable = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', html, re.DOTALL)
    read = json.loads(head)
    return {**read, "entries": [*read["saved"], *json.loads(findable)]}


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


OWN = {
    # reader: what is found beside units, with what stands behind week and revision
    "S1": {
        ("Nhiệm vụ", "1 · Task 1"): "unit=S1&why=S1:1",
        ("Nhiệm vụ", "2 · Task 2"): "unit=S1&why=S1:2",
        ("Chỉ số", "Indicator I1"): "unit=S1&why=S1:1",
        ("Chỉ số", "Indicator I2"): "unit=S1&why=S1:2",
        ("Chỉ số", "Indicator I3"): "unit=S1&why=S1:2",
    },
    "D1": {
        ("Địa bàn", "Unit D1"): "district=D1",
        ("Nhiệm vụ", "1 · Task 1"): "unit=D1&why=D1:1",
        ("Nhiệm vụ", "2 · Task 2"): "unit=D1&why=D1:2",
        ("Chỉ số", "Indicator I1"): "unit=D1&why=D1:1",
        ("Chỉ số", "Indicator I2"): "unit=D1&why=D1:2",  # I3 is for departments alone
    },
}


@pytest.mark.parametrize("own", OWN)
def test_a_unit_finds_its_own_tasks_and_only_pages_it_may_open(
    home: Path, monkeypatch: pytest.MonkeyPatch, own: str
) -> None:
    read_as(monkeypatch, STEWARD)
    wide = addresses(html_of(home, monkeypatch, page="unit", unit="S1", week="2023-W42"))
    read_as(monkeypatch, of_unit(own))
    found = addresses(html_of(home, monkeypatch, page="follow_up", week="2023-W42"))
    beside = {key: href for key, href in found.items() if key[0] != "Đơn vị"}
    assert {key: href.partition("week=2023-W42&")[2] for key, href in beside.items()} == OWN[own]
    assert not any(href.startswith("./task") for href in found.values())
    assert wide["Nhiệm vụ", "1 · Task 1"] == "./task?week=2023-W42&task=1"  # what was kept for one is not the other's


def test_a_task_that_does_not_concern_the_unit_is_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = catalogue(
        tasks=[task(1), task(2)],
        units=[unit("S1"), unit("S2")],
        indicators=[indicator("I1"), indicator("I2", task_no="2", only_unit="S2")],
    )
    catalog = load_catalog(write_catalogue(tables, tmp_path / "catalog"))
    publish_week(tmp_path / "home", catalog, "2023-W42", [seen("S1", "2023-10-19", 9, 10)])
    read_as(monkeypatch, of_unit("S1"))
    found = addresses(html_of(tmp_path / "home", monkeypatch, page="unit", unit="S1"))
    assert {name for kind, name in found if kind in ("Nhiệm vụ", "Chỉ số")} == {"1 · Task 1", "Indicator I1"}


@pytest.mark.parametrize("page", ["task", "district"])
def test_no_link_of_a_page_names_an_indicator_of_another_task(
    home: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    html = html_of(home, monkeypatch, page=page, district="D1", task="2", indicator="I2", week="2023-W42")
    index = list_snapshots(home)
    catalog = archived_catalog(home, index.weeks()[-1].manifest.rules_version)
    links = [unescape(link) for link in re.findall(r'href="((?:\./\w+)?\?[^"]+)"', html)]
    links += list(addresses(html).values())
    named = [link for link in links if "indicator=" in link]
    assert len(links) > 20 and named and any("task=1" in link and "indicator=" not in link for link in links)
    for link in named:
        to, _, query = link.partition("?")
        open_edition(index, parse_address(dict(parse_qsl(query)), to.removeprefix("./") or page), lambda _: catalog)


def test_what_can_be_found_is_the_same_on_every_page_so_that_a_browser_needs_it_once(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [html_of(home, monkeypatch, page=page, week="2023-W42") for page in ("", "task", "unit")]
    pages.append(html_of(home, monkeypatch, week="2023-W42", block="department"))
    found = {re.findall(r'id="sc-findable">(.*?)</script>', html, re.DOTALL)[0] for html in pages}
    assert len(found) == 1


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
