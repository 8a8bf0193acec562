"""The page of one task in a real browser: opened by its address, its figures those of the command."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scorecard.text import general_words
from tests.browser.conftest import CATALOG, NARROW, Visit
from tests.cli.command_line import Scorecard

WEEK = "2023-W42"
New = Callable[..., Visit]


def test_a_column_of_the_matrix_leads_to_its_task_and_back_again(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?week={WEEK}")
    page.click(".sc-task a >> nth=3")
    expect(page.locator(".sc-heading")).to_contain_text("4 ·")
    page.wait_for_url(re.compile(rf"/task\?week={WEEK}&task=4"))
    page.click(".sc-chips a >> nth=6")
    expect(page.locator(".sc-heading")).to_contain_text("7 ·")
    page.go_back()
    expect(page.locator(".sc-heading")).to_contain_text("4 ·")
    page.go_back()
    expect(page.locator(".sc-matrix")).to_be_attached()


def test_a_unit_can_be_seen_in_the_drawing_and_its_light_gives_its_reason(site: str, visit: New) -> None:
    page = visit().open(f"{site}/task?week={WEEK}&task=4")
    page.get_by_title("Xem Sở Nội vụ trên biểu đồ").click()
    expect(page.locator(".sc-keys li")).to_have_count(2)
    page.wait_for_url(re.compile("chosen=SO-NV"))
    page.locator("tr", has_text="Sở Nội vụ").locator(".sc-result a").click()
    expect(page.locator("dialog[open] h2")).to_contain_text("Sở Nội vụ · Nhiệm vụ 4")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".sc-keys li")).to_have_count(2)


def test_every_light_of_the_cards_gives_the_reason_of_its_group(site: str, visit: New) -> None:
    page = visit().open(f"{site}/task?week={WEEK}&task=4")
    lights, links = page.locator(".sc-card i.sc-light"), page.locator(".sc-card a:has(> i.sc-light)")
    assert lights.count() == links.count() > 4
    expect(links.first).to_contain_text("%")
    expect(links.first.locator(".sc-hidden")).not_to_be_empty()
    for link, owner in ((links.first, "Toàn tỉnh"), (page.locator(".sc-levels a").first, "Các cơ quan chuyên môn")):
        link.click()
        expect(page.locator("dialog[open] h2")).to_contain_text(owner)
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_have_count(0)


def test_the_ranking_shows_the_lights_the_command_prints(site: str, visit: New, demo_home: Path) -> None:
    page = visit().open(f"{site}/task?week={WEEK}&task=4&indicator=NV4.1")
    shown = page.evaluate(
        "[...document.querySelectorAll('.sc-bullets tbody tr')].map((tr) => "
        "[tr.querySelector('.sc-parts').innerText, tr.querySelector('.sc-result .sc-hidden').innerText.trim()])"
    )
    rows = Scorecard(demo_home, CATALOG)("lights", "--week", WEEK, "--level", "indicator", "--task", "4", "--format",
                                         "json").json()  # fmt: skip
    heads = [row for row in rows if row["indicator_id"] == "NV4.1" and (row["unit_id"].startswith("SO-") or
             len(row["unit_id"]) == 3)]  # fmt: skip
    ranked = [row for row in heads if row["status"] in ("red", "amber", "green", "no_rule")]
    grouped = "{:,}".format
    expected = [[f"{grouped(row['numerator'])}/{grouped(row['denominator'])}".replace(",", "."),
                 general_words.STATUS[row["status"]]] for row in ranked]  # fmt: skip
    assert sorted(shown) == sorted(expected) and len(shown) > 20


def test_a_week_to_compare_with_is_chosen_named_and_kept_by_the_address(site: str, visit: New) -> None:
    page = visit().open(f"{site}/task?week={WEEK}&task=4&chosen=SO-NV")
    page.select_option("select[name=against]", "2023-W35")
    page.wait_for_url(re.compile("against=2023-W35"))
    expect(page.get_by_role("heading", name="Đổi gì so với tuần 35/2023")).to_be_visible()
    expect(page.locator(".sc-keys li")).to_have_count(2)  # the chosen unit stays
    page.reload()
    expect(page.locator("select[name=against]")).to_have_value("2023-W35")
    page.get_by_role("link", name="Đơn vị", exact=True).click()
    page.wait_for_url(re.compile("/unit.*against=2023-W35"))
    page.go_back()


def test_a_week_to_compare_with_stays_as_long_as_the_chosen_week_lies_after_it(site: str, visit: New) -> None:
    page = visit().open(f"{site}/task?week={WEEK}&task=4&against=2023-W40")
    page.select_option("select[name=week]", "2023-W41")
    page.wait_for_url(lambda url: "week=2023-W41" in url and "against=2023-W40" in url)
    page.select_option("select[name=week]", "2023-W40")
    page.wait_for_url(lambda url: "week=2023-W40" in url and "against" not in url)


@pytest.mark.parametrize("size", [(768, 1024), NARROW], ids=["tablet", "phone"])
def test_the_ranking_says_what_a_share_is_of(site: str, visit: New, size: tuple[int, int]) -> None:
    page = visit(size).open(f"{site}/task?week={WEEK}&task=4", ".sc-bullets")
    row = page.locator(".sc-bullets tr", has=page.get_by_title("Xem Sở Nội vụ trên biểu đồ"))
    parts, value = row.locator(".sc-parts"), row.locator(".sc-result a")
    expect(parts).to_have_text(re.compile(r"^[\d.]+/[\d.]+$"))
    expect(parts).to_be_visible()
    box, beside = parts.bounding_box(), value.bounding_box()
    assert box and beside and box["x"] + box["width"] <= size[0]
    assert (box["y"] > beside["y"] + 12) == (size == NARROW)
