"""What was asked, answered and decided, on pages about something else: reasons, overview, unit, task; by role."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from scorecard.access.roles import Person
from scorecard.catalog import load_catalog
from tests.catalogs.catalogue_rows import seen, write_catalogue
from tests.follow_up.asked import HOSTILE, answer, ask, decide, move
from tests.homes import chase_home as chase
from tests.homes.small_home import publish_week, small_home
from tests.ui.conftest import html_of
from tests.ui.readers import LEADER, STEWARD, of_unit, read_as

LATE, IN_TIME = dt.date(2023, 10, 18), dt.date(2099, 1, 1)
LACKS = "CHƯA CÓ GIẢI TRÌNH (hạn 18/10/2023)"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In week 42 S2 (red) has not answered in time; D1 (red) has, and it was accepted; three decisions are open."""
    home = small_home(tmp_path_factory.mktemp("followed"))
    ask(home, "S2", 1, LATE, text="Hãy giải trình <b>ngay</b>")
    matter_id = ask(home, "D1", 1, LATE)
    answer(home, matter_id, "D1", text="Máy chủ hỏng")
    move(home, matter_id, "accept")
    decide(home, f"Báo cáo {HOSTILE}", LATE, owner="S2", unit_id="S2", task_no=1)
    decide(home, "Họp với các huyện", IN_TIME, owner="Văn phòng UBND", task_no=1)
    decide(home, "Việc của toàn tỉnh", IN_TIME, owner="S1")
    closed = decide(home, "Việc đã xong", LATE)
    move(home, closed, "close", text="Đã báo cáo")
    return home


@pytest.mark.parametrize(
    ("why", "said", "unsaid"),
    [
        ("S2:1", [LACKS, "Họp với các huyện", "QUÁ HẠN từ 18/10/2023", "light=S2:1", "sc-red"], ["Máy chủ hỏng"]),
        ("D1:1", ["đã chấp nhận", "Nguyên nhân đã chấp nhận", "cam kết đạt ngày 10/11/2023"], [LACKS, "Báo cáo"]),
        ("S1:2", ["sc-dialog"], [LACKS, "Họp với các huyện"]),
        ("province:1", ["1 đơn vị CHƯA CÓ GIẢI TRÌNH: Unit S2."], ["Unit D1."]),
        ("level:district:1", ["sc-dialog"], ["CHƯA CÓ GIẢI TRÌNH"]),
    ],
)
def test_a_reason_says_what_was_asked_beside_what_was_measured(
    home: Path, monkeypatch: pytest.MonkeyPatch, why: str, said: list[str], unsaid: list[str]
) -> None:
    html = html_of(home, monkeypatch, page="task", task="1", why=why)
    dialog = html[html.index("<dialog") : html.index("</dialog>")]
    assert [text for text in said if text not in dialog] == []
    assert [text for text in unsaid if text in dialog] == []


def test_all_lights_of_a_unit_name_those_without_an_explanation(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = html_of(home, monkeypatch, unit="S2")
    assert html[html.index("<dialog") :].count(LACKS) == 1


def test_a_new_answer_is_shown_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = small_home(tmp_path)
    matter_id = ask(home, "S2", 1, LATE)
    html = html_of(home, monkeypatch, unit="S2", task="1")
    assert LACKS in html and "1 đèn CHƯA CÓ GIẢI TRÌNH" in html
    answer(home, matter_id)
    html = html_of(home, monkeypatch, unit="S2", task="1")
    assert LACKS not in html and "sc-owed" not in html
    assert "đơn vị đã trả lời, chờ xem xét" in html and "sc-status" in html


def test_an_answer_in_time_is_not_overdue_and_one_that_was_returned_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = small_home(tmp_path)
    matter_id = ask(home, "S2", 1, LATE)
    answer(home, matter_id)
    html = html_of(home, monkeypatch, "follow_up", light="S2:1")
    assert "đơn vị đã trả lời, chờ xem xét" in html and "QUÁ HẠN" not in html and "Hạn 18/10/2023" not in html
    assert "hạn 18/10/2023" not in html_of(home, monkeypatch, "follow_up")
    move(home, matter_id, "return", text="Chưa rõ", due=LATE)
    again = "CHƯA GIẢI TRÌNH LẠI"
    for page, query, said in (
        ("follow_up", {"light": "S2:1"}, f"{again} (hạn 18/10/2023)"),
        ("follow_up", {}, again),
        ("", {"unit": "S2", "task": "1"}, f"{again} (hạn 18/10/2023)"),
        ("", {"unit": "S2"}, f"{again} (hạn 18/10/2023)"),
        ("", {}, "1 đèn CHƯA CÓ GIẢI TRÌNH"),
    ):
        html = html_of(home, monkeypatch, page, **query)
        assert said in html, (page, query)
        assert LACKS not in html


@pytest.mark.parametrize(
    ("block", "rows"),
    [
        ({}, ["S2:1", "D1:1", "D1-2:1"]),
        ({"block": "department"}, ["S2:1"]),
        ({"block": "district"}, ["D1:1"]),
        ({"block": "district:D1"}, ["D1:1", "D1-2:1"]),
    ],
    ids=str,
)
def test_the_number_on_the_overview_is_that_of_the_list_it_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: dict[str, str], rows: list[str]
) -> None:
    home = small_home(tmp_path)
    for unit_id in ("S2", "D1", "D1-2", "S1"):  # S1 is green: asked, and nothing to explain
        ask(home, unit_id, 1, LATE)
    html = html_of(home, monkeypatch, **block)
    link = re.search(r'<a class="sc-lacks" href="./follow_up\?([^"]+)">(\d+) đèn', html)
    assert link and int(link[2]) == len(rows)
    query = dict(parse_qsl(unescape(link[1])))
    assert query["news"] == "unanswered"
    listed = html_of(home, monkeypatch, "follow_up", **query)
    table = listed[listed.index("</form>") :].partition("</table>")[0]
    assert sorted(set(re.findall(r"light=([^:&]+:\d+)", unescape(table)))) == sorted(rows)
    assert f"<b>{len(rows)}</b> CHƯA CÓ GIẢI TRÌNH" in listed


def test_a_green_light_that_was_asked_about_is_said_to_be_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = small_home(tmp_path)
    ask(home, "S1", 1, LATE)
    assert "sc-owed" not in html_of(home, monkeypatch)
    for page, query in (("", {"unit": "S1", "task": "1"}), ("follow_up", {"light": "S1:1"})):
        html = html_of(home, monkeypatch, page, **query)
        assert "đã yêu cầu, chưa trả lời" in html and LACKS not in html and "QUÁ HẠN" not in html


@pytest.mark.parametrize("ladder", [True, False])
def test_a_reason_does_not_say_what_was_accepted_in_a_case_that_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ladder: bool
) -> None:
    home = chase_weeks(tmp_path, ladder=ladder)
    for unit_id in ("S1", "S2"):  # S1 was green for four weeks since, S2 is red all the time
        matter_id = chase.ask(home, unit_id, 1, "2023-09-29", "2023-W38")
        chase.answer(home, matter_id, unit_id, "2023-09-30", "2023-W38")
        chase.accept(home, matter_id, "2023-W38")
    for unit_id, said in (("S1", False), ("S2", True)):
        html = html_of(home, monkeypatch, unit=unit_id, task="1")
        assert ("Nguyên nhân đã chấp nhận" in html[html.index("<dialog") :]) is said
        listed = html_of(home, monkeypatch, "follow_up", unit=unit_id, task="1")
        assert ("đã chấp nhận" in listed[listed.index("sc-work-list") :].partition("</table>")[0]) is said


@pytest.mark.parametrize(
    ("percent", "said", "unsaid"), [(95, "vừa về xanh sau bậc 3", "đã khép"), (85, "đã khép ở bậc 3", "về xanh")]
)
def test_only_a_light_that_is_green_is_said_to_have_turned_green(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, percent: int, said: str, unsaid: str
) -> None:
    home, catalog = chase.chase_home(tmp_path)
    publish_week(home, catalog, "2023-W43", [seen("D2", "2023-10-26", percent, 100)], synthetic=True)
    html = html_of(home, monkeypatch, "follow_up", light="D2:1")
    assert said in html and unsaid not in html


def chase_weeks(place: Path, *, ladder: bool) -> Path:
    """The five weeks of the home that is chased, with or without a ladder."""
    tables = chase.TABLES if ladder else chase.TABLES | {"ladder": []}
    catalog = load_catalog(write_catalogue(tables, place / "catalog"))
    for number, week in enumerate(chase.WEEKS):
        publish_week(place / "home", catalog, week, chase.figures_of(number))
    return place / "home"


@pytest.mark.parametrize(
    ("reader", "why", "said", "unsaid"),
    [
        (LEADER, "S2:1", [LACKS, "Họp với các huyện", "follow_up?"], []),
        (of_unit("S2"), "S2:1", [LACKS, "Báo cáo", "light=S2:1"], ["Họp với các huyện", "toàn tỉnh"]),
        (of_unit("D1"), "D1:1", ["Nguyên nhân đã chấp nhận"], ["S2", "Họp với các huyện"]),
        (of_unit("D1-1"), "D1-1:1", ["sc-dialog"], ["Máy chủ hỏng", "Họp với các huyện", LACKS]),
    ],
)
def test_a_unit_reads_only_what_is_its_own(
    home: Path, monkeypatch: pytest.MonkeyPatch, reader: Person, why: str, said: list[str], unsaid: list[str]
) -> None:
    read_as(monkeypatch, reader)
    html = html_of(home, monkeypatch, page="unit", unit=why.partition(":")[0], why=why)
    assert [text for text in said if text not in html] == []
    assert [text for text in unsaid if text in html] == []


@pytest.mark.parametrize(
    ("query", "said", "unsaid"),
    [
        (
            {},
            [
                "3 ý kiến chỉ đạo đang theo dõi, 1 quá hạn",
                "Họp với các huyện",
                "còn 1 ý kiến",
                "1 đèn CHƯA CÓ GIẢI TRÌNH",
            ],
            ["Việc đã xong"],
        ),
        ({"block": "department"}, ["2 ý kiến chỉ đạo", "1 đèn CHƯA CÓ GIẢI TRÌNH"], ["Họp với các huyện"]),
        ({"block": "district:D1"}, [], ["sc-owed"]),
        ({"week": "2023-W40"}, [], ["sc-owed"]),
    ],
    ids=str,
)
def test_the_overview_brings_back_what_is_open(
    home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], said: list[str], unsaid: list[str]
) -> None:
    html = html_of(home, monkeypatch, **query)
    owed = html[html.index("sc-owed") :] if "sc-owed" in html else html
    assert [text for text in said if text not in owed] == []
    assert [text for text in unsaid if text in html] == []


def test_what_people_wrote_is_text_wherever_it_stands(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for page, query in (("", {}), ("", {"unit": "S2", "task": "1"}), ("unit", {"unit": "S2"}), ("task", {"task": "1"})):
        html = html_of(home, monkeypatch, page, **query)
        assert "&lt;script&gt;" in html and "<script>alert" not in html and "<b>ngay" not in html
        assert "{{ 7*7 }}" in html or "7*7" in html


@pytest.mark.parametrize(
    ("page", "query", "said", "unsaid"),
    [
        ("unit", {"unit": "S2"}, ["Diễn biến", "a mistake in S2", "Yêu cầu giải trình", "Ghi ý kiến"], ["Máy chủ"]),
        ("unit", {"unit": "S2", "find": "yeu cau"}, ["Tìm thấy 1/", "<details open"], ["a mistake in S2"]),
        ("unit", {"unit": "S2", "find": "<xyz>"}, ["Không có mục nào khớp với “&lt;xyz&gt;”"], ["<xyz>”"]),
        ("task", {"task": "1"}, ["Diễn biến", "Máy chủ hỏng", "Unit D1"], ["toàn tỉnh"]),
        ("task", {"task": "1", "find": "may chu"}, ["Tìm thấy 1/"], ["a mistake in S2"]),
        ("unit", {}, ["Chọn đơn vị"], ["Diễn biến"]),
        ("unit", {"unit": "S2", "find": "x" * 101}, ["dài quá 100 ký tự"], ["sc-figures"]),
    ],
    ids=str,
)
def test_the_time_line_stands_below_its_page_and_is_searched_by_the_address(
    home: Path, monkeypatch: pytest.MonkeyPatch, page: str, query: dict[str, str], said: list[str], unsaid: list[str]
) -> None:
    html = html_of(home, monkeypatch, page, **query)
    line = html[html.index("sc-history") :] if "sc-history" in html else html
    assert [text for text in said if text not in html] == []
    assert [text for text in unsaid if text in line] == []


def test_a_unit_sees_no_move_of_another_in_its_time_line(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_as(monkeypatch, of_unit("D1"))
    html = html_of(home, monkeypatch, "unit", unit="D1")
    line = html[html.index("sc-history") :]
    assert "Máy chủ hỏng" in line and "S2" not in line and "toàn tỉnh" not in line
    read_as(monkeypatch, STEWARD)


def test_a_catalogue_that_cannot_be_read_takes_no_page_down(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "tasks.csv").write_text("nothing", encoding="utf-8")
    monkeypatch.setenv("SCORECARD_CATALOG", str(tmp_path))
    html = html_of(home, monkeypatch, "unit", unit="D1", why="D1:1")
    assert "Nguyên nhân đã chấp nhận: people" in html and "sc-history" in html
