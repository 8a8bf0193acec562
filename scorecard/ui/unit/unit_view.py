"""What the page of one unit shows, ready to print: on a screen, and in letters that fit on one sheet of A4."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.lights.status import STALE, Status
from scorecard.lights.trend import Trend
from scorecard.text import unit_page
from scorecard.ui.drawing.choices import Changes

SIZES = (7.5, 6.5, 6.0, 5.5, 5.0)  # points; nobody reads less
_WIDTH, _HEIGHT = 549.0, 801.0  # of A4 without its margins, in points
_HEAD = 42.0  # the page's own header
_FIXED = 37.4  # em: the columns of unit.css that hold numbers; name and threshold share the rest
_LETTER, _LINE = 0.51, 1.2  # em: the width of a letter and the height of a line, both rather too much


@dataclass(frozen=True)
class Figure:
    """One indicator of the unit."""

    name: str
    core: bool
    status: Status
    status_name: str
    value: str
    fraction: str
    small_n: bool
    target: str
    basis: str
    evidence: str
    date: str
    age: str
    paper_age: str
    source: str
    needed: str
    peers: str
    spark: Trend | None
    spark_label: str

    @property
    def ground(self) -> str:
        """What the threshold rests on, and how sure that is where the words do not say so; empty without any."""
        if not self.basis or self.evidence in self.basis:
            return self.basis
        return unit_page.GROUND.format(basis=self.basis, evidence=self.evidence)


@dataclass(frozen=True)
class TaskRows:
    """One task of the unit: its light with its address, how long it stands, and its indicators."""

    title: str
    href: str
    task_href: str
    status: str
    status_name: str
    weeks: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class UnitPage:
    """The whole page: `notes` and `paper`, the size of letters in points, are for the printed sheet alone."""

    name: str
    level: str
    counts: str
    tasks: Sequence[TaskRows]
    changes: Changes
    notes: Sequence[str]
    paper: float
    corrected: str
    peer_note: str
    trend_head: str
    code_line: str
    choose: str


def notes_of(tasks: Sequence[TaskRows]) -> tuple[str, ...]:
    """Every ground and source once, in the order of the table: on paper a number stands for it."""
    said = (text for task in tasks for figure in task.figures for text in (figure.ground, figure.source) if text)
    return tuple(dict.fromkeys(said))


def paper_size(tasks: Sequence[TaskRows], notes: Sequence[str], changes: Sequence[str]) -> float:
    """The largest size of letters, in points, at which everything stands on one sheet."""
    return next((size for size in SIZES if _height(size, tasks, notes, changes) <= _HEIGHT), SIZES[-1])


def _height(size: float, tasks: Sequence[TaskRows], notes: Sequence[str], changes: Sequence[str]) -> float:
    rows = [_lines_of(figure, size) for task in tasks for figure in task.figures]
    below = float(_lines(sum(map(len, notes)) + 5 * len(notes), _WIDTH, size))
    below += sum(_lines(len(text) + 5, _WIDTH / 2, size) for text in changes) / 2 + (1 if changes else 0)
    lines = sum(rows) + len(tasks) + below + 7  # heading, titles of columns, notes at the end
    return _HEAD + lines * _LINE * size + (len(rows) + 2 * len(tasks)) * (0.75 + 0.12 * size)


def _lines_of(figure: Figure, size: float) -> int:
    width = (_WIDTH - _FIXED * size) / 2 - 1.4 * size
    texts = (figure.name + " *", f"{figure.target} 00 {figure.needed}")
    beside = 2 if figure.status == STALE else 1  # the value, and below it that it is overdue
    return max(beside, *(_lines(len(text), width, size) for text in texts), _lines(len(figure.peers), 8 * size, size))


def _lines(letters: int, width: float, size: float) -> int:
    return max(1, math.ceil(letters * _LETTER * size / width))
