"""Which export described in columns.csv a sheet is: the mapping whose headings it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scorecard.catalog import MappedColumn
from scorecard.intake.exports.heading_paths import HeadingPaths, Path
from scorecard.intake.long_form.headings import SEARCHED_ROWS, find_headings
from scorecard.intake.workbooks.workbook import Sheet

_LEAST = 3
_UNIT_PARTS = ("unit_id", "unit_name")
_FIGURES = ("numerator", "denominator")


@dataclass(frozen=True)
class WideHeadings:
    """A mapping found in a sheet: first and last heading row (from 0), the columns of its headings (from 0)."""

    mapping: tuple[MappedColumn, ...]
    top: int
    bottom: int
    found: dict[Path, tuple[int, ...]]

    @property
    def name(self) -> str:
        """What the catalogue calls the export."""
        return self.mapping[0].mapping

    def column(self, row: MappedColumn) -> int | None:
        """The column a row of the mapping speaks of; the first where the heading is given twice."""
        return self.found[row.path][0] if row.path in self.found else None

    def columns(self, part: str) -> list[int]:
        """The columns of a part (`unit_name`) that are there, in the mapping's order."""
        columns = (self.column(row) for row in self.mapping if row.part == part)
        return [column for column in columns if column is not None]

    @property
    def missing(self) -> tuple[str, ...]:
        """Headings of figures that are not there."""
        wanted = (row for row in self.mapping if row.part in _FIGURES and row.path not in self.found)
        return tuple(dict.fromkeys(row.heading for row in wanted))

    @property
    def unit_headings(self) -> tuple[str, ...]:
        """The headings that name the unit, at least one of which has to be there."""
        return tuple(row.heading for row in self.mapping if row.part in _UNIT_PARTS)

    @property
    def twice(self) -> list[tuple[int, int]]:
        """Columns with one heading, as (first, second); of headings that are used."""
        used = {row.path for row in self.mapping if row.part != "ignored"}
        return [(columns[0], other) for path, columns in self.found.items() if path in used for other in columns[1:]]


def find_mapping(sheet: Sheet, columns: Iterable[MappedColumn]) -> WideHeadings | None:
    """The mapping a sheet has most headings of; None where no mapping has three, or the long form has as many."""
    best = max(_all(sheet, columns), key=_fit, default=None)
    long = find_headings(sheet)
    least = max(_LEAST, len(long.columns) + 1 if long else 0)
    return best if best and len(best.found) >= least else None


def _fit(item: WideHeadings) -> tuple[int, int, int]:
    """Most headings first; of equal ones the highest rows (headings may be repeated further down), fewest levels."""
    return len(item.found), -item.bottom, item.top


def _all(sheet: Sheet, columns: Iterable[MappedColumn]) -> Iterator[WideHeadings]:
    mappings: dict[str, list[MappedColumn]] = defaultdict(list)
    for row in columns:
        mappings[row.mapping].append(row)
    paths = HeadingPaths(sheet, SEARCHED_ROWS)
    deepest = max((len(row.path) for rows in mappings.values() for row in rows), default=0)
    for bottom in range(min(SEARCHED_ROWS, len(sheet.rows))):
        for levels in range(1, min(deepest, bottom + 1) + 1):
            readings = paths.of(bottom, levels)
            for rows in mappings.values():
                yield WideHeadings(tuple(rows), bottom - levels + 1, bottom, _found(rows, readings))


def _found(rows: list[MappedColumn], readings: list[set[Path]]) -> dict[Path, tuple[int, ...]]:
    found: dict[Path, tuple[int, ...]] = {}
    for path in dict.fromkeys(row.path for row in rows):
        if columns := tuple(column for column, ways in enumerate(readings) if path in ways):
            found[path] = columns
    return found
