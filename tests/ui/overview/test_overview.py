"""The overview as Streamlit runs it: what an address gives, and what it refuses; without a browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scorecard.lights.listing import light_rows
from scorecard.snapshots.index import list_snapshots
from tests.homes.shared_home import FIRST, shared_home
from tests.ui.conftest import html_of


def test_the_newest_week_is_shown_with_its_numbers(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = html_of(home, monkeypatch)
    index = list_snapshots(home)
    rows = light_rows(home, index, index.all[-1], "task", None, None)
    heads = [row["status"] for row in rows if "-" not in row["unit_id"]]
    for status in ("red", "amber", "green", "missing"):
        assert re.search(rf'sc-count sc-{status}">\s*<b>{heads.count(status)}</b>', html), status
    assert "2023-W42.r2." in html and "sc-synthetic" not in html


@pytest.mark.parametrize(
    ("query", "shown", "not_shown"),
    [
        ({"week": "2023-W40"}, "2023-W40.r1.", "2023-W42.r"),
        ({"week": "2023-W42", "revision": "1"}, "2023-W42.r1.", "2023-W42.r2"),
        ({"block": "department"}, "Unit S1</a></th>", "Unit D1</a></th>"),
        ({"block": "district:D1"}, "Unit D1-1</a></th>", "Unit S1</a></th>"),
        ({"only": "red_amber"}, "sc-light sc-red", '"><a class="sc-light sc-green'),
        ({"unit": "S1", "task": "1"}, "<dialog", "sc-message"),
        ({"group": "province", "task": "1"}, "<dialog", "sc-message"),
    ],
)
def test_an_address_gives_what_it_asks_for(
    home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], shown: str, not_shown: str
) -> None:
    html = html_of(home, monkeypatch, **query)
    assert shown in html and not_shown not in html and "sc-matrix" in html


@pytest.mark.parametrize(
    "query",
    [
        {"week": "2023-W41"},
        {"week": "soon"},
        {"week": "2023-W42", "revision": "3"},
        {"revision": "0"},
        {"block": "district:S1"},
        {"block": "commune"},
        {"only": "green"},
        {"unit": "S9"},
        {"task": "9"},
        {"group": "area:S1", "task": "1"},
        {"why": "S1"},
        {"page": "task", "chosen": "S1,S9"},
        {"page": "task", "indicator": "I9"},
        {"page": "district", "district": "S1"},
        {"against": "2023-W41"},
        {"unit": "<img src=x onerror=alert(1)>"},
    ],
    ids=str,
)
def test_what_is_not_there_is_refused_in_words_and_never_widened(
    home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str]
) -> None:
    html = html_of(home, monkeypatch, **query)  # on the page that knows the filter
    assert "sc-message" in html and "sc-table" not in html and "sc-counts" not in html
    assert "<img" not in html and "Traceback" not in html


def test_an_empty_home_and_a_broken_manifest_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "sc-message" in html_of(tmp_path, monkeypatch)
    folder = tmp_path / "snapshots" / "week=2023-W42" / "revision=001"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("[]", encoding="utf-8")
    assert "manifest.json" in html_of(tmp_path, monkeypatch)


def test_what_most_units_share_is_told_first_and_of_no_single_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = html_of(shared_home(tmp_path / "home"), monkeypatch)
    calls = re.findall(r'<li><a href="[^"]*"><strong>(.*?)</strong>(.*?)</a></li>', html)
    said = ["".join(call) for call in calls]
    assert said[0].startswith(FIRST) and "30/30" not in "".join(said[1:])
    assert said[2].startswith("Đơn vị 1: nhiệm vụ 12 đỏ 2 tuần liên tiếp.")
