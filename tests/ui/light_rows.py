"""Rows of queries as a test needs them: what it does not say of one is None."""

from __future__ import annotations

from typing import Any, TypeVar

from scorecard.lights.status import Status

Row = TypeVar("Row")


def row_of(kind: type[Row], **cells: Any) -> Row:
    """A row of this class; words of lights become their members."""
    given: dict[str, Any] = dict.fromkeys(kind._fields)  # type: ignore[attr-defined]
    for name, value in cells.items():
        given[name] = Status(value) if "status" in name and isinstance(value, str) else value
    return kind(**given)
