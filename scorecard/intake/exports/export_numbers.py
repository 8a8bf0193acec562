"""The numbers of an export's row: a column, or the sum and difference of several, each with its cells."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.exports.export_headings import WideHeadings
from scorecard.intake.exports.export_totals import Counted
from scorecard.intake.workbooks.cost_limits import address
from scorecard.intake.workbooks.sheet_cells import SheetCells
from scorecard.text import export_words

_Terms = list[tuple[int, str]]


@dataclass(frozen=True)
class Part:
    """A numerator or denominator: strict text, the cells it is made of (`E7+F7`), and what is wrong with which cell.

    `place` is the first cell, or the one that could not be read; `given` whether any cell says something.
    """

    text: str
    formula: str
    place: str
    unread: str
    given: bool


class WideNumbers:
    """The figures of a sheet by row (from 0) and indicator."""

    def __init__(self, cells: SheetCells, headings: WideHeadings) -> None:
        self._cells = cells
        self._terms: dict[str, dict[str, _Terms]] = defaultdict(lambda: defaultdict(list))
        for row in headings.mapping:
            column = headings.column(row)
            if row.indicator_id and column is not None:
                self._terms[row.indicator_id][row.part].append((column, row.operation))
        self._columns = sorted(
            {term[0] for parts in self._terms.values() for terms in parts.values() for term in terms}
        )

    def parts(self, row: int, indicator_id: str) -> dict[str, Part]:
        """The numerator and, of a ratio, the denominator; numerator first."""
        terms = self._terms[indicator_id]
        return {name: self._part(row, terms[name]) for name in ("numerator", "denominator") if terms[name]}

    def counted(self, kind: Literal["unit", "total", "title"], row: int) -> Counted:
        """All numbers of a row that some indicator takes, by column."""
        said = [column for column in self._columns if self._cells.says_something(row, column)]
        return Counted(kind, row, {column: self._number(row, column) for column in said})

    def _number(self, row: int, column: int) -> Decimal | None:
        try:
            return Decimal(self._cells.number(row, column))
        except BadValueError:
            return None

    def _part(self, row: int, terms: _Terms) -> Part:
        formula = "".join(("-" if how == "subtract" else "+") + address(row, column) for column, how in terms)
        formula = formula.removeprefix("+")
        given = any(self._cells.says_something(row, column) for column, _ in terms)
        first = address(row, terms[0][0])
        if not given:
            return Part("", formula, first, "", given)
        total, signs = Decimal(0), {"add": 1, "subtract": -1}
        for column, how in terms:
            try:
                if len(terms) > 1 and not self._cells.says_something(row, column):
                    raise BadValueError(export_words.BLANK_IN_SUM)
                total += signs[how] * Decimal(self._cells.number(row, column))
            except BadValueError as error:
                return Part(self._cells.shown(row, column), formula, address(row, column), str(error), given)
        return Part(f"{total:f}", formula, first, "", given)
