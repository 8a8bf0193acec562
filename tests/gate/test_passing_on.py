"""What the gate passes on to the app behind it, request by request: nothing before the session, no claim ever."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from benchmarks.visitors import VISITOR, let_in
from scorecard.access.roles import Role
from scorecard.access.sign_in.sessions import SESSION_COOKIE
from scorecard.gate.gate import Gate

CLAIMS = [
    "X-Streamlit-User",
    "X-Forwarded-User",
    "X-Forwarded-Email",
    "X-Forwarded-Preferred-Username",
    "Remote-User",
    "X-Remote-User",
    "X-Remote-Group",
    "X-Auth-Request-Email",
    "X-WebAuth-User",
    "X-User",
    "X-User-Email",
    "X-Authenticated-User",
    "X-MS-Client-Principal-Name",
    "CF-Access-Authenticated-User-Email",
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SCORECARD_HOME", str(tmp_path))
    monkeypatch.delenv("SCORECARD_DATABASE_URL", raising=False)
    let_in(tmp_path, Role.steward)
    return tmp_path


class Behind:
    """The app behind the gate: remembers what reached it."""

    def __init__(self) -> None:
        self.reached: list[dict[str, Any]] = []

    async def __call__(self, scope: Any, _receive: Any, send: Any) -> None:
        self.reached.append(scope)
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": [(b"server", b"x/1.2")]})
            await send({"type": "http.response.body", "body": b"behind"})
        elif scope["type"] == "websocket":
            await send({"type": "websocket.accept"})


def through(
    path: str, kind: str = "http", method: str = "GET", *, token: str = VISITOR, own: bool = False, **headers: str
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What reached the app, and what was sent back; `own` is whether a file was made for this session."""
    behind, entry, sent = Behind(), Behind(), []
    gate = Gate(behind, entry, ("/sign-in",), local=lambda: True, may_fetch=lambda *_: own)
    given = {"host": "h", "origin": "http://h", "cookie": f"{SESSION_COOKIE}={token}"} | headers
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in given.items() if value]
    scope = {"type": kind, "path": path, "method": method, "scheme": "http" if kind == "http" else "ws"}
    scope |= {"headers": pairs, "query_string": b"", "client": ("127.0.0.1", 1)}

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    # A thread of its own: in this one a browser's loop may be running.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, gate(scope, receive, send)).result()  # type: ignore[arg-type]
    return behind.reached, sent


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("spelling", [str.lower, str.upper, str])
@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_of_who_is_asking_never_reaches_the_app(home: Path, name: str, spelling: Any, kind: str) -> None:
    reached, _ = through("/", kind, accept="text/html", **{spelling(name): "admin", "accept-language": "vi"})
    (scope,) = reached
    kept = {key.decode().lower() for key, _ in scope["headers"]}
    assert kept == {"host", "origin", "cookie", "accept", "accept-language"} and home.exists()


@pytest.mark.parametrize("token", ["", "forged"])
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "http"),
        ("/task", "http"),
        ("/media/a.csv", "http"),
        ("/static/js/index.js", "http"),
        ("/component/x", "http"),
        ("/_stcore/host-config", "http"),
        ("/_stcore/stream", "websocket"),
    ],
)
def test_nothing_reaches_the_app_without_a_session(home: Path, path: str, kind: str, token: str) -> None:
    for accept in ("text/html", "*/*"):
        reached, sent = through(path, kind, token=token, own=True, accept=accept)
        assert reached == [] and (sent[0].get("status") in (303, 401) or sent[0]["type"] == "websocket.close")
    assert len(through(path, kind, own=True)[0]) == 1 and home.exists()


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_a_file_of_another_session_does_not_reach_anybody(home: Path, method: str) -> None:
    reached, sent = through("/media/a.csv", method=method)
    assert reached == [] and sent[0]["status"] == 404
    assert len(through("/media/a.csv", method=method, own=True)[0]) == 1 and home.exists()


@pytest.mark.parametrize("origin", ["", "null", "http://evil", "https://h", "http://h:1", "http://h.evil"])
@pytest.mark.parametrize(
    ("path", "kind", "method"),
    [("/_stcore/stream", "websocket", "GET"), ("/_stcore/upload_file/a/b", "http", "PUT"), ("/x", "http", "POST")],
)
def test_nothing_is_changed_from_a_page_of_somebody_else(
    home: Path, path: str, kind: str, method: str, origin: str
) -> None:
    assert through(path, kind, method, origin=origin)[0] == []
    assert len(through(path, kind, method)[0]) == 1 and home.exists()


def test_what_runs_here_is_not_told(home: Path) -> None:
    _, sent = through("/task")
    headers = dict(sent[0]["headers"])
    assert b"server" not in headers and headers[b"x-content-type-options"] == b"nosniff" and home.exists()
