"""The page of one unit in a real browser: reached from the matrix, and printed on one sheet."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

WEEK = "2023-W42"
New = Callable[..., Visit]


def test_a_name_in_the_matrix_leads_to_its_unit(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?week={WEEK}")
    page.get_by_role("link", name="Sở Tư pháp", exact=True).click()
    expect(page.locator(".sc-heading")).to_have_text("Sở Tư pháp")
    page.wait_for_url(re.compile(f"/unit.week={WEEK}&unit=SO-TP"))
    page.locator(".sc-task-row a").first.click()
    expect(page.locator("dialog[open] h2")).to_contain_text("Sở Tư pháp · Nhiệm vụ 1")


@pytest.mark.parametrize("unit", ["SO-NV", "465", "19330"])
def test_it_prints_on_one_sheet(site: str, visit: New, unit: str) -> None:
    page = visit().open(f"{site}/unit?week={WEEK}&unit={unit}", ".sc-figures")
    page.wait_for_timeout(400)
    sheet = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
