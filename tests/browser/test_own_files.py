"""A file that was made on asking is fetched by the session it was made for, and by nobody else who has its address."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext

from benchmarks.servers import Server
from benchmarks.visitors import VISITOR, let_in
from scorecard.access.roles import Role
from scorecard.access.sign_in.sessions import SESSION_COOKIE
from tests.browser.conftest import Visit
from tests.forked_servers import serving
from tests.gate.test_gate import ask, own
from tests.homes.small_home import small_home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_home(tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Server]:
    with serving("app.py", home, home.parent / "catalog") as server:
        yield server


def status(server: Server, path: str, token: str, method: str = "GET") -> tuple[int, str]:
    answer = ask(server, path, method, cookie=f"{SESSION_COOKIE}={token}" if token else "", origin=own(server))
    return answer.status, answer.headers.get("content-disposition", "")


def fetched(visit: Callable[..., Visit], server: Server, token: str) -> tuple[str, BrowserContext]:
    """The path of a file that was asked for on the overview, and the browser it was asked in."""
    page = visit(token=token).open(server.url)
    with page.expect_download(timeout=60_000) as waited:
        page.locator(".stDownloadButton button").first.click()
    assert waited.value.failure() is None
    return urlsplit(waited.value.url).path, page.context


def test_only_the_session_a_file_was_made_for_gets_it(visit: Callable[..., Visit], server: Server, home: Path) -> None:
    others = {
        "another account": let_in(home, Role.leader, None, secrets.token_urlsafe(32)),
        "a unit": let_in(home, Role.unit, "S1", secrets.token_urlsafe(32)),
        "the same account, signed in elsewhere": let_in(home, Role.steward, None, secrets.token_urlsafe(32)),
    }
    path, context = fetched(visit, server, VISITOR)
    assert path.startswith("/media/")
    assert status(server, path, VISITOR)[0] == 200 and "attachment" in status(server, path, VISITOR)[1]
    assert status(server, path, VISITOR, "HEAD")[0] == 200
    for who, token in others.items():
        for method in ("GET", "HEAD"):
            assert status(server, path, token, method) == (404, ""), who
    assert [status(server, path, token)[0] for token in ("", "forged")] == [401, 401]
    # Another tab of the same browser has the same session.
    assert context.request.get(f"{server.url.rstrip('/')}{path}").status == 200
    for changed in (path[:-6], path.replace("/media/", "/media//"), "/media/", "/media/x", f"{path}/.."):
        assert status(server, changed, VISITOR)[0] != 200, changed


def test_whoever_makes_the_same_file_gets_it_too(visit: Callable[..., Visit], server: Server, home: Path) -> None:
    """Its name is the hash of its content, so it may be the same for both."""
    other = let_in(home, Role.leader, None, secrets.token_urlsafe(32))
    for token in (VISITOR, other):
        path, _ = fetched(visit, server, token)
        assert status(server, path, token)[0] == 200
