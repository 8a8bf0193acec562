"""The forms of the page of chasing in a real browser: two who write at once, a figure contested with a file."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.visitors import let_in
from scorecard.access.roles import Role
from scorecard.snapshots.index import list_snapshots
from tests.browser.acting import hand_in
from tests.browser.axe import serious
from tests.browser.conftest import NARROW, WIDE, Visit
from tests.browser.readers import settled
from tests.forked_servers import serving
from tests.ui.follow_up.follow_sessions import matters, publish_chased

Open = Callable[..., Visit]
STEWARD, OTHER, UNIT = (secrets.token_urlsafe(32) for _ in range(3))
LIGHT = "follow_up?light=S2:1"
READY = "#sc-follow-title, #sc-decisions-title, .st-key-asking"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A server over a home of the test's own, with two stewards and somebody of S2 signed in."""
    with opened(tmp_path) as office:
        yield office


@pytest.fixture(scope="module")
def quiet_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same for tests that only look."""
    with opened(tmp_path_factory.mktemp("office")) as office:
        yield office[0]


@contextmanager
def opened(folder: Path) -> Iterator[tuple[str, Path]]:
    home = publish_chased(folder)
    for role, unit, token in ((Role.steward, None, STEWARD), (Role.steward, None, OTHER), (Role.unit, "S2", UNIT)):
        let_in(home, role, unit, token)
    with serving("app.py", home, folder / "catalog") as server:
        yield server.url.rstrip("/"), home


def form(page: Page, title: str) -> Locator:
    """A form, opened; a page that is still being printed may print it anew between a press and its release."""
    settled(page)
    part = page.get_by_test_id("stExpander").filter(has_text=title).first
    if not part.get_by_role("button").last.is_visible():
        part.locator("summary").click()
    expect(part.get_by_test_id("stFormSubmitButton")).to_be_visible()
    return part


def send(part: Locator) -> None:
    settled(part.page)
    part.get_by_test_id("stFormSubmitButton").get_by_role("button").click()


def test_the_second_of_two_editors_is_told_and_keeps_what_was_typed(office: tuple[str, Path], visit: Open) -> None:
    url, _ = office
    first, second = (visit(token=token).open(f"{url}/{LIGHT}", READY) for token in (STEWARD, OTHER))
    send(form(first, "Yêu cầu giải trình"))
    expect(first.locator(".sc-matter-state")).to_contain_text("chờ đơn vị trả lời")
    second.reload()
    typed = form(second, "Gia hạn trả lời").get_by_label("Lý do gia hạn")
    typed.fill("Đơn vị xin thêm")
    part = form(first, "Gia hạn trả lời")
    part.get_by_label("Lý do gia hạn").fill("Theo công văn")
    send(part)
    expect(first.locator(".sc-moves")).to_contain_text("Theo công văn")
    send(form(second, "Gia hạn trả lời"))
    expect(second.get_by_test_id("stAlert")).to_contain_text("vừa đổi mục này")
    expect(typed).to_have_value("Đơn vị xin thêm")
    expect(second.locator(".sc-moves")).not_to_contain_text("Đơn vị xin thêm")
    send(form(second, "Gia hạn trả lời"))
    expect(second.locator(".sc-moves")).to_contain_text("Đơn vị xin thêm")


def test_a_button_pressed_three_times_at_once_writes_once(office: tuple[str, Path], visit: Open) -> None:
    url, home = office
    page = visit(token=STEWARD).open(f"{url}/{LIGHT}", READY)
    part = form(page, "Ghi chú về đèn này")
    part.get_by_label("Nội dung", exact=True).fill("Đã gọi điện")
    part.get_by_test_id("stFormSubmitButton").get_by_role("button").click(click_count=3, delay=5)
    expect(page.locator(".sc-moves")).to_contain_text("Đã gọi điện")
    settled(page)
    expect(part.get_by_label("Nội dung", exact=True)).to_have_value("")
    page.wait_for_timeout(1500)
    assert [matter.text for matter in matters(home)] == ["Đã gọi điện"]


def test_a_contested_figure_becomes_a_revision(office: tuple[str, Path], visit: Open, tmp_path: Path) -> None:
    url, home = office
    proof = tmp_path / "căn cứ.pdf"
    proof.write_bytes(b"%PDF-1.7 proof")
    unit = visit(token=UNIT).open(f"{url}/{LIGHT}", READY)
    part = form(unit, "Đề nghị sửa một số liệu")
    part.get_by_label("Tử số (hoặc giá trị)").fill("95")
    part.get_by_label("Mẫu số").fill("100")
    part.get_by_label("Lý do").fill("Hệ thống đếm sót")
    hand_in(unit, proof)
    expect(part.get_by_text("căn cứ.pdf")).to_be_visible()
    send(part)
    expect(unit.locator(".sc-side")).to_contain_text("95%")
    steward = visit(token=STEWARD).open(f"{url}/{LIGHT}", READY)
    with steward.expect_download() as download:
        steward.get_by_role("button", name="Tải tệp làm căn cứ").click()
    assert download.value.path().read_bytes() == proof.read_bytes()
    send(form(steward, "Chấp nhận và công bố"))
    expect(steward.locator(".sc-matter-state")).to_have_text("đã chấp nhận")
    expect(steward.locator(".sc-follow-light .sc-status")).to_contain_text("Xanh: đạt mục tiêu")
    assert list_snapshots(home).weeks()[-1].name == "2023-W42/002"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("path", [LIGHT, "follow_up?listed=decisions", "follow_up"])
def test_nothing_serious_is_found_by_axe_and_nothing_scrolls_sideways(
    quiet_office: str, visit: Open, path: str, size: tuple[int, int]
) -> None:
    page = visit(size, token=STEWARD).open(f"{quiet_office}/{path}", READY)
    expect(page.get_by_test_id("stExpander").first).to_be_visible()
    for summary in page.locator(".stExpander summary").all():
        summary.click()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= size[0]
    assert serious(page) == []
