"""The same export in every format: .xls and .ods from LibreOffice, .xlsm with a macro part, which nothing runs.

files/export.xls and files/export.ods were saved once by LibreOffice 7.4 from `save_export(file, rows())` of
tests/exports.py, merged cells and all, as an office would save them. Whoever changes those rows saves them again.
"""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.intake.workbooks.workbook import read_workbook
from tests.catalogs.catalogue_rows import write_catalogue
from tests.intake.exports import MERGED, TABLES, checked, rows, save_export

FILES = Path(__file__).parent / "files"
MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return load_catalog(write_catalogue(TABLES, tmp_path_factory.mktemp("formats") / "catalog"))


def with_macros(workbook: bytes) -> bytes:
    """The workbook as Excel saves one with macros: another content type, and a part that holds them."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name).replace(PLAIN, MACROS))
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 never opened")
    return target.getvalue()


def written(suffix: str, folder: Path) -> Path:
    file = folder / f"bc{suffix}"
    plain = save_export(folder / "plain.xlsx", rows())
    if suffix == ".xlsm":
        file.write_bytes(with_macros(plain.read_bytes()))
    else:
        shutil.copy(FILES / f"export{suffix}" if suffix != ".xlsx" else plain, file)
    return file


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".xlsm"])
def test_every_format_gives_the_same_observations(catalog: Catalog, tmp_path: Path, suffix: str) -> None:
    wanted, found = (checked(catalog, written(kind, tmp_path)) for kind in (".xlsx", suffix))
    assert not found.problems and not found.warnings, list(map(str, found.problems))
    assert len(found.observations) == 10
    same = [(*row.key, row.as_of, row.numerator, row.denominator) for row in wanted.observations]
    assert [(*row.key, row.as_of, row.numerator, row.denominator) for row in found.observations] == same
    renamed = [row.source.replace("bc.xlsx", f"bc{suffix}") for row in wanted.observations]
    assert [row.source for row in found.observations] == renamed


def test_merged_cells_are_known_where_the_format_tells_them(tmp_path: Path) -> None:
    merged = {kind: read_workbook(written(kind, tmp_path).read_bytes())[0].merged for kind in (".xlsx", ".xls", ".ods")}
    assert merged[".ods"] is None
    assert len(merged[".xlsx"] or ()) == len(MERGED)
    assert set(merged[".xls"] or ()) == set(merged[".xlsx"] or ())
