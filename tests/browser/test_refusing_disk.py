"""A disk that takes nothing more: every page is read as before, and whoever sends figures is told why they stay out."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from benchmarks.visitors import let_in
from scorecard.database.engine import open_database
from tests.browser.acting import hand_in
from tests.browser.conftest import Visit
from tests.browser.test_data import READY
from tests.catalogs.catalogue_rows import seen, write_observations
from tests.forked_servers import serving
from tests.homes.folders import contents
from tests.homes.small_home import small_home

PAGES = ("/", "/task?task=1", "/unit?unit=S1", "/district?district=D1", "/briefing")
SHOWN = ".sc-matrix, .sc-task-page, .sc-unit-page, .sc-area, .sc-frame svg"


@pytest.mark.parametrize(("state", "said"), [("full", "đĩa đã đầy"), ("read only", "chỉ cho đọc")])
def test_pages_stay_and_a_sender_is_told(
    small_disk: Path, tmp_path: Path, visit: Callable[..., Visit], state: str, said: str
) -> None:
    home = Path(shutil.copytree(small_home(tmp_path), small_disk / "home"))
    (home / "inbox").mkdir()
    let_in(home)
    open_database(home).dispose()
    if state == "full":
        with (small_disk / "filler").open("wb", buffering=0) as filler, contextlib.suppress(OSError):
            while True:
                filler.write(b"x" * 4096)
    else:
        subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    before = contents(home)
    file = write_observations([seen("S1", "2023-10-26", 1, 2)], tmp_path / "so-lieu.csv")
    with serving("app.py", home, tmp_path / "catalog", visited=False) as server:
        site, seen_by = server.url.rstrip("/"), visit()
        for address in PAGES:
            seen_by.open(site + address, SHOWN)
        page = seen_by.open(f"{site}/data?load=2023-W43", READY)
        hand_in(page, file)
        page.get_by_role("button", name="Kiểm tra các tệp").click()
        expect(page.locator("[data-testid=stAlert]")).to_contain_text(said)
        page.screenshot(path=tmp_path / "said.png")
        seen_by.open(f"{site}/", SHOWN)
    # Readers of SQLite share files beside the database, where there is room for them.
    after = {name: held for name, held in contents(home).items() if not name.startswith("scorecard.sqlite3-")}
    assert after == before
