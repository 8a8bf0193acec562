"""What goes over HTTP besides Streamlit's own: the index page in Vietnamese, compressed scripts, quiet headers."""

from __future__ import annotations

import gzip
import html
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.file_util import get_static_dir

from scorecard.text import ui as words

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HERE = Path(__file__).resolve().parent
_STYLES = ("fonts.css", "base.css", "lights.css", "overview.css", "dialog.css", "narrow.css")
_TYPES = {".js": "text/javascript", ".css": "text/css"}
_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"content-security-policy", b"frame-ancestors 'self'; base-uri 'self'; object-src 'none'"),
]


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
        accepts = dict(scope["headers"]).get(b"accept-encoding", b"")
        found = self._static_file(scope["path"]) if b"gzip" in accepts and scope["method"] == "GET" else None
        if found:
            await _send_compressed(found, send)
        else:
            await self.app(scope, receive, _Answer(send).send)

    def _static_file(self, path: str) -> Path | None:
        """The script or style sheet `path` names in Streamlit's static folder; nothing outside of it."""
        if not path.startswith("/static/") or Path(path).suffix not in _TYPES:
            return None
        file = (self._static / path.lstrip("/")).resolve()
        return file if file.is_relative_to(self._static) and file.is_file() else None


class _Answer:
    """Passes an answer on with our headers; an HTML answer is Streamlit's index page and is replaced by ours."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._index = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [pair for pair in message.get("headers", []) if pair[0].lower() not in dict(_HEADERS)]
            self._index = message["status"] == 200 and (b"content-type", b"text/html") in _plain_types(headers)
            if self._index:
                dropped = (b"content-length", b"etag", b"last-modified")
                headers = [pair for pair in headers if pair[0].lower() not in dropped]
                headers.append((b"content-length", str(len(index_page())).encode()))
            message = {**message, "headers": headers + _HEADERS}
        elif self._index:
            if message.get("more_body"):
                return
            message = {"type": "http.response.body", "body": index_page()}
        await self._send(message)


def _plain_types(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [(name.lower(), value.split(b";")[0].strip()) for name, value in headers]


@cache
def index_page() -> bytes:
    """Streamlit's index page in our language, with our styles and fonts instead of its own, and no foreign link."""
    page = (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")
    styles = "".join((_HERE / "assets" / name).read_text(encoding="utf-8") for name in _STYLES)
    fonts = "".join(
        f'<link rel="preload" href="./app/static/fonts/{file.name}" as="font" type="font/woff2" crossorigin>'
        for file in sorted((_HERE / "static" / "fonts").glob("*.woff2"))
    )
    page = re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL)
    page = re.sub(r'<link\s[^>]*rel="(?:preload|service-desc)"[^>]*>', "", page)
    page = re.sub(r'<html lang="[^"]*">', f'<html lang="{words.LANGUAGE}">', page)
    page = re.sub(r"<title>.*?</title>", f"<title>{html.escape(words.TITLE)}</title>", page)
    page = re.sub(r"<noscript>.*?</noscript>", f"<noscript>{html.escape(words.NO_SCRIPT)}</noscript>", page)
    return page.replace("</head>", f"{fonts}<style>{styles}</style></head>").encode()


@cache
def _compressed(file: Path) -> bytes:
    """Once per file and server: compressing on every request costs more than it saves on a local line."""
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)


async def _send_compressed(file: Path, send: Send) -> None:
    body = _compressed(file)
    headers = [
        (b"content-type", _TYPES[file.suffix].encode() + b"; charset=utf-8"),
        (b"content-encoding", b"gzip"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"public, immutable, max-age=31536000"),
        (b"vary", b"accept-encoding"),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers + _HEADERS})
    await send({"type": "http.response.body", "body": body})
