"""The report to the Chairman, opened again: every value of its form, and every number of its text in a table."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from scorecard.briefing.bundle import make_bundle
from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.briefing.drawn import draw
from scorecard.briefing.report.report import build_report
from scorecard.catalog import load_catalog
from scorecard.documents.document_parts import MOTTO_WIDTH, spoken_day
from scorecard.documents.word_layout import capitals_width
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, write_catalogue
from tests.homes.small_home import FIGURES, TABLES, publish_week, small_home

NAMES = {
    "title": "Thực hiện chỉ đạo",
    "report_over": "UBND tỉnh Quảng Trị",
    "report_by": "Sở Nội vụ",
    "report_sign": "SNV",
    "report_place": "Quảng Trị",
    "report_to": "Chủ tịch Ủy ban nhân dân tỉnh",
    "report_archive": "CCHC",
}
CENTER = WD_ALIGN_PARAGRAPH.CENTER


def made(folder: Path, names: dict[str, str], *, synthetic: bool = False) -> Any:
    settings = [*catalogue()["settings"], *({"key": key, "value": value, "note": ""} for key, value in names.items())]
    catalog = load_catalog(write_catalogue({**TABLES, "settings": settings}, folder / "catalog"))
    publish_week(folder / "home", catalog, "2023-W42", FIGURES, synthetic=synthetic)
    files = make_bundle(read_week(folder / "home", Asked(ReportWeek(2023, 42))), ("docx",))
    return docx.Document(io.BytesIO(next(content for name, content in files.items() if name.endswith(".docx"))))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return made(tmp_path_factory.mktemp("report"), NAMES)


def head(report: Any) -> tuple[list[Any], list[Any]]:
    left, right = report.tables[0].rows[0].cells
    return left.paragraphs, right.paragraphs


def written(paragraph: Any) -> tuple[str, float, bool, bool]:
    run = paragraph.runs[0]
    return paragraph.text, run.font.size.pt, bool(run.bold), bool(run.italic)


def rule_length(paragraph: Any, room: float) -> float:
    borders = paragraph._p.pPr.find(qn("w:pBdr"))
    assert borders.find(qn("w:top")).get(qn("w:val")) == "single"
    return room - paragraph.paragraph_format.left_indent.mm - paragraph.paragraph_format.right_indent.mm


def test_the_sheet_is_a4_portrait_with_the_margins_of_the_decree(report: Any) -> None:
    section = report.sections[0]
    size = [round(side.mm) for side in (section.page_width, section.page_height)]
    margins = [
        round(side.mm)
        for side in (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    ]
    assert (size, margins) == ([210, 297], [20, 20, 30, 15])


def test_the_letters_are_times_new_roman_and_black(report: Any) -> None:
    font = report.styles["Normal"].font
    assert (font.name, font.color.rgb) == ("Times New Roman", RGBColor(0, 0, 0))
    fonts = report.styles["Normal"].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    for run in [run for paragraph in report.paragraphs for run in paragraph.runs]:
        assert (run.font.name, run.font.color.rgb) == (None, None)


def test_nation_and_motto_stand_on_the_right_with_a_rule_of_the_mottos_length(report: Any) -> None:
    nation, motto, rule, place = head(report)[1]
    assert written(nation) == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False)
    assert written(motto) == ("Độc lập - Tự do - Hạnh phúc", 14, True, False)
    room = report.tables[0].columns[1].width.mm - 3.8
    assert rule_length(rule, room) == pytest.approx(MOTTO_WIDTH, abs=0.5)
    assert written(place) == ("Quảng Trị, ngày 20 tháng 10 năm 2023", 14, False, True)
    assert {paragraph.alignment for paragraph in head(report)[1][:2]} == {CENTER}


def test_the_office_stands_under_the_one_above_it_and_the_number_is_left_open(report: Any) -> None:
    over, by, rule, number = head(report)[0]
    assert written(over) == ("UBND TỈNH QUẢNG TRỊ", 13, False, False)
    assert written(by) == ("SỞ NỘI VỤ", 13, True, False)
    share = rule_length(rule, report.tables[0].columns[0].width.mm - 3.8) / capitals_width("SỞ NỘI VỤ", 13)
    assert 1 / 3 <= share <= 1 / 2
    assert written(number)[:2] == ("Số:      /BC-SNV", 13)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (dt.date(2024, 2, 9), ("09", "02")),
        (dt.date(2024, 1, 31), ("31", "01")),
        (dt.date(2024, 3, 1), ("01", "3")),
        (dt.date(2024, 12, 5), ("05", "12")),
    ],
)
def test_days_have_two_digits_and_so_have_the_first_two_months(day: dt.date, said: tuple[str, str]) -> None:
    assert (spoken_day(day)["day"], spoken_day(day)["month"]) == said


def test_name_subject_and_addressee(report: Any) -> None:
    lines = [paragraph for paragraph in report.paragraphs if paragraph.text][:4]
    assert [written(line) for line in lines] == [
        ("BÁO CÁO", 14, True, False),
        ("Kết quả thực hiện chỉ đạo", 14, True, False),
        ("Tuần 42/2023 (16/10–22/10)", 14, True, False),
        ("Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh", 14, False, False),
    ]
    assert {line.alignment for line in lines} == {CENTER}


def body(report: Any) -> list[Any]:
    return [line for line in report.paragraphs if line.text and line.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY]


def test_the_body_is_set_as_the_decree_has_it(report: Any) -> None:
    lines = body(report)
    assert len(lines) > 10
    for line in lines:
        shape = line.paragraph_format
        assert (shape.first_line_indent, shape.space_after, shape.space_before) == (Cm(1.27), Pt(6), Pt(0))
        assert (shape.line_spacing, line.runs[0].font.size) == (1.15, Pt(14))


def test_there_are_four_parts_and_the_end_mark(report: Any) -> None:
    lines = [line.text for line in body(report)]
    assert [line.split(".")[0] for line in lines if re.match(r"[IV]+\. ", line)] == ["I", "II", "III", "IV"]
    assert lines[-1] == "Sở Nội vụ kính báo cáo Chủ tịch Ủy ban nhân dân tỉnh./."


def test_every_number_of_the_text_stands_in_a_table(report: Any) -> None:
    lines = [line.text for line in body(report)[1:-1]]
    cells = " ".join(cell.text for table in report.tables[1:] for row in table.rows for cell in row.cells)
    numbers = re.compile(r"\d[\d.,/]*\d|\d")
    known = {found for text in (cells,) for found in numbers.findall(text)}
    said = [line for line in lines if not line.startswith("Số đèn theo mức được nêu")]
    loose = {found for line in said for found in numbers.findall(line)} - known
    assert loose == set()
    assert len(numbers.findall(" ".join(said))) > 10


def test_what_a_revision_corrected_is_said_with_its_numbers_in_the_table(tmp_path: Path) -> None:
    read = read_week(small_home(tmp_path), Asked(ReportWeek(2023, 42)))
    made = docx.Document(io.BytesIO(next(iter(make_bundle(read, ("docx",)).values()))))
    line = next(line.text for line in body(made) if line.text.startswith("Bản 2 thay bản 1"))
    cells = " ".join(cell.text for table in made.tables[1:] for row in table.rows for cell in row.cells)
    told = line.replace("a mistake in S2", "").replace("Unit S2", "")  # the reason is somebody's, a name is no figure
    assert set(re.findall(r"\d+", told)) <= set(re.findall(r"\d+", cells))
    assert "Bản 2 thay bản 1 1 đèn đổi" in cells


def test_receivers_and_signer(report: Any) -> None:
    block = next(table for table in report.tables if "Nơi nhận:" in table.rows[0].cells[0].text)
    left, right = block.rows[0].cells
    assert [written(line) for line in left.paragraphs] == [
        ("Nơi nhận:", 12, True, True),
        ("- Như trên;", 11, False, False),
        ("- Lưu: VT, CCHC.", 11, False, False),
    ]
    assert [line.text for line in right.paragraphs] == ["GIÁM ĐỐC"]


def test_annexes_carry_the_matrix_and_the_red_list(report: Any) -> None:
    lines = [line.text for line in report.paragraphs]
    assert [line for line in lines if line.startswith("Phụ lục")] == ["Phụ lục I", "Phụ lục II"]
    assert lines.count("(Kèm theo Báo cáo số      /BC-SNV ngày 20 tháng 10 năm 2023 của Sở Nội vụ)") == 2
    matrix, reds = report.tables[-2:]
    assert [cell.text for cell in matrix.rows[0].cells] == ["Đơn vị", "1", "2", "Đỏ", "Vàng"]
    signs = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in matrix.rows[1:]}
    assert signs["Unit S2"][0] == "V"
    assert signs["Unit D1"][:1] + signs["Unit D1"][2:] == ["Đ", "1", "0"]
    drawn = sum(cell.text == "Đ" for row in matrix.rows[1:] for cell in row.cells)
    assert len(reds.rows) - 1 == drawn > 0


def test_the_page_number_stands_at_the_top_but_not_on_the_first_page(report: Any) -> None:
    section = report.sections[0]
    assert section.different_first_page_header_footer
    number = section.header.paragraphs[0]
    assert number.alignment == CENTER
    assert [field.get(qn("w:instr")) for field in number._p.iter(qn("w:fldSimple"))] == ["PAGE"]
    assert list(section.first_page_header._element.iter(qn("w:fldSimple"))) == []


def test_invented_figures_are_marked_on_every_page(tmp_path: Path, report: Any) -> None:
    section = made(tmp_path, NAMES, synthetic=True).sections[0]
    for header in (section.header, section.first_page_header):
        assert "SỐ LIỆU MÔ PHỎNG" in [line.text for line in header.paragraphs]
    assert "SỐ LIỆU MÔ PHỎNG" not in [line.text for line in report.sections[0].first_page_header.paragraphs]


def test_names_the_catalogue_does_not_know_stand_open(tmp_path: Path) -> None:
    left, _ = head(made(tmp_path, {}))
    assert [line.text for line in (left[0], left[1], left[3])] == [
        "[CƠ QUAN CHỦ QUẢN]",
        "[CƠ QUAN BÁO CÁO]",
        "Số:      /BC-[…]",
    ]


def test_the_file_is_dated_by_the_cut_off(report: Any) -> None:
    about = report.core_properties
    moment = dt.datetime(2023, 10, 20, 10, 0, tzinfo=dt.UTC)
    assert {time.replace(tzinfo=dt.UTC) for time in (about.created, about.modified)} == {moment}
    assert about.author == ""


def test_a_district_names_itself_in_the_subject(tmp_path: Path) -> None:
    catalog = load_catalog(write_catalogue(TABLES, tmp_path / "catalog"))
    publish_week(tmp_path / "home", catalog, "2023-W42", FIGURES)
    drawn = draw(read_week(tmp_path / "home", Asked(ReportWeek(2023, 42), district="D1")))
    assert "unit D1" in build_report(drawn.content, catalog.rules, dt.date(2023, 10, 20)).subject
