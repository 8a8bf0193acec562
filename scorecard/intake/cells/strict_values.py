"""Text -> values, the strict way: what can be misread is not read."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from scorecard.text import intake_words

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LARGEST = Decimal(10) ** 17


class BadValueError(ValueError):
    """A cell that cannot be taken; the message says what to write instead."""


def parse_number(text: str) -> Decimal:
    """A DECIMAL(20,3) that is not negative; raises BadValueError with the advice."""
    # The length guard keeps a cell of a million digits from costing anything.
    if len(text) > 60 or not _NUMBER.fullmatch(text):
        raise BadValueError(intake_words.NOT_A_NUMBER)
    number = Decimal(text)
    if number < 0:
        raise BadValueError(intake_words.NEGATIVE)
    exact = number.quantize(Decimal("0.001")) if number < _LARGEST else None
    if exact is None or exact != number:
        raise BadValueError(intake_words.TOO_LONG)
    return abs(exact)  # -0 is 0


def parse_date(text: str) -> dt.date:
    """An ISO date; raises BadValueError with the advice."""
    if not _DATE.fullmatch(text):
        raise BadValueError(intake_words.NOT_A_DATE)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise BadValueError(intake_words.NOT_A_DATE) from None
