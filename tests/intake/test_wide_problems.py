"""What is wrong in an export is named once, with its cell; a total that does not fit is a warning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.intake.cells.problems import Problem
from scorecard.intake.exports.export_headings import find_mapping
from scorecard.intake.returned_copy.returned_copy import marked_copy
from scorecard.intake.workbooks.workbook import read_workbook
from tests.catalogs.catalogue_rows import write_catalogue
from tests.intake.exports import ABOVE, BODY, HEADINGS, TABLES, Rows, checked, rows, save_export, save_text


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return load_catalog(write_catalogue(TABLES, tmp_path_factory.mktemp("wide") / "catalog"))


# row and column (from 1) of a cell, what is written there, the cell a problem names, a word of it
PROBLEMS: list[tuple[int, int, Any, str, str]] = [
    (9, 4, "1.234", "D9", "1,234"),
    (9, 5, "", "E9", "Hãy ghi một số"),
    (9, 7, "", "G9", "tổng hoặc hiệu"),
    (9, 6, -5, "F9", "âm"),
    (9, 7, -5, "G9", "âm"),
    (9, 5, 101, "E9", "Tử số lớn hơn"),
    (9, 6, 200, "D9", "âm"),
    (9, 2, "S9", "B9", "mã này"),
    (9, 3, "Sở Y tế", "B9", "Mã đơn vị là của"),
    (10, 3, "Sở Y tá", "C10", "tên này"),
    (13, 2, "", "B13", "tên này"),
    (2, 1, "Đến ngày 21/10/2023", "A2", "ngày chốt"),
    (2, 1, "Tính đến ngày 31/02/2023", "A2", "ngày/tháng"),
    (2, 1, "Đến ngày 18/10/2023, cập nhật đến ngày 19/10/2023", "A2", "hai ngày"),
    (2, 1, "Ngày in 20/10/2023", "A6", "Tính đến ngày"),
]


@pytest.mark.parametrize(("row", "column", "value", "cell", "named"), PROBLEMS)
def test_a_problem_names_its_cell_once(
    catalog: Catalog, tmp_path: Path, row: int, column: int, value: Any, cell: str, named: str
) -> None:
    sheet = rows()
    sheet[row - 1][column - 1] = value
    merged = ["D4:E4", "F4:G4"]
    for file in (save_export(tmp_path / "bc.xlsx", sheet, merged), save_text(tmp_path / "bc.csv", sheet)):
        problems: list[Problem] = checked(catalog, file).problems
        assert [(item.cell, named in item.advice) for item in problems] == [(cell, True)], list(map(str, problems))
        assert f"{file.name}, " in str(problems[0]) and f"ô {cell}:" in str(problems[0])


def test_a_total_that_is_not_the_sum_of_its_block_is_a_warning(catalog: Catalog, tmp_path: Path) -> None:
    sheet = rows()
    sheet[10][4], sheet[14][6] = 71, 16
    found = checked(catalog, save_export(tmp_path / "bc.xlsx", sheet))
    assert not found.problems and len(found.observations) == 10
    assert [(item.cell, item.found) for item in found.warnings] == [("E11", "71"), ("G15", "16")]
    assert "(70)" in found.warnings[0].advice and "(15)" in found.warnings[1].advice


def test_a_unit_nobody_knows_is_no_title(catalog: Catalog, tmp_path: Path) -> None:
    sheet: Rows = [*ABOVE, *HEADINGS, BODY[1], ["II", "", "Sở Mới", 9, 1, 1, 1]]
    found = checked(catalog, save_export(tmp_path / "bc.xlsx", sheet, merged=["D4:E4", "F4:G4"]))
    assert [item.cell for item in found.problems] == ["C8"]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("Quá hạn", "Trễ hạn", "Đã giải quyết > Quá hạn"),
        ("Trực tuyến", "Qua mạng", "Tiếp nhận > Trong đó > Trực tuyến"),
        ("Quá hạn", "Đúng hạn", "F6"),
    ],
)
def test_a_heading_that_is_missing_or_there_twice_is_named(
    catalog: Catalog, tmp_path: Path, old: str, new: str, named: str
) -> None:
    sheet = [[new if cell == old else cell for cell in row] for row in rows()]
    found = checked(catalog, save_export(tmp_path / "bc.xlsx", sheet))
    assert not found.observations and any(named in str(item) for item in found.problems)


def test_an_export_without_a_unit_column_or_rows_is_refused(catalog: Catalog, tmp_path: Path) -> None:
    sheet = [["" if cell in ("Mã đơn vị", "Tên đơn vị") else cell for cell in row] for row in rows()]
    assert "Mã đơn vị" in str(checked(catalog, save_export(tmp_path / "a.xlsx", sheet)).problems[0])
    found = checked(catalog, save_export(tmp_path / "b.xlsx", [*ABOVE, *HEADINGS], merged=["D4:E4", "F4:G4"]))
    assert "“BC”" in str(found.problems[0])


class Counted(tuple[Any, ...]):
    """Merged ranges that count how many of them were looked at."""

    looked_at = 0

    def __iter__(self) -> Iterator[Any]:
        for item in super().__iter__():
            self.looked_at += 1
            yield item


def test_merged_ranges_that_cover_more_cells_than_there_are_are_not_followed(catalog: Catalog, tmp_path: Path) -> None:
    (sheet,) = read_workbook(save_export(tmp_path / "bc.xlsx", rows()).read_bytes())
    hostile = Counted([((0, 0), (10**6, 10**4))] * 10_000)
    assert find_mapping(replace(sheet, merged=hostile), catalog.columns) is None
    assert hostile.looked_at <= 2


@pytest.mark.parametrize("write", [save_export, save_text])
def test_the_coloured_copy_of_an_export_can_be_corrected_and_sent(catalog: Catalog, tmp_path: Path, write: Any) -> None:
    sheet = rows()
    sheet[8][3], sheet[0][0] = "1.234", "Báo cáo\ncủa tỉnh"
    file = write(tmp_path / ("bc.xlsx" if write is save_export else "bc.csv"), sheet)
    found = checked(catalog, file)
    (tmp_path / "copy.xlsx").write_bytes(
        marked_copy(file.name, file.read_bytes(), found.problems, found.warnings, catalog.columns)
    )
    book = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    cell = book["BC" if write is save_export else "Số liệu"]["D9"]
    assert cell.value == "1.234" and cell.comment and "1,234" in cell.comment.text
    cell.value = 1234
    book.save(tmp_path / "copy.xlsx")
    again = checked(catalog, tmp_path / "copy.xlsx")
    assert not again.problems and len(again.observations) == 10
