"""What a cell of a catalogue may hold: types that read text strictly, so that a slip is a problem and never a value."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

Level = Literal["department", "district", "commune"]
LEVELS: tuple[Level, ...] = ("department", "district", "commune")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def _split(text: object) -> object:
    """`department;district` is a list in one cell."""
    return tuple(part.strip() for part in text.split(";") if part.strip()) if isinstance(text, str) else text


def absent(text: object) -> object:
    """A blank cell is no value, never 0 and never an empty text."""
    return None if text == "" else text


def _iso_day(text: object) -> object:
    """Only `2023-10-20`: pydantic alone would also take a number of seconds."""
    return text if not isinstance(text, str) or _ISO_DAY.fullmatch(text) else ""


def _yes_no(text: object) -> object:
    """Only `true` and `false`: pydantic alone would also take 1, yes and on."""
    return {"true": True, "false": False}.get(text, "") if isinstance(text, str) else text


def _plain_number(text: object) -> object:
    """Only `12` and `12.5`: pydantic alone would also take 1_0, 1e3 and the digits of other scripts."""
    return text if not isinstance(text, str) or text == "" or _NUMBER.fullmatch(text) else "?"


Text = Annotated[str, Field(min_length=1)]
Optional = Annotated[str | None, BeforeValidator(absent)]
Levels = Annotated[tuple[Level, ...], BeforeValidator(_split)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Day = Annotated[dt.date, BeforeValidator(_iso_day)]
LifeDay = Annotated[Day | None, BeforeValidator(absent)]
_Limit = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=3, allow_inf_nan=False)]
Number = Annotated[Decimal, BeforeValidator(_plain_number)]
Whole = Annotated[int, BeforeValidator(_plain_number)]
Threshold = Annotated[_Limit | None, BeforeValidator(absent), BeforeValidator(_plain_number)]
Degrees = Annotated[float | None, BeforeValidator(absent), BeforeValidator(_plain_number)]
