"""The gate: the outermost layer of the server. Nothing of Streamlit runs for somebody without a session."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool

from scorecard.access.pages import first_page
from scorecard.access.roles import Person
from scorecard.access.sign_in.sessions import SESSION_COOKIE, find_person
from scorecard.database.engine import open_database
from scorecard.errors import DatabaseError
from scorecard.gate.answers import CLOSED, Headers, plain, redirect
from scorecard.gate.requests import cookie, header, is_same_origin, parameters, without_claims
from scorecard.settings import load_settings
from scorecard.text import sign_in_words

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

HEALTH = "/_stcore/health"
MEDIA = "/media/"
# What the sign-in page itself needs.
_OPEN_FILES = re.compile(r"/app/static/fonts/[\w-]+\.woff2")
_CHANGES = ("POST", "PUT", "DELETE", "PATCH")


class Gate:
    """Lets requests of signed-in people through to `app`; answers everybody else from `entry` (sign-in and invitation).

    `local` says whether the server listens to its own machine alone, `may_fetch` whether the holder of a token may
    have what lies under a path of MEDIA.
    """

    def __init__(
        self,
        app: ASGIApp,
        entry: ASGIApp,
        entry_paths: tuple[str, ...],
        *,
        local: Callable[[], bool],
        may_fetch: Callable[[str, str], bool],
    ) -> None:
        self._app, self._entry, self._entry_paths, self._local = app, entry, entry_paths, local
        self._may_fetch = may_fetch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Plain ASGI, so that streams and WebSockets pass untouched."""
        if scope["type"] == "http":
            await self._http(without_claims(scope), receive, Headers(scope, send).send)
        elif scope["type"] == "websocket":
            await self._websocket(without_claims(scope), receive, send)
        else:
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, method = scope["path"], scope["method"]
        # Somebody with a session gets Streamlit's own answer: it sets the cookie without which nothing is uploaded.
        if path == HEALTH and not cookie(scope, SESSION_COOKIE):
            await plain(send, 200, "ok")
        elif method in _CHANGES and not is_same_origin(scope, required=True):
            await plain(send, 403, sign_in_words.OTHER_ORIGIN)
        elif any(path == own or path.startswith(f"{own}/") for own in self._entry_paths):  # /accounts is a page
            await self._entry(scope, receive, send)
        elif _OPEN_FILES.fullmatch(path) and method in ("GET", "HEAD"):
            await self._app(scope, receive, send)
        else:
            await self._guarded(scope, receive, send)

    async def _guarded(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            person = await self._person(scope)
        except DatabaseError as error:
            await plain(send, 503, str(error))
            return
        if person is None:
            wants_page = scope["method"] == "GET" and "text/html" in header(scope, "accept")
            await (redirect(send, _sign_in(scope)) if wants_page else plain(send, 401, sign_in_words.SIGN_IN_FIRST))
        elif person.must_change:
            await redirect(send, "/password")
        elif scope["path"] == "/" and (first := first_page(person, parameters(scope))):
            await redirect(send, f"/{first}")
        elif scope["path"].startswith(MEDIA) and not await self._is_own_file(scope):
            await plain(send, 404, sign_in_words.NO_FILE)
        else:
            await self._app(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            person = await self._person(scope) if is_same_origin(scope, required=True) else None
        except DatabaseError:
            person = None
        if person is None or person.must_change:
            await receive()
            await send({"type": "websocket.close", "code": CLOSED})
        else:
            await self._app(scope, receive, send)

    async def _is_own_file(self, scope: Scope) -> bool:
        return await run_in_threadpool(self._may_fetch, cookie(scope, SESSION_COOKIE), scope["path"])

    async def _person(self, scope: Scope) -> Person | None:
        token = cookie(scope, SESSION_COOKIE)
        return await run_in_threadpool(self._find, token) if token else None

    def _find(self, token: str) -> Person | None:
        engine = open_database(load_settings().home)
        return find_person(engine, dt.datetime.now(dt.UTC), token, local=self._local())


def _sign_in(scope: Scope) -> str:
    query = scope["query_string"].decode("latin-1")
    wanted = scope["path"] + (f"?{query}" if query else "")
    return "/sign-in" + ("" if wanted == "/" else f"?next={quote(wanted, safe='')}")
