"""Where every light of the matrix stands in the frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.briefing.content import Briefing
from scorecard.briefing.fonts import width_of, wrap
from scorecard.errors import SnapshotError
from scorecard.text import briefing as say
from scorecard.ui.overview_view import Column, Light, Row

LEFT, TOP, BOTTOM = 28.0, 172.0, 1016.0
_NAMES, _SUMS, _RIGHT = 230.0, 76.0, 1436.0
_ABSENT = 26.0  # a number that is not in the letter stands narrow and empty
_HEAD_SIZE, _GAP = 11.5, 2.0
_HIGHEST, _LOWEST = 26.2, 13.0
_BAR = 9.0


@dataclass(frozen=True)
class Head:
    """A column of the matrix: its number, title, and distribution bar."""

    column: Column
    x: float
    width: float
    lines: tuple[str, ...]
    bars: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True)
class Cell:
    """One place of the matrix; `light` is None where the task does not apply, `owner` and `task` say whose it is."""

    x: float
    y: float
    width: float
    height: float
    owner: str
    task: int
    light: Light | None


@dataclass(frozen=True)
class Line:
    """A row with its cells; a heading has none."""

    y: float
    height: float
    name: str
    size: float
    row: Row | None
    owner: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Board:
    """The matrix in pixels of the frame."""

    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    sums_x: float
    small: float


def lay_out_board(briefing: Briefing) -> Board:
    """The matrix in the left three quarters; raises SnapshotError where its rows would be too low to read."""
    matrix = briefing.matrix
    heads = tuple(_heads(matrix.columns))
    count = matrix.row_count + sum(bool(block.title) for block in matrix.blocks)
    height = min(_HIGHEST, (BOTTOM - TOP) / max(count, 1))
    if height < _LOWEST:
        raise SnapshotError(say.TOO_MANY_ROWS.format(rows=count))
    return Board(heads, tuple(_lines(briefing, heads, height)), _RIGHT - _SUMS, min(12.0, height * 0.55))


def _heads(columns: tuple[Column, ...]) -> Iterator[Head]:
    narrow = sum(not column.in_letter for column in columns)
    room = _RIGHT - _SUMS - LEFT - _NAMES - narrow * _ABSENT
    wide = min(room / max(len(columns) - narrow, 1), 200.0)
    x = LEFT + _NAMES
    for column in columns:
        width = wide if column.in_letter else _ABSENT
        lines = wrap(column.title, width - 6, _HEAD_SIZE, most=3) if column.in_letter else []
        yield Head(column, x, width, tuple(lines), tuple(_bars(column, x, width - 6)))
        x += width


def _bars(column: Column, x: float, width: float) -> Iterator[tuple[str, float, float]]:
    total = sum(share.count for share in column.shares)
    for share in column.shares:
        piece = width * share.count / total
        yield share.status, x + 3, piece
        x += piece


def _lines(briefing: Briefing, heads: tuple[Head, ...], height: float) -> Iterator[Line]:
    owners = iter(briefing.owners)
    y = TOP
    size = min(13.5, height * 0.58)
    for block in briefing.matrix.blocks:
        if block.title:
            yield Line(y, height, block.title, size * 0.92, None, "", ())
            y += height
        for row in block.rows:
            owner = next(owners)
            cells = tuple(
                Cell(head.x, y, head.width - _GAP, height - _GAP, owner, head.column.task_no, light)
                for head, light in zip(heads, row.lights, strict=True)
                if head.column.in_letter
            )
            yield Line(y, height, row.name, _fitting(row.name, size), row, owner, cells)
            y += height


def _fitting(name: str, size: float) -> float:
    """The size at which a name fits its column."""
    width = width_of(name, size)
    return size if width <= _NAMES - 8 else size * (_NAMES - 8) / width
