"""The only caches of the pages. Keys are the hashes of what was published, never a time: a snapshot never changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import streamlit as st

from scorecard.catalog import Catalog, archived_catalog
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


def kept(key: tuple[str, ...], make: Callable[[], T]) -> T:
    """What `make` gave for this key, made once; `key` must name every snapshot and filter it depends on."""
    made: T = _kept(str(home()), key, make)
    return made


def shared(key: tuple[str, ...], make: Callable[[], T]) -> T:
    """As `kept`, but one object for all, which nobody may change: for rows that many pages only read."""
    made: T = _shared(str(home()), key, make)
    return made


@st.cache_resource(max_entries=8, show_spinner=False)
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
