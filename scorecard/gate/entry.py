"""The pages in front of the gate: signing in and out, invitations, the own password, the own sessions. No script."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from scorecard.errors import DatabaseError
from scorecard.gate.forms import read_form
from scorecard.gate.invitation import answer_invitation, show_invitation
from scorecard.gate.own_account import answer_end, answer_password, answer_sign_out, show_account, show_password
from scorecard.gate.provider import BACK, show_back, show_out
from scorecard.gate.signing_in import answer_sign_in, show_sign_in
from scorecard.gate.visits import Visit, visit_of

PATHS = ("/sign-in", "/sign-out", "/password", "/account", "/invitation")

Show = Callable[[Request, Visit], Response]
Act = Callable[[Request, Visit, dict[str, str]], Response]


def build_entry(local: Callable[[], bool]) -> Starlette:
    """The application behind PATHS; `local` says whether the server listens to its own machine alone."""

    def shown(show: Show) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            return await run_in_threadpool(lambda: show(request, visit_of(request, local)))

        return answer

    def done(act: Act) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            fields = await read_form(request)
            # Hashing a password takes a quarter of a second: nobody else waits for it.
            return await run_in_threadpool(lambda: act(request, visit_of(request, local), fields))

        return answer

    pages: list[tuple[str, Show | None, Act | None]] = [
        ("/sign-in", show_sign_in, answer_sign_in),
        ("/sign-in/provider", show_out, None),
        (BACK, show_back, None),
        ("/sign-out", None, answer_sign_out),
        ("/password", show_password, answer_password),
        ("/account", show_account, None),
        ("/account/end", None, answer_end),
        ("/invitation/{token:str}", show_invitation, answer_invitation),
    ]
    routes = [Route(path, shown(show), methods=["GET"]) for path, show, _ in pages if show]
    routes += [Route(path, done(act), methods=["POST"]) for path, _, act in pages if act]
    handlers: dict[Any, Any] = {HTTPException: _refused, DatabaseError: _unreachable}
    return Starlette(routes=routes, exception_handlers=handlers)


async def _refused(_request: Request, error: HTTPException) -> Response:
    return PlainTextResponse(error.detail, error.status_code, {"cache-control": "no-store"})


async def _unreachable(_request: Request, error: DatabaseError) -> Response:
    return PlainTextResponse(str(error), 503, {"cache-control": "no-store"})
