"""Damaged .xls and .ods: a message, never a stack trace or the end of the process, and a copy that can be read."""

from __future__ import annotations

import contextlib
import io
import random
import re
import zipfile
from pathlib import Path

import pytest

from scorecard.intake.cells.problems import Problem
from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.returned_copy.returned_copy import marked_copy
from scorecard.intake.workbooks.workbook import read_workbook
from scorecard.text.workbook_words import MARKS_SHEET
from tests.intake.test_second_look import ods, xls

SEEDS = range(20)
NUMBERS = [b"0", b"-1", b"99999999999", b"4294967296", b"65536", b"1e9", b"300", b"20000"]


def damaged(dice: random.Random, content: bytes) -> bytes:
    if dice.random() < 0.2:
        return content[: dice.randrange(len(content))]
    data = bytearray(content)
    for _ in range(dice.randrange(1, 40)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def with_other_numbers(dice: random.Random, content: bytes) -> bytes:
    """An .ods whose repetitions, values and dates are others."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name in source.namelist():
            text = source.read(name)
            for _ in range(dice.randrange(4) if name == "content.xml" else 0):
                number = dice.choice(re.findall(rb'"\d+"', text))
                text = text.replace(number, b'"' + dice.choice(NUMBERS) + b'"', 1)
            packed.writestr(name, text)
    return target.getvalue()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_damaged_file_ends_in_a_message(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    old, open_document = xls(tmp_path / "a.xls").read_bytes(), ods(tmp_path / "a.ods").read_bytes()
    files = [("a.xls", damaged(dice, old)) for _ in range(20)] + [("a.ods", damaged(dice, open_document))]
    files += [("a.ods", with_other_numbers(dice, open_document)) for _ in range(10)]
    for number, (name, content) in enumerate(files):
        with contextlib.suppress(BadValueError):
            assert read_workbook(content)
        if number % 5 == 0:
            copy = marked_copy(name, content, [Problem(name, 2, "x", "", "y", "Sheet", "D2")], [])
            assert read_workbook(copy)[0].name == MARKS_SHEET
