"""Rows that repeat what others sum up to: never taken as figures, but held against the rows of their block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Values = dict[int, Decimal | None]


@dataclass(frozen=True)
class Counted:
    """A row under the headings: a unit, a total, or the title of a block; its numbers by column.

    None is a number that could not be read; a column without an entry was blank.
    """

    kind: Literal["unit", "total", "title"]
    row: int
    values: Values = field(default_factory=dict)


def wrong_totals(rows: list[Counted]) -> Iterator[tuple[int, int, Decimal]]:
    """Row, column and the right sum of every number of a total, or of a title with numbers, that is wrong.

    A total may be of the rows before it back to the last total or title, of all rows before, of the rows after it up to
    the next, or of all. It is held against the one it fits best; where it fits none, against the first of these.
    """
    for place, row in enumerate(rows):
        blocks = [block for block in _blocks(rows, place) if block]
        if row.kind == "unit" or not blocks:
            continue
        wrong = min((list(_differences(row, block)) for block in blocks), key=len)
        yield from ((row.row, column, right) for column, right in wrong)


def _blocks(rows: list[Counted], place: int) -> list[list[Counted]]:
    before, after = rows[:place], rows[place + 1 :]
    near = [
        _until_boundary(before[::-1]),
        _units(before),
        _until_boundary(after),
        _units(after),
        _units(before + after),
    ]
    # The title of a block stands above it.
    return near if rows[place].kind == "total" else near[2:]


def _units(rows: list[Counted]) -> list[Counted]:
    return [row for row in rows if row.kind == "unit"]


def _until_boundary(rows: list[Counted]) -> list[Counted]:
    end = next((place for place, row in enumerate(rows) if row.kind != "unit"), len(rows))
    return rows[:end]


def _differences(total: Counted, block: list[Counted]) -> Iterator[tuple[int, Decimal]]:
    for column, given in total.values.items():
        parts = [row.values[column] for row in block if column in row.values]
        right = sum((part for part in parts if part is not None), Decimal(0))
        if None not in parts and given != right:
            yield column, right
