"""The matrix of a frame with its places in pixels, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.lights.matrix_view import Column, Light, Row


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
    """One place of the matrix; `light` is None where the task does not apply, `owner` and `column` say whose it is.

    `text` is as much of the light's as fits, `half` is half its width.
    """

    x: float
    y: float
    width: float
    height: float
    owner: str
    column: str
    light: Light | None
    text: str = ""
    half: float = 0.0


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
    """The matrix in pixels of the frame, and the notes below it; without `sums_x` rows are not summed up."""

    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    sums_x: float | None
    text_size: float
    sign_size: float
    notes: tuple[tuple[float, str], ...]
    notes_y: float
