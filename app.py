"""The ASGI app, and the file given to `streamlit run`: middleware, start-up, and the script that Streamlit runs."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from scorecard.ui.http import Front

_SCRIPT = Path(__file__).resolve().parent / "scorecard" / "ui" / "main.py"


@asynccontextmanager
async def start(_app: st.App) -> AsyncIterator[None]:
    """Import what the pages need, then take it out of the collector's sight: Streamlit collects after every run."""
    import altair
    import duckdb
    import pandas

    for module in (altair, duckdb, pandas):
        assert module.__name__
    gc.collect()
    gc.freeze()
    yield


app = st.App(str(_SCRIPT), lifespan=start, middleware=[Middleware(Front)])
