"""What goes over HTTP besides Streamlit's own: the index page in Vietnamese, compressed scripts, quiet headers."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.file_util import get_static_dir

from scorecard.address.page_names import PAGES
from scorecard.text.streamlit_words import TRANSLATIONS
from scorecard.ui.shell.index_page import index_page, no_page

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PAGE_NAMES = frozenset(name for name, _ in PAGES)
_TYPES = {".js": "text/javascript", ".css": "text/css"}


class Front:
    """Answers for the index page and the static scripts, adds security headers to everything else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._static = Path(get_static_dir()).resolve()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Plain ASGI: WebSockets and streams pass through untouched."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["path"].strip("/") == PAGES[0][0]:
            await _send_to_root(scope, send)
            return
        gzipped = b"gzip" in dict(scope["headers"]).get(b"accept-encoding", b"")
        if scope["method"] == "GET" and (found := self._static_file(scope["path"])):
            await _send_static(found, send, gzipped=gzipped)
            return
        # Streamlit would compress the very page that is replaced below.
        asked = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        await self.app({**scope, "headers": asked}, receive, _Answer(send, scope["path"], gzipped=gzipped).send)

    def _static_file(self, path: str) -> Path | None:
        """The script or style sheet `path` names in Streamlit's static folder; nothing outside of it."""
        if not path.startswith("/static/") or Path(path).suffix not in _TYPES:
            return None
        file = (self._static / path.lstrip("/")).resolve()
        return file if file.is_relative_to(self._static) and file.is_file() else None


class _Answer:
    """Passes an answer on with our headers; an HTML answer is Streamlit's index page and is replaced by ours."""

    def __init__(self, send: Send, path: str, *, gzipped: bool) -> None:
        self._send = send
        self._index = False
        self._gzipped = gzipped
        self._known = path.strip("/") in ("", *_PAGE_NAMES)

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = list(message.get("headers", []))
            self._index = message["status"] == 200 and (b"content-type", b"text/html") in _plain_types(headers)
            if self._index:
                dropped = (b"content-length", b"content-encoding", b"etag", b"last-modified")
                headers = [pair for pair in headers if pair[0].lower() not in dropped]
                headers.append((b"content-length", str(len(self._page())).encode()))
                headers.append((b"vary", b"accept-encoding"))
                headers += [(b"content-encoding", b"gzip")] if self._gzipped else []
                # Streamlit answers every path with its index page and lets the script find out.
                message = {**message, "status": 200 if self._known else 404}
            message = {**message, "headers": headers}
        elif self._index:
            if message.get("more_body"):
                return
            message = {"type": "http.response.body", "body": self._page()}
        await self._send(message)

    def _page(self) -> bytes:
        return index_page(gzipped=self._gzipped) if self._known else no_page(gzipped=self._gzipped)


def _plain_types(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [(name.lower(), value.split(b";")[0].strip()) for name, value in headers]


@cache
def _static(file: Path, *, gzipped: bool) -> bytes:
    """Once per file and server: compressing on every request costs more than it saves on a local line."""
    if gzipped:
        return gzip.compress(_static(file, gzipped=False), compresslevel=6, mtime=0)
    body = file.read_bytes()
    for theirs, ours in TRANSLATIONS.items() if file.suffix == ".js" else ():
        # As a whole text, or as the beginning or end of one: a name in the code stands between no such signs.
        body = re.sub(rb"(?<=[`}])" + re.escape(theirs.encode()) + rb"(?=`|\$\{)", ours.encode(), body)
    return body


async def _send_to_root(scope: Scope, send: Send) -> None:
    """The default page lies at the root only; Streamlit does not know it by its name."""
    query = b"?" + scope["query_string"] if scope["query_string"] else b""
    headers = [(b"location", b"./" + query), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 307, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _send_static(file: Path, send: Send, *, gzipped: bool) -> None:
    body = _static(file, gzipped=gzipped)
    headers = [
        (b"content-type", _TYPES[file.suffix].encode() + b"; charset=utf-8"),
        *([(b"content-encoding", b"gzip")] if gzipped else []),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"public, immutable, max-age=31536000"),
        (b"vary", b"accept-encoding"),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
