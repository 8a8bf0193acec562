"""Workbooks in formats openpyxl does not write."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any, Literal, overload
from xml.sax.saxutils import escape

_HEAD = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
_TAIL = "</office:spreadsheet></office:body></office:document-content>"
_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


@overload
def ods_of(name: str, rows: list[list[Any]]) -> bytes: ...
@overload
def ods_of(name: str, rows: list[list[Any]], *, packed: Literal[False]) -> str: ...
def ods_of(name: str, rows: list[list[Any]], *, packed: bool = True) -> bytes | str:
    """An .ods of one sheet, or its content.xml."""
    lines = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    content = f'{_HEAD}<table:table table:name="{name}">{lines}</table:table>{_TAIL}'
    return packed_ods(content) if packed else content


def packed_ods(content: str) -> bytes:
    """An .ods with this content.xml."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", content)
    return target.getvalue()


def _cell(value: Any) -> str:
    shown = f"<text:p>{escape(str(value))}</text:p>"
    if isinstance(value, dt.date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}>{shown}</table:table-cell>" if value != "" else "<table:table-cell/>"
