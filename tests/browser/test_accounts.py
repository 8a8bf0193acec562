"""An administrator at work: an account invited, used by its owner, shut out, and all of it found in the audit."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.visitors import let_in
from scorecard.access.audit.record import Actor
from scorecard.access.roles import Role
from scorecard.access.sign_in.sessions import end_session
from scorecard.database.engine import open_database
from tests.browser.acting import hand_in
from tests.browser.axe import serious
from tests.browser.conftest import CATALOG, NARROW, WIDE, Visit
from tests.forked_servers import serving

ADMIN = secrets.token_urlsafe(32)
Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A server over a home of its own, in which an administrator is signed in."""
    home = tmp_path_factory.mktemp("office")
    with serving("app.py", home, CATALOG) as server:
        let_in(home, Role.admin, token=ADMIN)
        yield server.url.rstrip("/"), home


def send(page: Page, form: str) -> None:
    page.locator(f"form[data-send={form}] button").click()


def test_an_account_is_invited_used_shut_out_and_found_in_the_audit(office: tuple[str, Path], visit: Open) -> None:
    url, _ = office
    page = visit(token=ADMIN).open(f"{url}/accounts", ".sc-accounts")
    page.fill("form[data-send=add] [name=user_name]", "Trần.Hòa")
    page.fill("form[data-send=add] [name=full_name]", "<b>Trần</b> Hòa")
    page.select_option("form[data-send=add] [name=unit]", "SO-TP")
    send(page, "add")
    link = page.locator(".sc-once code").inner_text()
    assert link.startswith(f"{url}/invitation/")
    expect(page.locator("form[data-send=add] [name=user_name]")).to_have_value("")

    owner = visit(token=None).open(link, "form[method=post]")
    owner.fill("[name=new]", "một câu của tôi")
    owner.fill("[name=again]", "một câu của tôi")
    owner.locator("form[method=post] button").click()
    owner.wait_for_selector(".sc-person")

    page.reload()
    page.fill("[name=find]", "trần.hòa")
    page.keyboard.press("Enter")
    expect(page.locator(".sc-accounts tbody tr")).to_have_count(1)
    page.locator(".sc-accounts tbody a").click()
    send(page, "disable")
    expect(page.locator(".sc-told")).to_contain_text("Đã khóa tài khoản trần.hòa")
    owner.goto(f"{url}/unit?unit=SO-TP")
    expect(owner).to_have_url(f"{url}/sign-in?next=%2Funit%3Funit%3DSO-TP")

    page.goto(f"{url}/audit?act=account")
    expect(page.locator(".sc-audit tbody tr")).to_have_count(4)
    said = page.locator(".sc-audit tbody").inner_text()
    assert all(act in said for act in ("Khóa tài khoản", "Nhận lời mời", "Gửi đường dẫn mời", "Thêm tài khoản"))
    send(page, "verify")
    expect(page.locator(".sc-told")).to_contain_text("nguyên vẹn")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải các dòng đang lọc (CSV)").click()
    assert download.value.path().read_bytes().startswith("\ufeffDòng,Lúc,".encode())


def test_accounts_come_in_from_a_spreadsheet_or_every_mistake_is_told(
    office: tuple[str, Path], visit: Open, tmp_path: Path
) -> None:
    url, _ = office
    file = tmp_path / "list.csv"
    page = visit(token=ADMIN).open(f"{url}/accounts", ".sc-accounts")
    for rows, wanted in (
        ("lan,Lan,Lãnh đạo,\nlan,Lan,Vua,", ".sc-warned"),
        ("lan,Lan,Lãnh đạo,\nmai,Mai,Đơn vị,Sở Nội vụ", ".sc-told"),
    ):
        file.write_text(f"Tên đăng nhập,Họ tên,Vai trò,Đơn vị\n{rows}\n", encoding="utf-8")
        hand_in(page, file)
        page.get_by_role("button", name="Kiểm tra và thêm").click()
        page.wait_for_selector(wanted)
    expect(page.locator(".sc-once code")).to_have_count(2)
    page.get_by_role("button", name="Đã chép, ẩn đi").click()
    expect(page.locator(".sc-once")).to_have_count(0)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("path", ["accounts", "audit"])
def test_nothing_is_wider_than_the_screen(
    office: tuple[str, Path], visit: Open, path: str, size: tuple[int, int]
) -> None:
    page = visit(size, token=ADMIN).open(f"{office[0]}/{path}", ".sc-list, .sc-data p")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= size[0]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("path", ["sign-in", "accounts", "audit", "account", "password", "task"])
def test_nothing_serious_is_in_the_way_of_those_who_read_otherwise(
    office: tuple[str, Path], visit: Open, path: str, size: tuple[int, int]
) -> None:
    token = None if path == "sign-in" else ADMIN
    page = visit(size, token=token).open(f"{office[0]}/{path}", ".sc-entry-card, .sc-list, .sc-data p, .sc-message")
    assert serious(page) == []


def test_an_open_page_ends_with_its_session(office: tuple[str, Path], visit: Open) -> None:
    url, home = office
    token = let_in(home, Role.admin, token=secrets.token_urlsafe(32))
    page = visit(token=token).open(f"{url}/accounts", ".sc-accounts")
    end_session(open_database(home), dt.datetime.now(dt.UTC), Actor("x"), token)
    page.fill("[name=find]", "admin")
    page.keyboard.press("Enter")
    expect(page.locator(".sc-message")).to_contain_text("Phiên làm việc đã kết thúc")
    expect(page.locator(".sc-accounts")).to_have_count(0)
