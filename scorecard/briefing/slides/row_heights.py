"""How large the letters of a slide may be, and how high its rows: a table that grows while it is shown runs off it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.documents.fonts import wrap
from scorecard.errors import SnapshotError
from scorecard.text import briefing_words

_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0, 5.5)  # points; smaller letters cannot be read
_SENTENCES = ((16.0, 13.0), (14.0, 12.0), (12.0, 10.5), (10.0, 9.0))
_POINT = 25.4 / 72  # mm
_LINE = 1.2  # the height of a line in letters
_MARGINS, _PADDING = 2.4, 0.2  # mm: left and right of a cell, above and below
_SPARE = 2.5  # mm: what a row is higher at most where there is room
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Fitted:
    """The size of the letters in points and the height of every row in mm."""

    size: float
    heights: tuple[float, ...]


def fit_rows(rows: Rows, widths: Sequence[float], room: float, *, even: bool = False) -> Fitted:
    """The largest letters with which a table of columns `widths` (mm) stays in `room` mm; with `even` on one line each.

    Where no row can do with one line, rows of several are taken. Raises SnapshotError where even the smallest letters
    find no room. Texts are measured in the shipped face, which is wider than that of the slides.
    """
    fitted = find_rows(rows, widths, room, most=1) if even else None
    fitted = fitted or find_rows(rows, widths, room)
    if fitted is None:
        raise SnapshotError(briefing_words.TOO_MANY_ROWS.format(rows=len(rows)))
    return fitted


def find_rows(rows: Rows, widths: Sequence[float], room: float, *, most: int = 99) -> Fitted | None:
    """The same, None where there is no room; no row may have more than `most` lines."""
    for size in _SIZES:
        lines = [max(_lines(text, width, size) for text, width in zip(row, widths, strict=True)) for row in rows]
        heights = [count * size * _POINT * _LINE + _PADDING for count in lines]
        if sum(heights) <= room and max(lines) <= most:
            spare = min(_SPARE, (room - sum(heights)) / len(rows))
            return Fitted(size, tuple(height + spare for height in heights))
    return None


def fit_sentences(said: Sequence[tuple[str, str]], width: float, room: float) -> tuple[float, float]:
    """The largest sizes of sentences and of what stands below each that stay in `room` mm, else the smallest."""
    for sizes in _SENTENCES:
        lines = [(_lines(strong, width, sizes[0]), _lines(soft, width, sizes[1])) for strong, soft in said]
        height = sum(first * sizes[0] + second * sizes[1] for first, second in lines) * _POINT * _LINE
        if height <= room:
            return sizes
    return _SENTENCES[-1]


def _lines(text: str, width: float, size: float) -> int:
    return max(1, len(wrap(text, (width - _MARGINS) / _POINT, size, most=99)))
