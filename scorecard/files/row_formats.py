"""Rows on standard output: as a table to read, as JSON or CSV for programs."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import simplejson

from scorecard.format import ABSENT

Row = dict[str, Any]


def json_rows(rows: Iterable[Row]) -> str:
    """A JSON array, one object a line; decimals as exact JSON numbers, dates ISO, absent values null."""
    lines = (simplejson.dumps(_plain(row), ensure_ascii=False, use_decimal=True) for row in rows)
    body = ",\n".join(lines)
    return f"[\n{body}\n]" if body else "[]"


def json_object(value: Row) -> str:
    """One JSON object, indented."""
    return simplejson.dumps(_plain(value), ensure_ascii=False, use_decimal=True, indent=1)


def csv_rows(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """CSV with a header; lists joined by `;`, absent values blank, numbers with `.`."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue().rstrip("\n")


def csv_file(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    """The same as a file that a spreadsheet opens with its letters whole: a byte order mark, CRLF."""
    return ("\ufeff" + csv_rows(rows, columns) + "\n").replace("\n", "\r\n").encode()


def table_rows(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """Columns padded to their widest cell; an absent value is a dash."""
    cells = [[*columns], *([str(_cell(row[name])) or ABSENT for name in columns] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        # 1204.000 is the number 1204; normalize() would write 1.2E+3.
        return int(value) if value == value.to_integral_value() else value.normalize()
    return value.isoformat() if isinstance(value, dt.date) else value


def _cell(value: Any) -> Any:
    plain = _plain(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, list):
        plain = ";".join(map(str, plain))
    if isinstance(plain, Decimal):
        return f"{plain:f}"
    # What starts a formula in a spreadsheet is data here.
    return f"'{plain}" if isinstance(plain, str) and plain[:1] in "=+-@\t\r" and plain else plain
