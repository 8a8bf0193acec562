"""Where every light of the matrix stands in the frame."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.briefing.content.content import Briefing
from scorecard.briefing.content.task_matrix import SEPARATOR
from scorecard.briefing.frame.matrix_places import Board, Cell, Head, Line
from scorecard.documents.fonts import width_of, wrap
from scorecard.errors import SnapshotError
from scorecard.lights.matrix_view import Column, Light
from scorecard.text import briefing_words

LEFT, TOP, BOTTOM = 28.0, 172.0, 1016.0
_NAMES, _SUMS, _RIGHT = 230.0, 76.0, 1436.0
_ABSENT = 26.0  # a number that is not in the letter stands narrow and empty
_HEAD_SIZE, _GAP = 11.5, 2.0
_HIGHEST, _LOWEST = 42.0, 13.0
_PLAIN_HEIGHT = 26.2  # rows that are higher have larger letters
_NAME_SIZE, _TEXT_SIZE, _SIGN_SIZE, _SIGN_ROOM = 13.5, 11.5, 12.0, 34.0
_NOTE_SIZE, _NOTE_STEP, _NOTE_GAP = 12.0, 17.0, 30.0


def lay_out_board(briefing: Briefing) -> Board:
    """The matrix in the left three quarters; raises SnapshotError where its rows would be too low to read."""
    matrix = briefing.matrix
    sums = not briefing.targets
    heads = tuple(_heads(matrix.columns, _SUMS if sums else 0))
    notes = [line for text in briefing.targets for line in wrap(text, _RIGHT - LEFT, _NOTE_SIZE, most=2)]
    count = matrix.row_count + sum(bool(block.title) for block in matrix.blocks)
    room = BOTTOM - TOP - (len(notes) * _NOTE_STEP + _NOTE_GAP if notes else 0)
    height = min(_HIGHEST, room / max(count, 1))
    if height < _LOWEST:
        raise SnapshotError(briefing_words.TOO_MANY_ROWS.format(rows=count))
    lines = tuple(_lines(briefing, heads, height))
    notes_y = TOP + count * height + _NOTE_GAP - 8
    placed = tuple((notes_y + place * _NOTE_STEP + _NOTE_STEP, text) for place, text in enumerate(notes))
    sign_size = min(_SIGN_SIZE, height * 0.55) * _larger(height)
    sums_x = _RIGHT - _SUMS if sums else None
    return Board(heads, lines, sums_x, _TEXT_SIZE * _larger(height), sign_size, placed, notes_y)


def _larger(height: float) -> float:
    """How much larger letters are in rows of a height."""
    return max(1.0, height / _PLAIN_HEIGHT * 0.9)


def _heads(columns: tuple[Column, ...], sums: float) -> Iterator[Head]:
    narrow = sum(not column.in_letter for column in columns)
    room = _RIGHT - sums - LEFT - _NAMES - narrow * _ABSENT
    wide = room / max(len(columns) - narrow, 1)
    wide = min(wide, 200.0) if sums else wide
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
    y = TOP
    size = min(_NAME_SIZE, height * 0.58) * _larger(height)
    for block in briefing.matrix.blocks:
        if block.title:
            yield Line(y, height, block.title, min(size, _NAME_SIZE) * 0.92, None, "", ())
            y += height
        for row in block.rows:
            cells = tuple(
                _cell(head, y, height - _GAP, row.owner, light)
                for head, light in zip(heads, row.lights, strict=True)
                if head.column.in_letter
            )
            yield Line(y, height, row.name, _fitting(row.name, size), row, row.owner, cells)
            y += height


def _cell(head: Head, y: float, height: float, owner: str, light: Light | None) -> Cell:
    width = head.width - _GAP
    text, size = light.text if light else "", _TEXT_SIZE * _larger(height + _GAP)
    while text and width_of(text, size, bold=True) > width - _SIGN_ROOM:
        text = text.rpartition(SEPARATOR)[0]
    half = width_of(text, size, bold=True) / 2 if text else 0.0
    return Cell(head.x, y, width, height, owner, head.column.mark, light, text, half)


def _fitting(name: str, size: float) -> float:
    """The size at which a name fits its column."""
    width = width_of(name, size)
    return size if width <= _NAMES - 8 else size * (_NAMES - 8) / width
