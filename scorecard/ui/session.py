"""The only caches of the pages. Keys are the hashes of what was published, never a time: a snapshot never changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import streamlit as st

from scorecard.catalog import Catalog, archived_catalog, load_catalog
from scorecard.settings import load_settings
from scorecard.snapshots import SnapshotIndex, list_snapshots
from scorecard.warehouse import Warehouse

T = TypeVar("T")


def home() -> Path:
    """The home of this server; the environment decides, not the session."""
    return load_settings().home


def snapshots() -> SnapshotIndex:
    """What is published now: listed on every run, so a new week shows at once."""
    return list_snapshots(home())


def warehouse() -> Warehouse:
    """The one sealed DuckDB of this server."""
    return _warehouse(str(home()))


def catalog_of(rules_version: str) -> Catalog:
    """The catalogue as it was when a snapshot was published, so an old week keeps its names."""
    return _catalog(str(home()), rules_version)


def catalog_in_force() -> Catalog:
    """The catalogue figures are checked and judged by now; read again as soon as one of its files changes."""
    folder = load_settings().catalog
    files = sorted(folder.glob("*.csv"))
    states = (f"{file.name} {file.stat().st_mtime_ns} {file.stat().st_size}" for file in files)
    return shared(("catalog", str(folder), *states), lambda: load_catalog(folder))


def kept(key: tuple[str, ...], make: Callable[[], T]) -> T:
    """What `make` gave for this key, made once; `key` must name every snapshot and filter it depends on."""
    made: T = _kept(str(home()), key, make)
    return made


def last(name: str, key: tuple[str, ...], make: Callable[[], T]) -> T:
    """What `make` gave for this key, kept for this reader until asked for another key: `make` may show its progress."""
    known = st.session_state.get(name)
    if known is None or known[0] != key:
        known = st.session_state[name] = (key, make())
    made: T = known[1]
    return made


def shared(key: tuple[str, ...], make: Callable[[], T]) -> T:
    """As `kept`, but one object for all, which nobody may change: for rows that many pages only read."""
    made: T = _shared(str(home()), key, make)
    return made


@st.cache_resource(max_entries=12, show_spinner=False)
def _shared(folder: str, key: tuple[str, ...], _make: Callable[[], T]) -> T:
    return _make()


@st.cache_resource(max_entries=4, show_spinner=False)
def _warehouse(folder: str) -> Warehouse:
    return Warehouse(Path(folder))


@st.cache_resource(max_entries=16, show_spinner=False)
def _catalog(folder: str, rules_version: str) -> Catalog:
    return archived_catalog(Path(folder), rules_version)


@st.cache_data(max_entries=200, show_spinner=False)
def _kept(folder: str, key: tuple[str, ...], _make: Callable[[], T]) -> T:
    return _make()
