"""What a reader sees and does on the overview, in a real browser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from streamlit.file_util import get_static_dir

from scorecard.catalog import load_catalog
from scorecard.text.streamlit_words import TRANSLATIONS
from tests.browser.axe import serious
from tests.browser.conftest import CATALOG, NARROW, WIDE, Visit
from tests.browser.readers import settled
from tests.cli.command_line import Scorecard
from tests.forked_servers import serving
from tests.homes.small_home import publish_week

WEEK = "week=2023-W42"
VIEWS = {
    "newest": "/",
    "district": f"/?{WEEK}&block=district:465",
    "red and amber": f"/?{WEEK}&only=red_amber",
    "reason": f"/?{WEEK}&unit=SO-NV&task=4",
    "group reason": f"/?{WEEK}&group=province&task=4",
    "unknown week": "/?week=2031-W01",
    "task": f"/task?{WEEK}&task=4&chosen=SO-NV",
    "unit": f"/unit?{WEEK}&unit=SO-NV",
    "units": "/unit",
    "task reason": f"/task?{WEEK}&task=4&why=SO-NV:4",
}
New = Callable[..., Visit]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_serious_is_in_the_way_of_those_who_read_otherwise(
    site: str, visit: New, view: str, size: tuple[int, int]
) -> None:
    page = visit(size).open(site + VIEWS[view])
    settled(page)
    assert serious(page) == []


@pytest.mark.parametrize("view", ["newest", "district", "red and amber"])
def test_the_overview_stands_on_one_screen(site: str, visit: New, view: str) -> None:
    page = visit().open(site + VIEWS[view])
    page.wait_for_selector("[data-testid=stVegaLiteChart] :is(canvas, svg)")
    main = "document.querySelector('.stMain')"
    assert page.evaluate(f"{main}.scrollHeight <= {main}.clientHeight && {main}.scrollWidth <= {main}.clientWidth")
    clipped = "[...document.querySelectorAll('.sc-task a span, .sc-count, .sc-calls a, .sc-foot li')]"
    assert page.evaluate(f"{clipped}.filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth).length") == 0


@pytest.mark.parametrize("size", [NARROW, (768, 1024), (1366, 768)], ids=str)
@pytest.mark.parametrize("view", ["newest", "district", "reason", "task", "unit", "units"])
def test_smaller_screens_never_scroll_sideways(site: str, visit: New, view: str, size: tuple[int, int]) -> None:
    page = visit(size).open(site + VIEWS[view])
    settled(page)
    widths = "[document.documentElement.scrollWidth, document.querySelector('.stMain').scrollWidth]"
    assert max(page.evaluate(widths)) <= size[0]


def test_a_light_opens_its_reason_under_its_own_address(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?{WEEK}")
    page.locator("tr", has_text="Sở Tư pháp").locator("td[data-n='3'] a").click()
    dialog = page.locator("dialog[open]")
    expect(dialog.locator("h2")).to_contain_text("Sở Tư pháp · Nhiệm vụ 3")
    expect(dialog).to_contain_text("Căn cứ ngưỡng")
    page.wait_for_url(re.compile(r"unit=SO-TP.*task=3|task=3.*unit=SO-TP"))
    address = page.url
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.wait_for_url(lambda url: "unit=" not in url)
    page.go_back()
    expect(page.locator("dialog[open] h2")).to_contain_text("Sở Tư pháp")
    page.reload()
    expect(page.locator("dialog[open] h2")).to_contain_text("Sở Tư pháp")
    page.wait_for_url(address)


def test_going_back_before_the_answer_is_there_shows_what_the_address_says(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?{WEEK}&only=red_amber")
    for _ in range(5):
        page.locator("tr", has_text="Sở Tư pháp").locator("td[data-n='3'] a").click()
        expect(page.locator("dialog[open] h2")).to_contain_text("Sở Tư pháp")
        page.keyboard.press("Escape")
        page.wait_for_url(lambda url: "unit=" not in url)
        page.go_back()
        expect(page.locator("dialog[open] h2")).to_contain_text("Sở Tư pháp")
        page.go_back()
        expect(page.locator("dialog")).to_have_count(0)
        page.uncheck("input[type=checkbox]")
        page.wait_for_url(lambda url: "only=" not in url)
        page.go_back()
        expect(page.locator("input[type=checkbox]")).to_be_checked()


def test_filters_change_the_matrix_and_the_address(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?{WEEK}")
    page.select_option("select[name=block]", "department")
    page.wait_for_url(re.compile("block=department"))
    expect(page.locator(".sc-table tbody tr:not(.sc-block)")).to_have_count(20)
    page.select_option("select[name=block]", "district:465")
    expect(page.locator(".sc-group th")).to_have_text("Toàn địa bàn")
    page.check("input[type=checkbox]")
    page.wait_for_url(re.compile("only=red_amber"))
    expect(page.locator(".sc-table a.sc-green")).to_have_count(0)
    page.reload()
    expect(page.locator("select[name=block]")).to_have_value("district:465")
    expect(page.locator("input[type=checkbox]")).to_be_checked()
    page.go_back()
    expect(page.locator(".sc-table a.sc-green").first).to_be_attached()


def test_weeks_are_chosen_stepped_through_and_written_into_the_address(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?{WEEK}&only=red_amber")
    page.click("a.sc-step")
    page.wait_for_url(re.compile("week=2023-W41.*only=red_amber"))
    expect(page.locator("select[name=week]")).to_have_value("2023-W41")
    page.select_option("select[name=week]", "2023-W38")
    page.wait_for_url(re.compile("week=2023-W38"))
    expect(page.locator(".sc-code")).to_contain_text("2023-W38.r")


def test_hover_and_focus_say_unit_task_value_target_and_date(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?{WEEK}")
    light = page.locator("tr", has_text="Sở Nội vụ").locator("td[data-n='4'] a")
    light.hover()
    tip = page.locator("#sc-tip")
    expect(tip).to_be_visible()
    for part in ("Sở Nội vụ", "Nhiệm vụ 4", "xanh từ", "%", "/2023"):
        expect(tip).to_contain_text(part)
    page.mouse.move(5, 5)
    light.focus()
    expect(tip).to_contain_text("Nhiệm vụ 4")
    page.keyboard.press("ArrowRight")
    expect(tip).to_contain_text("Nhiệm vụ 5")
    page.keyboard.press("ArrowDown")
    expect(tip).to_contain_text("Sở Tư pháp")
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] h2")).to_contain_text("Sở Tư pháp · Nhiệm vụ 5")


def test_every_status_has_a_sign_or_pattern_of_its_own_beside_its_colour(site: str, visit: New) -> None:
    page = visit().open(f"{site}/?{WEEK}")
    looks = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.sc-legend i.sc-light')]"
        ".map((e) => [e.className, getComputedStyle(e).backgroundImage + getComputedStyle(e).boxShadow]))"
    )
    assert len(looks) >= 8 and len(set(looks.values())) == len(looks)


IN_RED = {
    f"/?{WEEK}": ("td a.sc-red", ".sc-bar i.sc-red", ".sc-count.sc-red"),
    f"/task?{WEEK}&task=4&indicator=NV4.4": (".sc-result .sc-red", ".sc-track .sc-bar-red"),
}


@pytest.mark.parametrize("path", IN_RED)
def test_red_stays_red_where_a_reader_chose_the_colours(site: str, visit: New, path: str) -> None:
    page = visit().page
    page.emulate_media(forced_colors="active")
    page.goto(site + path)
    for selector in IN_RED[path]:
        expect(page.locator(selector).first).to_have_css("background-color", "rgb(198, 40, 40)")


def read_back(page: Page) -> dict[tuple[str, int], str]:
    """(unit, task) -> status, as the page shows it."""
    links = page.evaluate(
        "[...document.querySelectorAll('td > a.sc-light')].map((e) => [e.getAttribute('href'), e.className])"
    )
    found = {}
    for href, classes in links:
        unit, task = re.search(r"unit=([^&]+)", href), re.search(r"task=(\d+)", href)
        if unit and task:
            found[unit[1], int(task[1])] = classes.split()[1].removeprefix("sc-")
    return found


def test_the_lights_are_those_the_command_prints(site: str, visit: New, demo_home: Path) -> None:
    page = visit().open(f"{site}/?{WEEK}")
    shown = read_back(page)
    rows = Scorecard(demo_home, CATALOG)("lights", "--week", "2023-W42", "--level", "task", "--format", "json").json()
    units = {unit for unit, _ in shown}
    assert len(units) == 30
    assert shown == {(r["unit_id"], r["task_no"]): r["status"] for r in rows if r["unit_id"] in units}
    counts: dict[str, Any] = {status: page.locator(f".sc-count.sc-{status} b").inner_text() for status in
                              ("red", "amber", "green", "missing")}  # fmt: skip
    assert counts == {status: str(list(shown.values()).count(status)) for status in counts}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("week=2031-W01", "2031-W01"),
        ("week=soon", "soon"),
        ("revision=99&week=2023-W42", "99"),
        ("block=district:9999", "district:9999"),
        ("unit=SO-NOWHERE&task=1", "SO-NOWHERE"),
        ("task=11", "11"),
        ("only=<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("why=x", "x"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_wider_is_shown(site: str, visit: New, query: str, said: str) -> None:
    page = visit().open(f"{site}/?{query}", ".sc-message")
    expect(page.locator(".sc-message")).to_contain_text(said)
    assert page.locator(".sc-matrix, .sc-counts").count() == 0
    assert "Traceback" not in page.content()
    page.click(".sc-message a")
    expect(page.locator(".sc-matrix")).to_be_attached()


def is_vietnamese(page: Page) -> bool:
    text = page.evaluate("document.body.innerText")
    return not re.search(r"\b(the|and|week|loading|running|deploy|error|settings|task|unit)\b", text, re.IGNORECASE)


def test_the_page_is_vietnamese_and_says_that_its_figures_are_invented(site: str, visit: New) -> None:
    page = visit().open(f"{site}/overview?{WEEK}")  # the page's own name leads to it too
    page.wait_for_url(f"{site}/?{WEEK}")
    assert page.evaluate("document.documentElement.lang") == "vi"
    expect(page.locator(".sc-synthetic")).to_have_text("SỐ LIỆU MÔ PHỎNG")
    assert is_vietnamese(page)


def test_an_address_that_is_no_page_says_so(site: str, visit: New) -> None:
    seen = visit()
    page = seen.open(f"{site}/nothing?{WEEK}", ".sc-message")
    expect(page.locator("h1")).to_have_text("Không có trang này")
    assert is_vietnamese(page)
    assert [text for text in seen.said if "404" not in text] == []
    seen.said.clear()
    page.get_by_role("link").click()
    expect(page.locator(".sc-matrix")).to_be_attached()


def test_a_server_that_stops_is_spoken_of_in_vietnamese(visit: New, demo_home: Path) -> None:
    seen = visit()
    with serving("app.py", demo_home, CATALOG) as server:
        page = seen.open(f"{server.url}?{WEEK}")
    expect(page.locator("[role=dialog]")).to_contain_text("Mất kết nối")
    assert is_vietnamese(page)
    seen.said.clear()


def test_what_streamlit_says_is_found_in_its_scripts_and_translated() -> None:
    scripts = [file.read_text(encoding="utf-8") for file in Path(get_static_dir()).rglob("*.js")]
    missing = [
        text for text in TRANSLATIONS if not any(f"{text}{end}" in script for script in scripts for end in ("`", "${"))
    ]
    assert missing == []


def test_a_new_revision_shows_without_a_restart(chromium_site: tuple[str, Path], visit: New) -> None:
    site, home = chromium_site
    page = visit().open(site)
    expect(page.locator(".sc-code")).to_contain_text("2023-W42.r1.")
    publish_week(home, load_catalog(CATALOG), "2023-W42", [], reason="again", synthetic=True)
    page.reload()
    expect(page.locator(".sc-code")).to_contain_text("2023-W42.r2.")
    page.select_option("select[name=revision]", "1")
    page.wait_for_url(re.compile("revision=1"))
    expect(page.locator(".sc-code")).to_contain_text("2023-W42.r1.")


@pytest.fixture
def chromium_site(demo_home: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A server over a copy of the demo home, which the test may publish into."""
    home = Path(shutil.copytree(demo_home, tmp_path / "home"))
    with serving("app.py", home, CATALOG) as server:
        yield server.url, home


def test_an_empty_home_and_a_broken_manifest_are_spoken_of_on_the_page(visit: New, tmp_path: Path) -> None:
    broken = tmp_path / "snapshots" / "week=2023-W42" / "revision=001"
    with serving("app.py", tmp_path, CATALOG) as server:
        page = visit().open(server.url, ".sc-message")
        expect(page.locator(".sc-message")).to_contain_text("Chưa có tuần nào được công bố")
        broken.mkdir(parents=True)
        (broken / "manifest.json").write_text("{", encoding="utf-8")
        page.reload()
        expect(page.locator(".sc-message")).to_contain_text("manifest.json không đọc được")


def test_one_request_tells_what_a_stranger_may_know(site: str, visit: New) -> None:
    page = visit().page
    answer = page.request.get(f"{site}/")
    headers = answer.headers
    assert headers["x-content-type-options"] == "nosniff" and "frame-ancestors" in headers["content-security-policy"]
    assert json.dumps(headers).count("127.0.0.1") == 0


TITLES = {
    f"/?{WEEK}": "Tổng quan · Tuần 42/2023",
    f"/task?{WEEK}": "Nhiệm vụ 1 · Tuần 42/2023",
    f"/task?{WEEK}&task=4&why=SO-NV:4": "Nhiệm vụ 4 · Tuần 42/2023",
    f"/district?{WEEK}&district=465": "Huyện Hướng Hóa · Tuần 42/2023",
    f"/unit?{WEEK}&unit=SO-NV": "Sở Nội vụ · Tuần 42/2023",
    f"/unit?{WEEK}": "Đơn vị · Tuần 42/2023",
    "/task?week=2031-W01": "Nhiệm vụ · Theo dõi thực hiện chỉ đạo",
}


@pytest.mark.parametrize("path", TITLES)
def test_the_tab_says_what_the_page_is_about(site: str, visit: New, path: str) -> None:
    page = visit().open(site + path)
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached")
    assert page.title() == TITLES[path]


def test_the_title_follows_what_is_chosen_and_stays_behind_a_reason(site: str, visit: New) -> None:
    page = visit().open(f"{site}/task?{WEEK}&task=4")
    page.select_option("select[name=week]", "2023-W41")
    expect(page).to_have_title("Nhiệm vụ 4 · Tuần 41/2023")
    page.locator(".sc-result a").first.click()
    expect(page.locator("dialog[open]")).to_be_attached()
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached")
    expect(page).to_have_title("Nhiệm vụ 4 · Tuần 41/2023")
