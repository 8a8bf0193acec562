"""What a workbook may cost: what is too large or tricky is refused before a reader opens it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.workbooks import cost_limits as limits
from scorecard.intake.workbooks.workbook import read_workbook
from tests.intake.books import GOOD, HEAD, saved
from tests.intake.formats import packed_ods

SHEET = "xl/worksheets/sheet1.xml"
ODS = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="A"><table:table-row>'
    '<table:table-cell office:value-type="float" office:value="12.5"><text:p>12,5</text:p></table:table-cell>'
    '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
)


def changed(content: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, change(source.read(name)) if name == member else source.read(name))
    return target.getvalue()


CASES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a bomb": (lambda xml: xml + b" " * 40_000_000, "giải nén"),
    "an entity": (lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]>' + xml, "XML"),
    "a far row": (lambda xml: xml.replace(b'r="A2"', b'r="A1048576"'), "A1048576"),
    "a far column": (lambda xml: xml.replace(b'r="A2"', b'r="XFD2"'), "XFD2"),
    "an unknown encoding": (lambda xml: b'<?xml version="1.0" encoding="UTF-6"?>' + xml, "không mở được"),
    "no XML": (lambda _: b"<a", "không mở được"),
}


@pytest.mark.parametrize(("change", "named"), CASES.values(), ids=CASES)
def test_a_costly_workbook_is_refused(tmp_path: Path, change: Callable[[bytes], bytes], named: str) -> None:
    content = saved(tmp_path / "a.xlsx", [HEAD, GOOD]).read_bytes()
    assert read_workbook(content)
    with pytest.raises(BadValueError, match=named):
        read_workbook(changed(content, SHEET, change))


def test_a_file_over_the_size_is_refused_unread() -> None:
    with pytest.raises(BadValueError, match="20 MB"):
        limits.refuse_costly(b"x" * (limits.MOST_BYTES + 1))


def test_an_ods_gives_typed_cells() -> None:
    (sheet,) = read_workbook(packed_ods(ODS))
    assert (sheet.name, sheet.rows) == ("A", ((12.5, "x"),))


@pytest.mark.parametrize("where", ["row", "cell"])
def test_an_ods_that_repeats_a_value_a_million_times_is_refused(where: str) -> None:
    kind = "rows" if where == "row" else "columns"
    repeated = ODS.replace(f"<table:table-{where}", f'<table:table-{where} table:number-{kind}-repeated="1000000"', 1)
    with pytest.raises(BadValueError):
        read_workbook(packed_ods(repeated))


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_columns_are_numbered_as_a_spreadsheet_does(number: int, letters: str) -> None:
    assert (limits.column_letters(number), limits.column_number(letters)) == (letters, number)
