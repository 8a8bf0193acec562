"""Exports with anything in them: never a stack trace, never a number that its own cells do not say."""

from __future__ import annotations

import datetime as dt
import random
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import load_catalog
from scorecard.intake.ingest import check_files
from scorecard.intake.workbooks.cost_limits import column_number
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import write_catalogue
from tests.intake.exports import MERGED, TABLES, Rows, rows, save_export, save_text
from tests.intake.test_workbook_fuzz import damaged

SEEDS = range(40)
ODD: list[Any] = [
    "1.234", "-7", -7, "85%", "Së Néi vô", "１２", "", " ", True, dt.date(2023, 10, 19), 1e300, "=1+1", "x" * 5000,
    "#REF!",
    "S1", "Tổng cộng", "II", "Cộng", "Tổng số", "Mã đơn vị", "Đến ngày 18/10/2023", "Quá hạn", 7, 0, "1;2", 'a"b',
    "\n",
]  # fmt: skip
READ = {"１２": Decimal(12)}


def mutated(dice: random.Random) -> Rows:
    sheet = rows()
    for _ in range(dice.randrange(6)):
        row = dice.choice(sheet)
        if row:
            row[dice.randrange(len(row))] = dice.choice(ODD)
    if dice.random() < 0.3:
        order = [dice.randrange(7) if dice.random() < 0.1 else column for column in range(7)]
        dice.shuffle(order)
        sheet = [[([*row, *[""] * 7])[column] for column in order] for row in sheet]
    if dice.random() < 0.3:
        place = dice.randrange(len(sheet))
        sheet.insert(place, list(dice.choice(sheet)))
    if dice.random() < 0.2:
        del sheet[dice.randrange(len(sheet))]
    return sheet


def said(sheet: Rows, cell: str) -> Decimal:
    letters, number = re.fullmatch(r"([A-Z]+)([0-9]+)", cell).groups()  # type: ignore[union-attr]
    value = sheet[int(number) - 1][column_number(letters) - 1]
    assert not isinstance(value, bool)
    return Decimal(value) if isinstance(value, int) else READ[value]


def evaluated(sheet: Rows, formula: str) -> Decimal:
    terms = re.findall(r"([+-]?)([A-Z]+[0-9]+)", formula)
    return sum((-said(sheet, cell) if sign == "-" else said(sheet, cell) for sign, cell in terms), Decimal(0))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fuzz")
    write_catalogue(TABLES, folder / "catalog")
    return folder


@pytest.mark.parametrize("seed", SEEDS)
def test_no_export_is_misread_or_ends_in_a_stack_trace(folder: Path, seed: int) -> None:
    catalog, home = load_catalog(folder / "catalog"), folder / "home"
    for turn in range(10):
        dice = random.Random(seed * 1000 + turn)
        sheet, intact = mutated(dice), dice.random() < 0.7
        if dice.random() < 0.5:
            file = save_text(folder / "a.csv", sheet, dice.choice(",;\t"))
        else:
            file = save_export(folder / "a.xlsx", sheet, dice.sample(MERGED, 4))
        if not intact:
            file.write_bytes(damaged(dice, file.read_bytes()) if file.suffix == ".xlsx" else file.read_bytes()[:-9:2])
        found = check_files(home, catalog, [file], ReportWeek.parse("2023-W42"), None).checked
        assert found.observations or found.problems, (seed, turn)
        assert not [p for p in found.problems if p.file != file.name or not p.advice or not str(p)]
        for row in found.observations if intact else ():
            above, _, below = row.source.split(" ô ")[1].partition(" / ")
            assert row.numerator == evaluated(sheet, above), (seed, turn, row)
            assert row.denominator is None or row.denominator == evaluated(sheet, below), (seed, turn, row)
    assert not home.exists()


def test_the_count_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\nfuzzed exports: {len(SEEDS) * 10}, seeds {SEEDS.start}-{SEEDS.stop - 1}\n")
