"""The one Streamlit component of the product: prints HTML and turns clicks on its links into a new address.

A click on `<a href="?week=…">` inside it does not load the page again: the script runs once more with the new
query. The same link opened in another tab, copied or bookmarked shows the same. Not `st.html`: it reports no click.
"""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

ASSETS = Path(__file__).resolve().parent
_SENT_WITHIN = 0.012  # seconds; Streamlit sends every 10 ms, and next to a script that computes later than that


@cache
def _component() -> ComponentRenderer:
    script = "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in ("panel.js", "search.js", "focus.js"))
    return st.components.v2.component("scorecard_panel", js=script, isolate_styles=False)


def show_panel(key: str, html: str) -> Sent:
    """Print `html` (escaped by render()) as the part `key` of the page; its links and forms change the address.

    Returns what the reader has just sent with a form of this part (`<form data-send="name">`): the name under `form`,
    every field by its name, one that stands there several times as a list. Empty unless this run is that sending.
    """
    shown = _component()(key=key, data={"html": html}, on_go_change=lambda: _go(key), on_sent_change=_nothing)
    sent = getattr(shown, "sent", None)
    return Sent(sent) if isinstance(sent, dict) else Sent({})


def send_ahead() -> None:
    """Let the browser draw what was shown so far before the rest is computed: what a reader waits for stands sooner."""
    time.sleep(_SENT_WITHIN)


class Sent:
    """A form as a browser sent it: anything may stand in it, so everything is read as plain, short text."""

    def __init__(self, fields: dict[str, object]) -> None:
        self._fields = fields

    def __bool__(self) -> bool:
        return bool(self._fields)

    def is_form(self, name: str) -> bool:
        """Whether this form was sent."""
        return self._fields.get("form") == name

    def text(self, name: str) -> str:
        """A field without blanks at its ends; empty if it was not sent."""
        return next(iter(self.texts(name)), "")

    def texts(self, name: str) -> list[str]:
        """Every value of a field."""
        value = self._fields.get(name, [])
        return [item.strip() for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def _nothing() -> None:
    """Streamlit reports a value only to components that listen for its change."""


def _go(key: str) -> None:
    """Put the clicked address into the browser's; runs before the script, which then reads it as any other."""
    query = st.session_state[key].get("go")
    if isinstance(query, str):
        st.query_params.from_dict(dict(parse_qsl(query)))
