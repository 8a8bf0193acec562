"""What letters say: whom they go to, and the facts of their own units and of nobody else."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from fractions import Fraction
from pathlib import Path

import docx
import pytest

from scorecard.catalog import load_catalog
from scorecard.errors import UsageError
from scorecard.follow_up.matters.matter import About, Matter, MoveMade, Told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.work_list.ladder import Standing
from scorecard.letters.bundle import render_chats, render_letters
from scorecard.letters.content import Order
from scorecard.letters.drafting import build_letters
from scorecard.weeks import ReportWeek
from tests.letters.written_home import (
    DUE,
    NAMES,
    SHARES,
    chased,
    letters_of,
    opened,
    with_tracked_texts,
    written_home,
)

CUT_OFF = dt.datetime(2023, 10, 20, 10, tzinfo=dt.UTC)
MANY = "các đơn vị có tên trong danh sách kèm theo"
BELOW = "các xã, phường, thị trấn có tên trong danh sách kèm theo"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written_home(tmp_path_factory.mktemp("letters"))


# (kind, together) -> the lines under "Kính gửi" and the codes of the units, letter by letter
RECEIVERS = {
    ("figures", False): [(("UBND huyện Một",), ["D1"]), (("UBND huyện Hai",), ["D2"])],
    ("figures", True): [(("Các đơn vị có tên trong danh sách kèm theo",), ["D1", "D2"])],
    ("low", False): [
        (("Sở Alpha",), ["SA"]),
        (("Sở Beta",), ["SB"]),
        (("UBND huyện Một",), ["D1"]),
        ((f"UBND huyện Một (để chỉ đạo {BELOW})",), ["D1-1", "D1-2"]),
        (("UBND huyện Hai (để chỉ đạo UBND xã Mai)",), ["D2-1"]),
    ],
    ("low", True): [
        (
            (
                "Các đơn vị có tên trong danh sách kèm theo",
                "UBND huyện Một (để chỉ đạo UBND cấp xã)",
                "UBND huyện Hai (để chỉ đạo UBND cấp xã)",
            ),
            ["SA", "SB", "D1", "D1-1", "D1-2", "D2-1"],
        )
    ],
}


@pytest.mark.parametrize(("kind", "together"), RECEIVERS)
def test_a_letter_goes_to_its_unit_and_to_communes_through_their_district(
    home: Path, kind: str, together: bool
) -> None:
    letters = letters_of(home, kind, together=together)
    assert [(one.to, [unit.unit_id for unit in one.units]) for one in letters] == RECEIVERS[kind, together]


def test_the_office_that_writes_does_not_write_to_itself(home: Path) -> None:
    assert "OFFICE" in {light.unit.unit_id for light in chased(home)}
    for kind in ("figures", "low", "explain"):
        assert "OFFICE" not in {unit.unit_id for one in letters_of(home, kind) for unit in one.units}


def test_fields_are_filled_in(home: Path) -> None:
    alpha, _, _, communes, commune = letters_of(home, "low")
    week = "tuần 42/2023 (16/10–22/10), 17 giờ 00 ngày 20/10/2023, Sở Gửi, 27/10/2023"
    assert alpha.subject == f"V/v letter of {week}"
    assert alpha.opening == ("Sở Alpha has 02 nhiệm vụ nêu dưới đây; Sở Alpha.",)
    assert alpha.items == (
        "- Task 1 Roads: không đạt, 2 tuần liên tiếp.",
        "- Task 2 Files: không đạt, 3 tuần liên tiếp.",
    )
    assert alpha.closing == ("Let Sở Alpha act.", "Reply by 27/10/2023.")
    assert communes.opening == (
        f"{BELOW} has các nhiệm vụ nêu trong danh sách kèm theo; UBND huyện Một chỉ đạo {BELOW}.",
    )
    assert communes.items == ()
    assert commune.opening == ("UBND xã Mai has 01 nhiệm vụ nêu dưới đây; UBND huyện Hai chỉ đạo UBND xã Mai.",)
    (joint,) = letters_of(home, "low", together=True)
    assert joint.closing[0] == f"Let {MANY} act." and joint.items == ()


def test_the_facts_are_those_of_the_lights(home: Path) -> None:
    weak = "Decision 7 (cần kiểm chứng)"
    found = {
        (fact.unit.unit_id, fact.task_no): [
            (one.indicator, one.value, one.target, one.basis, one.needed) for one in fact.figures
        ]
        for letter in letters_of(home, "explain")
        for fact in letter.facts
    }
    fresh = "số liệu mới, không quá 9 ngày"
    expected = {
        ("SA", 2): [("Late files", "33 files", "không quá 0 files", "ngưỡng quản trị", "cần giảm 33 files")],
        ("D1", 3): [("Sent plans", "chưa có số liệu", "–", "–", fresh)],
        ("D2", 3): [("Sent plans", "số liệu ngày 05/10/2023 đã quá hạn", "–", "–", fresh)],
    }
    for unit_id, shares in SHARES.items():
        if unit_id != "OFFICE" and shares[-1] < 950:
            share = Fraction(shares[-1], 10)
            value = f"{int(share)},{int(share * 10) % 10}% ({shares[-1]}/1.000)"
            expected[unit_id, 1] = [("Kept roads", value, "từ 95%", weak, f"cần thêm {950 - shares[-1]} roads kept")]
    assert found == expected


def text_of(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(line.text for line in document.paragraphs)])


@pytest.mark.parametrize("kind", ["low", "explain", "figures"])
def test_no_other_unit_and_no_figure_of_another_stands_in_a_letter(home: Path, kind: str) -> None:
    letters = letters_of(home, kind)
    for letter, content in zip(letters, render_letters(letters, CUT_OFF).values(), strict=True):
        own = {unit.unit_id for unit in letter.units}
        above = {unit.parent_id for unit in letter.units}
        text = text_of(content) + "".join(chat for _, chat in letter.chats)
        for unit_id, name in NAMES.items():
            if unit_id not in own and NAMES[unit_id] not in {NAMES[one] for one in own}:
                named = name.removeprefix("Huyện ").removeprefix("Xã ")
                assert named not in text or unit_id in above or unit_id == "OFFICE", (letter.name, name)
            if unit_id not in own:
                assert not [share for share in SHARES[unit_id] if f"({share}/" in text], (letter.name, name)
        for unit_id in own:
            lights = [fact for fact in letter.facts if fact.unit.unit_id == unit_id and fact.task_no == 1]
            assert all(f"({SHARES[unit_id][-1]}/1.000)" in text for _ in lights)


def test_what_was_asked_and_not_answered_is_said_in_that_letter_only(home: Path) -> None:
    asked = MoveMade(
        1, CUT_OFF, ReportWeek(2023, 41), "a", "A", "ask", "asked", Told(due=dt.date(2023, 10, 17), text="why")
    )
    matter = Matter(1, About(Kind.explanation, "SB", dt.date(2020, 1, 1), 1), (asked,))
    said = "Đã yêu cầu giải trình, hạn 17/10/2023; đến nay chưa có giải trình."
    for due, expected in ((dt.date(2023, 10, 17), [False, True]), (dt.date(2023, 10, 20), [False, False])):
        move = dataclasses.replace(asked, told=Told(due=due))
        lights = chased(home, [dataclasses.replace(matter, moves=(move,))])
        letters = letters_of(home, "low", lights=[one for one in lights if one.unit.unit_id in ("SA", "SB")])
        assert [any(said in item for item in letter.items) for letter in letters] == expected


@pytest.mark.parametrize(
    ("state", "letters"),
    [("asked", ["SB"]), ("returned", ["SB"]), ("answered", []), ("accepted", []), ("cancelled", ["SB"])],
)
def test_nobody_is_asked_by_letter_to_explain_what_was_explained(home: Path, state: str, letters: list[str]) -> None:
    move = MoveMade(1, CUT_OFF, ReportWeek(2023, 42), "a", "A", "ask", state, Told(due=DUE))
    matter = Matter(1, About(Kind.explanation, "SB", dt.date(2020, 1, 1), 1), (move,))
    lights = [light for light in chased(home, [matter]) if light.unit.unit_id in ("SA", "SB")]
    for kind, expected in (("explain", ["SA", *letters]), ("low", ["SA", "SB"])):
        assert [letter.units[0].unit_id for letter in letters_of(home, kind, lights=lights)] == expected


def test_who_sent_no_figures_is_not_only_told_of_what_was_not_reached(home: Path) -> None:
    letter = next(one for one in with_tracked_texts(home, "explain") if one.units[0].unit_id == "D2")
    said = "chưa đạt yêu cầu hoặc chưa gửi đủ số liệu ở 01 nhiệm vụ"
    assert said in letter.opening[0] and said.replace("01", "1") in letter.chats[0][1]


def test_a_light_of_one_week_is_not_said_to_be_the_first(home: Path) -> None:
    light = dataclasses.replace(chased(home)[0], standing=Standing(1, "Nhắc", 1, 1, reopened=True))
    (letter,) = letters_of(home, "low", lights=[light])
    assert letter.facts[0].weeks == "1 tuần"


def test_an_answer_that_was_returned_is_not_said_never_to_have_come(home: Path) -> None:
    due = dt.date(2023, 10, 17)
    steps = (("ask", "asked", Told(due=due)), ("answer", "answered", Told()), ("return", "returned", Told(due=due)))
    moves = [
        MoveMade(number, CUT_OFF, ReportWeek(2023, 41), "a", "A", name, state, told)
        for number, (name, state, told) in enumerate(steps, 1)
    ]
    matter = Matter(1, About(Kind.explanation, "SB", dt.date(2020, 1, 1), 1), tuple(moves))
    lights = [one for one in chased(home, [matter]) if one.unit.unit_id == "SB"]
    (letter,) = letters_of(home, "low", lights=lights)
    said = "Đã trả lại giải trình, hạn 17/10/2023; đến nay chưa có giải trình lại."
    assert any(said in item for item in letter.items)
    facts = next(fact for fact in letter.facts if fact.due)
    assert facts.asked_short == "chưa có giải trình lại, hạn 17/10/2023"


def test_a_basis_that_is_no_law_is_explained_below_the_table(home: Path) -> None:
    notes = {letter.units[0].unit_id: " ".join(letter.notes) for letter in letters_of(home, "explain")}
    assert [("Cần kiểm chứng" in notes[unit], "Ngưỡng quản trị" in notes[unit]) for unit in ("SA", "SB", "D2")] == [
        (True, True),
        (True, False),
        (False, False),
    ]


def test_chats_are_for_every_unit_also_where_the_letter_is_one_for_all(home: Path) -> None:
    (joint,) = letters_of(home, "low", together=True)
    each = [chat for letter in letters_of(home, "low") for chat in letter.chats]
    assert sorted(unit.unit_id for unit, _ in joint.chats) == sorted(unit.unit_id for unit, _ in each)
    assert {text for _, text in joint.chats} == {text for _, text in each}
    text = next(text for unit, text in each if unit.unit_id == "SB")
    assert text.splitlines() == [
        "Dear Sở Beta: 1 nhiệm vụ",
        "- 1: không đạt, 3 tuần liên tiếp: Kept roads 83,2% (832/1.000), mức yêu cầu từ 95%, cần thêm 118 roads kept",
        "By 27/10/2023, Sở Beta.",
    ]
    file = render_chats([joint]).decode("utf-8-sig")
    assert "=== Xã Mai, huyện Một ===" in file and "=== Xã Mai, huyện Hai ===" in file


@pytest.mark.parametrize("kind", ["figures", "low", "explain"])
@pytest.mark.parametrize("together", [False, True])
def test_the_tracked_texts_leave_no_hole(home: Path, kind: str, together: bool) -> None:
    for letter in with_tracked_texts(home, kind, together=together):
        said = [letter.subject, *letter.opening, *letter.items, *letter.closing, *(text for _, text in letter.chats)]
        assert not [text for text in said if "{" in text or "}" in text or "  " in text or " ." in text or " ," in text]
        assert "27/10/2023" in letter.closing[-1]


def test_what_cannot_be_written_is_refused(home: Path) -> None:
    edition, day = opened(home), dt.date(2023, 10, 20)
    texts = load_catalog(home.parent / "catalog").letters
    lights = chased(home)
    refusals = [
        ((), Order("low", DUE, False, day), lights, "chưa có mẫu công văn"),
        (
            [text for text in texts if text.letter != "low"],
            Order("low", DUE, False, day),
            lights,
            "chưa có mẫu công văn “Đôn đốc nhiệm vụ đạt thấp”. Hãy nhờ người giữ danh mục",
        ),
        (texts, Order("low", dt.date(2023, 10, 19), False, day), lights, "Hãy ghi một ngày từ 2023-10-20"),
        (texts, Order("low", DUE, False, day), (), "Không có nhiệm vụ nào"),
    ]
    for given, order, some, said in refusals:
        with pytest.raises(UsageError, match=said):
            build_letters(edition, given, order, some)
