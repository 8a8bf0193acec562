"""The page of chasing in a real browser: this week's numbers open their lists, filters change the address."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scorecard.text import work_list_words
from tests.browser.axe import serious
from tests.browser.conftest import CATALOG, NARROW, WIDE, Visit
from tests.cli.command_line import Scorecard

WEEK = "week=2023-W42"
LIST = ".sc-work-list, .sc-empty"
New = Callable[..., Visit]


@pytest.mark.parametrize("size", [WIDE, (1366, 768), (768, 1024), NARROW], ids=str)
@pytest.mark.parametrize("query", ["", "&news=better", "&listed=figures&district=465", "&step=4&unit=SO-NV&task=12"])
def test_nothing_scrolls_sideways_and_axe_finds_nothing_serious(
    site: str, visit: New, size: tuple[int, int], query: str
) -> None:
    page = visit(size).open(f"{site}/follow_up?{WEEK}{query}", LIST)
    widths = page.evaluate("[document.documentElement.scrollWidth, document.querySelector('.stMain').scrollWidth]")
    assert max(widths) <= size[0]
    assert serious(page) == []


def test_the_rows_are_those_of_the_command_and_a_filter_is_kept_by_the_address(
    site: str, visit: New, demo_home: Path
) -> None:
    page = visit().open(f"{site}/follow_up?{WEEK}", LIST)
    page.locator("select[name=district]").select_option("465")
    page.wait_for_url(re.compile("district=465"))
    figures = page.get_by_role("link", name=re.compile(f"^{work_list_words.FIGURES}"))
    expect(figures).to_have_attribute("href", re.compile("district=465"))  # the address changes before the page does
    figures.click()
    page.wait_for_url(re.compile("listed=figures"))
    arguments = ("chase", "--week", "2023-W42", "--list", "figures", "--district", "465", "--format", "json")
    rows = Scorecard(demo_home, CATALOG)(*arguments).json()
    expect(page.locator(".sc-work-list tbody tr")).to_have_count(len(rows))
    shown = page.locator(".sc-work-list tbody th a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    lights = [re.search(r"light=([^&]+)", href)[1] for href in shown]  # type: ignore[index]
    assert lights == [f"{row['unit_id']}:{row['task_no']}" for row in rows] and rows
    page.reload()
    expect(page.locator("select[name=district]")).to_have_value("465")


def test_a_number_opens_its_list_a_light_gives_its_reason_and_its_desk(site: str, visit: New) -> None:
    page = visit().open(f"{site}/follow_up?{WEEK}", LIST)
    news = page.locator(".sc-work-news a").first
    count = int(news.locator("b").inner_text())
    news.click()
    page.wait_for_url(re.compile("news=new"))
    expect(page.locator(".sc-work-list tbody tr")).to_have_count(count)
    page.locator(".sc-work-light a").first.click()
    expect(page.locator("dialog[open] h2")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.locator(".sc-work-list tbody th a").nth(1).click()
    page.wait_for_url(re.compile("light="))
    expect(page.locator(".sc-work-list")).to_have_count(0)
    page.get_by_role("link", name=work_list_words.BACK).click()
    expect(page.locator(".sc-work-list tbody tr")).to_have_count(count)


def test_a_long_list_is_shown_whole_when_asked_for(site: str, visit: New) -> None:
    page = visit().open(f"{site}/follow_up?{WEEK}", LIST)
    expect(page.locator(".sc-work-list tbody tr")).to_have_count(100)
    page.locator(".sc-work-rest a").click()
    page.wait_for_url(re.compile("rows=all"))
    every = int(re.findall(r"\((\d+)\)", page.locator(".sc-work-tabs a[aria-current]").inner_text())[0])
    expect(page.locator(".sc-work-list tbody tr")).to_have_count(every)


def test_the_forms_below_a_long_list_are_one_step_away_for_who_may_write(site: str, visit: New) -> None:
    page = visit().open(f"{site}/follow_up?{WEEK}", LIST)
    assert page.locator(".stMain").evaluate("(e) => e.scrollTop") == 0
    page.get_by_role("link", name=work_list_words.DOWN).click()
    expect(page.locator("#sc-work-end")).to_be_focused()
    page.wait_for_function("document.querySelector('.stMain').scrollTop > 500")
