"""The day of an export: a column, or a line above the headings."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from scorecard.intake.cells.cell_values import date_text
from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.cells.text_folding import cleaned
from scorecard.intake.exports.export_headings import WideHeadings
from scorecard.intake.workbooks.cost_limits import address
from scorecard.intake.workbooks.sheet_cells import SheetCells
from scorecard.text import export_words

_LINE = re.compile(export_words.AS_OF_PATTERN, re.IGNORECASE)


@dataclass(frozen=True)
class Day:
    """The ISO text of a day or what stands there, its cell, and what is wrong with it."""

    text: str
    place: str
    unread: str = ""


@dataclass(frozen=True)
class AsOf:
    """Where the day of each row stands."""

    cells: SheetCells
    columns: list[int] = field(default_factory=list)
    line: Day | None = None

    def of(self, row: int) -> Day:
        """The day of a row: its own, else the one above the headings."""
        for column in self.columns:
            if self.cells.says_something(row, column):
                try:
                    self.cells.text(row, column)
                    return Day(date_text(self.cells.cell(row, column)), address(row, column))
                except BadValueError as error:
                    return Day(self.cells.shown(row, column), address(row, column), str(error))
        if self.line:
            return self.line
        return Day("", address(row, self.columns[0]), export_words.NO_AS_OF)


def read_as_of(cells: SheetCells, headings: WideHeadings) -> AsOf:
    """Where an export gives its day. Only a day after the word for `until` counts, two different ones are a problem."""
    days = [day for number in range(headings.top) for day in _days(cells, number)]
    columns = headings.columns("as_of")
    different = list(dict.fromkeys(day.text for day in days))
    if len(different) > 1:
        advice = export_words.TWO_DAYS.format(days=", ".join(different))
        return AsOf(cells, columns, Day(different[-1], days[-1].place, advice))
    if not days and not columns:
        return AsOf(cells, columns, Day("", address(headings.bottom, 0), export_words.NO_AS_OF))
    return AsOf(cells, columns, days[0] if days else None)


def _days(cells: SheetCells, number: int) -> list[Day]:
    """The days a row above the headings names; a typed date may stand in the cell beside the words."""
    texts = [f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else cell for cell in cells.sheet.rows[number]]
    said = [(column, cleaned(text)) for column, text in enumerate(texts) if isinstance(text, str) and text.strip()]
    line = " ".join(text for _, text in said)
    place = address(number, said[0][0]) if said else ""
    found = []
    for match in _LINE.finditer(line):
        try:
            found.append(Day(date_text(match[1]), place))
        except BadValueError as error:
            found.append(Day(match[1], place, str(error)))
    return found
