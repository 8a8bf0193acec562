"""A sheet of any workbook as everything after the readers knows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from scorecard.intake.cells.cell_values import Cell
from scorecard.intake.workbooks.unseen_cells import Marks

Place = tuple[int, int]


@dataclass(frozen=True)
class Sheet:
    """One sheet: rows of cells from A1 on, a blank cell is ""; `marks` say what the values cannot.

    `merged` are the first and last cell (row and column from 0) of each merged range; None where the format tells none.
    """

    name: str
    hidden: bool
    rows: tuple[tuple[Cell, ...], ...]
    marks: Marks = field(default_factory=Marks)
    merged: tuple[tuple[Place, Place], ...] | None = None

    @property
    def empty(self) -> bool:
        """Whether no cell says anything."""
        return not self.marks.errors and all(cell == "" for row in self.rows for cell in row)
