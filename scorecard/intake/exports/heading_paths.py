"""Headings of several levels: what stands above a column, from the top, across merged cells."""

from __future__ import annotations

from scorecard.catalog import heading_path
from scorecard.intake.workbooks.workbook import Place, Sheet

Path = tuple[str, ...]


class HeadingPaths:
    """The headings of a sheet's columns for any bottom row and number of levels."""

    def __init__(self, sheet: Sheet, rows: int) -> None:
        """Only the first so many rows are looked at."""
        self.width = max((len(row) for row in sheet.rows[:rows]), default=0)
        self._texts = [
            [cell.strip() if isinstance(cell, str) else "" for cell in row] + [""] * (self.width - len(row))
            for row in sheet.rows[:rows]
        ]
        self._merged = bool(sheet.merged)
        # Ranges of a sound file never overlap, so they cannot cover more cells than there are.
        left = len(self._texts) * self.width
        for first, last in sheet.merged or ():
            cells = self._inside(first, last)
            left -= len(cells)
            if left < 0:
                break
            for row, column in cells:
                self._texts[row][column] = self._texts[first[0]][first[1]]

    def _inside(self, first: Place, last: Place) -> list[Place]:
        """The cells of a range that lie within the rows looked at."""
        rows = range(first[0], min(last[0] + 1, len(self._texts)))
        return [(row, column) for row in rows for column in range(first[1], min(last[1] + 1, self.width))]

    def of(self, bottom: int, levels: int) -> list[set[Path]]:
        """For every column the ways its heading can be read.

        Where merged cells are not known, a blank cell may belong to the heading on its left or to none: both are given.
        """
        plain = self._texts[bottom - levels + 1 : bottom + 1]
        readings = [plain] if self._merged else [plain, _filled(plain)]
        return [{_path([row[column] for row in rows]) for rows in readings} - {("",)} for column in range(self.width)]


def _filled(rows: list[list[str]]) -> list[list[str]]:
    """Blank cells of the upper rows take the text on their left, as long as nothing differs above them."""
    filled = [list(row) for row in rows]
    for level, row in enumerate(filled[:-1]):
        for column in range(1, len(row)):
            same = all(above[column] == above[column - 1] for above in filled[:level])
            row[column] = row[column] or (row[column - 1] if same else "")
    return filled


def _path(levels: list[str]) -> Path:
    """A cell merged over several levels counts once, a blank one not at all."""
    said = [level for place, level in enumerate(levels) if level and level not in levels[place - 1 : place]]
    return heading_path(" > ".join(said))
