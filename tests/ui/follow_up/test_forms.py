"""The forms of the page of chasing, as three roles use them over one home with its database."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from scorecard.access.roles import Person
from tests.ui.follow_up.follow_sessions import (
    EVIL,
    FIGURE,
    IN_TIME,
    LATE,
    OTHER,
    PROOF,
    UNIT,
    Open,
    chased_home,
    matters,
    moves,
    sessions,
)
from tests.ui.readers import LEADER, STEWARD, of_unit


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, which the page then shows."""
    return chased_home(tmp_path, monkeypatch)


@pytest.fixture
def session(home: Path, monkeypatch: pytest.MonkeyPatch) -> Open:  # noqa: ARG001 - it is in force
    """Opens the page."""
    return sessions(monkeypatch)


ANSWER = {"cause": "nguoi", "text": "Đang tuyển", "action": "Tăng ca", "responsible": "Ông Ba", "promised": IN_TIME}


def test_a_request_goes_its_way_from_the_question_to_the_accepted_answer(home: Path, session: Open) -> None:
    steward = session()
    assert steward.forms == {"ask:S2:1", "write:S2:1"} and "Chưa có yêu cầu" in steward.html
    steward.send("ask:S2:1", due=IN_TIME, text="Vì sao?")
    assert steward.forms == {"1:prolong", "1:cancel", "write:S2:1"} and "Đã ghi: yêu cầu giải trình" in steward.html
    unit = session(UNIT)
    assert unit.forms == {"1:answer", "propose:S2:1"} and "Vì sao?" in unit.html
    unit.send("1:answer", **ANSWER)
    assert unit.forms == {"propose:S2:1"}
    assert steward.run().forms == {"1:return", "1:accept", "1:cancel", "write:S2:1"}
    for said in ("Thiếu người", "Đang tuyển", "Tăng ca", "Ông Ba", "05/01/2099"):
        assert said in steward.html
    steward.send("1:return", text="Chưa rõ", due=IN_TIME)
    unit.run().send("1:answer", **ANSWER | {"cause": "khac"})
    steward.run().send("1:accept")
    assert moves(home) == [
        ("ask", "steward", "asked"),
        ("answer", "unit", "answered"),
        ("return", "steward", "returned"),
        ("answer", "unit", "answered"),
        ("accept", "steward", "accepted"),
    ]
    assert steward.forms == {"ask:S2:1", "write:S2:1"}  # what was accepted can be asked anew
    assert session(LEADER).forms == set() and "Nguyên nhân khác" in session(LEADER).html


@pytest.mark.parametrize(
    ("reader", "query", "forms", "said"),
    [
        (UNIT, {"light": "S1:1"}, set(), "Không có đơn vị"),
        (STEWARD, {"light": "S9:1"}, set(), "Không có đơn vị"),
        (of_unit("D1"), {"light": "D1-2:1"}, {"propose:D1-2:1"}, "Thiếu số liệu"),
        (STEWARD, {"light": "S1:1"}, {"write:S1:1"}, "Xanh: đạt mục tiêu"),
        (STEWARD, {"light": "S2:1", "week": "2023-W41"}, set(), "chỉ xem"),
        (UNIT, {"light": "S2:1", "week": "2023-W42"}, {"propose:S2:1"}, "1/100"),
        (LEADER, {"listed": "decisions"}, set(), "Chưa có ý kiến chỉ đạo nào"),
        (UNIT, {"listed": "decisions"}, set(), "Chưa có ý kiến chỉ đạo nào"),
        (LEADER, {"week": "2023-W42"}, set(), ""),
        (STEWARD, {"week": "2023-W42"}, {"asking"}, ""),
    ],
)
def test_forms_are_offered_to_who_may_use_them_now(
    session: Open, reader: Person, query: dict[str, str], forms: set[str], said: str
) -> None:
    shown = session(reader, **query)
    assert shown.forms == forms and said in shown.html


def test_of_two_editors_the_second_is_told_and_loses_nothing(home: Path, session: Open) -> None:
    first, second = session(), session(OTHER)
    first.send("ask:S2:1", due=IN_TIME)
    second.run()
    first.send("1:prolong", text="Theo công văn xin lùi", due=dt.date(2099, 2, 1))
    # The page of the second is run in between, as any page is: it shows the move, but its form was printed before.
    assert "Theo công văn xin lùi" in second.run().html
    second.send("1:prolong", text="Đơn vị xin thêm thời gian", due=IN_TIME)
    assert "Nguyễn Thị Lan vừa đổi mục này" in second.html and len(moves(home)) == 2
    assert second.holds("1:prolong", "text") == "Đơn vị xin thêm thời gian"
    second.send("1:prolong")  # now it was seen
    assert moves(home)[2:] == [("prolong", "other", "asked")]
    assert second.holds("1:prolong", "text") == ""


def test_what_was_typed_stays_where_its_step_is_gone(home: Path, session: Open) -> None:
    steward = session().send("ask:S2:1", due=IN_TIME)
    unit = session(UNIT)
    steward.send("1:cancel", text="Hỏi nhầm")
    unit.send("1:answer", **ANSWER)
    assert "Nguyễn Thị Lan vừa đổi mục này" in unit.html and "1:answer" not in unit.forms
    assert all(said in unit.html for said in ("Chưa được ghi", "Thiếu người", "Đang tuyển", "05/01/2099"))
    assert [name for name, *_ in moves(home)] == ["ask", "cancel"]
    assert "Đang tuyển" in unit.run().html
    next(button for button in unit.app.button if button.key == "left-drop").click()
    assert "Đang tuyển" not in unit.run().html


def test_who_leaves_the_page_and_comes_back_has_seen_what_is_there_then(home: Path, session: Open) -> None:
    first, second = session(), session(OTHER)
    first.send("ask:S2:1", due=IN_TIME)
    second.run()
    second.app.query_params["light"] = "S1:1"
    second.run()
    first.send("1:prolong", text="Lần một", due=IN_TIME)
    second.app.query_params["light"] = "S2:1"
    second.run().send("1:prolong", text="Lần hai", due=IN_TIME)
    assert [name for name, *_ in moves(home)] == ["ask", "prolong", "prolong"]


@pytest.mark.parametrize(
    ("form", "fields", "said"),
    [
        ("1:answer", {"cause": None}, "Nguyên nhân"),
        ("1:answer", {"text": "  "}, "hãy điền “Giải trình”"),
        ("1:answer", {"responsible": ""}, "Người chịu trách nhiệm"),
        ("1:answer", {"promised": None}, "Ngày cam kết đạt"),
        ("1:answer", {"promised": LATE}, "Ngày cam kết đạt 01/01/2020 đã qua"),
    ],
)
def test_a_refused_answer_names_what_is_wrong_and_keeps_the_rest(
    home: Path, session: Open, form: str, fields: dict[str, Any], said: str
) -> None:
    session().send("ask:S2:1", due=IN_TIME)
    unit = session(UNIT).send(form, **ANSWER | fields)
    assert said in unit.html and said in unit.app.error[0].value and len(moves(home)) == 1
    assert unit.holds(form, "action") == "Tăng ca"


def test_a_due_day_that_has_passed_is_refused(home: Path, session: Open) -> None:
    steward = session().send("ask:S2:1", due=LATE, text="Vì sao?")
    assert "Hạn 01/01/2020 đã qua" in steward.html and moves(home) == []
    assert steward.holds("ask:S2:1", "text") == "Vì sao?"
    with_default = session().send("ask:S2:1")
    assert "Đã ghi" in with_default.html and (matters(home)[0].due or LATE) > dt.date(2023, 10, 20)


def test_many_are_asked_at_once_or_none(home: Path, session: Open) -> None:
    session().send("ask:S2:1", due=IN_TIME)
    steward, other = session(week="2023-W42"), session(OTHER, week="2023-W42")
    assert [note for note in other.app.caption if "Unit S2" in note.value]
    assert not [name for name in steward.app.multiselect[0].options if "Unit S2 · nhiệm vụ 1" in name]
    steward.send("asking", due=IN_TIME)
    assert "Chưa chọn đèn nào" in steward.html
    steward.send("asking", due=IN_TIME, text="Cùng một lúc", whom="all")
    asked = {(m.about.unit_id, m.about.task_no, m.text) for m in matters(home)[1:]}
    assert {("D1", 1, "Cùng một lúc"), ("D2", 1, "Cùng một lúc")} <= asked
    assert f"Đã gửi {len(asked)} yêu cầu" in steward.html and "asking" not in steward.forms
    other.send("asking", chosen=["D1:1"], due=IN_TIME, text="Muộn")
    assert "đã có một yêu cầu giải trình đang mở" in other.html and len(matters(home)) == len(asked) + 1
    assert "Muộn" in other.html  # nothing is left to ask, but what was typed is


def accepted(home: Path, session: Open) -> None:
    """S2 was asked about task 1 and answered, and the answer was accepted."""
    steward = session().send("ask:S2:1", due=IN_TIME)
    session(UNIT).send("1:answer", **ANSWER)
    steward.run().send("1:accept")
    assert [m.state for m in matters(home)] == ["accepted"]


def test_who_was_believed_is_not_asked_again_with_all_others(home: Path, session: Open) -> None:
    before = session(OTHER, week="2023-W42")
    accepted(home, session)
    steward = session(week="2023-W42")
    notes = [note.value for note in steward.app.caption if "Unit S2" in note.value]
    assert len(notes) == 1 and "đã được chấp nhận" in notes[0]
    steward.send("asking", due=IN_TIME, whom="all")
    assert "Unit S2" not in str(steward.app.multiselect) and len(matters(home)) > 1
    assert [m.state for m in matters(home) if m.about.unit_id == "S2" and m.about.task_no == 1] == ["accepted"]
    before.send("asking", chosen=["S2:1"], due=IN_TIME)  # the list was printed before it was accepted
    assert "Danh sách đã đổi" in before.html
    assert "ask:S2:1" in session().forms


def test_a_catalogue_that_cannot_be_read_takes_nothing_but_its_lists(home: Path, session: Open) -> None:
    session().send("ask:S2:1", due=IN_TIME)
    session(UNIT).send("propose:S2:1", **FIGURE, file=PROOF)
    session(listed="decisions").send("decide:", text="Giao S1 báo cáo", owner_unit="S1", due=IN_TIME)
    (home.parent / "catalog" / "causes.csv").write_text("code;name\n", encoding="utf-8")
    unit, steward = session(UNIT), session()
    assert "1:answer" in unit.forms and "Hệ thống đếm sót" in unit.html and "2:withdraw" in unit.forms
    cause = next(box for box in unit.app.selectbox if str(box.key).endswith(":cause"))
    assert cause.label == "Nguyên nhân (hiện không đọc được danh sách nguyên nhân)" and not cause.options
    assert {"1:prolong", "2:accept", "2:decline"} <= steward.forms and "Hiện không đọc được danh mục" in steward.html
    steward.send("2:accept")
    assert "2:accept" in steward.forms and [m.state for m in matters(home)] == ["asked", "proposed", "open"]
    assert "Giao S1 báo cáo" in session(LEADER, listed="decisions").html


def test_a_button_says_once_that_something_is_written(home: Path, session: Open) -> None:
    decisions, light = session(listed="decisions"), session()
    labels = {button.label for shown in (decisions, light) for button in shown.app.button if button.key}
    assert {"Ghi ý kiến chỉ đạo", "Ghi chú", "Ghi chú về đèn này", "Ghi: yêu cầu giải trình đèn này"} <= labels
    assert "Đã ghi chú (" in light.send("write:S2:1", text="Đã gọi").html
    decided = decisions.send("decide:", text="Họp", owner_name="A", due=IN_TIME)
    assert "Đã ghi ý kiến chỉ đạo (" in decided.html and len(matters(home)) == 2


def test_an_old_revision_of_the_newest_week_is_only_read(session: Open) -> None:
    session(UNIT).send("propose:S2:1", **FIGURE, file=PROOF)
    session().send("1:accept")
    old = session(light="S2:1", week="2023-W42", revision="1")
    assert old.forms == set() and "tuần đã qua hoặc bản cũ" in old.html


def test_a_decision_is_remembered_until_it_is_closed(home: Path, session: Open) -> None:
    steward = session(listed="decisions")
    steward.send("decide:", text="Giao S1 báo cáo", owner_unit="S1", about_unit="S2", about_task="1", due=IN_TIME)
    steward.send("decide:", text="Cả tỉnh họp", owner_name="Văn phòng", due=IN_TIME)
    steward.send("decide:", text="Không ai", due=IN_TIME)
    assert "hãy điền “Người thực hiện”" in steward.html
    steward.send("decide:", owner_name="A", owner_unit="S1")
    assert "không ghi cả hai" in steward.html and len(matters(home)) == 2
    assert steward.holds("decide:", "text") == "Không ai"
    for reader, seen_there in ((LEADER, 2), (of_unit("S1"), 1), (UNIT, 1), (of_unit("D1"), 0)):
        html = session(reader, listed="decisions").html
        assert sum(text in html for text in ("Giao S1 báo cáo", "Cả tỉnh họp")) == seen_there, reader
    steward.app.selectbox(key="decision-chosen").set_value(1)
    steward.run().send("1:amend", text="Giao S1 báo cáo ngay")
    steward.send("1:close", text="Đã báo cáo")
    assert "1 đang theo dõi, 0 quá hạn, 1 đã kết thúc" in steward.html and "1:reopen" in steward.forms
    steward.send("1:reopen", text="Chưa đủ", due=IN_TIME)
    assert [(m.state, m.owner, m.text) for m in matters(home)] == [
        ("open", "S1", "Giao S1 báo cáo ngay"),
        ("open", "Văn phòng", "Cả tỉnh họp"),
    ]
    assert "Giao S1 báo cáo ngay" in session(UNIT).html  # beside the light it is about


def test_notes_stand_beside_their_light_and_in_the_list(session: Open) -> None:
    session().send("write:S2:1", text="Đã gọi điện")
    session(listed="decisions").send("write:", text="Tuần nghỉ lễ")
    assert "Đã gọi điện" in session(UNIT).html and "Tuần nghỉ lễ" not in session(UNIT).html
    listed = session(LEADER, listed="decisions").html
    assert "Đã gọi điện" in listed and "Tuần nghỉ lễ" in listed and "Toàn tỉnh, Tuần 42/2023" in listed


def test_a_button_pressed_twice_writes_once(home: Path, session: Open) -> None:
    steward = session()
    button = next(button for button in steward.app.button if button.key == "follow:write:S2:1:0:send")
    steward.send("write:S2:1", text="Một lần")
    late = next(item for item in steward.app.button if str(item.key).startswith("follow:write:S2:1"))
    assert late.key != button.key and steward.holds("write:S2:1", "text") == ""
    assert len(matters(home)) == 1


def test_what_people_type_is_shown_as_text(session: Open) -> None:
    steward = session().send("ask:S2:1", due=IN_TIME, text=EVIL)
    steward.send("write:S2:1", text=EVIL)
    session(UNIT).send("propose:S2:1", **FIGURE | {"text": EVIL}, file=PROOF)
    decisions = session(listed="decisions")
    decisions.send("decide:", text=EVIL, owner_name=EVIL, due=IN_TIME)
    for shown in (session(), decisions, session(UNIT)):
        assert "<script>alert" not in shown.html and "&lt;script&gt;alert(1)" in shown.html
        assert "{{7*7}}" in shown.html and "<u>" not in shown.html
        assert not [block for block in shown.app.markdown if "alert" in block.value]
