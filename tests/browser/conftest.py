"""A real Chromium before a real server, which serves a demo home of its own; nothing leaves the machine."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect, sync_playwright

from benchmarks.servers import serving
from benchmarks.visitors import VISITOR, carry
from scorecard.catalog import load_catalog
from scorecard.demo import publish_demo
from scorecard.settings import ROOT
from scorecard.weeks import ReportWeek

WIDE, NARROW = (1920, 1080), (390, 844)
CATALOG = ROOT / "data" / "catalog"
PATIENCE = 20_000  # ms; what a machine with other work to do may need

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixteen synthetic weeks of the tracked catalogue, to week 42 of 2023."""
    home = tmp_path_factory.mktemp("demo")
    publish_demo(home, load_catalog(CATALOG), weeks=16, end=ReportWeek.parse("2023-W42"))
    return home


@pytest.fixture(scope="session")
def site(demo_home: Path) -> Iterator[str]:
    """The address of a server over the demo home, without a slash at its end."""
    with serving("app.py", demo_home, CATALOG) as server:
        yield server.url.rstrip("/")


@dataclass
class Visit:
    """One reader's page, with everything it asked for and said."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def open(self, url: str, wanted: str = ".sc-matrix, .sc-message, .sc-task-page, .sc-unit-page") -> Page:
        """Go to an address and wait for what is wanted."""
        self.page.goto(url)
        self.page.wait_for_selector(wanted, state="attached")
        return self.page


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens pages of a size; asking another machine, an error in the log and a dialog fail the test."""
    visits: list[Visit] = []
    with ExitStack() as stack:

        def new(size: tuple[int, int] = WIDE, token: str | None = VISITOR) -> Visit:
            context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, locale="vi-VN")
            stack.callback(context.close)
            if token:
                carry(context, token)
            seen = Visit(context.new_page())
            seen.page.set_default_timeout(PATIENCE)
            seen.page.on("request", lambda request: _note_foreign(seen, request.url))
            seen.page.on("pageerror", lambda error: seen.said.append(f"error: {error}"))
            seen.page.on("websocket", lambda socket: _note_foreign(seen, socket.url.replace("ws:", "http:")))
            seen.page.on("dialog", lambda dialog: _note_dialog(seen, dialog))
            seen.page.on("console", lambda message: seen.said.append(f"{message.type}: {message.text}"))
            visits.append(seen)
            return seen

        yield new
        assert [url for seen in visits for url in seen.foreign] == []
        assert [text for seen in visits for text in seen.said if _is_a_problem(text)] == []


def _note_dialog(seen: Visit, dialog: Dialog) -> None:
    seen.said.append(f"error: a dialog said {dialog.message}")
    dialog.dismiss()


_HARMLESS = "GL Driver Message"  # Chromium remarks on how a map is read back


def _is_a_problem(said: str) -> bool:
    return said.startswith(("error", "warning")) and _HARMLESS not in said


def _note_foreign(seen: Visit, url: str) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:", "blob:")):
        seen.foreign.append(url)
