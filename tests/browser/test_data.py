"""What a clerk does with figures, in a real browser before a server with a home of this file's own."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from scorecard.catalog import load_catalog
from scorecard.intake.long_form.template import load_template, render_template
from scorecard.lights.listing import light_rows
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.verify import verify_home
from scorecard.weeks import ReportWeek
from tests.browser.acting import hand_in
from tests.browser.axe import serious
from tests.browser.conftest import NARROW, Visit
from tests.forked_servers import serving
from tests.homes.small_home import small_home

New = Callable[..., Visit]
READY = ".sc-steps, .sc-message"
DAY = dt.date(2023, 10, 26)


@pytest.fixture(scope="module")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three revisions of two weeks; these tests add to them, in the order they stand here."""
    return small_home(tmp_path_factory.mktemp("figures"))


@pytest.fixture(scope="module")
def desk(own_home: Path) -> Iterator[str]:
    with serving("app.py", own_home, own_home.parent / "catalog") as server:
        yield server.url.rstrip("/")


def filled(own_home: Path, folder: Path, figures: dict[str, tuple[Any, Any, Any]]) -> Path:
    """The template of S1 for the week 43 with numerator, denominator and date of some indicators."""
    catalog = load_catalog(own_home.parent / "catalog")
    content = render_template(load_template(own_home, catalog, "S1", ReportWeek.parse("2023-W43")))
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=5):
        for cell, value in zip(row[4:7], figures.get(str(row[2].value), ()), strict=False):
            cell.value = value
    book.save(folder / "so-lieu S1.xlsx")
    return folder / "so-lieu S1.xlsx"


def send(page: Page, *files: Path) -> None:
    hand_in(page, *files)
    page.get_by_role("button", name="Kiểm tra các tệp").click()
    page.wait_for_url("**draft=**")
    page.wait_for_selector(".sc-publish")


def sign(page: Page, reason: str = "gửi lại") -> None:
    """Publishes the draft that is open; what has to be looked at is confirmed where there is any."""
    form = page.locator("form[data-send=publish]")
    form.locator("input[name=reason]").fill(reason)
    if form.locator("input[name=confirmed]").count():
        form.locator("input[name=confirmed]").check()
    form.get_by_role("button", name="Công bố", exact=True).click()
    page.wait_for_selector(".sc-told, [data-testid=stAlert]")


def test_a_clerk_corrects_three_mistakes_compares_and_publishes(
    desk: str, own_home: Path, visit: New, tmp_path: Path
) -> None:
    before = list_snapshots(own_home)
    page = visit().open(f"{desk}/data?load=2023-W43", READY)
    send(
        page,
        filled(own_home, tmp_path, {"I1": (120, 100, DAY), "I2": ("1.234", 2000, DAY), "I3": (3, None, "26/13/2023")}),
    )
    rows = page.locator(".sc-bad ~ table").first.locator("tbody tr").all_inner_texts()
    assert [re.split(r"\t|\n", row)[1] for row in rows] == ["Số liệu · ô E5", "Số liệu · ô E6", "Số liệu · ô G7"]
    assert [re.split(r"\t|\n", row)[2] for row in rows] == ["120", "1.234", "26/13/2023"]
    expect(page.locator("form[data-send=publish]")).to_have_count(0)
    assert list_snapshots(own_home) == before

    page.click("text=Để sau, chọn tệp khác")
    expect(page.locator(".sc-drafts a")).to_have_count(1)  # the draft with the mistakes waits
    send(page, filled(own_home, tmp_path, {"I1": (12, 100, DAY), "I2": (1234, 2000, DAY), "I3": (3, None, DAY)}))
    expect(page.locator(".sc-good")).to_have_text("✓ Không có lỗi.")
    expect(page.locator(".st-key-load")).to_contain_text("so với tuần trước đó (Tuần 42/2023, bản 2)")
    assert list_snapshots(own_home) == before

    sign(page, "")
    expect(page.locator(".sc-told")).to_have_text("Đã công bố Tuần 43/2023, bản 1: nhận 3 số liệu từ 1 tệp.")
    receipt = page.locator(".sc-receipts li")
    expect(receipt).to_contain_text("so-lieu S1.xlsx: 3 dòng số liệu, nhận lúc ")
    snapshot = list_snapshots(own_home).all[-1]
    expect(receipt).to_contain_text(f"mã SHA-256 {snapshot.manifest.inputs[0].sha256}")
    assert (snapshot.name, snapshot.manifest.published_by) == ("2023-W43/001", "Steward (steward-all-visitor)")
    assert [item.name for item in snapshot.manifest.inputs] == ["so-lieu S1.xlsx"] and verify_home(own_home) == []

    page.click("text=Mở tổng quan của bản này")
    page.wait_for_selector(".sc-matrix")
    light = page.locator("tr", has_text="Unit S1").locator("td[data-n='1'] a")
    expect(light).to_have_class(re.compile("sc-red"))
    index = list_snapshots(own_home)
    statuses = [row["status"] for row in light_rows(own_home, index, snapshot, "task", "S1", 1)]
    assert statuses == ["red"]


def test_a_draft_survives_a_new_server_and_is_discarded(own_home: Path, visit: New) -> None:
    with serving("app.py", own_home, own_home.parent / "catalog") as server:
        page = visit().open(f"{server.url}data", READY)
        page.locator(".sc-drafts a").first.click()
        expect(page.locator(".sc-bad")).to_contain_text("3 lỗi")
        page.get_by_role("button", name="Bỏ bản nháp này").click()
        expect(page.locator(".sc-told")).to_have_text("Đã bỏ bản nháp.")
        expect(page.locator(".sc-drafts")).to_have_count(0)


def test_typed_figures_are_a_correction_with_a_reason(desk: str, own_home: Path, visit: New) -> None:
    page = visit().open(f"{desk}/data?load=2023-W43&unit=S1", READY)
    page.get_by_text("Nhập trực tiếp số liệu của").click()
    page.fill("input[name='numerator:I1']", "95")
    page.fill("input[name='denominator:I1']", "100")
    page.fill("input[name='as_of:I1']", "26/10/2023")
    page.get_by_role("button", name="Kiểm tra số vừa nhập").click()
    page.wait_for_selector("form[data-send=publish]")
    sign(page, "gõ nhầm")
    expect(page.locator(".sc-told")).to_contain_text("bản 2: nhận 1 số liệu từ 1 tệp")
    manifest = list_snapshots(own_home).all[-1].manifest
    assert (manifest.reason, manifest.inputs[0].name) == ("gõ nhầm", "nhap-tay-S1-2023-W43.xlsx")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải tệp gốc nhap-tay-S1-2023-W43.xlsx").click()
    content = io.BytesIO(download.value.path().read_bytes())
    assert openpyxl.load_workbook(content).worksheets[0]["C2"].value == "95"


def test_a_figure_is_taken_back_by_name(desk: str, own_home: Path, visit: New) -> None:
    page = visit().open(f"{desk}/data?unit=S1", READY)
    page.get_by_text("Rút số liệu sai của").click()
    page.check("input[name=key][value='S1|I1|2023-10-26']")
    form = page.locator("form[data-send=withdraw]")
    form.locator("input[name=reason]").fill("nhầm đơn vị")
    form.locator("button").click()
    expect(page.locator(".sc-told")).to_have_text("Đã rút 1 số liệu; Tuần 43/2023 nay là bản 3.")
    snapshot = list_snapshots(own_home).all[-1]
    withdrawn = [(item.unit_id, item.indicator_id, str(item.as_of)) for item in snapshot.manifest.withdrawn]
    assert withdrawn == [("S1", "I1", "2023-10-26")] and verify_home(own_home) == []


def test_later_weeks_that_carry_a_corrected_figure_are_published_again(
    desk: str, own_home: Path, visit: New, tmp_path: Path
) -> None:
    file = tmp_path / "sua.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(
            [
                ["unit_id", "indicator_id", "as_of", "numerator", "denominator", "source", "note"],
                ["S2", "I1", "2023-10-19", "90", "100", "công văn", ""],
            ]
        )
    page = visit().open(f"{desk}/data?load=2023-W42", READY)
    send(page, file)
    sign(page, "đính chính S2")
    expect(page.locator(".sc-told")).to_contain_text("Tuần 42/2023, bản 3")
    expect(page.locator(".sc-carried")).to_contain_text("1 tuần sau còn mang số liệu như trước khi sửa: Tuần 43/2023.")
    page.get_by_role("button", name="Công bố lại 1 tuần").click()
    expect(page.locator(".sc-told")).to_have_text("Đã công bố lại Tuần 43/2023.")
    assert list_snapshots(own_home).all[-1].name == "2023-W43/004"
    expect(page.locator(".sc-carried")).to_have_count(0)


def test_a_name_that_would_be_markdown_is_shown_as_it_is(desk: str, visit: New, tmp_path: Path) -> None:
    file = tmp_path / "![x](http%3A%2F%2F192.0.2.1) **b** :red[r].csv"
    file.write_text("no header", encoding="utf-8")
    page = visit().open(f"{desk}/data?load=2023-W43", READY)
    send(page, file)
    expect(page.get_by_role("button", name=f"Tải bản sao tô màu chỗ sai: {file.name}")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải bản sao tô màu").click()
    content = io.BytesIO(download.value.path().read_bytes())
    assert openpyxl.load_workbook(content).worksheets[0].title == "Lỗi cần sửa"
    page.get_by_role("button", name="Bỏ bản nháp này").click()
    page.wait_for_selector("input[type=file]", state="attached")


def test_what_another_published_meanwhile_has_to_be_seen_first(desk: str, visit: New, tmp_path: Path) -> None:
    pages = []
    for number in (1, 2):
        file = tmp_path / f"{number}.csv"
        row = f"S2,I1,2023-10-26,{number},100,a,"
        file.write_text(f"unit_id,indicator_id,as_of,numerator,denominator,source,note\n{row}\n", encoding="utf-8")
        page = visit().open(f"{desk}/data?load=2023-W43", READY)
        send(page, file)
        pages.append(page)
    for page in pages:
        sign(page)
    expect(pages[0].locator(".sc-told")).to_contain_text("Đã công bố")
    expect(pages[1].get_by_text("đã có bản khác được công bố")).to_be_visible()
    expect(pages[1].locator(".sc-told")).to_have_count(0)
    sign(pages[1])
    expect(pages[1].locator(".sc-told")).to_contain_text("Đã công bố")


def test_nothing_serious_is_found_by_axe_and_nothing_scrolls_sideways(desk: str, visit: New) -> None:
    for size in ((1920, 1080), (1366, 768), (768, 1024), NARROW):
        page = visit(size).open(f"{desk}/data?unit=S1", READY)
        page.wait_for_selector(".sc-facts")
        for summary in page.locator("summary").all():
            summary.click()
        assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= size[0]
        assert serious(page, ".stMain") == []
