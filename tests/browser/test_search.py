"""The search in the header in a real browser: found without diacritics, by code, with the keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from scorecard.catalog import load_catalog
from tests.browser.axe import serious
from tests.browser.conftest import NARROW, WIDE, Visit
from tests.catalogs.catalogue_rows import catalogue, seen, unit, write_catalogue
from tests.forked_servers import serving
from tests.homes.small_home import publish_week

WEEK = "week=2023-W42"
New = Callable[..., Visit]


def options(page: Page, text: str) -> list[str]:
    page.fill(".sc-search input", text)
    return [option.inner_text().replace("\n", " | ") for option in page.locator(".sc-search [role=option]").all()]


def test_names_are_found_without_diacritics_in_any_case_and_by_code(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?{WEEK}")
    assert options(page, "cam lo")[:2] == ["Huyện Cam Lộ | Địa bàn", "Huyện Cam Lộ | Đơn vị"]
    assert options(page, "dakrong")[0] == "Huyện Đakrông | Địa bàn"
    assert options(page, "Đa Krông")[0] == "Huyện Đakrông | Địa bàn"  # an alias
    assert options(page, "HUONG HOA")[:2] == ["Hướng Hóa | Mục đã lưu", "Huyện Hướng Hóa | Địa bàn"]
    assert options(page, "phuong dong giang")[0] == "Phường Đông Giang | Đơn vị · Thành phố Đông Hà"
    assert options(page, "so noi vu") == ["Sở Nội vụ | Đơn vị"]
    assert options(page, "so-tp") == ["Sở Tư pháp | Đơn vị"]
    four = options(page, "4")
    assert re.match(r"4 · .* \| Nhiệm vụ", four[0]) and "Phường 4 | Đơn vị · Thành phố Đông Hà" in four
    assert options(page, "nv4.1")[0].endswith("Chỉ số · nhiệm vụ 4")
    for spelt in ("nhiệm vụ 4", "Nhiem vu so 4", "NV4", "nv 4"):
        assert options(page, spelt)[0] == four[0]
    tasks = options(page, "nhiem vu")  # beside indicators that have the words in their names
    assert len({*tasks}) == 12 and four[0] in tasks
    assert "Sở Nội vụ | Đơn vị" in options(page, "vu") and options(page, "nv")[0] == "Sở Nội vụ | Đơn vị"
    assert options(page, "nhiem vu 11") == []
    expect(page.locator(".sc-search p")).to_have_text("Nhiệm vụ 11 không có trong văn bản")
    assert options(page, "zzz") == []
    expect(page.locator(".sc-search p")).to_have_text("Không tìm thấy")


def test_what_is_typed_before_the_names_have_come_is_found_once_they_have(site: str, visit: New) -> None:
    seen = visit()
    held: list[str | bytes] = []

    def hold(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            if held or b'id=\\"sc-findable' in bytes(message):  # and whatever comes after it
                held.append(message)
            else:
                socket.send(message)

        server.on_message(pass_on)
        seen.page.expose_function("release", lambda: [socket.send(message) for message in held] and None)

    seen.page.route_web_socket(re.compile("_stcore/stream"), hold)
    with closing(seen.open(f"{site}/?{WEEK}", ".sc-search input")) as page:  # the held socket goes with it
        page.fill(".sc-search input", "dakrong")
        found = page.locator(".sc-search [role=listbox]")
        expect(found).to_be_hidden()
        page.evaluate("window.release()")
        expect(found.locator("[role=option]").first).to_have_text("Huyện ĐakrôngĐịa bàn")


def test_the_keyboard_alone_finds_chooses_and_opens(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?{WEEK}")
    field = page.get_by_role("combobox", name="Tìm đơn vị")
    while not field.evaluate("(e) => e === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.type("cam lo")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("cam lo")
    page.keyboard.press("ArrowDown")  # opens again, on the first
    page.keyboard.press("ArrowDown")
    chosen = page.locator(".sc-search [aria-selected=true]")
    expect(chosen).to_contain_text("Đơn vị")
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/district?{WEEK}&district=468")
    expect(page.locator("select[name=district]")).to_have_value("468")


def test_a_result_on_the_same_page_opens_without_loading_it_again(site: str, visit: New) -> None:
    page = visit().open(f"{site}/unit?{WEEK}&unit=SO-NV", ".sc-figures")
    page.evaluate("window.still = true")
    page.fill(".sc-search input", "so tu phap")
    page.locator(".sc-search [role=option]").click()
    expect(page.locator(".sc-heading")).to_have_text("Sở Tư pháp")
    assert page.evaluate("window.still") is True
    page.go_back()
    expect(page.locator(".sc-heading")).to_have_text("Sở Nội vụ")


@pytest.mark.parametrize("size", [WIDE, (1366, 768), (1024, 768), NARROW], ids=str)
def test_the_open_list_is_on_the_screen_and_nothing_serious_is_in_its_way(
    site: str, visit: New, size: tuple[int, int]
) -> None:
    page = visit(size).open(f"{site}/task?{WEEK}&task=4")
    before = page.locator(".sc-head").bounding_box()
    assert len(options(page, "dakrong")) == 12
    box, head = page.locator(".sc-search [role=listbox]").bounding_box(), page.locator(".sc-head").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= size[0] and head == before
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= size[0]
    assert serious(page) == []


def test_the_header_keeps_its_rows(site: str, visit: New) -> None:
    for size, most in ((WIDE, 62), ((1366, 768), 100)):
        page = visit(size).open(f"{site}/?{WEEK}")
        assert page.locator(".sc-head").evaluate("(e) => e.getBoundingClientRect().height") <= most


def test_saved_views_are_links_of_the_overview_and_offered_before_anybody_types(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?{WEEK}")
    page.locator(".sc-views a", has_text="Giao ban thứ Hai").click()
    page.wait_for_url(re.compile(f"{WEEK}&only=red_amber"))
    expect(page.locator(".sc-table a.sc-green")).to_have_count(0)
    page.get_by_role("combobox", name="Tìm đơn vị").click()
    expect(page.locator(".sc-search [role=option]")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/district?{WEEK}&district=465")


def test_going_back_to_a_week_of_another_catalogue_finds_its_names(tmp_path: Path, visit: New) -> None:
    for week, name in (("2023-W41", "Sở Cũ"), ("2023-W42", "Sở Mới")):
        folder = write_catalogue(catalogue(units=[unit("S1", name=name)]), tmp_path / week)
        publish_week(tmp_path / "home", load_catalog(folder), week, [seen("S1", "2023-10-05", 9, 10)])
    with serving("app.py", tmp_path / "home", tmp_path / "2023-W42") as server:
        page = visit().open(f"{server.url}?week=2023-W42")
        page.locator("a.sc-step").click()
        page.wait_for_url("**week=2023-W41*")
        expect(page.locator(".sc-table")).to_contain_text("Sở Cũ")
        field, option = page.locator(".sc-search input"), page.locator(".sc-search [role=option]")
        field.fill("so")
        expect(option).to_contain_text("Sở Cũ")
        page.go_back()
        expect(page.locator(".sc-table")).to_contain_text("Sở Mới")
        expect(option).to_contain_text("Sở Mới")  # the list stayed open
        field.fill("cu")
        expect(page.locator(".sc-search p")).to_have_text("Không tìm thấy")
