"""Saved views on the pages: links of the shown week, only those that can be shown in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalogs.catalogue_rows import write_catalogue
from tests.homes.small_home import TABLES
from tests.ui.conftest import html_of
from tests.ui.readers import of_unit, read_as
from tests.ui.shell.test_search import addresses


def saved(folder: Path, *views: tuple[str, str]) -> Path:
    rows = [{"name": name, "address": address} for name, address in views]
    return write_catalogue(TABLES | {"views": rows}, folder)


@pytest.fixture
def in_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = saved(tmp_path / "views", ("Monday", "/?only=red_amber"), ("<b>Area</b>", "/district?district=D1"))
    monkeypatch.setenv("SCORECARD_CATALOG", str(folder))
    return folder


@pytest.mark.usefixtures("in_force")
def test_the_overview_lists_them_as_links_of_the_shown_week(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = html_of(home, monkeypatch, week="2023-W42", revision="1")
    assert '<a href="?week=2023-W42&amp;revision=1&amp;only=red_amber">Monday</a>' in html
    assert '<a href="./district?week=2023-W42&amp;revision=1&amp;district=D1">&lt;b&gt;Area&lt;/b&gt;</a>' in html


@pytest.mark.usefixtures("in_force")
def test_every_page_finds_them(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = addresses(html_of(home, monkeypatch, page="unit", unit="S1", week="2023-W42"))
    assert found["Mục đã lưu", "Monday"] == "./?week=2023-W42&only=red_amber"
    assert next(iter(found)) == ("Mục đã lưu", "Monday")


@pytest.mark.usefixtures("in_force")
def test_a_view_whose_page_the_reader_may_not_open_is_not_offered(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_as(monkeypatch, of_unit("D1"))
    found = addresses(html_of(home, monkeypatch, page="unit", unit="D1", week="2023-W42"))
    views = {name: href for (kind, name), href in found.items() if kind == "Mục đã lưu"}
    assert views == {"<b>Area</b>": "./district?week=2023-W42&district=D1"}


def test_a_change_of_the_file_shows_at_once_and_what_is_not_there_is_left_out(
    home: Path, monkeypatch: pytest.MonkeyPatch, in_force: Path
) -> None:
    extra = [*TABLES["units"], *[row | {"unit_id": "LATE", "valid_from": "2030-01-01"} for row in TABLES["units"][:1]]]
    views = [{"name": "Later", "address": "/unit?unit=LATE"}, {"name": "New", "address": "/task?task=2"}]
    write_catalogue(TABLES | {"units": extra, "views": views}, in_force)
    html = html_of(home, monkeypatch)
    assert ">New</a>" in html and "Later" not in html and "Monday" not in html


def test_a_catalogue_that_cannot_be_read_takes_no_page_away(
    home: Path, monkeypatch: pytest.MonkeyPatch, in_force: Path
) -> None:
    saved(in_force, ("Broken", "/nowhere"))
    html = html_of(home, monkeypatch)
    assert "sc-views" not in html and "sc-table" in html
