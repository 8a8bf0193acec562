"""What a reader sees and does on the page of a district, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scorecard.lights.listing import light_rows
from scorecard.snapshots.index import list_snapshots
from tests.browser.axe import serious
from tests.browser.conftest import NARROW, WIDE, Visit
from tests.browser.readers import settled

ADDRESS = "/district?week=2023-W42&district=465&task=4"
MAP = "[data-testid=stDeckGlJsonChart] canvas"
New = Callable[..., Visit]


def over_a_cell(page: Page) -> tuple[float, float]:
    """Finds a place on the map where a tooltip shows; moves like a reader who looks for one."""
    page.wait_for_selector(MAP)
    box = page.locator("[data-testid=stDeckGlJsonChart]").bounding_box()
    assert box
    for step in range(40):
        place = box["x"] + box["width"] * (0.45 + 0.02 * (step % 12)), box["y"] + box["height"] * 0.5
        if tip_at(page, place):
            return place
    raise AssertionError("no cell answered")


def tip_at(page: Page, place: tuple[float, float], looks: int = 4) -> str:
    """What the map says of a place; the tooltip of a slow machine lags behind the pointer, so it must stand still."""
    said, tip = "", page.locator(".deck-tooltip").first
    for look in range(looks):
        page.mouse.move(place[0] + look % 2, place[1])
        page.wait_for_timeout(300)
        now = tip.inner_text() if tip.is_visible() else ""
        if now and now == said:
            return said
        said = now
    return ""


def test_a_cell_says_its_light_and_a_click_opens_its_reason_again_and_again(site: str, visit: New) -> None:
    page = visit().open(site + ADDRESS)
    place = over_a_cell(page)
    for _ in range(2):
        said = tip_at(page, place, looks=60)  # the map behind a closed reason is a new one, which takes a while
        assert "Nhiệm vụ 4" in said
        page.mouse.click(*place)
        expect(page.locator("dialog[open] h2")).to_have_text(said.split("\n")[0])
        page.wait_for_url(re.compile(r"why=\w+%3A4"))
        page.keyboard.press("Escape")
        page.wait_for_url(lambda url: "why=" not in url)
        expect(page.locator("dialog")).to_have_count(0)


def test_the_wheel_scrolls_the_page_and_leaves_the_map(site: str, visit: New) -> None:
    page = visit((1366, 768)).open(site + ADDRESS)
    over_a_cell(page)
    page.mouse.wheel(0, 200)
    page.wait_for_function("document.querySelector('.stMain').scrollTop > 0")


def test_filters_change_the_address_and_the_page(site: str, visit: New) -> None:
    page = visit().open(site + ADDRESS)
    page.select_option("select[name=district]", "464")
    page.wait_for_url("**district=464**")
    expect(page.locator(".sc-why-place")).to_contain_text("Vĩnh Linh")
    page.locator(".sc-task a").nth(2).click()
    page.wait_for_url("**task=3**")
    expect(page.locator(".sc-map-head h2")).to_contain_text("Nhiệm vụ 3")
    page.go_back()
    expect(page.locator(".sc-map-head h2")).to_contain_text("Nhiệm vụ 4")


def test_the_list_of_the_map_equals_the_published_lights(site: str, visit: New, demo_home: Path) -> None:
    page = visit().open(site + ADDRESS)
    page.get_by_text("Bản đồ dưới dạng danh sách").click()
    rows = page.locator(".sc-map-foot tbody tr").evaluate_all(
        "(rows) => rows.map((r) => [r.querySelector('a').getAttribute('href'), r.querySelector('b').textContent])"
    )
    index = list_snapshots(demo_home)
    signs = {"green": "✓", "amber": "!", "red": "✕", "missing": "?", "none_arising": "–", "no_rule": "○"}
    published = {
        row["unit_id"]: signs[row["status"]] for row in light_rows(demo_home, index, index.all[-1], "task", None, 4)
    }
    found = {re.search(r"why=(\w+):4", href)[1]: sign for href, sign in rows}  # type: ignore[index]
    assert len(found) == 126
    assert {unit_id: sign for unit_id, sign in found.items() if sign} == {
        unit_id: sign for unit_id, sign in published.items() if unit_id in found
    }


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_serious_is_in_the_way_and_nothing_scrolls_sideways(
    site: str, visit: New, size: tuple[int, int]
) -> None:
    page = visit(size).open(site + ADDRESS)
    page.wait_for_selector(".sc-why h2")
    settled(page)
    main = "document.querySelector('.stMain')"
    assert page.evaluate(f"{main}.scrollWidth <= {main}.clientWidth")
    assert serious(page) == []


@pytest.mark.parametrize(("size", "shown"), [(WIDE, True), (NARROW, False)], ids=["wide", "narrow"])
def test_what_chooses_the_kind_of_map_is_there_with_the_map(
    site: str, visit: New, size: tuple[int, int], shown: bool
) -> None:
    page = visit(size).open(f"{site}{ADDRESS}&shape=boundaries", ".sc-map-head [role=status]")
    # Without installed boundaries there is no switch of its own.
    page.evaluate("document.querySelector('.sc-map-head').insertAdjacentHTML('beforeend', '<nav>switch</nav>')")
    for part in (".sc-map-head nav", ".sc-map-head [role=status]", "[data-testid=stDeckGlJsonChart]"):
        expect(page.locator(part)).to_be_visible(visible=shown)


def test_a_district_of_the_overview_leads_here(site: str, visit: New) -> None:
    page = visit().open(site + "/?week=2023-W42")
    page.locator(".sc-table tbody th a", has_text="Huyện Hướng Hóa").click()
    page.wait_for_url("**/district?week=2023-W42&district=465**")
    expect(page.locator(".sc-area-filters select[name=district]")).to_have_value("465")


MARKS = """
[...document.querySelectorAll('.sc-table td > a.sc-wide')].map((a) => {
  a.classList.add('sc-to-worse');
  return getComputedStyle(a).backgroundPosition.split(', ')[1];
})
"""


def test_the_mark_of_a_change_stands_above_the_number_of_a_district(site: str, visit: New) -> None:
    page = visit().open(site + ADDRESS, ".sc-table td > a.sc-wide")
    assert set(page.evaluate(MARKS)) == {"calc(100% - 1px) 1px"}
