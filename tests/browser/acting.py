"""What several tests do on a page as its readers do it: with the page at rest, and no faster than it takes it in."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, Response, expect

from tests.browser.readers import settled


def hand_in(page: Page, *files: Path) -> None:
    """Chooses files in the only place for them, and waits until the server has them and the page knows it does.

    Before that a button beside them sends what had been chosen earlier, or nothing.
    """
    settled(page)
    left = len(files)

    def is_last(response: Response) -> bool:
        nonlocal left
        left -= response.request.method == "PUT" and "/upload_file/" in response.url
        return left == 0

    with page.expect_response(is_last):
        page.set_input_files("input[type=file]", files)
    chosen = page.get_by_test_id("stFileUploader")
    expect(chosen.get_by_role("progressbar")).to_have_count(0)
    for file in files:
        expect(chosen.get_by_role("button", name=f"Bỏ {file.name}")).to_be_visible()
