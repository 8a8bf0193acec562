"""Every screen, and one of 1920 pixels at 200 % zoom: nothing scrolls sideways, and nothing lies over anything else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.visitors import carry
from tests.browser.conftest import Visit
from tests.browser.readers import Readers, settled

WEEK = "week=2023-W42"
PAGES = {
    "overview": (f"/?{WEEK}", ".sc-matrix"),
    "task": (f"/task?{WEEK}&task=4", ".sc-task-page"),
    "district": (f"/district?{WEEK}&district=465", ".sc-why h2"),
    "unit": (f"/unit?{WEEK}&unit=SO-NV", ".sc-figures"),
    "follow_up": (f"/follow_up?{WEEK}", ".sc-work-list"),
    "briefing": (f"/briefing?{WEEK}", ".sc-head"),
    "data": (f"/data?{WEEK}", ".sc-head"),
}
HEAD = ".sc-head h1, .sc-head nav a, .sc-synthetic, .sc-search input, .sc-step, .sc-week select, .sc-cut-off > *"
BODY = "form[data-go] .sc-field select, .sc-check, .sc-unit-tools a, .sc-chips a, .sc-heading, .sc-count, .sc-views a"
OVERLAPS = """
(selector) => {
  const boxes = [...document.querySelectorAll(selector)].map((e) => [e, e.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.height > 1);
  const before = (a, b) => a.right <= b.left + 1 || a.bottom <= b.top + 1;
  const apart = (a, b) => before(a, b) || before(b, a);
  return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
    .filter(([other, b]) => !one.contains(other) && !other.contains(one) && !apart(a, b))
    .map(([other]) => `${one.outerHTML.slice(0, 90)} / ${other.outerHTML.slice(0, 90)}`));
}
"""


# Cells of tables with more than a word in them that are too narrow for one.
NARROW = """
[...document.querySelectorAll(".sc-list :is(td, th), .sc-figures :is(td, th)")]
  .filter((cell) => cell.innerText.trim().length > 8)
  .map((cell) => [Math.round(cell.getBoundingClientRect().width), cell.innerText.trim().slice(0, 20)])
  .filter(([width]) => width > 1 && width < 55)
"""


@pytest.mark.parametrize("name", ["unit", "follow_up", "data"])
def test_no_column_is_too_narrow_for_its_words(site: str, visit: Callable[..., Visit], name: str) -> None:
    path, wanted = PAGES[name]
    page = visit().open(site + path, wanted)
    for width in (1366, 1180, 1093, 1024, 980, 960, 900, 830):
        page.set_viewport_size({"width": width, "height": 768})
        settled(page)
        assert page.evaluate(NARROW) == [], width


@pytest.mark.parametrize("name", PAGES)
def test_at_200_percent_nothing_overlaps_and_nothing_scrolls_sideways(site: str, readers: Readers, name: str) -> None:
    path, wanted = PAGES[name]
    with readers.one((960, 540), scale=2) as page:
        carry(page.context)
        page.goto(site + path)
        page.wait_for_selector(wanted, state="attached", timeout=20_000)
        settled(page)
        widths = page.evaluate("[document.documentElement.scrollWidth, document.querySelector('.stMain').scrollWidth]")
        overlaps = page.evaluate(OVERLAPS, f"{HEAD}, {BODY}")
    assert max(widths) <= 960
    assert overlaps == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_overlaps_on_any_screen(site: str, visit: Callable[..., Visit], name: str) -> None:
    path, wanted = PAGES[name]
    page = visit().open(site + path, wanted)
    for width, height in ((1920, 1080), (1366, 768), (768, 1024), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        settled(page)
        assert page.evaluate(OVERLAPS, f"{HEAD}, {BODY}") == [], width
        assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width


# How much room is left between the figure of an area's light and its arrow or its edge.
ROOM = """
() => [...document.querySelectorAll('td > a.sc-wide')].map((light) => {
  const style = getComputedStyle(light), text = document.createRange();
  text.selectNode(light.firstChild);
  const above = style.backgroundPosition.split(',')[1]?.endsWith(' 1px');
  const arrow = light.matches('[class*=sc-to-]') && !above ? parseFloat(style.backgroundSize.split(',')[1]) : 0;
  const room = light.getBoundingClientRect().right - arrow - text.getBoundingClientRect().right;
  return parseFloat(style.fontSize) ? room : 0;
})
"""


@pytest.mark.parametrize("path", [f"/?{WEEK}&block=district:465", f"/district?{WEEK}&district=465"])
def test_a_figure_of_an_area_keeps_clear_of_its_arrow(site: str, visit: Callable[..., Visit], path: str) -> None:
    page = visit().open(site + path)
    for width in (830, 911, 960, 1100, 1240, 1366, 1700, 1920):
        page.set_viewport_size({"width": width, "height": 768})
        settled(page)
        room = page.evaluate(ROOM)
        assert room and min(room) >= 0, width
