"""What a reader gets from the page of the briefing: a frame of its exact size, and the files of the command."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from benchmarks.visitors import carry
from scorecard.briefing.bundle import make_bundle
from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.weeks import ReportWeek
from tests.browser.axe import serious
from tests.browser.conftest import Visit
from tests.browser.readers import Readers, settled


@pytest.fixture
def page(readers: Readers, site: str) -> Iterator[Page]:
    # Not `visit`: Streamlit looks for its server below every page's address first, which logs a 404.
    with readers.one((1920, 1400)) as page:
        carry(page.context)
        page.goto(f"{site}/briefing?week=2023-W42")
        page.wait_for_selector(".sc-frame svg")
        page.wait_for_selector(".stDownloadButton button")
        yield settled(page)


@pytest.fixture(scope="module")
def files(demo_home: Path) -> dict[str, bytes]:
    return make_bundle(read_week(demo_home, Asked(ReportWeek(2023, 42))), ("png", "pdf"))


def test_the_captured_frame_is_the_picture_of_the_command(page: Page, files: dict[str, bytes]) -> None:
    frame = page.locator(".sc-frame svg")
    box = frame.bounding_box()
    assert box and (box["x"], box["width"], box["height"]) == (0, 1920, 1080)
    captured = Image.open(io.BytesIO(frame.screenshot())).convert("RGB")
    drawn = Image.open(io.BytesIO(files["ban-tin-2023-W42-r1-1920x1080.png"])).convert("RGB")
    histogram = ImageChops.difference(captured, drawn).convert("L").histogram()
    # Two programs smooth the edges of letters in two ways; a light in another colour would be far more.
    assert sum(histogram[61:]) / sum(histogram) < 0.02
    assert page.locator(".sc-frame :is(a, button, input, select)").count() == 0


def test_a_button_gives_the_very_file_of_the_command(page: Page, files: dict[str, bytes]) -> None:
    for label, name in (("Ảnh PNG 3840×2160", "-3840x2160.png"), ("PDF (A4, 3 trang)", ".pdf")):
        with page.expect_download(timeout=60_000) as waited:
            page.get_by_role("button", name=label).click()
        download = waited.value
        assert download.suggested_filename == f"ban-tin-2023-W42-r1{name}"
        assert Path(download.path()).read_bytes() == files[download.suggested_filename]


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (390, 844)], ids=str)
def test_nothing_serious_is_in_the_way_and_nothing_scrolls_sideways(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    settled(page)
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_frame_of_a_task_is_the_picture_of_the_command(
    site: str, demo_home: Path, visit: Callable[..., Visit]
) -> None:
    page = visit((1920, 1400)).open(f"{site}/briefing?week=2023-W42", ".sc-frame svg")
    page.locator("select[name=frame]").select_option(label="Nhiệm vụ 4: Nộp, thanh toán trực tuyến")
    page.wait_for_url("**task=4**")
    frame = page.locator(".sc-frame svg[aria-label*='Nhiệm vụ 4']")
    expect(frame).to_be_visible()
    settled(page)
    captured = Image.open(io.BytesIO(frame.screenshot())).convert("RGB")
    files = make_bundle(read_week(demo_home, Asked(ReportWeek(2023, 42), task=4)), ("png",))
    drawn = Image.open(io.BytesIO(files["ban-tin-2023-W42-r1-nv4-1920x1080.png"])).convert("RGB")
    assert captured.size == drawn.size == (1920, 1080)
    histogram = ImageChops.difference(captured, drawn).convert("L").histogram()
    assert sum(histogram[61:]) / sum(histogram) < 0.02
    expect(page.locator(".sc-said")).to_contain_text("Nhiệm vụ 4")


def test_the_frames_are_shown_full_screen_one_after_another(site: str, visit: Callable[..., Visit]) -> None:
    page = visit().open(f"{site}/briefing?week=2023-W42", ".sc-frame svg")
    first = page.locator(".sc-frame").inner_html()
    page.get_by_role("button", name="Trình chiếu toàn màn hình").click()
    page.wait_for_function("document.fullscreenElement")
    for task in (1, 2):
        page.keyboard.press("ArrowRight")
        page.wait_for_url(f"**task={task}")
        expect(page.locator(f".sc-frame svg[aria-label*='Nhiệm vụ {task}:']")).to_be_visible()
    assert page.evaluate("document.fullscreenElement !== null")
    box = page.locator(".sc-frame svg").bounding_box()
    assert box and (round(box["x"]), round(box["width"])) == (0, 1920)
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
        settled(page)
    page.wait_for_url(lambda url: "task=" not in url)
    expect(page.locator(".sc-frame")).to_have_js_property("innerHTML", first)


def test_after_the_last_task_come_the_districts(site: str, visit: Callable[..., Visit]) -> None:
    page = visit().open(f"{site}/briefing?week=2023-W42&task=13", ".sc-frame svg")
    page.get_by_role("button", name="Trình chiếu toàn màn hình").click()
    page.wait_for_function("document.fullscreenElement")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: "district=461" in url and "task=" not in url)
    expect(page.locator(".sc-frame svg[aria-label*='thành phố Đông Hà']")).to_be_visible()


def test_the_overview_gives_what_is_on_screen_as_a_workbook(site: str, visit: Callable[..., Visit]) -> None:
    page = visit().open(f"{site}/?week=2023-W42&block=district:465&only=red_amber")
    with page.expect_download() as waited:
        page.get_by_role("button", name="Bảng đang xem (Excel)").click()
    assert waited.value.suggested_filename == "bang-den-2023-W42-r1-district-465-do-vang.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(Path(waited.value.path()).read_bytes()))
    assert book["Nguồn gốc"]["B9"].value == "Chỉ đỏ và vàng"
    names = {row[0] for row in book["Bảng đèn"].iter_rows(min_row=3, values_only=True)}
    assert names == set(page.locator(".sc-table tbody tr:not(.sc-block) th").all_inner_texts())


def test_the_link_that_is_copied_names_the_week(site: str, visit: Callable[..., Visit]) -> None:
    page = visit().open(f"{site}/briefing", ".sc-frame svg")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Chép liên kết").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    # Pages may not read the clipboard; a reader pastes.
    page.locator(".sc-search input").press("Control+V")
    expect(page.locator(".sc-search input")).to_have_value(f"{site}/briefing?week=2023-W42")
