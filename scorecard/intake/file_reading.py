"""A file of any kind -> raw figures: the long CSV, or a workbook with its contract and its sheets."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

from scorecard.catalog import Catalog
from scorecard.intake.cells.problems import Problem
from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.cells.unit_names import UnitNames
from scorecard.intake.exports.export_headings import find_mapping
from scorecard.intake.exports.export_sheet import read_wide_sheet
from scorecard.intake.exports.text_export import read_delimited
from scorecard.intake.given_files import GivenFile
from scorecard.intake.long_form.long_csv import RawFigure, RawFile, identity, read_long_csv
from scorecard.intake.long_form.sheet_rows import read_sheet
from scorecard.intake.long_form.template_contract import Contract, contract_problems, foreign_rows, read_contract
from scorecard.intake.synthetic_mark import says_invented
from scorecard.intake.workbooks.cost_limits import MOST_BYTES
from scorecard.intake.workbooks.workbook import Sheet, is_workbook, read_workbook
from scorecard.snapshots.index import Input
from scorecard.text import workbook_words
from scorecard.weeks import ReportWeek


def read_file(file: GivenFile, catalog: Catalog, week: ReportWeek, day: dt.date) -> RawFile:
    """The figures of a file and every problem of its form; raises OSError if it cannot be opened."""
    if file.path.stat().st_size > MOST_BYTES:
        return _too_large(file)
    content = file.path.read_bytes()
    source = identity(file.name, content)
    try:
        sheets = _sheets(file.name, content, catalog)
    except BadValueError as error:
        return RawFile(source, (), (Problem(file.name, 0, advice=str(error)),))
    if not sheets:
        read = read_long_csv(file.name, content)
        return replace(read, synthetic=says_invented(read.figures))
    reading = _Reading(file.name, catalog, week, day)
    reading.take(sheets)
    synthetic = says_invented(reading.figures, sheets)
    return RawFile(source, tuple(reading.figures), tuple(reading.problems), tuple(reading.warnings), synthetic)


def _sheets(name: str, content: bytes, catalog: Catalog) -> tuple[Sheet, ...]:
    """The sheets of a workbook, or the one an export in text form is; none for a long CSV."""
    if is_workbook(name, content):
        return read_workbook(content)
    export = read_delimited(content, catalog.columns)
    return (export,) if export else ()


def _too_large(file: GivenFile) -> RawFile:
    """A file that is only hashed: whatever it holds, it is not taken into memory."""
    with file.path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    advice = workbook_words.TOO_LARGE.format(most=MOST_BYTES // 1024 // 1024)
    return RawFile(Input(name=file.name, sha256=sha256), (), (Problem(file.name, 0, advice=advice),))


class _Reading:
    """One workbook being read."""

    def __init__(self, file: str, catalog: Catalog, week: ReportWeek, day: dt.date) -> None:
        self._file, self._catalog, self._week, self._day = file, catalog, week, day
        self._units = {unit.unit_id: unit for unit in catalog.units_on(day)}
        self._names = UnitNames(self._units.values(), catalog.aliases)
        self.figures: list[RawFigure] = []
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def take(self, sheets: tuple[Sheet, ...]) -> None:
        contract: Contract | None = None
        # The list of mistakes in a marked copy is ours and no figures, wherever the copy has been.
        sheets = tuple(sheet for sheet in sheets if sheet.name != workbook_words.MARKS_SHEET)
        visible = [sheet for sheet in sheets if not sheet.hidden and not sheet.empty]
        for sheet in sheets:
            if sheet.name == workbook_words.CONTRACT_SHEET:
                contract = read_contract(self._file, sheet)
            elif sheet.hidden and not sheet.empty:
                self.warnings.append(Problem(self._file, 0, advice=workbook_words.HIDDEN_SHEET, sheet=sheet.name))
        for sheet in visible:
            if sheet.name != workbook_words.CONTRACT_SHEET:
                self._take_sheet(sheet)
        if not visible:
            self.problems.append(Problem(self._file, 0, advice=workbook_words.NO_SHEET))
        if contract:
            self._hold_to(contract)

    def _take_sheet(self, sheet: Sheet) -> None:
        wide = find_mapping(sheet, self._catalog.columns)
        if wide:
            rows = read_wide_sheet(self._file, sheet, wide, self._catalog, self._names, self._units)
        else:
            rows = read_sheet(self._file, sheet, self._names)
        self.figures += rows.figures
        self.problems += rows.problems
        self.warnings += rows.warnings
        if linked := sheet.marks.linked:
            advice = workbook_words.LINKED.format(count=len(linked))
            self.warnings.append(Problem(self._file, 0, advice=advice, sheet=sheet.name, cell=linked[0]))

    def _hold_to(self, contract: Contract) -> None:
        self.problems += contract_problems(contract, self._catalog, self._week, self._day)
        self.problems += foreign_rows(contract, self._catalog, self._day, self.figures)
        if contract.values.get("rules_version") != self._catalog.rules_version:
            self.warnings.append(contract.problem("rules_version", workbook_words.CONTRACT_RULES))
