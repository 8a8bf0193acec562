"""The only caches of the pages. Keys are the hashes of what was published, never a time: a snapshot never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar

import streamlit as st

from scorecard.catalog import Catalog, archived_catalog, load_catalog
from scorecard.catalog.scope import NOTHING, Scope
from scorecard.settings import load_settings
from scorecard.snapshots.index import SnapshotIndex, list_snapshots
from scorecard.snapshots.warehouse import Warehouse

T = TypeVar("T")
_SCOPE = "scope"
_elsewhere: ContextVar[Scope | None] = ContextVar("scope", default=None)


def home() -> Path:
    """The home of this server; the environment decides, not the session."""
    return load_settings().home


def snapshots() -> SnapshotIndex:
    """What is published now: listed on every run, so a new week shows at once."""
    return list_snapshots(home())


def see(scope: Scope) -> None:
    """From here on this run reads what lies within `scope`, and is given nothing that was kept for another one."""
    st.session_state[_SCOPE] = scope


@contextmanager
def seeing(scope: Scope) -> Iterator[None]:
    """Within it, whoever reads in this thread sees `scope`: files of download buttons are made outside of any run."""
    token = _elsewhere.set(scope)
    try:
        yield
    finally:
        _elsewhere.reset(token)


def scope() -> Scope:
    """What this run may read; nothing until `see` was called."""
    found: Scope = _elsewhere.get() or st.session_state.get(_SCOPE, NOTHING)
    return found


def warehouse() -> Warehouse:
    """The sealed DuckDB of this server for what this run may read."""
    return _warehouse(str(home()), scope())


def catalog_of(rules_version: str) -> Catalog:
    """The catalogue as it was when a snapshot was published, so an old week keeps its names."""
    return _catalog(str(home()), rules_version)


def catalog_in_force() -> Catalog:
    """The catalogue figures are checked and judged by now; read again as soon as one of its files changes."""
    folder = load_settings().catalog
    files = sorted(folder.glob("*.csv"))
    states = (f"{file.name} {file.stat().st_mtime_ns} {file.stat().st_size}" for file in files)
    made: Catalog = _shared(str(home()), "", ("catalog", str(folder), *states), lambda: load_catalog(folder))
    return made


def kept(key: tuple[str, ...], make: Callable[[], T]) -> T:
    """What `make` gave for this key, made once; `key` must name every snapshot and filter it depends on."""
    made: T = _kept(str(home()), scope().key, key, make)
    return made


def last(name: str, key: tuple[str, ...], make: Callable[[], T]) -> T:
    """What `make` gave for this key, kept for this reader until asked for another key: `make` may show its progress."""
    known, key = st.session_state.get(name), (scope().key, *key)
    if known is None or known[0] != key:
        known = st.session_state[name] = (key, make())
    made: T = known[1]
    return made


def shared(key: tuple[str, ...], make: Callable[[], T]) -> T:
    """As `kept`, but one object for all, which nobody may change: for rows that many pages only read."""
    made: T = _shared(str(home()), scope().key, key, make)
    return made


@st.cache_resource(max_entries=96, show_spinner=False)
def _shared(folder: str, scope_key: str, key: tuple[str, ...], _make: Callable[[], T]) -> T:
    return _make()


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs={Scope: lambda scope: scope.key})
def _warehouse(folder: str, scope: Scope) -> Warehouse:
    return Warehouse(Path(folder), scope)


@st.cache_resource(max_entries=16, show_spinner=False)
def _catalog(folder: str, rules_version: str) -> Catalog:
    return archived_catalog(Path(folder), rules_version)


@st.cache_data(max_entries=200, show_spinner=False)
def _kept(folder: str, scope_key: str, key: tuple[str, ...], _make: Callable[[], T]) -> T:
    return _make()
