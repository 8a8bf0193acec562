"""What a request says of itself, and what of it is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from scorecard.access.sign_in.throttle import Origin

if TYPE_CHECKING:
    from starlette.types import Scope

DEVICE = "sc_device"
FORM = "sc_form"
# A proxy or a stranger may claim who somebody is; here only the session says so.
_CLAIMS = ("x-streamlit-user", "x-forwarded-user", "x-forwarded-email", "x-forwarded-preferred-username", "remote-user")
_CLAIMED = ("x-auth-", "x-remote-", "x-webauth-", "x-user", "x-authenticated-", "x-ms-client-principal", "cf-access-")


def header(scope: Scope, name: str) -> str:
    """A header's first value; empty if it was not sent."""
    wanted = name.encode()
    return next((value.decode("latin-1") for key, value in scope["headers"] if key.lower() == wanted), "")


def cookie(scope: Scope, name: str) -> str:
    """A cookie's value, read exactly as the forms read it; empty if it was not sent."""
    return HTTPConnection(scope).cookies.get(name, "")


def parameters(scope: Scope) -> dict[str, str]:
    """What stands behind the question mark of the address; of a name given twice the last."""
    return dict(HTTPConnection(scope).query_params)


def origin_of(scope: Scope, *, local: bool) -> Origin:
    """Address and browser; behind a proxy the server has put the visitor's address here where it trusts the proxy."""
    client = scope.get("client") or ("", 0)
    return Origin(client[0], header(scope, "user-agent"), cookie(scope, DEVICE), local)


def is_secure(scope: Scope) -> bool:
    """Whether the visitor's own line is encrypted; a trusted proxy may say so."""
    return scope["scheme"] in ("https", "wss")


def is_same_origin(scope: Scope, *, required: bool) -> bool:
    """Whether the page that asks is one of ours; `required` says what to make of a request that does not tell."""
    origin = header(scope, "origin")
    if not origin:
        return not required
    parts = urlsplit(origin)
    schemes = ("https",) if is_secure(scope) else ("http",)
    return parts.scheme in schemes and parts.netloc.lower() == header(scope, "host").lower()


def without_claims(scope: Scope) -> Scope:
    """The request without headers that claim who is asking."""
    headers = [pair for pair in scope["headers"] if not _is_claim(pair[0].decode("latin-1").lower())]
    return {**scope, "headers": headers}


def _is_claim(name: str) -> bool:
    return name in _CLAIMS or name.startswith(_CLAIMED)


def local_path(text: str) -> str:
    """A path of this server to go on to; `/` for anything that could lead elsewhere."""
    plain = text.startswith("/") and not text.startswith(("//", "/\\")) and text.isprintable() and "\\" not in text
    return text if plain and not urlsplit(text).netloc else "/"
