"""An export of a foreign system, described in columns.csv, becomes figures; what it only repeats is checked."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.intake.checks import Checked
from tests.catalogs.catalogue_rows import write_catalogue
from tests.intake.exports import ABOVE, BODY, HEADINGS, TABLES, Rows, checked, rows, save_export, save_text

DAY = dt.date(2023, 10, 19)
FIGURES = {
    ("S1", "ONLINE"): (60, 100),
    ("S1", "IN_TIME"): (80, 85),
    ("S1", "OPEN"): (15, None),
    ("S2", "ONLINE"): (10, 50),
    ("S2", "IN_TIME"): (40, 40),
    ("S2", "OPEN"): (10, None),
    ("D1", "ONLINE"): (3, 30),
    ("D1", "IN_TIME"): (20, 30),
    ("D1-1", "ONLINE"): (7, 7),
    ("D1-1", "IN_TIME"): (7, 7),
}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return load_catalog(write_catalogue(TABLES, tmp_path_factory.mktemp("wide") / "catalog"))


def figures(found: Checked) -> dict[tuple[str, str], tuple[Decimal, Decimal | None]]:
    assert not found.problems, list(map(str, found.problems))
    assert {row.as_of for row in found.observations} == {DAY}
    return {row.key: (row.numerator, row.denominator) for row in found.observations}


def test_every_number_of_every_unit_is_taken_with_its_cells(catalog: Catalog, tmp_path: Path) -> None:
    found = checked(catalog, save_export(tmp_path / "bc.xlsx", rows()))
    assert figures(found) == FIGURES
    assert found.warnings == []
    sources = {row.key: row.source for row in found.observations}
    assert sources["S1", "IN_TIME"] == "Export: bc.xlsx, trang “BC”, ô F9 / F9+G9"
    assert sources["D1", "ONLINE"] == "Export: bc.xlsx, trang “BC”, ô E13 / D13"
    assert sources["S2", "OPEN"] == "Export: bc.xlsx, trang “BC”, ô D10-F10-G10"


def without_merged_cells(file: Path) -> Path:
    return save_export(file, rows(), merged=[])


def with_columns_in_another_order(file: Path) -> Path:
    order = [5, 6, 2, 1, 0, 3, 4]
    sheet = [[*row, *[""] * (7 - len(row))] for row in rows()]
    return save_export(file, [[row[column] for column in order] for row in sheet], merged=["F4:G4", "A4:B4"])


def without_numbering_or_line_above(file: Path) -> Path:
    body = [[*row, DAY if isinstance(row[0], int) else ""] for row in BODY]
    headings = [[*HEADINGS[0], "Ngày"], [*HEADINGS[1], ""], [*HEADINGS[2], ""]]
    return save_export(file, [*headings, *body], merged=["D1:E1", "F1:G1"])


def with_totals_first(file: Path) -> Path:
    title = ["I", "Khối sở", "", 150, 70, 120, 5]
    body = [["", "Toàn tỉnh", "", *BODY[7][3:]], title, *BODY[1:3], *BODY[4:7]]
    return save_export(file, [*ABOVE, *HEADINGS, *body], merged=[])


def with_what_stands_below_a_table(file: Path) -> Path:
    below = [[], ["Ghi chú: số liệu đến giờ chốt"], ["", "", "", "", "", "Quảng Trị, ngày 20 tháng 10 năm 2023"]]
    return save_export(file, [*rows(), *below])


def with_numbers_as_text(file: Path) -> Path:
    sheet = rows()
    sheet[8][3], sheet[8][4], sheet[0] = "100", "60,0", ["x"]
    return save_export(file, sheet)


@pytest.mark.parametrize(
    "write",
    [
        without_merged_cells,
        with_columns_in_another_order,
        without_numbering_or_line_above,
        with_totals_first,
        with_what_stands_below_a_table,
        with_numbers_as_text,
    ],
)
def test_the_same_figures_come_from_every_shape_of_the_export(catalog: Catalog, tmp_path: Path, write: Any) -> None:
    found = checked(catalog, write(tmp_path / "bc.xlsx"))
    assert figures(found) == FIGURES
    assert found.warnings == []


@pytest.mark.parametrize(
    "line",
    [
        ["Tính đến ngày", DAY],
        ["Số liệu đến hết ngày 19 tháng 10 năm 2023"],
        ["", "(TỪ NGÀY 01/01/2023 ĐẾN NGÀY 19-10-2023)"],
        ["Đến 19.10.2023", "In ngày 21/10/2023"],
    ],
)
def test_the_day_above_the_headings_is_read_in_many_forms(catalog: Catalog, tmp_path: Path, line: Any) -> None:
    sheet = rows()
    sheet[1] = line
    assert figures(checked(catalog, save_export(tmp_path / "bc.xlsx", sheet))) == FIGURES


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_same_figures_come_from_delimited_text(catalog: Catalog, tmp_path: Path, delimiter: str) -> None:
    found = checked(catalog, save_text(tmp_path / "bc.csv", rows(), delimiter))
    assert figures(found) == FIGURES
    assert next(row.source for row in found.observations if row.key == ("S1", "ONLINE")) == "Export: bc.csv, ô E9 / D9"


def test_a_unit_is_named_with_its_district(catalog: Catalog, tmp_path: Path) -> None:
    headings = [["Huyện", *HEADINGS[0]], ["", *HEADINGS[1]], ["", *HEADINGS[2]]]
    sheet: Rows = [*ABOVE, *headings, ["Huyện Nam", 1, "", "Phường 1", 4, 1, 2, 0]]
    found = checked(catalog, save_export(tmp_path / "bc.xlsx", sheet, merged=["E4:F4", "G4:H4"]))
    assert figures(found) == {("D3-1", "ONLINE"): (1, 4), ("D3-1", "IN_TIME"): (2, 2)}


def test_what_does_not_apply_to_a_unit_is_not_taken(catalog: Catalog, tmp_path: Path) -> None:
    found = checked(catalog, save_export(tmp_path / "bc.xlsx", rows()))
    assert ("D1", "OPEN") not in figures(found)


def test_the_long_form_is_preferred_where_it_has_more_headings(catalog: Catalog, tmp_path: Path) -> None:
    head = ["STT", "Mã đơn vị", "Tên đơn vị", "Mã chỉ tiêu", "Tử số", "Mẫu số", "Ngày số liệu"]
    found = checked(catalog, save_export(tmp_path / "a.xlsx", [head, [1, "S1", "", "ONLINE", 1, 2, DAY]], merged=[]))
    assert figures(found) == {("S1", "ONLINE"): (1, 2)}


def test_a_text_that_is_no_export_is_still_told_the_header(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x;y\n1;2\n", encoding="utf-8")
    assert "unit_id,indicator_id" in str(checked(catalog, tmp_path / "a.csv").problems[0])
