"""The page where people sign in."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from scorecard.access.sign_in.provider import load_provider
from scorecard.access.sign_in.sign_in import Refused, sign_in
from scorecard.errors import AccessError
from scorecard.gate.forms import page, signed_in_answer, to
from scorecard.gate.requests import local_path
from scorecard.gate.visits import Visit
from scorecard.settings import load_settings
from scorecard.text import sign_in_words


def show_sign_in(request: Request, visit: Visit) -> Response:
    """The form; somebody who is signed in goes on at once."""
    wanted = local_path(request.query_params.get("next", "/"))
    if visit.person:
        return to(wanted)
    said = sign_in_words.SIGNED_OUT if "out" in request.query_params else ""
    return sign_in_page(request, wanted=wanted, said=said)


def answer_sign_in(request: Request, visit: Visit, fields: dict[str, str]) -> Response:
    """A session and on to the page that was wanted, or the form again with one sentence for all that is wrong."""
    wanted = local_path(fields.get("next", "/"))
    name = fields.get("name", "")
    found = sign_in(visit.engine, visit.now, name, fields.get("password", ""), visit.origin)
    if isinstance(found, Refused):
        problem = sign_in_words.TOO_SOON.format(seconds=found.wait) if found.wait else sign_in_words.WRONG
        status = 429 if found.wait else 401
        return sign_in_page(request, status, wanted=wanted, name=name[:100], problem=problem)
    return signed_in_answer(request, wanted, found.token, found.device)


def sign_in_page(request: Request, status: int = 200, **values: str) -> Response:
    """The page itself; `values` are `wanted`, `name`, `problem`, `said`, each empty unless given."""
    shown = {"wanted": "/", "name": "", "problem": "", "said": ""} | values
    return page(request, "entry/sign_in", status, provider=_has_provider(), **shown)


def _has_provider() -> bool:
    """Whether the home names an identity provider; a file that cannot be used is told to who tries it."""
    try:
        return load_provider(load_settings().home) is not None
    except AccessError:
        return True
