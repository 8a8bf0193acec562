"""Cells of a workbook -> the strict text of the long CSV; what can mean two things is not read."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.cells.text_folding import cleaned
from scorecard.text import workbook_words

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta
_MOST_EXACT = 1e15
_PLAIN = re.compile(r"-?[0-9]+")
_ONE_SIGN = re.compile(r"-?([0-9]{1,3})[.,]([0-9]{3})")
_GROUPED = (re.compile(r"-?[0-9]{1,3}(\.[0-9]{3}){2,}(,[0-9]+)?"), re.compile(r"-?[0-9]{1,3}( [0-9]{3})+(,[0-9]+)?"))
_BOTH = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]+,[0-9]+")
_DAY = re.compile(workbook_words.DAY_PATTERN, re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def number_text(cell: Cell) -> str:
    """The number of a cell as `parse_number` reads it; raises BadValueError with the question or the advice."""
    if isinstance(cell, bool):
        raise BadValueError(workbook_words.IS_TRUE_FALSE)
    if isinstance(cell, int | float):
        if not abs(cell) < _MOST_EXACT:
            raise BadValueError(workbook_words.TOO_MANY_DIGITS)
        # Fifteen digits are what a spreadsheet shows and keeps; more would be noise of the binary form.
        return format(Decimal(f"{cell:.15g}"), "f")
    if not isinstance(cell, str):
        raise BadValueError(workbook_words.IS_A_DATE)
    if any(sign.isdigit() and not sign.isdecimal() for sign in cell):
        raise BadValueError(workbook_words.NOT_A_NUMBER)  # folding would make a 2 of a raised 2
    return _from_text(cleaned(cell))


def _from_text(text: str) -> str:
    if text.endswith("%"):
        raise BadValueError(workbook_words.PERCENT)
    if len(text) > 60 or not text:
        raise BadValueError(workbook_words.NOT_A_NUMBER)
    if _PLAIN.fullmatch(text):
        return text
    if one := _ONE_SIGN.fullmatch(text):
        raise BadValueError(
            workbook_words.ONE_POINT.format(found=text, whole=one[1] + one[2], part=f"{one[1]},{one[2]}")
        )
    if _DECIMAL.fullmatch(text) or _BOTH.fullmatch(text) or any(form.fullmatch(text) for form in _GROUPED):
        return text.replace(".", "").replace(" ", "").replace(",", ".")
    raise BadValueError(workbook_words.NOT_A_NUMBER)


def date_text(cell: Cell) -> str:
    """The day of a cell in ISO form; day before month in text; raises BadValueError."""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    text = cleaned(cell) if isinstance(cell, str) else ""
    day, iso = _DAY.fullmatch(text), _ISO.fullmatch(text)
    parts = (day[3], day[2], day[1]) if day else iso.groups() if iso else None
    try:
        if parts:
            return dt.date(*map(int, parts)).isoformat()
    except ValueError:
        pass
    raise BadValueError(workbook_words.NOT_A_DATE)


def plain_text(cell: Cell) -> str:
    """A cell as it is shown in a message or kept as a code: whole numbers without a decimal point."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return cell.strip() if isinstance(cell, str) else str(cell)
