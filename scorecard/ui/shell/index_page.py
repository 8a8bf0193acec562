"""The page a browser loads first, in Vietnamese and with our styles; and what stands at an address that is no page."""

from __future__ import annotations

import gzip
import html
import re
from functools import cache
from pathlib import Path

from streamlit.file_util import get_static_dir

from scorecard.text import interface_words
from scorecard.ui.drawing.light_styles import light_styles
from scorecard.ui.shell.render import render

_UI = Path(__file__).resolve().parent.parent
_STYLES = (
    "shell/fonts.css",
    "shell/base.css",
    "drawing/lights.css",
    "shell/search.css",
    "overview/overview.css",
    "district/district.css",
    "shell/dialog.css",
    "task/task.css",
    "unit/unit.css",
    "timeline/timeline.css",
    "briefing/briefing.css",
    "data/data.css",
    "entry/entry.css",
    "accounts/accounts.css",
    "follow_up/work.css",
    "follow_up/forms.css",
    "follow_up/letters/letters.css",
    "shell/narrow.css",
    "shell/forced.css",
)
# Else a page opened at its own address asks below that address first, and is told 404 twice.
_BACKEND = '<script>window.__streamlit = { BACKEND_BASE_URL: location.origin + "/" };</script>'


@cache
def index_page(*, gzipped: bool = False) -> bytes:
    """Streamlit's index page in our language, with our styles and fonts instead of its own, and no foreign link."""
    if gzipped:
        return gzip.compress(index_page(), mtime=0)
    page = (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")
    fonts = "".join(
        f'<link rel="preload" href="./app/static/fonts/{file.name}" as="font" type="font/woff2" crossorigin>'
        for file in sorted((_UI / "static" / "fonts").glob("*.woff2"))
    )
    page = re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL)
    page = re.sub(r'<link\s[^>]*rel="(?:preload|service-desc)"[^>]*>', "", page)
    page = re.sub(r'<html lang="[^"]*">', f'<html lang="{interface_words.LANGUAGE}">', page)
    page = re.sub(r"<title>.*?</title>", f"<title>{html.escape(interface_words.TITLE)}</title>", page)
    page = re.sub(r"<noscript>.*?</noscript>", f"<noscript>{html.escape(interface_words.NO_SCRIPT)}</noscript>", page)
    return page.replace("</head>", f"{_BACKEND}{fonts}<style>{styles()}</style></head>").encode()


@cache
def no_page(*, gzipped: bool = False) -> bytes:
    """What stands at an address that is no page: says so, and leads to the first one."""
    page = render("shell/no_page", styles=styles()).encode()
    return gzip.compress(page, mtime=0) if gzipped else page


@cache
def styles() -> str:
    """Everything the pages look like, in one text."""
    return light_styles() + "".join((_UI / name).read_text(encoding="utf-8") for name in _STYLES)
