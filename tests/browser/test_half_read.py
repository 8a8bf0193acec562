"""A page that could be read only half says so at once and shows nothing of the half."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.forked_servers import serving
from tests.homes.small_home import small_home


def test_nothing_of_a_week_stands_beside_the_message_that_it_cannot_be_read(
    tmp_path: Path, visit: Callable[..., Visit]
) -> None:
    home = small_home(tmp_path)
    with serving("app.py", home, tmp_path / "catalog") as server:
        page = visit().open(f"{server.url}?week=2023-W40")
        expect(page.locator(".sc-matrix")).to_be_visible()
        expect(page.locator(".sc-counts")).to_be_visible()
        (home / "snapshots" / "week=2023-W42" / "revision=002" / "group_lights.parquet").unlink()
        page.goto(f"{server.url}?week=2023-W42")
        expect(page.locator(".sc-message")).to_be_in_viewport()
        expect(page.locator(".sc-head")).to_be_visible()
        expect(page.locator(".sc-matrix")).to_be_hidden()
        expect(page).to_have_title("Tổng quan · Tuần 42/2023")
