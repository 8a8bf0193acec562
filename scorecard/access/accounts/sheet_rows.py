"""Rows of a sheet of accounts: every cell read, every mistake with the cell it stands in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from scorecard.access.account_names import checked_full_name, checked_name
from scorecard.access.accounts.bulk_import import Entry
from scorecard.access.accounts.rows import NewAccount
from scorecard.access.roles import Role
from scorecard.errors import AccessError
from scorecard.intake.cells.problems import Problem
from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.cells.text_folding import cleaned, folded
from scorecard.intake.cells.unit_names import UnitNames
from scorecard.intake.long_form.headings import SEARCHED_ROWS
from scorecard.intake.workbooks.cost_limits import address
from scorecard.intake.workbooks.sheet_cells import SheetCells
from scorecard.intake.workbooks.workbook import Sheet
from scorecard.text import account_words, sign_in_words

T = TypeVar("T")
_FIELD_OF = {folded(text): name for name, texts in account_words.SHEET_HEADINGS.items() for text in texts}
_REQUIRED = ("user_name", "full_name", "role")
_ROLE_OF = {folded(text): Role(role) for role, text in sign_in_words.ROLE_NAMES.items()} | {
    role.value: role for role in Role
}


def find_headings(sheet: Sheet) -> tuple[int, dict[str, int]]:
    """The row among the first with most known headings, and the column of each (both from 0)."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            if isinstance(cell, str) and (name := _FIELD_OF.get(folded(cell))):
                columns.setdefault(name, column)
        best = max(best, (number, columns), key=lambda item: len(item[1]))
    return best


class AccountRows:
    """What the sheets of one file say: accounts to be made, and everything that is wrong with them."""

    def __init__(self, file: str, names: UnitNames) -> None:
        self._file, self._names = file, names
        self._seen: dict[str, str] = {}
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []

    def take(self, sheet: Sheet) -> None:
        """Reads every row under the headings that says something."""
        row, self._columns = find_headings(sheet)
        self._sheet, self._cells = sheet, SheetCells(sheet)
        if missing := [account_words.SHEET_HEADINGS[name][0] for name in _REQUIRED if name not in self._columns]:
            advice = account_words.NO_ACCOUNT_HEADING.format(wanted=", ".join(missing))
            self.problems.append(Problem(self._file, 0, advice=advice, sheet=sheet.name))
            return
        for number in range(row + 1, len(sheet.rows)):
            if any(self._cells.says_something(number, column) for column in self._columns.values()):
                self._take_row(number)

    def _take_row(self, number: int) -> None:
        user_name = self._read(number, "user_name", lambda text: self._new_name(text, number))
        full_name = self._read(number, "full_name", checked_full_name)
        role = self._read(number, "role", _role)
        unit_id = self._read(number, "unit", lambda text: self._unit(text, role))
        if user_name and full_name and role and unit_id is not None:
            place = f"{self._file} {self._sheet.name} {self._place(number, 'user_name')}".replace("  ", " ")
            self.entries.append(Entry(place, NewAccount(user_name, full_name, role, unit_id or None)))

    def _read(self, number: int, name: str, parse: Callable[[str], T]) -> T | None:
        column = self._columns.get(name)
        try:
            return parse(cleaned(self._cells.text(number, column)))
        except (AccessError, BadValueError) as error:
            found = self._cells.shown(number, column)
            place = self._place(number, name)
            self.problems.append(Problem(self._file, number + 1, name, found, str(error), self._sheet.name, place))
            return None

    def _place(self, number: int, name: str) -> str:
        return address(number, self._columns.get(name, self._columns["role"]))

    def _new_name(self, text: str, number: int) -> str:
        name = checked_name(text)
        if name in self._seen:
            raise AccessError(account_words.NAME_TWICE.format(other=self._seen[name]))
        self._seen[name] = f"{self._sheet.name} {self._place(number, 'user_name')}".strip()
        return name

    def _unit(self, text: str, role: Role | None) -> str:
        """The code of the unit, empty where the role has none; a wrong role is told in its own cell only."""
        if role is Role.unit and not text:
            raise AccessError(account_words.UNIT_NEEDED)
        if role is not Role.unit:
            if role and text:
                raise AccessError(
                    account_words.UNIT_NOT_WANTED.format(found=text[:60], role=sign_in_words.ROLE_NAMES[role])
                )
            return ""
        return text if self._names.knows(text) else self._names.code_of("", text, "")


def _role(text: str) -> Role:
    role = _ROLE_OF.get(folded(text))
    if role is None:
        raise AccessError(account_words.BAD_ROLE.format(roles=", ".join(sign_in_words.ROLE_NAMES.values())))
    return role
