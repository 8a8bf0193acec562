"""Exports of other systems have coloured copies too: the bad cell is marked, and mended the copy is the same export."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from scorecard.catalog import load_catalog
from scorecard.intake.returned_copy.returned_copy import marked_copy
from tests.catalogs.catalogue_rows import write_catalogue
from tests.intake.exports import TABLES, checked, rows, save_export, save_text


@pytest.mark.parametrize("delimiter", [",", ";", "\t", ""])
def test_the_copy_of_an_export_marks_its_cell_and_goes_in_again(tmp_path: Path, delimiter: str) -> None:
    catalog = load_catalog(write_catalogue(TABLES, tmp_path / "catalog"))
    sheet = rows()
    sheet[8][3] = "1.234"
    bad = save_text(tmp_path / "bc.csv", sheet, delimiter) if delimiter else save_export(tmp_path / "bc.xlsx", sheet)
    found = checked(catalog, bad)
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(marked_copy(bad.name, bad.read_bytes(), found.problems, found.warnings, catalog.columns))
    assert [(item.cell, item.advice) for item in checked(catalog, copy).problems] == [("D9", found.problems[0].advice)]
    book = openpyxl.load_workbook(io.BytesIO(copy.read_bytes()))
    comments = {cell.coordinate: cell.comment for row in book.worksheets[1].iter_rows() for cell in row if cell.comment}
    assert set(comments) == {"D9"} and "1.234" in comments["D9"].text
    book.worksheets[1]["D9"] = 100
    book.save(copy)
    mended, whole = checked(catalog, copy), checked(catalog, save_export(tmp_path / "whole.xlsx", rows()))
    assert not mended.problems and mended.observations
    assert [item.key for item in mended.observations] == [item.key for item in whole.observations]
    assert [(item.numerator, item.denominator) for item in mended.observations] == [
        (item.numerator, item.denominator) for item in whole.observations
    ]


def test_a_text_is_split_in_its_copy_as_it_was_when_it_was_checked(tmp_path: Path) -> None:
    catalog = load_catalog(write_catalogue(TABLES, tmp_path / "catalog"))
    sheet = rows()
    for row in sheet[7:]:
        row[0] = f"{row[0]},,,,,,,,"  # more commas than semicolons
    sheet[8][3] = "1.234"
    bad = save_text(tmp_path / "bc.csv", sheet, ";")
    found = checked(catalog, bad)
    copy = marked_copy(bad.name, bad.read_bytes(), found.problems, found.warnings, catalog.columns)
    assert [item.cell for item in found.problems] == ["D9"]
    assert openpyxl.load_workbook(io.BytesIO(copy)).worksheets[1]["D9"].value == "1.234"
