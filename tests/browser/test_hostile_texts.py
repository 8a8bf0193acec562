"""Whatever anybody names script, SQL, formula or markup stands on every page as the text it is, and does nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, Visit
from tests.browser.readers import settled
from tests.forked_servers import serving
from tests.homes.hostile_home import ELSEWHERE, TEXTS, hostile_draft, hostile_home

New = Callable[..., Visit]
READY = ".sc-matrix, .sc-message, .sc-task-page, .sc-unit-page, .sc-area, .sc-steps, .sc-frame svg"
# What a text would have become if a page had taken it for markup.
TAKEN = (
    "img[src=x], iframe[src*='192.0.2.1'], link[href*='192.0.2.1'], img[src*='192.0.2.1'], [onmouseover], [onerror],"
    " [onload], a[href^='javascript:'], .sc-head strong strong"
)
PAGES = [
    "/",
    "/?why=S1:1",
    "/?why=D1-3:4&week=2023-W41",
    "/?block=district:D1&only=red_amber",
    "/?week=2023-W42&revision=1",
    "/task?task=1",
    "/task?task=5&chosen=S1,S2,D1",
    "/task?task=7&against=2023-W41&why=S2:7",
    "/unit?unit=S1",
    "/unit?unit=D1-4&against=2023-W41",
    "/unit?unit=S16&why=S16:3",
    "/district?district=D1",
    "/district?district=D1&task=4&why=D1-2:4",
    "/briefing",
    "/briefing?district=D1",
    "/data",
    "/data?unit=S1&week=2023-W42",
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_home(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def hostile(home: Path) -> Iterator[str]:
    with serving("app.py", home, home.parent / "catalog") as server:
        yield server.url.rstrip("/")


def everything(page: Page) -> str:
    """What a reader can read, and what titles and labels say."""
    words: str = page.evaluate(
        """() => [document.title, document.body.innerText, document.body.textContent,
            ...[...document.querySelectorAll('[title],[aria-label],[data-tip]')].map(
              item => `${item.title} ${item.ariaLabel} ${item.dataset.tip}`)].join('\\n')"""
    )
    return re.sub(r"\s+", " ", words)


def looked_at(page: Page) -> str:
    """Waits until the page is quiet; nothing on it is what a text would have become."""
    settled(page)
    expect(page.locator(TAKEN)).to_have_count(0)
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    return everything(page)


def test_every_page_shows_the_texts_and_nothing_happens(hostile: str, visit: New, home: Path) -> None:
    seen, read = visit(), ""
    for address in [*PAGES, f"/data?draft={hostile_draft(home).draft_id}"]:
        read += looked_at(seen.open(hostile + address, READY))
    absent = [text for text in TEXTS if re.sub(r"\s+", " ", text) not in read]
    assert absent == []
    assert "root:x:" not in read


@pytest.mark.parametrize("query", ["week", "block", "why", "unit", "draft"])
def test_an_address_that_is_hostile_is_said_as_it_is(hostile: str, visit: New, query: str) -> None:
    page = visit().page
    for place, name in enumerate(("", "unit", "data")):
        page.goto(f"{hostile}/{name}")
        page.evaluate(
            "([name, text]) => { location.search = new URLSearchParams([[name, text]]) }", [query, TEXTS[place]]
        )
        page.wait_for_selector(READY, state="attached")
        looked_at(page)


def test_tips_search_and_dialogs_are_texts(hostile: str, visit: New) -> None:
    page = visit().open(f"{hostile}/?block=district:D1", READY)
    for cell in page.locator(".sc-matrix td a").all()[:12]:
        cell.hover()
    for text in ("<script", "img src", "cmd", "{{7", "DROP"):
        box = page.get_by_role("combobox", name="Tìm")
        box.fill(text)
        expect(page.get_by_role("option").first).to_be_visible()
        looked_at(page)
        box.fill("")
    page.keyboard.press("Escape")
    page.locator(".sc-matrix tbody td a").first.click()
    page.wait_for_url("**task=1**")
    looked_at(page)


def test_the_narrow_screen_and_print_are_texts_too(hostile: str, visit: New) -> None:
    seen = visit(NARROW)
    for address in ("/", "/unit?unit=S1"):
        page = seen.open(hostile + address, READY)
        page.emulate_media(media="print")
        looked_at(page)
        page.emulate_media(media="screen")


def test_every_file_is_offered_and_comes(hostile: str, visit: New, home: Path) -> None:
    seen = visit()
    for address in ("/briefing", "/data?unit=S1", f"/data?draft={hostile_draft(home).draft_id}"):
        page = seen.open(hostile + address, READY)
        buttons = page.locator(".stDownloadButton button")
        expect(buttons.first).to_be_visible()
        for button in buttons.all():
            with page.expect_download(timeout=60_000) as waited:
                button.click()
            assert waited.value.path().stat().st_size > 100
            assert not set(waited.value.suggested_filename) & set("<>/\\")
        looked_at(page)


def test_nothing_was_run_on_the_server(hostile: str) -> None:
    assert hostile and ELSEWHERE and not Path("/tmp/hostile").exists()
