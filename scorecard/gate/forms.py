"""Forms without a script: read within limits, and only from a page that was made for this visitor."""

from __future__ import annotations

import hmac
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from scorecard.access.accounts.tokens import form_token, new_token
from scorecard.access.sign_in.sessions import SESSION_COOKIE
from scorecard.gate.answers import FORM_POLICY
from scorecard.gate.requests import DEVICE, FORM, is_secure
from scorecard.text import sign_in_words
from scorecard.ui.shell.index_page import styles
from scorecard.ui.shell.render import render

_MOST_BYTES, _MOST_FIELDS = 20_000, 12
_KEEP_DEVICE = 400 * 24 * 3600  # seconds; browsers keep nothing longer


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form of ours; raises HTTPException for one that is too large, or was made for somebody else."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > _MOST_BYTES:
        raise HTTPException(413, sign_in_words.TOO_LARGE)
    form = await request.form(max_files=0, max_fields=_MOST_FIELDS)
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    if not hmac.compare_digest(fields.get("token", "").encode(), expected_token(request).encode()):
        raise HTTPException(403, sign_in_words.STALE_FORM)
    return fields


def expected_token(request: Request) -> str:
    """What a form made for this visitor carries: of the session, else of a cookie that only we can read."""
    return form_token(request.cookies.get(SESSION_COOKIE) or request.cookies.get(FORM) or new_token())


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A page of the gate, with a token for its form."""
    fresh = "" if request.cookies.get(SESSION_COOKIE) or request.cookies.get(FORM) else new_token()
    token = form_token(fresh) if fresh else expected_token(request)
    content = render(template, styles=styles().replace("./app/", "/app/"), token=token, **values)
    headers = {"content-security-policy": FORM_POLICY, "cache-control": "no-store"}
    response = HTMLResponse(content, status, headers)
    if fresh:
        set_cookie(request, response, FORM, fresh, None)
    return response


def signed_in_answer(request: Request, path: str, token: str, device: str) -> Response:
    """On to a page with the cookies of a new session; the token of the forms before it is dropped."""
    response = to(path)
    set_cookie(request, response, SESSION_COOKIE, token, None)
    if device:
        set_cookie(request, response, DEVICE, device, _KEEP_DEVICE)
    response.delete_cookie(FORM, path="/")
    return response


def signed_out_answer(request: Request, path: str) -> Response:
    """On to a page without a session."""
    response = to(path)
    response.delete_cookie(SESSION_COOKIE, path="/", secure=is_secure(request.scope), httponly=True, samesite="lax")
    return response


def to(path: str) -> Response:
    """On to another page, by GET."""
    return RedirectResponse(path, 303, {"cache-control": "no-store"})


def set_cookie(request: Request, response: Response, name: str, value: str, seconds: int | None) -> None:
    """A cookie no script reads, for TLS alone where the visitor came by it; `seconds` None ends with the browser."""
    secure = is_secure(request.scope)
    # Lax, not strict: links in letters and e-mails lead here, and have to find the session.
    response.set_cookie(name, value, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax")
