"""Short answers of the gate, and the headers every answer carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorecard.gate.requests import is_secure

if TYPE_CHECKING:
    from starlette.types import Message, Scope, Send

CLOSED = 1008  # the WebSocket code for "against the rules here"
# Streamlit writes styles and one script into its page, compiles charts and loads its component from a blob.
CONTENT_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-src 'none'; frame-ancestors 'none'"
)
# The pages of the gate have no script at all.
FORM_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=()",
}


class Headers:
    """Passes an answer on with the headers of the house, and without those that tell what runs here."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._send = send
        self._secure = is_secure(scope)

    async def send(self, message: Message) -> None:
        """One message of an answer."""
        if message["type"] == "http.response.start":
            ours = dict(_HEADERS)
            if self._secure:
                ours["strict-transport-security"] = "max-age=31536000"
            theirs = [(name.lower(), value) for name, value in message.get("headers", [])]
            has_policy = any(name == b"content-security-policy" for name, _ in theirs)
            ours |= {} if has_policy else {"content-security-policy": CONTENT_POLICY}
            dropped = {b"server", b"x-powered-by", *(name.encode() for name in ours)}
            kept = [pair for pair in theirs if pair[0] not in dropped]
            message = {**message, "headers": kept + [(name.encode(), value.encode()) for name, value in ours.items()]}
        await self._send(message)


async def plain(send: Send, status: int, text: str) -> None:
    """A short text, never kept by anybody on the way."""
    body = text.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    headers.append((b"cache-control", b"no-store"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def redirect(send: Send, path: str) -> None:
    """On to another page of this server."""
    headers = [(b"location", path.encode("ascii")), (b"content-length", b"0"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
