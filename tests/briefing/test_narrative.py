"""The sentences of a briefing, by tables; and that no number stands in them that was not given."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.briefing.content.narrative import say_change, say_headline
from scorecard.lights.matrix_view import Count

MOMENT = dt.datetime(2023, 10, 20, 17, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def counts(red: tuple[int, int | None], amber: tuple[int, int | None]) -> tuple[Count, ...]:
    return (Count("red", *red), Count("amber", *amber), Count("green", 1175, 0), Count("missing", 16, None))


@pytest.mark.parametrize(
    ("red", "amber", "sentence"),
    [
        ((26, 4), (65, -2), "So với tuần trước, số đèn đỏ tăng 4 và số đèn vàng giảm 2."),
        ((26, 0), (65, -1), "So với tuần trước, số đèn đỏ không đổi và số đèn vàng giảm 1."),
        ((26, -1200), (0, 0), "So với tuần trước, số đèn đỏ giảm 1.200 và số đèn vàng không đổi."),
        ((26, 0), (65, 0), "Số đèn đỏ và vàng không thay đổi so với tuần trước."),
        ((26, None), (65, None), ""),
    ],
)
def test_rise_and_fall_are_said_with_the_right_word(
    red: tuple[int, int | None], amber: tuple[int, int | None], sentence: str
) -> None:
    assert say_change(counts(red, amber)) == sentence


def test_the_headline_says_when_who_and_how_many() -> None:
    assert say_headline(MOMENT, "30 đơn vị", counts((26, 4), (65, -2)), "Chưa có tuần trước.") == (
        "Tính đến 17 giờ 00 ngày 20/10/2023, 30 đơn vị có 26 đèn đỏ, 65 đèn vàng, 1.175 đèn xanh và 16 đèn thiếu "
        "số liệu. So với tuần trước, số đèn đỏ tăng 4 và số đèn vàng giảm 2."
    )


def test_a_week_that_cannot_be_compared_says_why() -> None:
    assert say_headline(MOMENT, "A", counts((1, None), (2, None)), "Không so.").endswith("thiếu số liệu. Không so.")


@given(
    *[st.integers(0, 99999)] * 2,
    *[st.none() | st.integers(-9999, 9999)] * 2,
)
def test_no_number_is_said_that_was_not_given(red: int, amber: int, d_red: int | None, d_amber: int | None) -> None:
    text = say_headline(MOMENT, "nơi này", counts((red, d_red), (amber, d_amber)), "")
    said = {int(found.replace(".", "")) for found in re.findall(r"\d[\d.]*\d|\d", text.partition(",")[2])}
    assert said <= {red, amber, 1175, 16, abs(d_red or 0), abs(d_amber or 0)}
