"""The heading row of a sheet in the long form: which column holds what, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.intake.cells.text_folding import folded
from scorecard.intake.workbooks.cost_limits import address
from scorecard.intake.workbooks.workbook import Sheet
from scorecard.text import workbook_words

__all__ = ["REQUIRED", "SEARCHED_ROWS", "Headings", "address", "find_headings", "wanted_headings"]
SEARCHED_ROWS = 30
REQUIRED = ("indicator_id", "numerator", "denominator", "as_of")
_FIELD_OF = {folded(text): name for name, texts in workbook_words.HEADINGS.items() for text in texts}


@dataclass(frozen=True)
class Headings:
    """Row of the headings (from 0), column of each field (from 0), columns given twice as (first, second)."""

    row: int
    columns: dict[str, int]
    twice: tuple[tuple[int, int], ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """What the heading row would have to have as well."""
        wanted = [name for name in REQUIRED if name not in self.columns]
        if not {"unit_id", "unit_name"} & set(self.columns):
            wanted.insert(0, "unit_id")
        return tuple(workbook_words.HEADINGS[name][0] for name in wanted)


def find_headings(sheet: Sheet) -> Headings | None:
    """The row among the first that has most known headings; None where none has three."""
    rows = [_headings(sheet, number) for number in range(min(SEARCHED_ROWS, len(sheet.rows)))]
    best = max(rows, key=lambda item: len(item.columns), default=None)
    return best if best and len(best.columns) >= 3 else None


def wanted_headings() -> str:
    """The headings a sheet must have, for a message."""
    return ", ".join(workbook_words.HEADINGS[name][0] for name in ("unit_id", *REQUIRED))


def _headings(sheet: Sheet, number: int) -> Headings:
    columns: dict[str, int] = {}
    twice = []
    for column, cell in enumerate(sheet.rows[number]):
        name = _FIELD_OF.get(folded(cell)) if isinstance(cell, str) else None
        if name and columns.setdefault(name, column) != column:
            twice.append((columns[name], column))
    return Headings(number, columns, tuple(twice))
