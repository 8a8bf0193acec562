"""Every role on every page, with tampered addresses: nobody reads a name or a figure that is not theirs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import select

from scorecard.access.pages import may_open
from scorecard.access.roles import Person
from scorecard.access.tables import AUDIT
from scorecard.address.page_names import PAGES
from scorecard.catalog import load_catalog
from scorecard.database.engine import open_database, reading
from tests.catalogs.catalogue_rows import catalogue, write_catalogue
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.readers import ADMIN, LEADER, STEWARD, of_unit, read_as

ALL_UNITS = {"S1", "S2", "D1", "D1-1", "D1-2", "D1-3", "D2"}
READERS = {
    "leader": (LEADER, ALL_UNITS),
    "steward": (STEWARD, ALL_UNITS),
    "department": (of_unit("S1"), {"S1"}),
    "district": (of_unit("D1"), {"D1", "D1-1", "D1-2", "D1-3"}),
    "commune": (of_unit("D1-1"), {"D1-1"}),
    "gone": (of_unit("S9"), set()),
    "admin": (ADMIN, set()),
}
TAMPERED: list[dict[str, str]] = [
    {},
    {"unit": "S2"},
    {"unit": "D2", "task": "1"},
    {"district": "D2"},
    {"block": "district:D2"},
    {"why": "S2:1"},
    {"why": "province:1"},
    {"group": "province", "task": "1"},
    {"group": "area:D2", "task": "1"},
    {"chosen": "S2", "task": "1"},
    {"week": "2023-W40", "revision": "1", "unit": "S2"},
    {"draft": "0" * 32},
]


@pytest.mark.parametrize("page", [name for name, _ in PAGES])
@pytest.mark.parametrize("who", READERS)
def test_no_page_names_a_unit_that_is_not_the_readers(
    home: Path, monkeypatch: pytest.MonkeyPatch, who: str, page: str
) -> None:
    reader, seen = READERS[who]
    read_as(monkeypatch, reader)
    for query in TAMPERED if reader.unit_id and may_open(reader, page) else TAMPERED[:1]:
        html = html_of(home, monkeypatch, page, **query)
        named = set(re.findall(r"Unit ([SD]\d(?:-\d)?)\b", html))
        assert named <= seen, (query, named - seen)
        if not may_open(reader, page):
            assert "không xem được trang này" in html and "sc-head" not in html and "sc-light" not in html


def test_the_pages_of_the_own_unit_show_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for unit_id, pages in (("S1", ["unit"]), ("D1", ["unit", "district"]), ("D1-1", ["unit"])):
        read_as(monkeypatch, of_unit(unit_id))
        for page in pages:
            html = html_of(home, monkeypatch, page, **({"unit": unit_id} if page == "unit" else {}))
            assert f"Unit {unit_id}" in html and 'class="sc-light' in html, (unit_id, page)
            assert "Nhiệm vụ ›" not in html  # a page that would not open


def test_what_was_kept_for_one_reader_is_never_shown_to_another(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.ui.shell.header.sign_out_token", lambda: "token")
    wide = html_of(home, monkeypatch, "district", district="D1")
    read_as(monkeypatch, of_unit("D1"))
    narrow = html_of(home, monkeypatch, "district", district="D1")
    read_as(monkeypatch, STEWARD)
    assert html_of(home, monkeypatch, "district", district="D1") == wide != narrow


@pytest.mark.parametrize(
    ("reader", "way"), [(STEWARD, "tất cả đơn vị"), (of_unit("S1"), "Đến trang của tài khoản này")]
)
def test_what_cannot_be_shown_leads_on_to_what_can(
    home: Path, monkeypatch: pytest.MonkeyPatch, reader: Person, way: str
) -> None:
    read_as(monkeypatch, reader)
    assert way in html_of(home, monkeypatch, "unit", unit="S9")


@pytest.mark.parametrize("unit_id", ["S1", "D1-1"])
def test_who_sees_no_area_is_told_so_and_led_to_the_own_page(
    home: Path, monkeypatch: pytest.MonkeyPatch, unit_id: str
) -> None:
    read_as(monkeypatch, of_unit(unit_id))
    html = html_of(home, monkeypatch, "district")
    assert "Tài khoản này không xem địa bàn nào" in html and "Danh mục của tuần này" not in html
    assert re.search(r'href="/"[^>]*>Đến trang của tài khoản này', html)


def test_where_the_catalogue_has_no_district_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = load_catalog(write_catalogue(catalogue(), tmp_path / "catalog"))
    publish_week(tmp_path / "home", catalog, "2023-W42", [])
    assert "Danh mục của tuần này không có địa bàn nào" in html_of(tmp_path / "home", monkeypatch, "district")


@pytest.mark.parametrize(("page", "query"), [("overview", {}), ("unit", {"unit": "S2"})])
def test_a_refused_read_is_written_down(
    home: Path, monkeypatch: pytest.MonkeyPatch, page: str, query: dict[str, str]
) -> None:
    reader: Person = of_unit("S1")
    read_as(monkeypatch, reader)
    html_of(home, monkeypatch, page, **query)
    with reading(open_database(home)) as connection:
        last = connection.execute(select(AUDIT).order_by(AUDIT.c.number.desc())).first()
    assert last and (last.who, last.act, last.result) == (reader.user_name, "read", "refused")
    assert last.subject.startswith(page)
