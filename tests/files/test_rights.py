"""Who may read a home and who serves it: its owner only, unless it was made otherwise; as root never unnoticed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from scorecard import settings
from scorecard.catalog import load_catalog
from scorecard.cli import web_server
from tests.catalogs.catalogue_rows import catalogue, write_catalogue
from tests.cli.command_line import Scorecard
from tests.homes.small_home import publish_week

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return write_catalogue(catalogue(), tmp_path / "catalog")


@pytest.fixture
def open_mask() -> Iterator[None]:
    """What a system gives that lets everybody read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_mask")
def test_a_home_the_commands_make_is_for_its_owner_only(tmp_path: Path, catalog: Path) -> None:
    assert Scorecard(tmp_path / "a" / "home", catalog)("weeks").code == 0
    publish_week(tmp_path / "b", load_catalog(catalog), "2023-W42", [])
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("a/home", "b")] == [0o700, 0o700]


@pytest.mark.usefixtures("open_mask")
def test_a_home_that_was_made_for_a_group_stays_as_it_was_made(tmp_path: Path, catalog: Path) -> None:
    home = tmp_path / "shared"
    home.mkdir()
    home.chmod(0o2770)
    publish_week(home, load_catalog(catalog), "2023-W42", [])
    assert home.stat().st_mode & 0o7777 == 0o2770
    (manifest,) = home.rglob("manifest.json")
    assert manifest.stat().st_mode & 0o444 == 0o444


@pytest.mark.parametrize(("account", "warned"), [(0, True), (1000, False)])
def test_serving_as_root_is_warned_about(
    tmp_path: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch, account: int, warned: bool
) -> None:
    monkeypatch.setattr(settings.os, "geteuid", lambda: account)
    monkeypatch.setattr(web_server.runpy, "run_module", lambda *_, **__: None)
    monkeypatch.setattr(web_server, "pass_on", lambda _: None)
    ran = Scorecard(tmp_path / "home", catalog)("serve", "--port", "9123")
    assert ran.code == 0 and ("root" in ran.err) == warned and "9123" in ran.err
