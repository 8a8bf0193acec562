"""Where the focus is after a choice: whoever reads by keyboard goes on from where the choice was made."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

WEEK = "2023-W42"
New = Callable[..., Visit]
# The part of the page with the focus keeps it although it was printed anew; the mark proves that it was.
MARK = "(e) => { e.closest('.sc-panel').firstElementChild.dataset.old = 'yes' }"


def act(page: Page, selector: str, *keys: str) -> None:
    """Chooses with the keyboard alone and waits until the part of the page is printed anew."""
    place = page.locator(selector).first
    place.evaluate(MARK)
    place.focus()
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator("[data-old]")).to_have_count(0)
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached")


CHOICES = [
    (f"/?week={WEEK}", "select[name=week]", ("ArrowDown",), "select[name=week]"),
    (f"/?week={WEEK}", "[type=checkbox]", ("Space",), "[type=checkbox]"),
    (f"/task?week={WEEK}&task=4", ".sc-chips a >> nth=6", ("Enter",), ".sc-chips a[aria-current]"),
    (f"/task?week={WEEK}&task=4", ".sc-bullets th a >> nth=3", ("Enter",), ".sc-bullets a[aria-current]"),
    (f"/district?week={WEEK}&district=465", ".sc-area-filters select[name=task]", ("ArrowDown",), "select[name=task]"),
]


@pytest.mark.parametrize(("path", "chosen", "keys", "focused"), CHOICES, ids=lambda value: str(value)[:34])
def test_a_choice_keeps_the_focus(
    site: str, visit: New, path: str, chosen: str, keys: tuple[str, ...], focused: str
) -> None:
    page = visit().open(site + path)
    act(page, chosen, *keys)
    expect(page.locator(focused).first).to_be_focused()


def test_steps_through_the_weeks_go_on_with_the_same_key(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?week={WEEK}")
    act(page, ".sc-step", "Enter")
    act(page, ".sc-step", "Enter")
    page.wait_for_url(re.compile("week=2023-W40"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("week=2023-W39"))


LIGHTS = [
    (f"/?week={WEEK}&unit=SO-NV&task=4", "unit=SO-NV&task=4"),
    (f"/?week={WEEK}&group=area:465&task=4&block=district:465", "group=area:465&task=4"),
    (f"/unit?week={WEEK}&unit=SO-NV&why=SO-NV:4", "why=SO-NV:4"),
    (f"/task?week={WEEK}&task=4&why=SO-NV:4", "why=SO-NV:4"),
]


@pytest.mark.parametrize(("path", "end"), LIGHTS, ids=lambda value: str(value)[:40])
def test_a_reason_opened_by_its_address_leaves_the_focus_on_its_light(
    site: str, visit: New, path: str, end: str
) -> None:
    page = visit().open(site + path)
    expect(page.locator("dialog[open]")).to_be_attached()
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert page.evaluate("document.activeElement.getAttribute('href')").endswith(f"&{end}")


def test_a_light_keeps_the_focus_behind_its_reason_and_when_the_address_goes_back(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?week={WEEK}")
    light = page.locator("tr", has_text="Sở Tư pháp").locator("td[data-n='3'] a")
    light.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] [data-close]")).to_be_focused()
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "unit=" not in url)
    expect(light).to_be_focused()
    page.go_back()
    expect(page.locator("dialog[open] [data-close]")).to_be_focused()
    page.go_back()
    expect(page.locator("dialog")).to_have_count(0)
    expect(light).to_be_focused()


CHANGE = "(e) => { e.value = 'department'; e.dispatchEvent(new Event('change', { bubbles: true })) }"


def test_nobody_who_types_into_the_search_is_interrupted(site: str, visit: New) -> None:
    page = visit().open(f"{site}/task?week={WEEK}&task=4")
    field = page.locator(".sc-search input")
    field.press_sequentially("so tu")
    field.evaluate(MARK)
    page.locator("select[name=block]").evaluate(CHANGE)
    expect(page.locator("[data-old]")).to_have_count(0)
    page.keyboard.type(" phap")
    expect(field).to_be_focused()
    expect(field).to_have_value("so tu phap")
    expect(page.locator(".sc-search [role=option]")).to_have_count(1)
