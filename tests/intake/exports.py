"""An export of a foreign system as tests send it: headings of three levels, blocks, totals, a line with the day."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl

from scorecard.catalog import Catalog
from scorecard.intake.checks import Checked
from scorecard.intake.ingest import check_files
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, district, indicator, mapped, target, unit

Rows = list[list[Any]]
TABLES = catalogue(
    units=[
        unit("S1", name="Sở Nội vụ"),
        unit("S2", name="Sở Y tế"),
        *district("D1", 2),
        unit("D2", "district", name="Huyện Bắc"),
        unit("D2-1", "commune", "D2", name="Phường 1", short_name="Phường 1"),
        unit("D3", "district", name="Huyện Nam"),
        unit("D3-1", "commune", "D3", name="Phường 1", short_name="Phường 1"),
    ],
    indicators=[
        indicator("ONLINE"),
        indicator("IN_TIME"),
        indicator("OPEN", measure="count", applies_to="department"),
    ],
    targets=[target(indicator_id="ONLINE")],
    columns=[
        mapped("STT", "ignored"),
        mapped("Mã đơn vị", "unit_id"),
        mapped("Tên đơn vị", "unit_name"),
        mapped("Huyện", "parent_name"),
        mapped("Ngày", "as_of"),
        mapped("Tiếp nhận > Tổng số", "denominator", "ONLINE"),
        mapped("Tiếp nhận > Trong đó > Trực tuyến", "numerator", "ONLINE"),
        mapped("Đã giải quyết > Đúng hạn", "numerator", "IN_TIME"),
        mapped("Đã giải quyết > Đúng hạn", "denominator", "IN_TIME"),
        mapped("Đã giải quyết > Quá hạn", "denominator", "IN_TIME", operation="add"),
        mapped("Tiếp nhận > Tổng số", "numerator", "OPEN"),
        mapped("Đã giải quyết > Đúng hạn", "numerator", "OPEN", operation="subtract"),
        mapped("Đã giải quyết > Quá hạn", "numerator", "OPEN", operation="subtract"),
    ],
)
ABOVE: Rows = [["BÁO CÁO TÌNH HÌNH", "", "", "", "", "", ""], ["Từ ngày 01/01/2023 đến ngày 19/10/2023"], []]
HEADINGS: Rows = [
    ["STT", "Mã đơn vị", "Tên đơn vị", "Tiếp nhận", "", "Đã giải quyết", ""],
    ["", "", "", "Tổng số", "Trong đó", "Đúng hạn", "Quá hạn"],
    ["", "", "", "", "Trực tuyến", "", ""],
]
NUMBERING = ["A", "B", "C", 1, 2, 3, 4]
BODY: Rows = [
    ["I", "Cấp sở", "", "", "", "", ""],
    [1, "S1", "Sở Nội vụ", 100, 60, 80, 5],
    [2, "", "sở  y tế", 50, 10, 40, 0],
    ["", "Cộng", "", 150, 70, 120, 5],
    ["II. UBND cấp huyện", "", "", "", "", "", ""],
    [1, "D1", "", 30, 3, 20, 10],
    [2, "D1-1", "", 7, 7, 7, 0],
    ["Tổng cộng", "", "", 187, 80, 147, 15],
]
# first row of the headings in the sheet, from 1; merged ranges from there, as openpyxl writes them
MERGED = ["A4:A6", "B4:B6", "C4:C6", "D4:E4", "F4:G4", "D5:D6", "F5:F6", "G5:G6", "A1:G1", "A12:G12", "A15:C15"]


def rows() -> Rows:
    """The whole sheet; a copy that may be changed. The headings stand in rows 4 to 6, S1 in row 9."""
    return [list(row) for row in [*ABOVE, *HEADINGS, NUMBERING, *BODY]]


def save_export(file: Path, sheet: Rows, merged: list[str] | None = None) -> Path:
    """Write a sheet called BC, with merged cells."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "BC"
    for row in sheet:
        book.active.append(row)
    for place in MERGED if merged is None else merged:
        book.active.merge_cells(place)
    book.save(file)
    return file


def save_text(file: Path, sheet: Rows, delimiter: str = ";") -> Path:
    """Write the rows as delimited text with a BOM, as spreadsheets do."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(sheet)
    return file


def checked(catalog: Catalog, file: Path) -> Checked:
    """What `ingest` finds in a file for the week 2023-W42, without what it says of the set of files as a whole."""
    found = check_files(file.parent / "home", catalog, [file], ReportWeek.parse("2023-W42"), None).checked
    return replace(found, warnings=[item for item in found.warnings if item.sha256])
