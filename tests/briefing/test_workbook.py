"""The workbook of a week, opened again: typed cells, filters, frozen heads, and no formula from data."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from scorecard.briefing.bundle import make_bundle
from scorecard.briefing.reading import Asked, read_week
from scorecard.catalog import load_catalog
from scorecard.snapshots import Snapshot
from scorecard.weeks import ReportWeek
from tests.catalogs import district, unit, write_catalogue
from tests.small_home import FIGURES, TABLES, publish_week

EVIL = '=HYPERLINK("http://x","y")'


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Snapshot, bytes]:
    folder = tmp_path_factory.mktemp("book")
    units = [unit("S1", name=EVIL), unit("S2", name="@sum", short_name="@s"), *district("D1", 3), *district("D2", 0)]
    catalog = load_catalog(write_catalogue({**TABLES, "units": units}, folder / "catalog"))
    snapshot = publish_week(folder / "home", catalog, "2023-W42", FIGURES, synthetic=True)
    files = make_bundle(read_week(folder / "home", Asked(ReportWeek(2023, 42))), ("xlsx",))
    return snapshot, next(content for name, content in files.items() if name.endswith(".xlsx"))


@pytest.fixture
def book(published: tuple[Snapshot, bytes]) -> Any:
    return openpyxl.load_workbook(io.BytesIO(published[1]))


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    heads = [cell.value for cell in sheet[2]]
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=3)]


def test_there_are_four_sheets_with_frozen_heads_filters_and_a4_printing(book: Any) -> None:
    assert book.sheetnames == ["Bảng đèn", "Đèn theo nhiệm vụ", "Số liệu", "Nguồn gốc"]
    for sheet in book:
        assert sheet.freeze_panes == "B3"
        assert sheet.auto_filter.ref.startswith("A2:")
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
        assert sheet.print_area and sheet.print_title_rows == "$1:$2"


def test_figures_are_numbers_and_dates_as_published(published: tuple[Snapshot, bytes], book: Any) -> None:
    plain = {
        (row["unit_id"], row["indicator_id"]): row
        for row in pq.read_table(published[0].file("lights")).to_pylist()
        if "-" not in row["unit_id"]
    }
    rows = rows_of(book["Số liệu"])
    assert {(row["Mã đơn vị"], row["Mã chỉ số"]) for row in rows} == set(plain)
    for row in rows:
        light = plain[row["Mã đơn vị"], row["Mã chỉ số"]]
        for head, column in (("Tử số", "numerator"), ("Mẫu số", "denominator"), ("Ngưỡng xanh", "green")):
            assert row[head] == (None if light[column] is None else pytest.approx(float(light[column])))
        assert row["Ngày số liệu"] == (light["as_of"] and dt.datetime.combine(light["as_of"], dt.time()))
        assert row["Căn cứ"] == (light["legal_basis"] or None)


def test_a_light_is_a_word_and_a_colour(book: Any) -> None:
    fills = {row[4].value: row[4].fill.start_color.rgb for row in book["Đèn theo nhiệm vụ"].iter_rows(min_row=3)}
    assert fills["đỏ"] == "FFC62828" and fills["xanh"] == "FFCFE9D6" and fills["vàng"] == "FFFFD266"


def test_nothing_from_data_is_a_formula_or_a_link(published: tuple[Snapshot, bytes], book: Any) -> None:
    names = {cell.value: cell.data_type for row in book["Đèn theo nhiệm vụ"].iter_rows() for cell in row}
    assert names[EVIL] == "s" and names["@sum"] == "s"
    packed = zipfile.ZipFile(io.BytesIO(published[1]))
    sheets = [packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/")]
    assert len(sheets) >= 4
    assert all(b"<f>" not in sheet and b"<hyperlink" not in sheet for sheet in sheets)


def test_invented_figures_are_marked_on_every_sheet(book: Any) -> None:
    for sheet in book:
        assert "SỐ LIỆU MÔ PHỎNG" in sheet["A1"].value
        assert "SỐ LIỆU MÔ PHỎNG" in sheet.oddFooter.left.text


def test_the_origin_names_snapshot_and_rules(published: tuple[Snapshot, bytes], book: Any) -> None:
    facts = {row["Mục"]: row["Nội dung"] for row in rows_of(book["Nguồn gốc"])}
    snapshot = published[0]
    assert facts["Mã băm của bản công bố (SHA-256)"] == snapshot.hash
    assert facts["Phiên bản quy tắc"] == snapshot.manifest.rules_version
    assert facts["SHA-256 của lights.parquet"] == snapshot.manifest.files["lights.parquet"].sha256


def test_members_are_sorted_and_have_one_date(published: tuple[Snapshot, bytes]) -> None:
    members = zipfile.ZipFile(io.BytesIO(published[1])).infolist()
    names = [member.filename for member in members]
    assert names[0] == "[Content_Types].xml" and names[1:] == sorted(names[1:])
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
