"""Workbooks: a template goes out and comes back exact, mistakes are named with their cell, nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from tests.catalogs.catalogue_rows import write_catalogue
from tests.cli.command_line import Scorecard
from tests.homes.folders import contents
from tests.intake.books import GOOD, HEAD, TABLES, ingest, published, saved


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    return Scorecard(tmp_path / "home", write_catalogue(TABLES, tmp_path / "catalog"))


def filled(scorecard: Scorecard, out: Path, unit_id: str) -> Path:
    assert scorecard("template", "--unit", unit_id, "--week", "2023-W42", "--out", out).code == 0
    book = openpyxl.load_workbook(out)
    sheet = book["Số liệu"]
    for number, row in enumerate(sheet.iter_rows(min_row=5), start=3):
        row[4].value, row[6].value = number + 0.25, dt.date(2023, 10, 19)
        row[5].value = 100 if row[2].value == "I1" else None
        row[8].value = f"note {number}"
    book.save(out)
    return out


def cells(file: Path, columns: slice) -> list[list[Any]]:
    return [
        [cell.value for cell in row[columns]] for row in openpyxl.load_workbook(file)["Số liệu"].iter_rows(min_row=5)
    ]


def test_a_template_filled_in_ingested_and_asked_for_again_shows_the_same_figures(
    scorecard: Scorecard, tmp_path: Path
) -> None:
    file = filled(scorecard, tmp_path / "d1.xlsx", "D1")
    ran = ingest(scorecard, file)
    assert ran.code == 0, ran.said
    again = tmp_path / "again.xlsx"
    assert scorecard("template", "--unit", "D1", "--week", "2023-W42", "--out", again).code == 0
    assert cells(again, slice(9, 12)) == cells(file, slice(4, 7))
    assert {row[0] for row in cells(file, slice(0, 1))} == {"D1", "D1-1"}


def test_a_template_and_the_long_csv_with_the_same_figures_are_the_same_observations(
    scorecard: Scorecard, tmp_path: Path
) -> None:
    file = filled(scorecard, tmp_path / "d1.xlsx", "D1")
    long = tmp_path / "long.csv"
    lines = ["unit_id,indicator_id,as_of,numerator,denominator,source,note"]
    for code, _, number, _, above, below, day, source, note in cells(file, slice(0, 9)):
        lines.append(f"{code},{number},{day:%Y-%m-%d},{above},{'' if below is None else below},{source},{note}")
    long.write_text("\n".join(lines) + "\n", encoding="utf-8")
    other = Scorecard(tmp_path / "other", tmp_path / "catalog")
    assert (ingest(scorecard, file).code, ingest(other, long).code) == (0, 0)
    assert published(scorecard) == published(other)
    parts = [pq.read_table(next(item.home.rglob("observations.parquet"))).to_pylist() for item in (scorecard, other)]
    sources = [[row.pop("source") for row in part] for part in parts]
    assert parts[0] == parts[1]
    assert all(re.fullmatch(r"(.+; )?d1\.xlsx, trang “Số liệu”, ô E\d+(/F\d+)?", source) for source in sources[0])
    assert all(re.fullmatch(r"(.+; )?long\.csv, dòng \d+", source) for source in sources[1])


@pytest.mark.parametrize(
    ("cell", "value", "named"),
    [("B3", "2023-W41", "B3"), ("B2", "S9", "B2"), ("B2", "S1", "A5"), ("B1", "0", "B1")],
)
def test_a_contract_that_does_not_fit_is_refused_with_its_cell(
    scorecard: Scorecard, tmp_path: Path, cell: str, value: str, named: str
) -> None:
    file = filled(scorecard, tmp_path / "d1.xlsx", "D1")
    book = openpyxl.load_workbook(file)
    book["hop_dong"][cell] = value
    book.save(file)
    before = contents(scorecard.home)
    ran = ingest(scorecard, file)
    assert (ran.code, f"ô {named}:" in ran.said) == (1, True), ran.said
    assert contents(scorecard.home) == before


# the column, what is typed there, the cell and a word its message must have
PROBLEMS: list[tuple[int, Any, str, str]] = [
    (3, "1.234", "D3", "1,234"),
    (3, "1,234", "D3", "1234"),
    (3, "85,3%", "D3", "phần trăm"),
    (3, True, "D3", "đúng/sai"),
    (3, dt.date(2023, 1, 1), "D3", "ngày"),
    (3, "abc", "D3", "abc"),
    (3, 3, "D3", "Tử số lớn hơn"),
    (3, -1, "D3", "âm"),
    (5, "2023/19/10", "F3", "ngày/tháng"),
    (5, "31/02/2023", "F3", "ngày/tháng"),
    (5, dt.date(2023, 10, 21), "F3", "ngày chốt"),
    (0, "S9", "A3", "S9"),
    (2, "I9", "C3", "I9"),
    (6, "x" * 5000, "G3", "4000"),
]


@pytest.mark.parametrize(("column", "value", "cell", "named"), PROBLEMS, ids=[str(p[1])[:12] for p in PROBLEMS])
def test_a_problem_names_its_sheet_and_cell(
    scorecard: Scorecard, tmp_path: Path, column: int, value: Any, cell: str, named: str
) -> None:
    bad = [*GOOD[:column], value, *GOOD[column + 1 :]]
    good = ["D1", *GOOD[1:]]
    ran = ingest(scorecard, saved(tmp_path / "a.xlsx", [HEAD, good, bad]))
    assert ran.code == 1
    assert any("a.xlsx" in x and "“Sheet”" in x and f"ô {cell}:" in x and named in x for x in ran.said.splitlines()), (
        ran.said
    )
    assert contents(scorecard.home) == {}


def test_errors_percentages_hidden_rows_and_sheets_are_reported(scorecard: Scorecard, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.xlsx", [HEAD, GOOD, ["D1", *GOOD[1:]], ["D2", *GOOD[1:]]])
    book = openpyxl.load_workbook(file)
    sheet = book["Sheet"]
    sheet["D2"].value, sheet["D2"].data_type = "#REF!", "e"
    sheet["D3"].value, sheet["D3"].number_format = 0.5, "0.0%"
    sheet.row_dimensions[4].hidden = True
    hidden = book.create_sheet("Nháp")
    hidden["A1"], hidden.sheet_state = 1, "hidden"
    book.save(file)
    ran = ingest(scorecard, file)
    for words in ("ô D2: tìm thấy “#REF!”", "ô D3:", "“Sheet”, dòng 4: dòng ẩn", "“Nháp”: trang ẩn"):
        assert words in ran.said, ran.said
    assert ran.code == 1 and contents(scorecard.home) == {}


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([["x", "y"], [1, 2]], "Mã chỉ tiêu"),
        ([HEAD[:4] + HEAD[5:], GOOD], "Mẫu số"),
        ([[*HEAD, "Tử số"], GOOD], "ô H1"),
        ([], "trang số liệu"),
    ],
)
def test_a_sheet_that_is_not_understood_is_refused(
    scorecard: Scorecard, tmp_path: Path, rows: list[list[Any]], named: str
) -> None:
    ran = ingest(scorecard, saved(tmp_path / "a.xlsx", rows))
    assert (ran.code, named in ran.said) == (1, True), ran.said


def test_columns_may_stand_in_any_order_below_a_title(scorecard: Scorecard, tmp_path: Path) -> None:
    rows = [["Báo cáo"], [], HEAD[::-1], GOOD[::-1]]
    assert ingest(scorecard, saved(tmp_path / "a.xlsx", rows)).code == 0


def test_a_template_is_not_written_over_a_file(scorecard: Scorecard, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    out.write_bytes(b"mine")
    assert scorecard("template", "--unit", "S1", "--week", "2023-W42", "--out", out).code == 2
    assert scorecard("template", "--unit", "S9", "--week", "2023-W42", "--out", tmp_path / "b.xlsx").code == 2
    assert out.read_bytes() == b"mine"


def test_a_formula_nobody_calculated_is_a_problem_and_no_blank(scorecard: Scorecard, tmp_path: Path) -> None:
    rows = [HEAD, GOOD, ["D1", "", "I1", "=1+2", "=3+4", "=DATE(2023,10,19)", ""]]
    ran = ingest(scorecard, saved(tmp_path / "a.xlsx", rows))
    assert ran.code == 1 and all(f"ô {cell}: tìm thấy “=" in ran.err for cell in ("D3", "E3", "F3")), ran.said
    assert "chưa được tính" in ran.err and contents(scorecard.home) == {}
