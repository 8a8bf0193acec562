"""Values of workbook cells: the Vietnamese way where it means one thing, else not at all."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from scorecard.intake.cells.cell_values import date_text, number_text
from scorecard.intake.cells.strict_values import BadValueError


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (" 1 234 ", "1234"),
        ("1\u00a0234", "1234"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("12,5", "12.5"),
        ("１２", "12"),
        (0.1 + 0.2, "0.300000000000000"),
        (3.0, "3"),
        (1e-7, "0.0000001"),
    ],
)
def test_a_number_that_means_one_thing_is_read(cell: Any, text: str) -> None:
    assert float(number_text(cell)) == float(text) and "e" not in number_text(cell).lower()


@pytest.mark.parametrize(
    "cell", ["1.234", "1,234", "12,5%", "", "1e3", "1.23", "1,2,3", "1 23", "²", float("nan"), 1e16]
)
def test_a_number_that_may_mean_two_things_is_not_read(cell: Any) -> None:
    with pytest.raises(BadValueError):
        number_text(cell)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("03/04/2023", "2023-04-03"),
        ("3-4-2023", "2023-04-03"),
        ("Ngày 3 tháng 4 năm 2023", "2023-04-03"),
        (dt.datetime.fromisoformat("2023-04-03T15:00"), "2023-04-03"),
        ("2023-04-03", "2023-04-03"),
    ],
)
def test_a_date_is_day_before_month(cell: Any, day: str) -> None:
    assert date_text(cell) == day
