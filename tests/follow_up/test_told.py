"""What a move says: taken within limits, in letters that can be printed, and read back as it was said."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Engine

from scorecard.errors import FollowUpError
from scorecard.follow_up.matters.matter import MOST_LINE, MOST_TEXT
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import Kind
from scorecard.text import follow_up_words
from tests.follow_up.writers import begun, matter_of

# field, what is given: refused with the name of the field
REFUSED: list[tuple[str, Any]] = [
    ("text", "a" * (MOST_TEXT + 1)),
    ("action", "a" * (MOST_TEXT + 1)),
    ("responsible", "a" * (MOST_LINE + 1)),
    ("owner", "a" * (MOST_LINE + 1)),
    ("file_name", "a" * (MOST_LINE + 1)),
    ("text", "a\0b"),
    ("text", "a\x1b[31mb"),
    ("text", "\ud800"),
    ("text", "\ue000"),
    ("text", 7),
    ("due", "20/10/2023"),
    ("due", "2023-02-30"),
    ("due", "mai"),
    ("promised", "2023-13-01"),
    ("numerator", "nan"),
    ("numerator", "Infinity"),
    ("numerator", "1.2345"),
    ("numerator", "9" * 21),
    ("numerator", "1,5"),
    ("denominator", "x"),
]
HOSTILE = ["<script>alert(1)</script>", "{{ 7*7 }}", "=HYPERLINK(1)", "'; DROP TABLE moves;--", "%s %(a)s {0} \\", "🙂"]


@pytest.mark.parametrize(("field", "value"), REFUSED)
def test_what_cannot_be_kept_is_refused_by_the_name_of_its_field(field: str, value: Any) -> None:
    with pytest.raises(FollowUpError, match=re.escape(f"“{follow_up_words.FIELDS[field]}”")):
        parse_told(**{field: value})


def test_a_field_nobody_knows_is_refused() -> None:
    with pytest.raises(FollowUpError, match="state"):
        parse_told(state="accepted")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  hai dòng\r\nmột\rbốn\t ", "hai dòng\nmột\nbốn"),
        ("12\u00a0hồ\u2009sơ", "12 hồ sơ"),
        ("Đa\u0302\u0323t", "Đậ" + "t"),
        ("\n\u00a0\n", ""),
        ("\ufeffthi\u00adếu \u200bngười", "thiếu người"),
        ("thuận\u202egnôhk", "thuậngnôhk"),  # would be read from right to left
        ("Đa\u200b\u0302\u0323t", "Đậ" + "t"),
        ("\u200b\ufeff", ""),
        ("a" * MOST_TEXT + "  ", "a" * MOST_TEXT),
    ],
)
def test_a_text_is_kept_composed_and_without_what_pasting_brings(given: str, kept: str) -> None:
    assert parse_told(text=given).text == kept


@pytest.mark.parametrize("text", HOSTILE)
def test_any_other_text_is_kept_as_it_was_typed(engine: Engine, text: str) -> None:
    told = parse_told(text=text, owner=text, due=dt.date(2023, 10, 27), numerator="12345678901234567.125")
    matter = matter_of(engine, begun(engine, Kind.decision, told=told))
    assert matter.moves[0].told == told and (matter.text, matter.owner) == (text, text)
    assert matter.moves[0].told.numerator == Decimal("12345678901234567.125")
