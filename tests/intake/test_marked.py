"""The coloured copy: every bad cell marked, nothing else changed, and corrected there it goes in."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt

from scorecard.catalog import load_catalog
from scorecard.intake.cells.problems import Problem
from scorecard.intake.ingest import check_files
from scorecard.intake.returned_copy.formula_values import too_costly
from scorecard.intake.returned_copy.mistake_list import DOUBTFUL_FILL, WRONG_FILL
from scorecard.intake.returned_copy.returned_copy import marked_copy, marked_name
from scorecard.intake.taken import Intake
from scorecard.intake.workbooks.workbook import read_workbook
from scorecard.text.workbook_words import MARKS_SHEET
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import write_catalogue
from tests.cli.command_line import Scorecard
from tests.homes.folders import contents
from tests.intake.books import GOOD, HEAD, TABLES, ingest, published, saved
from tests.intake.formats import ods_of

WEEK = ReportWeek.parse("2023-W42")
DAY = dt.date(2023, 10, 19)
# D3 may mean two numbers, A4 no unit, F5 no day, D6 more than E6; B2 looks like a formula and is text.
ROWS: list[list[Any]] = [
    HEAD,
    ["S1", "", "I1", 1, 2, DAY, ""],
    ["D1", "", "I1", "1.234", 5000, DAY, ""],
    ["S9", "", "I1", 3, 4, DAY, "x"],
    ["D1-1", "", "I1", 3, 4, "31/02/2023", ""],
    ["D2", "", "I1", 9, 4, DAY, "=1+1"],
]
BAD = {"D3", "A4", "F5", "D6"}
MENDED: dict[str, Any] = {"D3": 1234, "A4": "D3", "F5": DAY, "D6": 3}


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    return Scorecard(tmp_path / "home", write_catalogue(TABLES, tmp_path / "catalog"))


def xlsx(file: Path) -> Path:
    book = openpyxl.load_workbook(saved(file, ROWS))
    book.worksheets[0]["G6"].data_type = "s"
    book.worksheets[0].freeze_panes = "B2"
    book.save(file)
    return file


def xls(file: Path) -> Path:
    book = xlwt.Workbook()
    sheet, day = book.add_sheet("Sheet"), xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for number, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell, *[day] * isinstance(cell, dt.date))
    book.save(str(file))
    return file


def ods(file: Path) -> Path:
    file.write_bytes(ods_of("Sheet", ROWS))
    return file


def long_csv(file: Path) -> Path:
    heads = "unit_id,indicator_id,as_of,numerator,denominator,source,note"
    rows = ["S1,I1,2023-10-19,1.250,2,,", 'D1,I1,2023-10-19,"1,234.5",5000,,', "S9,I1,2023-10-19,3,4,,x",
            "D1-1,I1,31/02/2023,3,4,,", "D2,I1,2023-10-19,9,4,,=1+1"]  # fmt: skip
    file.write_text("\n".join([heads, *rows]) + "\n", encoding="utf-8")
    return file


KINDS: dict[str, Callable[[Path], Path]] = {"a.xlsx": xlsx, "a.xlsm": xlsx, "a.xls": xls, "a.ods": ods}


def checked(scorecard: Scorecard, file: Path) -> Intake:
    return check_files(scorecard.home, load_catalog(scorecard.catalog), [file], WEEK, None)


def copy_of(scorecard: Scorecard, file: Path) -> bytes:
    found = checked(scorecard, file).checked
    return marked_copy(file.name, file.read_bytes(), found.problems, found.warnings)


def coloured(copy: bytes, sheet: str = "Sheet", colour: str = WRONG_FILL) -> dict[str, str]:
    """Address and comment of every cell of a colour."""
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(copy))[sheet].iter_rows() for cell in row]
    wanted = "FF" + colour.removeprefix("#")
    return {
        cell.coordinate: cell.comment.text if cell.comment else ""
        for cell in cells
        if cell.fill.fgColor.rgb == wanted and cell.fill.fill_type == "solid"
    }


@pytest.mark.parametrize(("name", "write"), KINDS.items(), ids=KINDS)
def test_bad_cells_are_coloured_and_corrected_there_the_copy_goes_in(
    scorecard: Scorecard, tmp_path: Path, name: str, write: Callable[[Path], Path]
) -> None:
    file = write(tmp_path / name)
    copy = copy_of(scorecard, file)
    found = coloured(copy)
    assert set(found) == BAD and all("LỖI" in comment for comment in found.values())
    assert "1.234" in found["D3"] and "1234" in found["D3"]
    before, after = (checked_again(scorecard, tmp_path, content) for content in (file.read_bytes(), copy))
    assert before == after
    back = mended(tmp_path / "mended.xlsx", copy, "Sheet", MENDED)
    assert ingest(scorecard, back).code == 0
    assert {row[0]: row[3] for row in published(scorecard) if row[1] == "I1" and row[3]} == {
        "S1": "1", "D1": "1234", "D3": "3", "D1-1": "3", "D2": "3"}  # fmt: skip


def checked_again(scorecard: Scorecard, folder: Path, content: bytes) -> list[tuple[str, str, str]]:
    """Places and advice of all problems of some bytes."""
    again = folder / "again.xlsx"
    again.write_bytes(content)
    return [(p.cell, p.found, p.advice) for p in checked(scorecard, again).checked.problems]


def mended(file: Path, copy: bytes, sheet: str, cells: dict[str, Any]) -> Path:
    book = openpyxl.load_workbook(io.BytesIO(copy))
    for place, value in cells.items():
        book[sheet][place] = value
    book.save(file)
    return file


def test_a_long_csv_becomes_a_workbook_with_the_same_lines(scorecard: Scorecard, tmp_path: Path) -> None:
    copy = copy_of(scorecard, long_csv(tmp_path / "a.csv"))
    assert set(coloured(copy, "Số liệu")) == {"D3", "A4", "C5", "D6"}
    cells = {"D3": 1234, "A4": "D3", "C5": DAY, "D6": 3}
    assert ingest(scorecard, mended(tmp_path / "mended.xlsx", copy, "Số liệu", cells)).code == 0
    numbers = {row[0]: row[3] for row in published(scorecard) if row[3]}
    assert numbers == {"S1": "1.25", "D1": "1234", "D3": "3", "D1-1": "3", "D2": "3"}


@pytest.mark.parametrize("name", [*KINDS, "a.csv"])
def test_the_first_sheet_lists_everything_and_nothing_is_a_formula(
    scorecard: Scorecard, tmp_path: Path, name: str
) -> None:
    file = (KINDS | {"a.csv": long_csv})[name](tmp_path / name)
    book = openpyxl.load_workbook(io.BytesIO(copy_of(scorecard, file)))
    sheet = book.worksheets[0]
    assert (sheet.title, book.active) == (MARKS_SHEET, sheet)
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] == "LỖI"]
    problems = checked(scorecard, file).checked.problems
    assert [row[4] for row in rows] == [problem.advice for problem in problems]
    assert all(problem.cell in ("", row[2]) for row, problem in zip(rows, problems, strict=True))
    assert not [cell for part in book for row in part.iter_rows() for cell in row if cell.data_type == "f"]
    assert [part.title for part in book if part.sheet_view.tabSelected] in ([MARKS_SHEET], [])


@pytest.mark.parametrize("name", [*KINDS, "a.csv"])
def test_the_same_file_gives_the_same_bytes(scorecard: Scorecard, tmp_path: Path, name: str) -> None:
    file = (KINDS | {"a.csv": long_csv})[name](tmp_path / name)
    copy = copy_of(scorecard, file)
    assert copy == copy_of(scorecard, file)
    with zipfile.ZipFile(io.BytesIO(copy)) as packed:
        assert f"{dt.datetime.now(tz=dt.UTC):%Y-}".encode() not in packed.read("docProps/core.xml")
        assert {item.date_time[0] for item in packed.infolist()} == {1980}


def test_an_xlsx_keeps_the_rest_and_the_values_of_its_formulas(scorecard: Scorecard, tmp_path: Path) -> None:
    template = tmp_path / "t.xlsx"
    assert scorecard("template", "--unit", "D1", "--week", WEEK, "--out", template).code == 0
    book = openpyxl.load_workbook(template)
    sheet = book["Số liệu"]
    sheet["E5"], sheet["F5"], sheet["G5"], sheet["F6"] = "=1+2", "x", DAY, 4
    sheet.merge_cells("F7:G8")
    book.save(template)
    with_value = zipped(template.read_bytes(), "xl/worksheets/sheet1.xml", "<f>1+2</f><v></v>", "<f>1+2</f><v>3</v>")
    problem = Problem("t.xlsx", 8, "x", "=9+9", "y", "Số liệu", "G8")
    copy = marked_copy("t.xlsx", with_value, [problem], [])
    kept = openpyxl.load_workbook(io.BytesIO(copy))
    assert kept["Số liệu"]["E5"].value == "=1+2" and kept["hop_dong"].sheet_state == "veryHidden"
    assert not kept["Số liệu"].sheet_view.tabSelected  # two sheets chosen at once are typed into at once
    assert kept["Số liệu"].protection.sheet and len(kept["Số liệu"].data_validations.dataValidation) == 2
    assert kept["Số liệu"]["D5"].comment and set(coloured(copy, "Số liệu")) == {"F7"}  # shown for the merged G8
    assert not kept["Số liệu"]["F7"].protection.locked
    listed = kept[MARKS_SHEET]["D5"]
    assert (listed.value, listed.data_type, listed.quotePrefix) == ("=9+9", "s", True)
    values = {sheet.name: sheet.rows for sheet in read_workbook(copy)}
    assert values["Số liệu"][4][4:6] == (3.0, "x")


def zipped(content: bytes, member: str, old: str, new: str) -> bytes:
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            text = source.read(name)
            assert name != member or old.encode() in text
            archive.writestr(name, text.replace(old.encode(), new.encode()) if name == member else text)
    return target.getvalue()


def test_macros_are_dropped_and_never_run(scorecard: Scorecard, tmp_path: Path) -> None:
    file = xlsx(tmp_path / "a.xlsm")
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"Auto_Open")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macro = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    file.write_bytes(zipped(file.read_bytes(), "[Content_Types].xml", kind, macro))
    assert {problem.cell for problem in checked(scorecard, file).checked.problems} == BAD
    with zipfile.ZipFile(io.BytesIO(copy_of(scorecard, file))) as packed:
        assert "xl/vbaProject.bin" not in packed.namelist()
        assert kind.encode() in packed.read("[Content_Types].xml")


def test_warnings_are_amber_and_a_copy_marked_again_shows_only_what_is_left(
    scorecard: Scorecard, tmp_path: Path
) -> None:
    file = saved(tmp_path / "a.xlsx", [HEAD, GOOD, ["D1", "", "I1", "x", 2, DAY, ""]])
    warning = Problem("a.xlsx", 2, "numerator", "1", "falls", "Sheet", "D2")
    copy = marked_copy("a.xlsx", file.read_bytes(), checked(scorecard, file).checked.problems, [warning])
    assert (set(coloured(copy)), set(coloured(copy, colour=DOUBTFUL_FILL))) == ({"D3"}, {"D2"})
    again = marked_copy("a.xlsx", copy, [], [warning])
    assert (coloured(again), set(coloured(again, colour=DOUBTFUL_FILL))) == ({}, {"D2"})
    assert openpyxl.load_workbook(io.BytesIO(again)).sheetnames == [MARKS_SHEET, "Sheet"]


UNREADABLE = {
    "no workbook": ("a.xlsx", b"PK\x03\x04 and no more"),
    "an empty file": ("a.xls", b""),
    "no CSV at all": ("a.csv", b"\xff\xfe\x00,\n" * 3),
    "a quote left open": ("a.csv", b'unit_id,"a\n'),
    "too many lines": ("a.csv", b"a\n" * 30_000),
}


@pytest.mark.parametrize(("name", "content"), UNREADABLE.values(), ids=UNREADABLE)
def test_of_a_file_that_cannot_be_copied_the_list_is_given(name: str, content: bytes) -> None:
    problem = Problem(name, 0, advice="=broken", found="\x00\x0b=")
    (sheet, *_) = read_workbook(marked_copy(name, content, [problem], []))
    assert sheet.name == MARKS_SHEET and any("=broken" in row for row in sheet.rows)


@pytest.mark.parametrize("tag", ["mergeCell", "hyperlink"])
def test_a_range_of_millions_of_cells_costs_nothing(tmp_path: Path, tag: str) -> None:
    wide = f'<{tag}s><{tag} ref="A1:XFD1048576" location="A1"/></{tag}s>'
    content = xlsx(tmp_path / "a.xlsx").read_bytes()
    content = zipped(content, "xl/worksheets/sheet1.xml", "</sheetData>", f"</sheetData>{wide}")
    assert too_costly(content) and not too_costly(xlsx(tmp_path / "b.xlsx").read_bytes())
    copy = marked_copy("a.xlsx", content, [Problem("a.xlsx", 3, "x", "", "y", "Sheet", "D3")], [])
    assert set(coloured(copy)) == {"D3"}


NAMES = {
    "a.xlsx": "a", "../../etc/passwd.csv": "passwd", "C:\\x\\y.xls": "y", "..": "tệp", "": "tệp", "a\nb?.csv": "a_b_",
}  # fmt: skip


@pytest.mark.parametrize(("name", "stem"), NAMES.items())
def test_a_name_leads_nowhere(name: str, stem: str) -> None:
    assert (marked_name(name), marked_name(name, 2)) == (f"{stem} - cần sửa.xlsx", f"{stem} - cần sửa (2).xlsx")


def test_the_command_writes_copies_over_nothing(scorecard: Scorecard, tmp_path: Path) -> None:
    bad, good = xlsx(tmp_path / "a.xlsx"), saved(tmp_path / "b.xlsx", [HEAD, GOOD])
    out = tmp_path / "out"
    out.mkdir()
    elsewhere = tmp_path / "elsewhere"
    (out / "a - cần sửa.xlsx").symlink_to(elsewhere)
    for _ in range(2):
        assert scorecard("ingest", bad, good, "--week", WEEK, "--marked", out).code == 1
    assert set(contents(out)) >= {"a - cần sửa (2).xlsx", "a - cần sửa (3).xlsx"}
    assert not elsewhere.exists() and contents(scorecard.home) == {}
    ran = scorecard("ingest", bad, good, "--week", WEEK, "--marked", tmp_path / "new", "--skip-bad")
    assert ran.code == 0 and list(contents(tmp_path / "new")) == ["a - cần sửa.xlsx"]
    assert "a - cần sửa.xlsx" in ran.err
