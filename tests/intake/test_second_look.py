"""What the values of a cell do not say, in every format; and files that would cost more than they are worth."""

from __future__ import annotations

import datetime as dt
import io
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwt

from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.workbooks.workbook import read_workbook
from scorecard.settings import ROOT
from tests.catalogs.catalogue_rows import write_catalogue
from tests.cli.command_line import Scorecard
from tests.homes.folders import contents
from tests.intake.books import GOOD, HEAD, TABLES, ingest, saved
from tests.intake.formats import ods_of, packed_ods

DAY = dt.date(2023, 10, 19)
PERCENT = xlwt.easyxf(num_format_str="0.0%")


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    return Scorecard(tmp_path / "home", write_catalogue(TABLES, tmp_path / "catalog"))


def xls(file: Path) -> Path:
    """D2 in error, E3 in percent, row 4 hidden."""
    book = xlwt.Workbook()
    sheet, day = book.add_sheet("Sheet"), xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for number, row in enumerate([HEAD, GOOD, ["D1", *GOOD[1:]], ["D2", *GOOD[1:]]]):
        for column, cell in enumerate(row):
            if (number, column) not in ((1, 3), (2, 4)):
                sheet.write(number, column, cell, *[day] * isinstance(cell, dt.date))
    sheet.row(1).set_cell_error(3, "#REF!")
    sheet.write(2, 4, 0.85, PERCENT)
    sheet.row(3).hidden = True
    book.save(str(file))
    return file


def ods(file: Path) -> Path:
    """The same."""
    text = ods_of("Sheet", [HEAD, GOOD, ["D1", *GOOD[1:]], ["D2", *GOOD[1:]]], packed=False)
    rows = text.split("<table:table-row>")
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    error = f'<table:table-cell {calc} table:formula="of:=1/0" office:value-type="string" calcext:value-type="error">'
    plain = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p>'
    rows[2] = rows[2].replace(plain, f"{error}<text:p>#REF!</text:p>")
    rows[3] = rows[3].replace('"float" office:value="2"', '"percentage" office:value="0.85"')
    text = "<table:table-row>".join(rows[:4]) + '<table:table-row table:visibility="collapse">' + rows[4]
    file.write_bytes(packed_ods(text))
    return file


@pytest.mark.parametrize(("name", "write"), {"a.xls": xls, "a.ods": ods}.items())
def test_errors_percentages_and_hidden_rows_are_reported(
    scorecard: Scorecard, tmp_path: Path, name: str, write: Callable[[Path], Path]
) -> None:
    ran = ingest(scorecard, write(tmp_path / name))
    for words in ("ô D2: tìm thấy “#REF!”", "ô E3: tìm thấy “0.85”. Không ghi tỷ lệ", "“Sheet”, dòng 4: dòng ẩn"):
        assert words in ran.said, ran.said
    assert ran.code == 1 and contents(scorecard.home) == {}


def test_figures_out_of_another_file_are_warned_of(scorecard: Scorecard, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.xlsx", [HEAD, [*GOOD[:3], "='[1]A-B'!A1", "=[1]S!A1+Sheet!A1", *GOOD[5:]]])
    assert "lấy số từ tệp khác" in ingest(scorecard, file).said and "Có 2 ô" in ingest(scorecard, file).said
    plain = saved(tmp_path / "b.xlsx", [HEAD, [*GOOD[:3], "=Sheet!A1", "=T[x]+Sheet!A1+'A B'!A1", *GOOD[5:]]])
    assert "tệp khác" not in ingest(scorecard, plain).said


def xls_of_sheets(count: int) -> bytes:
    book, stream = xlwt.Workbook(), io.BytesIO()
    for number in range(count):
        sheet = book.add_sheet(f"S{number}")
        sheet.write(0, 0, 1)
        sheet.write(19_999, 255, 1)
    book.save(stream)
    return stream.getvalue()


def xlsx_of_sheets(count: int) -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for number in range(count):
        sheet = book.create_sheet(f"S{number}")
        sheet["A1"], sheet["KN15000"] = 1, 1
    book.save(stream)
    return stream.getvalue()


def ods_far(rows: int, columns: int, trailing: int = 0) -> bytes:
    text = ods_of("A", [[1], [1]], packed=False)
    first, second, third = text.split("<table:table-row>")
    blank = f'<table:table-cell table:number-columns-repeated="{columns}"/>' if columns else ""
    gap = f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell/></table:table-row>' if rows else ""
    end = f'<table:table-cell table:number-columns-repeated="{trailing}"/>' if trailing else ""
    third = third.replace("</table:table-row>", f"{end}</table:table-row>")
    return packed_ods(f"{first}<table:table-row>{second}{gap}<table:table-row>{blank}{third}")


FAR: dict[str, Callable[[], bytes]] = {
    "an .xls of many wide sheets": lambda: xls_of_sheets(40),
    "an .xlsx of many wide sheets": lambda: xlsx_of_sheets(40),
    "an .ods with a far row": lambda: ods_far(1_000_000_000, 0),
    "an .ods with a far column": lambda: ods_far(0, 1_000_000_000),
    "an .ods as wide as long": lambda: ods_far(19_000, 290),
}


@pytest.mark.parametrize("make", FAR.values(), ids=FAR)
def test_a_small_file_that_asks_for_much_room_is_refused_in_little(make: Callable[[], bytes]) -> None:
    code = (
        "import sys, resource; from scorecard.intake.workbooks.workbook import read_workbook\n"
        "content = sys.stdin.buffer.read()\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try: read_workbook(content)\n"
        "except ValueError as error: print(type(error).__name__, error)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))  # noqa: E731
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, cwd=ROOT, input=make(), capture_output=True, check=True, timeout=60, preexec_fn=limit)
    said, grown = ran.stdout.decode().splitlines()
    assert said.startswith("BadValueError") and int(grown) < 200_000, (said, grown)


def test_blanks_at_the_end_cost_nothing() -> None:
    assert read_workbook(ods_far(0, 0, 1_000_000_000))[0].rows == ((1.0,), (1.0,))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = [
    (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    (OLE + b"x" * (10 * 1024 * 1024), "10 MB"),
    (OLE + b"x" * 5000, "không mở"),
]


@pytest.mark.parametrize(("content", "said"), LOCKED, ids=["encrypted", "too large", "broken"])
def test_an_xls_that_cannot_be_read_says_why(content: bytes, said: str) -> None:
    with pytest.raises(BadValueError, match=said):
        read_workbook(content)


def test_a_file_over_the_size_is_hashed_and_not_read(scorecard: Scorecard, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    with file.open("wb") as stream:
        stream.truncate(600_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ran = ingest(scorecard, file, "--marked", str(tmp_path / "out"))
    assert ran.code == 1 and "lớn quá 20 MB" in ran.said
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000
    assert read_workbook((tmp_path / "out" / "a - cần sửa.xlsx").read_bytes())


def test_a_long_csv_has_so_many_lines_and_no_more(scorecard: Scorecard, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("unit_id,indicator_id,as_of,numerator,denominator,source,note\n" + "S1,I1,x,1,2,,\n" * 50_001)
    ran = ingest(scorecard, file)
    assert ran.code == 1 and "50000 dòng" in ran.said and "Có 1 lỗi" in ran.err


@pytest.mark.parametrize("since_1904", [False, True])
def test_the_cells_of_an_xls_are_typed(since_1904: bool) -> None:
    book, stream = xlwt.Workbook(), io.BytesIO()
    book.dates_1904 = since_1904
    sheet, hidden = book.add_sheet("A"), book.add_sheet("B")
    day, clock = xlwt.easyxf(num_format_str="DD/MM/YYYY"), xlwt.easyxf(num_format_str="HH:MM")
    cells: list[tuple[object, xlwt.XFStyle | None]] = [
        (True, None), (12.5, None), (7, None), ("x", None), (DAY, day), (dt.datetime(2023, 10, 19, 8, 30), day),  # noqa: DTZ001
        (dt.time(8, 30), clock), (9e9, day),
    ]  # fmt: skip
    for column, (cell, style) in enumerate(cells):
        sheet.write(1, column + 1, cell, *[style] * (style is not None))
    sheet.merge(2, 3, 0, 1)
    hidden.visibility = 1
    book.save(stream)
    first, second = read_workbook(stream.getvalue())
    assert first.rows[1] == ("", *(cell for cell, _ in cells)) and [type(cell) for cell in first.rows[1][5:7]] == [
        dt.date, dt.datetime]  # fmt: skip
    assert first.rows[1][1] is True
    assert (first.merged, first.hidden, second.hidden, second.empty) == ((((2, 0), (3, 1)),), False, True, True)
