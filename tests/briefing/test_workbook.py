"""The workbook of a week, opened again: typed cells, filters, frozen heads, and no formula from data."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from scorecard.address.parsing import parse_address
from scorecard.address.queries import BriefingQuery
from scorecard.briefing.bundle import make_bundle
from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.briefing.folder import shown_name
from scorecard.briefing.workbook.week_workbook import render_shown
from scorecard.catalog import archived_catalog, load_catalog
from scorecard.lights.edition_opening import open_edition
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.snapshots.warehouse import Warehouse
from scorecard.text.general_words import COLOUR
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import district, target, unit, write_catalogue
from tests.homes.small_home import FIGURES, TABLES, publish_week, small_home

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
        (row["unit_id"], row["indicator_id"]): row for row in pq.read_table(published[0].file("lights")).to_pylist()
    }
    rows = rows_of(book["Số liệu"])
    assert {(row["Mã đơn vị"], row["Mã chỉ số"]) for row in rows} == set(plain)
    for row in rows:
        light = plain[row["Mã đơn vị"], row["Mã chỉ số"]]
        for head, column in (("Tử số", "numerator"), ("Mẫu số", "denominator"), ("Ngưỡng xanh", "green")):
            assert row[head] == (None if light[column] is None else pytest.approx(float(light[column])))
        assert row["Ngày số liệu"] == (light["as_of"] and dt.datetime.combine(light["as_of"], dt.time()))
        if light["status"] in ("green", "red"):
            passes = row["Giá trị"] >= row["Ngưỡng xanh"]
            assert passes == (light["status"] == "green") and row["Giá trị"] == pytest.approx(light["value"], abs=0.1)
        assert row["Căn cứ"] == (light["legal_basis"] or None)


def test_a_row_is_as_high_as_its_longest_text(tmp_path: Path) -> None:
    tables = {**TABLES, "targets": [target(legal_basis="Quyết định số một của cơ quan có thẩm quyền " * 4)]}
    publish_week(tmp_path / "home", load_catalog(write_catalogue(tables, tmp_path / "catalog")), "2023-W42", FIGURES)
    files = make_bundle(read_week(tmp_path / "home", Asked(ReportWeek(2023, 42))), ("xlsx",))
    book = openpyxl.load_workbook(io.BytesIO(next(iter(files.values()))))
    sheet = book["Số liệu"]
    heights = {row[12].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows(min_row=3)}
    assert heights.pop(None) is None and all(height >= 75 for height in heights.values())
    assert book["Đèn theo nhiệm vụ"].row_dimensions[2].height >= 30


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


def asked_for(home: Path, query: dict[str, str]) -> tuple[str, Any]:
    """The workbook of what the overview shows for an address."""
    index = list_snapshots(home)
    edition = open_edition(index, parse_address(query), lambda version: archived_catalog(home, version))
    asked = dataclasses.replace(
        edition,
        address=dataclasses.replace(
            edition.address, query=BriefingQuery(block=edition.address.query.block, only=edition.address.query.only)
        ),
    )
    return shown_name(edition), openpyxl.load_workbook(io.BytesIO(render_shown(asked, Warehouse(home).run)))


def cells(sheet: Any, *names: str) -> set[tuple[Any, ...]]:
    return {tuple(row[name] for name in names) for row in rows_of(sheet)}


@pytest.mark.parametrize("only", [False, True])
@pytest.mark.parametrize("block", ["all", "department", "district:D1"])
def test_what_is_on_screen_is_what_the_filters_leave(tmp_path: Path, block: str, only: bool) -> None:
    home = small_home(tmp_path)
    name, book = asked_for(home, {"block": block} | ({"only": "red_amber"} if only else {}))
    assert name == f"bang-den-2023-W42-r2-{block.replace(':', '-')}{'-do-vang' if only else ''}.xlsx"
    heads = {"all": ["S1", "S2", "D1", "D2"], "department": ["S1", "S2"], "district:D1": ["D1", "D1-1", "D1-2", "D1-3"]}
    units = {*heads[block], *(["D1-1", "D1-2", "D1-3"] if block == "all" and not only else [])}
    snapshot = list_snapshots(home).get(ReportWeek(2023, 42), None)
    for table, sheet, keys in (
        ("task_lights", "Đèn theo nhiệm vụ", ("task_no", "Nhiệm vụ")),
        ("lights", "Số liệu", ("indicator_id", "Mã chỉ số")),
    ):
        plain = pq.read_table(snapshot.file(table)).to_pylist()
        shown = [row for row in plain if row["unit_id"] in units and (not only or row["status"] in ("red", "amber"))]
        assert cells(book[sheet], "Mã đơn vị", keys[1]) == {(row["unit_id"], row[keys[0]]) for row in shown}
    colours = {cell.value for row in book["Bảng đèn"].iter_rows(min_row=3, min_col=2, max_col=3) for cell in row}
    assert colours <= ({"đỏ", "vàng", None} if only else {*COLOUR.values(), None})


def test_the_origin_names_the_filters(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    facts = []
    for query in ({}, {"block": "district:D1", "only": "red_amber"}):
        book = asked_for(home, query)[1]
        origin = {row["Mục"]: row["Nội dung"] for row in rows_of(book["Nguồn gốc"])}
        facts.append((origin["Phạm vi"], origin["Bộ lọc"], origin["Tệp gồm"]))
    assert facts == [
        ("Tất cả đơn vị", "không lọc", "toàn bộ số liệu của 7 đơn vị trong tuần"),
        ("Toàn địa bàn unit D1", "Chỉ đỏ và vàng", "phần đang xem: 4 đơn vị"),
    ]


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
