"""The ASGI app, and the file given to `streamlit run`: middleware, start-up, and the script that Streamlit runs."""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from scorecard.gate.entry import PATHS, build_entry
from scorecard.gate.first_start import first_start
from scorecard.gate.gate import Gate
from scorecard.settings import load_settings
from scorecard.ui.reader.listening import listens_here_alone
from scorecard.ui.shell.front import Front
from scorecard.ui.shell.own_downloads import may_fetch

_SCRIPT = Path(__file__).resolve().parent / "scorecard" / "ui" / "main.py"


@asynccontextmanager
async def start(_app: st.App) -> AsyncIterator[None]:
    """Import what the pages need, then take it out of the collector's sight: Streamlit collects after every run."""
    import altair
    import duckdb
    import pandas

    for line in first_start(load_settings(), local=listens_here_alone()):
        print(line, file=sys.stderr, flush=True)
    for module in (altair, duckdb, pandas):
        assert module.__name__
    gc.collect()
    gc.freeze()
    yield


entry = build_entry(listens_here_alone)
gate = Middleware(Gate, entry=entry, entry_paths=PATHS, local=listens_here_alone, may_fetch=may_fetch)
app = st.App(str(_SCRIPT), lifespan=start, middleware=[gate, Middleware(Front)])
