"""A month of chasing one unit, as three people who are signed in: from the first red light to green."""

from __future__ import annotations

import io
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from benchmarks.visitors import let_in
from scorecard.access.audit.chain import verify_audit
from scorecard.access.roles import Role
from scorecard.catalog import load_catalog
from scorecard.catalog.scope import ALL
from scorecard.database.engine import open_database
from scorecard.follow_up.matters.reading import read_matters
from scorecard.snapshots.verify import verify_home
from tests.browser.conftest import CATALOG, Visit
from tests.browser.readers import settled
from tests.catalogs.catalogue_rows import catalogue, seen, task, unit, write_catalogue
from tests.forked_servers import serving
from tests.homes.small_home import publish_week

WEEKS = {"2023-W40": ("2023-10-05", 10), "2023-W41": ("2023-10-12", 12), "2023-W42": ("2023-10-19", 14)}
GREEN = ("2023-W43", "2023-10-26", 97)
OFFICES = [unit("S1", name="Sở Giao thông vận tải"), unit("S2", name="Sở Y tế")]
HOSTILE = "<b onmouseover=alert(1)>Vướng</b> {{ 7*7 }} =1+1"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home without a week; its catalogue has the office's own ladder, causes and letters."""
    write_catalogue(catalogue(units=OFFICES, tasks=[task(1, title="Số hóa hồ sơ")]), tmp_path / "catalog")
    for name in ("ladder", "causes", "letters"):
        shutil.copy(CATALOG / f"{name}.csv", tmp_path / "catalog")
    return tmp_path / "home"


def publish(home: Path, week: str, day: str, done: int) -> None:
    """One demo week: S1 as given, S2 always green."""
    rows = [seen("S1", day, done, 100), seen("S2", day, 96, 100)]
    publish_week(home, load_catalog(home.parent / "catalog"), week, rows, synthetic=True)


@pytest.fixture
def site(home: Path) -> Iterator[str]:
    publish(home, "2023-W40", *WEEKS["2023-W40"])
    with serving("app.py", home, home.parent / "catalog") as server:
        yield server.url.rstrip("/")


@pytest.fixture
def people(home: Path, visit: Callable[..., Visit]) -> dict[str, Visit]:
    """A clerk, the unit that is chased, and the Vice Chairman, each in a browser of their own."""
    roles = {"clerk": (Role.steward, None), "unit": (Role.unit, "S1"), "vice": (Role.leader, None)}
    return {name: visit(token=let_in(home, role, of, secrets.token_urlsafe(32))) for name, (role, of) in roles.items()}


def opened(person: Visit, address: str) -> Page:
    return person.open(address, ".sc-head + *, .sc-message, .st-key-follow")


def fill(page: Page, title: str, texts: dict[str, str], button: str) -> None:
    """Opens a form if it is closed, types, and sends it."""
    # A page that is still being printed may print a form anew between a press and its release.
    settled(page)
    part = page.locator("[data-testid=stExpander]").filter(has=page.get_by_text(title, exact=True)).first
    if not part.get_by_role("button", name=button).is_visible():
        part.locator("summary").click()
    for label, text in texts.items():
        field = part.get_by_label(label, exact=True)
        if re.fullmatch(r"\d\d/\d\d/\d{4}", text):
            field.get_by_role("spinbutton").first.click()
            page.keyboard.type(text.replace("/", ""))
            page.keyboard.press("Escape")  # the calendar, which lies over the button
        else:
            field.fill(text)
        page.keyboard.press("Tab")
    part.get_by_role("button", name=button).click()


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_label(label).click()
    page.get_by_role("option", name=option).click()


def letter(page: Page, kind: str) -> str:
    """Drafts a letter to the only unit listed, and reads the file back."""
    part = page.locator("[data-testid=stExpander]").filter(has=page.get_by_text("Soạn công văn", exact=True)).first
    part.locator("summary").click()
    part.get_by_text(kind, exact=True).click()
    part.get_by_role("button", name="Soạn công văn").click()
    with page.expect_download() as waited:
        page.locator(".st-key-letters-made").get_by_role("button", name="Tải").first.click()
    document = docx.Document(io.BytesIO(Path(waited.value.path()).read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    heads = [p.text for section in document.sections for p in section.first_page_header.paragraphs]
    return "\n".join([*heads, *cells, *(paragraph.text for paragraph in document.paragraphs)])


def remind(site: str, clerk: Visit) -> None:
    """First week: red, a reminder."""
    page = opened(clerk, f"{site}/follow_up")
    expect(page.locator(".st-key-follow")).to_contain_text("Bậc 1 · Nhắc")
    text = letter(page, "Đôn đốc nhiệm vụ đạt thấp")
    assert "SỐ LIỆU MÔ PHỎNG" in text and "Sở Giao thông vận tải" in text and "10%" in text and "từ 90%" in text
    assert "Sở Y tế" not in text and "chưa có giải trình" not in text


def ask(site: str, home: Path, clerk: Visit) -> None:
    """Second week: still red, an explanation is asked for."""
    publish(home, "2023-W41", *WEEKS["2023-W41"])
    page = opened(clerk, f"{site}/follow_up")
    expect(page.locator(".st-key-follow")).to_contain_text("Bậc 2 · Yêu cầu giải trình")
    assert "12%" in letter(page, "Yêu cầu giải trình")
    page = opened(clerk, f"{site}/follow_up?light=S1:1")
    asked = {"Nội dung yêu cầu (không bắt buộc)": "Vì sao còn chậm?", "Trả lời chậm nhất ngày": "18/10/2023"}
    fill(page, "Yêu cầu giải trình đèn này", asked, "Ghi: yêu cầu giải trình")
    expect(page.locator(".st-key-follow")).to_contain_text("đã yêu cầu, chờ đơn vị trả lời")


def wait_in_vain(site: str, home: Path, vice: Visit) -> None:
    """Third week: no answer came, and that is shown to those who decide."""
    publish(home, "2023-W42", *WEEKS["2023-W42"])
    expect(opened(vice, f"{site}/follow_up").locator(".st-key-follow")).to_contain_text("1 CHƯA CÓ GIẢI TRÌNH")
    page = vice.open(f"{site}/?unit=S1&task=1", "dialog[open]")
    expect(page.locator("dialog[open]")).to_contain_text("CHƯA CÓ GIẢI TRÌNH (hạn 18/10/2023)")
    expect(page.locator("dialog[open]")).to_contain_text("14%")
    page = opened(vice, f"{site}/follow_up?light=S1:1")
    expect(page.locator(".st-key-follow")).to_contain_text("CHƯA CÓ GIẢI TRÌNH (hạn 18/10/2023)")
    expect(page.get_by_role("button", name="Ghi")).to_have_count(0)


def answer_twice(site: str, clerk: Visit, office: Visit) -> None:
    """The unit answers, is asked again, and answers again."""
    for number, (cause, said) in enumerate((("Nguyên nhân khác", HOSTILE), ("Hệ thống phần mềm lỗi", "Đã nối lại."))):
        page = opened(office, f"{site}/follow_up?light=S1:1")
        choose(page, "Nguyên nhân", cause)
        answer = {"Giải trình": said, "Biện pháp khắc phục": "Bố trí thêm người", "Người chịu trách nhiệm": "Ông A"}
        answer["Ngày cam kết đạt"] = "27/10/2023"
        fill(page, "Trả lời yêu cầu giải trình", answer, "Ghi: trả lời yêu cầu giải trình")
        expect(page.locator(".st-key-follow")).to_contain_text("đơn vị đã trả lời, chờ xem xét")
        page = opened(clerk, f"{site}/follow_up?light=S1:1")
        expect(page.locator(".st-key-follow")).to_contain_text(said)
        if not number:
            back = {"Cần trả lời thêm điều gì": "Nêu rõ vướng gì.", "Trả lời lại chậm nhất ngày": "24/10/2023"}
            fill(page, "Trả lại giải trình", back, "Ghi: trả lại giải trình")
            expect(page.locator(".st-key-follow")).to_contain_text("đã trả lại, chờ đơn vị trả lời lại")


def accept_it(site: str, clerk: Visit, vice: Visit) -> None:
    """The unit is believed; the light stays what it is."""
    page = opened(clerk, f"{site}/follow_up?light=S1:1")
    fill(page, "Chấp nhận giải trình", {}, "Ghi: chấp nhận giải trình")
    expect(page.locator(".st-key-follow")).to_contain_text("đã chấp nhận")
    expect(opened(vice, f"{site}/follow_up").locator(".st-key-follow")).to_contain_text("0 CHƯA CÓ GIẢI TRÌNH")
    expect(vice.page.locator(".st-key-follow")).to_contain_text("Bậc 3 · Mời họp")


def turn_green(site: str, home: Path, clerk: Visit) -> None:
    """Fourth week: green, and closed; what happened is remembered."""
    publish(home, *GREEN)
    page = opened(clerk, f"{site}/follow_up")
    expect(page.locator(".st-key-follow")).to_contain_text("Đạt thấp (0)")
    page = opened(clerk, f"{site}/follow_up?light=S1:1")
    expect(page.locator(".st-key-follow")).to_contain_text("vừa về xanh sau bậc 3")
    page = clerk.open(f"{site}/unit?unit=S1", ".sc-figures")
    for entry in ("Nêu rõ vướng gì.", HOSTILE, "Đã nối lại."):
        expect(page.locator(".stMain")).to_contain_text(entry)


def test_from_the_first_red_light_to_green(site: str, home: Path, people: dict[str, Visit]) -> None:
    clerk, office, vice = people["clerk"], people["unit"], people["vice"]
    remind(site, clerk)
    ask(site, home, clerk)
    wait_in_vain(site, home, vice)
    answer_twice(site, clerk, office)
    accept_it(site, clerk, vice)
    turn_green(site, home, clerk)

    # Nothing was changed on the way: every move is kept, the audit holds, so do the weeks.
    with open_database(home).connect() as connection:
        matters = read_matters(connection, ALL)
    assert verify_audit(open_database(home))[1] == [] and verify_home(home) == []
    assert [[move.name for move in matter.moves] for matter in matters] == [
        ["draft"],
        ["draft"],
        ["ask", "answer", "return", "answer", "accept"],
    ]
    assert {move.who for matter in matters for move in matter.moves} == {"steward-all-visitor", "unit-s1-visitor"}
