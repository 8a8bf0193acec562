"""The hidden sheet of a template: for which unit, week and catalogue it was made."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from scorecard.catalog import Catalog
from scorecard.intake.cells.cell_values import plain_text
from scorecard.intake.cells.problems import Problem
from scorecard.intake.long_form.long_csv import RawFigure
from scorecard.intake.workbooks.workbook import Sheet
from scorecard.text import workbook_words
from scorecard.weeks import ReportWeek

VERSION = "1"
KEYS = ("version", "unit", "week", "rules_version")


@dataclass(frozen=True)
class Contract:
    """The values of the contract sheet as they stand there; a key that is missing is empty."""

    file: str
    values: dict[str, str]

    def problem(self, key: str, advice: str) -> Problem:
        """A problem with the cell of a key."""
        line = KEYS.index(key) + 1
        return Problem(
            self.file, line, key, self.values.get(key, ""), advice, workbook_words.CONTRACT_SHEET, f"B{line}"
        )


def read_contract(file: str, sheet: Sheet) -> Contract:
    """The contract a hidden sheet holds: keys in column A, values in column B."""
    pairs = [(plain_text(row[0]), plain_text(row[1])) for row in sheet.rows if len(row) > 1]
    return Contract(file, {key: value for key, value in pairs if key in KEYS})


def contract_problems(contract: Contract, catalog: Catalog, week: ReportWeek, day: dt.date) -> list[Problem]:
    """What does not fit the week being loaded."""
    values, problems = contract.values, []
    if values.get("version") != VERSION:
        problems.append(contract.problem("version", workbook_words.CONTRACT_VERSION))
    if values.get("week") != str(week):
        problems.append(contract.problem("week", workbook_words.CONTRACT_WEEK.format(week=week)))
    if values.get("unit") not in {unit.unit_id for unit in catalog.units_on(day)}:
        problems.append(contract.problem("unit", workbook_words.CONTRACT_UNIT))
    return problems


def foreign_rows(contract: Contract, catalog: Catalog, day: dt.date, figures: list[RawFigure]) -> list[Problem]:
    """Rows of units that do not belong to the unit of the template: neither itself nor a commune of it."""
    owner = contract.values.get("unit", "")
    units = catalog.units_on(day)
    known = {unit.unit_id for unit in units}
    own = {unit.unit_id for unit in units if owner in (unit.unit_id, unit.parent_id)}
    advice = workbook_words.CONTRACT_FOREIGN.format(unit=owner)
    return [
        Problem(figure.file, figure.line, "unit_id", code, advice, figure.sheet, figure.places.get("unit_id", ""))
        for figure in figures
        if (code := figure.cells["unit_id"]) in known - own
    ]
