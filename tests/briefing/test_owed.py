"""Open decisions and lacking explanations in every format of a briefing: named, capped, inert, the same every time."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import openpyxl
import pptx
import pytest
from pypdf import PdfReader

from scorecard.briefing.bundle import make_bundle
from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.briefing.drawn import draw
from scorecard.briefing.formats import formats_of
from scorecard.briefing.frame.side_layout import lay_out_side
from scorecard.database.engine import FILE
from scorecard.weeks import ReportWeek
from tests.cli.command_line import run
from tests.follow_up.asked import HOSTILE, answer, ask, decide, move
from tests.homes.small_home import small_home

LATE, CUT_OFF, LATER = dt.date(2023, 10, 18), dt.date(2023, 10, 20), dt.date(2023, 11, 3)
WEEK = ReportWeek(2023, 42)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In week 42 S2 and D1 (red) were asked, S2 and D1-2 too late to answer any more; S1 (green) does not count."""
    home = small_home(tmp_path_factory.mktemp("owed"))
    ask(home, "S2", 1, LATE)
    ask(home, "D1-2", 1, LATE)
    ask(home, "S1", 1, LATE)
    ask(home, "D1", 1, CUT_OFF)
    decide(home, f"Giao báo cáo {HOSTILE}", LATE, owner="S2", unit_id="S2", task_no=1)
    decide(home, "Họp giao ban", LATER, owner="Văn phòng UBND")
    closed = decide(home, "Đã xong từ lâu", LATE)
    move(home, closed, "close", text="Xong")
    return home


@pytest.fixture(scope="module")
def files(home: Path) -> dict[str, bytes]:
    made = make_bundle(read_week(home, Asked(WEEK)), formats_of())
    return {Path(name).suffix if "png" not in name else name: content for name, content in made.items()}


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def texts(files: dict[str, bytes]) -> dict[str, str]:
    """What each format says, as one line."""
    word, slides = docx.Document(io.BytesIO(files[".docx"])), pptx.Presentation(io.BytesIO(files[".pptx"]))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    shapes = [shape for slide in slides.slides for shape in slide.shapes if shape.has_text_frame]
    found = {
        "svg": " ".join(ElementTree.fromstring(files[".svg"]).itertext()),
        "pdf": " ".join(page.extract_text() for page in PdfReader(io.BytesIO(files[".pdf"])).pages),
        "docx": " ".join([*(line.text for line in word.paragraphs), *cells]),
        "pptx": " ".join(shape.text_frame.text for shape in shapes),
    }
    return {name: one_line(text) for name, text in found.items()}


@pytest.mark.parametrize("form", ["svg", "pdf", "pptx", "docx"])
def test_every_format_says_what_is_open_and_what_is_lacking(files: dict[str, bytes], form: str) -> None:
    said = texts(files)[form]
    assert "2 ý kiến chỉ đạo đang theo dõi, 1 quá hạn" in said
    assert "Giao báo cáo" in said and "Họp giao ban" in said and "Văn phòng UBND" in said and "03/11/2023" in said
    assert "2 đèn CHƯA CÓ GIẢI TRÌNH" in said and "Đã xong từ lâu" not in said
    named = "Unit S2 (nhiệm vụ 1), Unit D1-2 (nhiệm vụ 1)"
    assert named in said or form == "docx"


def test_the_report_lists_them_in_full_in_tables_of_their_own(files: dict[str, bytes]) -> None:
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in docx.Document(io.BytesIO(files[".docx"])).tables
    ]
    decisions = next(table for table in tables if table[0][1] == "Ý kiến chỉ đạo")
    assert decisions[1:] == [
        ["1", f"Unit S2, nhiệm vụ 1: Giao báo cáo {HOSTILE}", "Unit S2", "18/10/2023 (quá hạn)"],
        ["2", "Họp giao ban", "Văn phòng UBND", "03/11/2023"],
        ["", "Cộng; trong đó quá hạn: 1", "", "2"],
    ]
    lacking = next(table for table in tables if table[0][-1] == "Hạn trả lời")
    assert lacking[1:] == [["1", "Unit S2", "1", "18/10/2023"], ["2", "Unit D1-2", "1", "18/10/2023"]]


def test_the_workbook_has_typed_rows_and_the_figures_stay_figures(files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files[".xlsx"]))
    text, about, owner, due, overdue = (cell.value for cell in book["Ý kiến chỉ đạo"][3])
    said = f"Giao báo cáo {HOSTILE}", "Unit S2, nhiệm vụ 1", "Unit S2", LATE, "có"
    assert (text, about, owner, due.date(), overdue) == said
    assert [row[0] for row in book["Chưa có giải trình"].iter_rows(min_row=3, values_only=True)] == ["S2", "D1-2"]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert len(next(csv.reader(io.StringIO(files[".csv"].decode("utf-8-sig"))))) == 16


def test_hostile_words_stay_words(files: dict[str, bytes]) -> None:
    svg = files[".svg"].decode()
    assert "<script" not in svg and "&lt;script&gt;" in svg
    assert "#panic(1)" in texts(files)["pdf"] and "7*7" in texts(files)["pdf"]


def test_the_same_database_and_week_give_the_same_bytes(home: Path, files: dict[str, bytes]) -> None:
    again = make_bundle(read_week(home, Asked(WEEK)), formats_of())
    assert sorted(again.values()) == sorted(files.values())


def test_a_week_before_knows_nothing_of_it_and_a_district_only_its_own(home: Path) -> None:
    assert not draw(read_week(home, Asked(ReportWeek(2023, 40)))).content.outstanding
    district = draw(read_week(home, Asked(WEEK, district="D1"))).content.outstanding
    assert district.decisions == () and [light.unit_id for light in district.lacking] == ["D1-2"]
    task = draw(read_week(home, Asked(WEEK, task=2))).content.outstanding
    assert not task


def test_what_was_said_in_a_later_week_is_not_in_an_earlier_briefing(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    matter_id = ask(home, "S2", 1, LATE)
    before = draw(read_week(home, Asked(WEEK))).svg
    answer_later(home, matter_id)
    assert draw(read_week(home, Asked(WEEK))).svg == before
    answer(home, ask(home, "D1", 1, LATE), "D1")
    assert draw(read_week(home, Asked(WEEK))).svg == before


def answer_later(home: Path, matter_id: int) -> None:
    told = {"cause": "people", "text": "x", "action": "y", "responsible": "z", "promised": LATER}
    move(home, matter_id, "prolong", week="2023-W43", due=LATER, text="Cho thêm")
    move(home, matter_id, "cancel", week="2023-W43", text=str(told))


def test_a_bare_home_gets_no_database_and_the_same_frame_as_ever(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    bare = draw(read_week(home, Asked(WEEK))).svg
    assert not (home / FILE).exists()
    move(home, decide(home, "x", LATE), "close", text="y")
    assert draw(read_week(home, Asked(WEEK))).svg == bare and (home / FILE).exists()


def test_a_database_that_cannot_be_read_is_said_and_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    (home / FILE).write_bytes(b"no database " * 500)
    ran = run("--home", home, "briefing", "--week", "2023-W42", "--formats", "png,docx", "--out", tmp_path / "out")
    assert ran.code == 0 and "Không đọc được ý kiến chỉ đạo và giải trình" in ran.err
    svg = next((tmp_path / "out").glob("*.svg")).read_text(encoding="utf-8")
    assert "Không đọc được ý kiến chỉ đạo" in svg


@pytest.mark.parametrize(("count", "length"), [(3, 40), (12, 40), (60, 3900), (200, 300)])
def test_many_and_long_decisions_are_counted_where_they_find_no_room(tmp_path: Path, count: int, length: int) -> None:
    home = small_home(tmp_path)
    text = ("Rất dài " * (length // 8 + 1))[:length].strip()
    for number in range(count):
        decide(home, f"{number}. {text}", LATE, owner="x" * 300)
    drawn = draw(read_week(home, Asked(WEEK)))
    svg = drawn.svg
    assert f"{count} ý kiến chỉ đạo đang theo dõi, {count} quá hạn" in one_line(
        " ".join(ElementTree.fromstring(svg).itertext())
    )
    bottoms = [float(node.get("y", "0")) for node in calls(svg)]
    assert max(bottoms) <= 775
    pages = PdfReader(io.BytesIO(next(iter(formats_of()["pdf"].make(drawn).values())))).pages
    assert len(pages) == 3
    said = one_line(" ".join(page.extract_text() for page in pages))
    assert count <= 6 or re.search(r"còn \d+ ý kiến khác", said)


def test_a_full_column_leaves_sentences_out_before_it_hides_that_something_is_owed(home: Path) -> None:
    content = draw(read_week(home, Asked(WEEK))).content
    for times in (1, 4, 9):
        side = lay_out_side(dataclasses.replace(content, calls=content.calls * times))
        heads = [" ".join(item.strong) for item in side.items]
        assert "2 ý kiến chỉ đạo đang theo dõi, 1 quá hạn" in heads and "2 đèn CHƯA CÓ GIẢI TRÌNH" in heads
        assert all(item.y < 770 for item in side.items)
    assert len(heads) < len(content.calls) * 9


def calls(svg: str) -> list[Any]:
    root = ElementTree.fromstring(svg)
    return [node for group in root.iter() if group.get("id") == "calls" for node in group if node.tag.endswith("text")]
