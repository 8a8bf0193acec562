"""A small catalogue with names that can be mistaken, and workbooks to send to `ingest`."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

import openpyxl

from tests.catalogs.catalogue_rows import catalogue, district, indicator, unit
from tests.cli.command_line import Ran, Scorecard

TABLES = catalogue(
    units=[
        unit("S1", name="Sở Nội vụ"),
        *district("D1", 1),
        unit("D2", "district", name="Thị xã Bình Minh"),
        unit("D2-1", "commune", "D2", name="Phường 1", short_name="Phường 1"),
        unit("D3", "district", name="Huyện Đông"),
        unit("D3-1", "commune", "D3", name="Phường 1", short_name="Phường 1"),
    ],
    indicators=[indicator("I1"), indicator("I2", measure="count")],
    unit_aliases=[{"unit_id": "D3", "alias": "Đông", "note": ""}],
)
HEAD = ["Mã đơn vị", "Tên đơn vị", "Mã chỉ tiêu", "Tử số", "Mẫu số", "Ngày số liệu", "Ghi chú"]
GOOD = ["S1", "", "I1", 1, 2, dt.date(2023, 10, 19), ""]


def saved(file: Path, rows: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file


def ingest(scorecard: Scorecard, file: Path, *options: str) -> Ran:
    return scorecard("ingest", file, "--week", "2023-W42", *options)


def published(scorecard: Scorecard) -> list[tuple[Any, ...]]:
    ran = scorecard("lights", "--week", "2023-W42", "--level", "indicator", "--format", "csv")
    rows = csv.DictReader(io.StringIO(ran.out))
    return [
        tuple(row[name] for name in ("unit_id", "indicator_id", "as_of", "numerator", "denominator")) for row in rows
    ]
