"""The page of one unit in a real browser: reached from the matrix, and printed on one sheet."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scorecard.catalog import load_catalog
from scorecard.lights.figure_words import fraction_of, value_of
from scorecard.lights.listing import indicator_lights
from scorecard.snapshots.index import list_snapshots
from tests.browser.conftest import CATALOG, NARROW, Visit

WEEK = "2023-W42"
New = Callable[..., Visit]


def test_a_name_in_the_matrix_leads_to_its_unit(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?week={WEEK}")
    page.get_by_role("link", name="Sở Tư pháp", exact=True).click()
    expect(page.locator(".sc-heading")).to_have_text("Sở Tư pháp")
    page.wait_for_url(re.compile(f"/unit.week={WEEK}&unit=SO-TP"))
    page.locator(".sc-task-row a").first.click()
    expect(page.locator("dialog[open] h2")).to_contain_text("Sở Tư pháp · Nhiệm vụ 1")


PAPER = """
(() => {
  const points = [...document.querySelectorAll('.sc-unit-page :is(th, td, li, p)')].filter((e) => e.checkVisibility())
    .map((e) => parseFloat(getComputedStyle(e).fontSize) * e.currentCSSZoom * 0.75);
  const grounds = ['body', '.stApp', '.stMain', '.stMainBlockContainer', '.stVerticalBlock'];
  return [Math.min(...points), grounds.map((g) => getComputedStyle(document.querySelector(g)).backgroundColor)];
})()
"""


@pytest.mark.parametrize("unit", ["SO-NV", "466", "19330"], ids=["most rows", "most lacking", "fewest rows"])
def test_it_prints_on_one_sheet_and_can_be_read(site: str, visit: New, unit: str) -> None:
    page = visit().open(f"{site}/unit?week={WEEK}&unit={unit}", ".sc-figures")
    page.wait_for_selector(".st-key-history", state="attached")
    page.emulate_media(media="print")
    smallest, grounds = page.evaluate(PAPER)
    assert smallest >= 6.45 and set(grounds) == {"rgb(255, 255, 255)"}
    expect(page.locator(".st-key-history")).to_be_hidden()
    page.set_viewport_size({"width": 733, "height": 1070})  # of A4 without margins: what is wider, the printer shrinks
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 733
    sheet = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1


def test_an_open_reason_is_what_is_printed_on_one_sheet(site: str, visit: New) -> None:
    page = visit().open(f"{site}/unit?week={WEEK}&unit=SO-NV&why=SO-NV:4", "dialog[open]")
    page.wait_for_selector(".sc-figures")
    sheet = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    page.emulate_media(media="print")
    expect(page.locator(".sc-figures")).to_be_hidden()
    expect(page.locator(".sc-dialog .sc-clauses").first).to_be_visible()
    dialog = page.locator("dialog[open]")
    assert dialog.evaluate("(e) => getComputedStyle(e, '::backdrop').display") == "none"
    assert dialog.evaluate("(e) => e.getBoundingClientRect().left === 0 && e.scrollHeight <= e.clientHeight")


def test_a_link_beside_a_heading_stays_above_its_rule_on_a_phone(site: str, visit: New) -> None:
    page = visit(NARROW).open(f"{site}/unit?week={WEEK}&unit=465", ".sc-figures")
    below = page.evaluate(
        "[...document.querySelectorAll('.sc-task-row .sc-more')].filter((a) => a.getBoundingClientRect().bottom"
        " > a.closest('th').getBoundingClientRect().bottom + 1).length"
    )
    assert page.locator(".sc-task-row .sc-more").count() > 5 and below == 0


def test_words_typed_are_looked_for_in_the_time_line_and_stand_in_the_address(site: str, visit: New) -> None:
    page = visit().open(f"{site}/unit?week={WEEK}&unit=SO-NV", ".sc-figures")
    page.locator(".sc-history summary").click()
    every = page.locator(".sc-line-of li").count()
    page.locator(".sc-find input[type=search]").fill("vang")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("unit=SO-NV&find=vang"))
    expect(page.locator(".sc-history [role=status]")).to_contain_text("Tìm thấy")
    found = page.locator(".sc-line-of li")
    assert 0 < found.count() < every and all("vàng" in text.lower() for text in found.all_inner_texts())
    with page.expect_download() as told:
        page.locator(".st-key-history-file button").click()
    rows = told.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert told.value.suggested_filename == f"dien-bien-SO-NV-{WEEK}.csv" and len(rows) == found.count() + 1


READ = """
[...document.querySelectorAll('.sc-figures tbody tr:not(.sc-task-row)')].map((tr) => [
  tr.cells[0].firstChild.textContent.trim(),
  [...tr.querySelector('.sc-light').classList].find((c) => !['sc-light', 'sc-small'].includes(c)).slice(3),
  tr.cells[1].childNodes[1].textContent.trim(), tr.cells[2].textContent.trim(), !!tr.querySelector('.sc-small'),
])
"""


@pytest.mark.parametrize("unit", ["SO-NV", "SO-TC", "465", "471", "19330", "19564"])
def test_every_figure_is_the_one_the_command_prints(site: str, visit: New, demo_home: Path, unit: str) -> None:
    page = visit().open(f"{site}/unit?week={WEEK}&unit={unit}", ".sc-figures")
    shown = page.evaluate(READ)
    index, indicators = list_snapshots(demo_home), {i.indicator_id: i for i in load_catalog(CATALOG).indicators}
    expected = []
    for row in indicator_lights(demo_home, index.all[-1], unit):
        item = indicators[row.indicator_id]
        expected.append([item.name, row.status, value_of(row, item), fraction_of(row, item), row.small_n])
    assert sorted(shown) == sorted(expected) and len(shown) > 5
