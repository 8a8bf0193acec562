"""Runs a page as Streamlit does, without a browser, over the small home."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from scorecard.settings import ROOT
from tests.homes.small_home import small_home
from tests.ui.readers import STEWARD, read_as

# Streamlit looks for components through every installed package, whenever a test opens a page.
manifest_scanner.scan_component_manifests = functools.cache(manifest_scanner.scan_component_manifests)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small home: W40, W42 and a correction of W42."""
    return small_home(tmp_path_factory.mktemp("page"))


@pytest.fixture(autouse=True)
def steward(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who looks at the pages unless a test says otherwise."""
    read_as(monkeypatch, STEWARD)


def html_of(home: Path, monkeypatch: pytest.MonkeyPatch, page: str = "", **query: str) -> str:
    """Everything the page printed for an address."""
    monkeypatch.setenv("SCORECARD_HOME", str(home))
    app = AppTest.from_file(str(ROOT / "scorecard" / "ui" / "main.py"), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    if page:
        app.switch_page(str(ROOT / "pages" / f"{page}.py"))
    app.run()
    assert not app.exception
    return "".join(json.loads(block.proto.json)["html"] for block in app.get("bidi_component"))
