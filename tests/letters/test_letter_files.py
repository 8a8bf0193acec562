"""Letters as files, opened again: the form, every fact, the mark, hostile names, the archive."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from scorecard.letters.bundle import pack_letters, plain_name, render_letters
from scorecard.letters.content import Letter
from tests.catalogs.catalogue_rows import read_rows, write_catalogue
from tests.homes.hostile_home import ELSEWHERE, TEXTS, hostile_home
from tests.letters.texts import letter_rows
from tests.letters.written_home import letters_of, written_home

CUT_OFF = dt.datetime(2023, 10, 20, 10, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written_home(tmp_path_factory.mktemp("files"))


def opened(letters: list[Letter]) -> list[Any]:
    return [docx.Document(io.BytesIO(content)) for content in render_letters(letters, CUT_OFF).values()]


def table_of(document: Any, head: str) -> list[list[str]]:
    """The rows of the table whose first cell is `head`; a cell that spans several stands once."""
    table = next(table for table in document.tables if table.rows[0].cells[0].text == head)
    return [list(dict.fromkeys(cell.text for cell in row.cells)) if row.cells[0]._tc is row.cells[-1]._tc else
            [cell.text for cell in row.cells] for row in table.rows]  # fmt: skip


def test_the_form_of_a_letter_is_that_of_the_decree(home: Path) -> None:
    document = opened(letters_of(home, "low"))[0]
    left, right = document.tables[0].rows[0].cells
    assert [line.text for line in left.paragraphs if line.text] == [
        "UBND TỈNH THỬ",
        "SỞ GỬI",
        "Số:      /SG-TH",
        "V/v letter of tuần 42/2023 (16/10–22/10), 17 giờ 00 ngày 20/10/2023, Sở Gửi, 27/10/2023",
    ]
    assert [line.text for line in right.paragraphs if line.text] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Thử, ngày       tháng 10 năm 2023",
    ]
    lines = [line.text for line in document.paragraphs if line.text]
    assert lines[0] == "Kính gửi: Sở Alpha"
    assert "Let Sở Alpha act." in lines and "Reply by 27/10/2023./." in lines
    signature = document.tables[-1].rows[0].cells
    assert [line.text for line in signature[0].paragraphs] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT, TH."]
    assert [line.text for line in signature[1].paragraphs] == ["GIÁM ĐỐC"]
    section = document.sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides] == [20, 20, 30, 15]
    assert document.styles["Normal"].font.name == "Times New Roman"


def test_a_letter_about_one_unit_has_its_figures_in_the_text(home: Path) -> None:
    document = opened(letters_of(home, "low"))[0]
    assert len(document.sections) == 1
    assert table_of(document, "Nhiệm vụ") == [
        ["Nhiệm vụ", "Chỉ số", "Kết quả", "Mức yêu cầu", "Căn cứ của mức yêu cầu", "Còn thiếu"],
        ["1", "Kept roads", "87,1% (871/1.000)", "từ 95%", "Decision 7 (cần kiểm chứng)", "cần thêm 79 roads kept"],
        ["2", "Late files", "33 files", "không quá 0 files", "ngưỡng quản trị", "cần giảm 33 files"],
    ]
    lines = [line.text for line in document.paragraphs]
    assert "- Task 1 Roads: không đạt, 2 tuần liên tiếp." in lines
    assert any(line.startswith("“Cần kiểm chứng”") for line in lines)
    assert any(line.startswith("Nguồn: ") for line in lines)


def test_who_lacks_figures_is_told_what_to_send(home: Path) -> None:
    document = opened(letters_of(home, "figures"))[1]
    assert table_of(document, "Nhiệm vụ") == [
        ["Nhiệm vụ", "Chỉ số", "Tình trạng số liệu", "Cần gửi"],
        ["3", "Sent plans", "số liệu ngày 05/10/2023 đã quá hạn", "số liệu mới, không quá 9 ngày"],
    ]


def test_a_letter_about_many_has_them_in_an_annex_on_wide_sheets(home: Path) -> None:
    (document,) = opened(letters_of(home, "low", together=True))
    assert [section.orientation for section in document.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    rows = table_of(document, "Nhiệm vụ")
    assert [row[0] for row in rows if len(row) == 1] == [
        "1. Sở Alpha",
        "2. Sở Beta",
        "3. UBND huyện Một",
        "4. Xã Mai, huyện Một",
        "5. Xã Đào, huyện Một",
        "6. Xã Mai, huyện Hai",
    ]
    assert rows[2] == ["1. Roads", "Kept roads", "87,1% (871/1.000)", "từ 95%", "Decision 7 (cần kiểm chứng)",
                       "cần thêm 79 roads kept", "không đạt, 2 tuần liên tiếp"]  # fmt: skip
    lines = [line.text for line in document.paragraphs]
    assert lines[lines.index("Kính gửi:") + 1 :][:3] == [
        "- Các đơn vị có tên trong danh sách kèm theo;",
        "- UBND huyện Một (để chỉ đạo UBND cấp xã);",
        "- UBND huyện Hai (để chỉ đạo UBND cấp xã).",
    ]
    assert "(Kèm theo Công văn số      /SG-TH ngày       tháng 10 năm 2023 của Sở Gửi)" in lines


def test_communes_get_a_copy_of_the_letter_to_their_district(home: Path) -> None:
    *_, communes, commune = opened(letters_of(home, "low"))
    assert (
        communes.tables[1].rows[0].cells[0].paragraphs[2].text == "- Các xã, phường, thị trấn có tên trong danh sách;"
    )
    assert commune.tables[2].rows[0].cells[0].paragraphs[2].text == "- UBND xã Mai;"


@pytest.mark.parametrize("together", [False, True])
def test_invented_figures_are_marked_on_every_page(tmp_path: Path, home: Path, together: bool) -> None:
    invented = letters_of(written_home(tmp_path, synthetic=True), "low", together=together)
    for letters, expected in ((invented, True), (letters_of(home, "low", together=together), False)):
        for document in opened(letters):
            headers = [document.sections[0].first_page_header, *(section.header for section in document.sections)]
            texts = ["\n".join(line.text for line in header.paragraphs) for header in headers]
            assert {"SỐ LIỆU MÔ PHỎNG" in text for text in texts} == {expected}
        assert {text.startswith("SỐ LIỆU MÔ PHỎNG\n") for one in letters for _, text in one.chats} == {expected}


def test_one_indicator_of_several_under_a_task_stands_beside_one_cell(home: Path) -> None:
    from dataclasses import replace

    (letter,) = letters_of(home, "low", lights=None)[:1]
    light = replace(letter.facts[0], figures=(letter.facts[0].figures[0], letter.facts[1].figures[0]))
    (document,) = opened([replace(letter, facts=(light,))])
    table = next(table for table in document.tables if table.rows[0].cells[0].text == "Nhiệm vụ")
    first, second = table.rows[1].cells[0], table.rows[2].cells[0]
    assert first._tc is second._tc and first.text == "1"


def test_hostile_names_stay_texts(tmp_path: Path) -> None:
    home = hostile_home(tmp_path)
    tables = {file.stem: read_rows(file) for file in (tmp_path / "catalog").glob("*.csv")}
    rows = [row for kind in ("figures", "low", "explain") for row in letter_rows(kind)]
    write_catalogue(tables | {"letters": rows}, tmp_path / "catalog")
    letters = [one for kind in ("figures", "explain") for one in letters_of(home, kind)]
    files = render_letters(letters, CUT_OFF)
    assert all(re.fullmatch(r"[a-z0-9W-]+\.docx", name) and len(name) < 120 for name in files)
    assert len(files) == len(letters)
    read = []
    for content in files.values():
        document = docx.Document(io.BytesIO(content))
        read += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        read += [line.text for line in document.paragraphs]
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            xml = "".join(packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml"))
        fields = set(re.findall(r"<w:fldSimple w:instr=\"([^\"]*)\"", xml))
        assert fields <= {"PAGE"} and "<w:hyperlink" not in xml and "<w:instrText" not in xml
        assert f'Target="{ELSEWHERE}' not in xml and "<script" not in xml
    said = re.sub(r"\s+", " ", "\n".join(read))
    absent = [text for text in TEXTS[:16] if re.sub(r"\s+", " ", text) not in said and text[1:] not in said]
    assert absent == []
    assert "{{7*7}}" in said and "{week} {0}" in said  # what is in a name is no field


def test_the_archive_holds_every_letter_and_the_texts_and_is_the_same_each_time(home: Path) -> None:
    letters = letters_of(home, "low")
    files = render_letters(letters, CUT_OFF)
    content = pack_letters(letters, files)
    assert content == pack_letters(letters, render_letters(letters_of(home, "low"), CUT_OFF))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert sorted(packed.namelist()) == [
            "cong-van-dat-thap-2023-W42-d1-huyen-mot-cac-xa.docx",
            "cong-van-dat-thap-2023-W42-d1-huyen-mot.docx",
            "cong-van-dat-thap-2023-W42-d2-huyen-hai-cac-xa.docx",
            "cong-van-dat-thap-2023-W42-sa-so-alpha.docx",
            "cong-van-dat-thap-2023-W42-sb-so-beta.docx",
            "tin-nhan.txt",
        ]
        assert (
            packed.read("cong-van-dat-thap-2023-W42-sb-so-beta.docx")
            == files["cong-van-dat-thap-2023-W42-sb-so-beta.docx"]
        )
        assert packed.testzip() is None


def test_two_letters_of_one_name_are_two_files(home: Path) -> None:
    letters = letters_of(home, "low")[:1] * 3
    names = list(render_letters(letters, CUT_OFF))
    assert [name.removeprefix("cong-van-dat-thap-2023-W42-") for name in names] == [
        "sa-so-alpha.docx",
        "sa-so-alpha-2.docx",
        "sa-so-alpha-3.docx",
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Huyện Đakrông", "huyen-dakrong"),
        ("../../etc/passwd", "etc-passwd"),
        ("Sở LĐ-TB & XH", "so-ld-tb-xh"),
        ("ươ ẩ ỹ", "uo-a-y"),
        ("<>|?*", ""),
        ("x" * 200, "x" * 60),
    ],
)
def test_names_of_files_are_plain(text: str, plain: str) -> None:
    assert plain_name(text) == plain


def test_the_file_is_dated_by_the_cut_off_and_names_nobody(home: Path) -> None:
    about = opened(letters_of(home, "low"))[0].core_properties
    assert (about.created.replace(tzinfo=dt.UTC), about.author, about.title[:4]) == (CUT_OFF, "", "V/v ")


def test_the_number_of_the_page_stands_on_the_annex_too(home: Path) -> None:
    (document,) = opened(letters_of(home, "low", together=True))
    wide = document.sections[1]
    assert not wide.different_first_page_header_footer and wide.header.is_linked_to_previous
    assert [field.get(qn("w:instr")) for field in wide.header._element.iter(qn("w:fldSimple"))] == ["PAGE"]
