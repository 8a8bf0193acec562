"""A real Chromium before a real server, which serves a demo home of its own; nothing leaves the machine."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect, sync_playwright

from benchmarks.visitors import VISITOR, carry
from scorecard.catalog import load_catalog
from scorecard.demo import publish_demo
from scorecard.settings import ROOT
from scorecard.weeks import ReportWeek
from tests.browser.readers import Readers
from tests.forked_servers import serving
from tests.homes.made_once import made_once

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
    """Sixteen synthetic weeks of the tracked catalogue, to week 42 of 2023; one copy for each worker's server."""
    home = tmp_path_factory.mktemp("demo")
    publish_sixteen(home)
    return home


@made_once
def publish_sixteen(home: Path) -> None:
    publish_demo(home, load_catalog(CATALOG), weeks=16, end=ReportWeek.parse("2023-W42"))


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


@pytest.fixture(scope="session")
def readers(chromium: Browser) -> Iterator[Readers]:
    """The tabs of this run."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Nothing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Readers(chromium, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


class _Nothing(BaseHTTPRequestHandler):
    """Answers with an empty page."""

    def do_GET(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def visit(readers: Readers) -> Iterator[Callable[..., Visit]]:
    """Opens pages of a size; asking another machine, an error in the log and a dialog fail the test."""
    visits: list[Visit] = []
    with ExitStack() as stack:

        def new(size: tuple[int, int] = WIDE, token: str | None = VISITOR) -> Visit:
            seen = Visit(stack.enter_context(readers.one(size)))
            if token:
                carry(seen.page.context, token)
            seen.page.set_default_timeout(PATIENCE)
            stack.enter_context(_listening(seen))
            visits.append(seen)
            return seen

        yield new
        assert [url for seen in visits for url in seen.foreign] == []
        assert [text for seen in visits for text in seen.said if _is_a_problem(text)] == []


@contextmanager
def _listening(seen: Visit) -> Iterator[None]:
    heard: dict[Any, Callable[[Any], None]] = {
        "request": lambda request: _note_foreign(seen, request.url),
        "pageerror": lambda error: seen.said.append(f"error: {error}"),
        "websocket": lambda socket: _note_foreign(seen, socket.url.replace("ws:", "http:")),
        "dialog": lambda dialog: _note_dialog(seen, dialog),
        "console": lambda message: seen.said.append(f"{message.type}: {message.text}"),
    }
    for event, note in heard.items():
        seen.page.on(event, note)
    yield
    for event, note in heard.items():
        seen.page.remove_listener(event, note)


def _note_dialog(seen: Visit, dialog: Dialog) -> None:
    seen.said.append(f"error: a dialog said {dialog.message}")
    dialog.dismiss()


_HARMLESS = "GL Driver Message"  # Chromium remarks on how a map is read back


def _is_a_problem(said: str) -> bool:
    return said.startswith(("error", "warning")) and _HARMLESS not in said


def _note_foreign(seen: Visit, url: str) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:", "blob:")):
        seen.foreign.append(url)
