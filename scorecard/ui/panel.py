"""The one Streamlit component of the product: prints HTML and turns clicks on its links into a new address.

A click on `<a href="?week=…">` inside it does not load the page again: the script runs once more with the new
query. The same link opened in another tab, copied or bookmarked shows the same. Not `st.html`: it reports no click.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

ASSETS = Path(__file__).resolve().parent / "assets"


@cache
def _component() -> ComponentRenderer:
    script = (ASSETS / "panel.js").read_text(encoding="utf-8")
    return st.components.v2.component("scorecard_panel", js=script, isolate_styles=False)


def show_panel(key: str, html: str) -> None:
    """Print `html` (escaped by render()) as the part `key` of the page; its links and forms change the address."""
    _component()(key=key, data={"html": html}, on_go_change=lambda: _go(key))


def _go(key: str) -> None:
    """Put the clicked address into the browser's; runs before the script, which then reads it as any other."""
    query = st.session_state[key].get("go")
    if isinstance(query, str):
        st.query_params.from_dict(dict(parse_qsl(query)))
