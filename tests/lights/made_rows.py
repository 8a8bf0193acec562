"""Rows of queries made by hand: what a test does not care about is blank."""

from __future__ import annotations

import types
import typing
from decimal import Decimal
from typing import Any, TypeVar

from scorecard.lights.status import Status

Row = TypeVar("Row")
_BLANKS: dict[Any, Any] = {str: "", int: 0, bool: False, float: 0.0, Decimal: Decimal(0), Status: Status.GREEN}


def made(row: type[Row], **cells: Any) -> Row:
    """A row of a class with these cells; a status may be given by its word, a number by any number or its text."""
    kinds = typing.get_type_hints(row)
    unknown = set(cells) - set(kinds)
    assert not unknown, f"{row.__name__} has no {unknown}"
    return row(**{name: _cell(kind, cells[name]) if name in cells else _blank(kind) for name, kind in kinds.items()})


def _cell(kind: Any, value: Any) -> Any:
    kinds = typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    if value is None:
        return None
    if Status in kinds:
        return Status(value)
    return Decimal(str(value)) if Decimal in kinds else value


def _blank(kind: Any) -> Any:
    if isinstance(kind, types.UnionType):
        return None
    return [] if typing.get_origin(kind) is list else _BLANKS[kind]
