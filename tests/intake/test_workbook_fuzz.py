"""Damaged and mutated workbooks: no stack trace, no value that is not in the file, nothing changed by a refusal."""

from __future__ import annotations

import datetime as dt
import io
import random
import sys
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.intake.ingest import check_files
from scorecard.intake.returned_copy.returned_copy import marked_copy
from scorecard.intake.taken import Intake
from scorecard.intake.workbooks.workbook import read_workbook
from scorecard.text.workbook_words import MARKS_SHEET
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, district, indicator, unit, write_catalogue

SEEDS = range(60)
HEAD: list[Any] = ["Mã đơn vị", "Mã chỉ tiêu", "Tử số", "Mẫu số", "Ngày số liệu", "Ghi chú"]
DAY = dt.date(2023, 10, 19)
UNITS = ("S1", "D1", "D1-1", "D1-2")
ODD = ["1.234", "-7", "85%", "Së Néi vô", "Sôû", "１２", "", " ", True, DAY, 1e300, "=1+1", "x" * 5000, "#REF!", "S1"]


def rows_of(dice: random.Random) -> list[list[Any]]:
    numbers = [dice.randrange(1000) for _ in UNITS]
    rows = [HEAD, *([code, "I1", number, 1000, DAY, ""] for code, number in zip(UNITS, numbers, strict=True))]
    for _ in range(dice.randrange(4)):
        dice.choice(rows)
        row = dice.randrange(len(rows))
        rows[row] = [dice.choice(ODD) if dice.random() < 0.2 else cell for cell in rows[row]]
    if dice.random() < 0.3:
        order = [dice.randrange(len(HEAD)) for _ in range(8)]  # shuffled, repeated and lost columns
        rows = [[row[column] for column in order] for row in rows]
    if dice.random() < 0.3:
        rows += dice.sample(rows, 2)
    return rows


def workbook(dice: random.Random) -> tuple[bytes, set[Decimal]]:
    book, rows = openpyxl.Workbook(), rows_of(dice)
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    if dice.random() < 0.3:
        book.active.merge_cells("A2:B3")
    stream = io.BytesIO()
    book.save(stream)
    said = {Decimal(cell) for row in rows for cell in row if isinstance(cell, int) and not isinstance(cell, bool)}
    return stream.getvalue(), said | {Decimal(12)}


def repacked(dice: random.Random, content: bytes) -> bytes:
    """The same archive with bytes changed inside one member, so that the damage reaches the readers of XML."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    victim = dice.choice(source.namelist())
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = bytearray(source.read(name))
            for _ in range(5 if name == victim else 0):
                data[dice.randrange(len(data))] = dice.randrange(256)
            archive.writestr(name, bytes(data))
    return target.getvalue()


def damaged(dice: random.Random, content: bytes) -> bytes:
    kind = dice.randrange(3)
    if kind == 0:
        return content[: dice.randrange(len(content))]
    if kind == 1:
        return repacked(dice, content)
    data = bytearray(content)
    for _ in range(dice.randrange(1, 20)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fuzz")
    write_catalogue(catalogue(units=[unit("S1"), *district("D1", 2)], indicators=[indicator("I1")]), folder / "catalog")
    return folder


@pytest.mark.parametrize("seed", SEEDS)
def test_no_workbook_is_misread_or_ends_in_a_stack_trace(folder: Path, seed: int) -> None:
    catalog, file, home = load_catalog(folder / "catalog"), folder / "a.xlsx", folder / "home"
    for turn in range(10):
        dice = random.Random(seed * 1000 + turn)
        content, said = workbook(dice)
        intact = dice.random() < 0.5
        file.write_bytes(content if intact else damaged(dice, content))
        intake = check_files(home, catalog, [file], ReportWeek.parse("2023-W42"), None)
        of_file = [warning for warning in intake.checked.warnings if warning.sha256]
        assert intake.checked.observations or intake.checked.problems or of_file, (seed, turn)
        assert not [p for p in intake.checked.problems if p.file != "a.xlsx" or not p.advice or not str(p)]
        for row in intake.checked.observations if intact else ():
            assert {row.numerator, row.denominator} <= said and row.as_of == DAY, (seed, turn, row)
        if turn % 3 == 0:
            look_at_copy(file.read_bytes(), intake, file, (catalog, home))
    assert not home.exists()


def look_at_copy(content: bytes, intake: Intake, file: Path, place: tuple[Catalog, Path]) -> None:
    """The coloured copy can be read, lists every problem, and says what the file says: nothing more, nothing less."""
    found = intake.checked
    copy = marked_copy(file.name, content, found.problems, found.warnings)
    sheets = read_workbook(copy)
    assert sheets[0].name == MARKS_SHEET
    listed = [row[4] for row in sheets[0].rows if row[0] == "LỖI"]
    assert listed == [problem.advice for problem in found.problems]
    if len(sheets) > 1:
        file.write_bytes(copy)
        again = check_files(place[1], place[0], [file], ReportWeek.parse("2023-W42"), None).checked
        assert again.observations == found.observations
        places = [[(item.sheet, item.cell) for item in one.problems] for one in (again, found)]
        assert places[0] == places[1]


def test_the_count_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(
            f"\nfuzzed workbooks: {len(SEEDS) * 10}, copies: {len(SEEDS) * 4}, seeds {SEEDS.start}-{SEEDS.stop - 1}\n"
        )
