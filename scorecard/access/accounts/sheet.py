"""Accounts from a spreadsheet: one row a person, read by the readers of the intake."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy import Engine

from scorecard.access.accounts.bulk_import import Imported, import_accounts, refuse
from scorecard.access.accounts.invitations import HOURS
from scorecard.access.accounts.sheet_rows import AccountRows, find_headings
from scorecard.access.audit.record import Actor
from scorecard.access.lives import known_lives
from scorecard.catalog import Alias, Unit
from scorecard.errors import AccessError
from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.cells.unit_names import UnitNames
from scorecard.intake.exports.text_export import text_sheet
from scorecard.intake.workbooks.cost_limits import MOST_BYTES
from scorecard.intake.workbooks.workbook import Sheet, is_workbook, read_workbook
from scorecard.text import account_words, workbook_words


def import_account_sheet(
    engine: Engine,
    actor: Actor,
    now: dt.datetime,
    name: str,
    content: bytes,
    units: Sequence[Unit],
    aliases: Iterable[Alias],
    hours: int = HOURS,
) -> list[Imported]:
    """Makes an account with an invitation for every row; whole or not at all. Raises AccessError with every mistake."""
    rows = AccountRows(name, UnitNames(units, aliases))
    for sheet in _sheets(name, content):
        rows.take(sheet)
    refuse([str(problem) for problem in rows.problems])
    if not rows.entries:
        raise AccessError(f"{name}: {account_words.NO_ACCOUNT_ROWS}")
    return import_accounts(engine, actor, now, rows.entries, hours=hours, known_units=known_lives(units))


def _sheets(name: str, content: bytes) -> list[Sheet]:
    """The sheets that can be seen, or the one a text is; raises AccessError where there is none."""
    if len(content) > MOST_BYTES:
        raise AccessError(f"{name}: {workbook_words.TOO_LARGE.format(most=MOST_BYTES // 1024 // 1024)}")
    try:
        if is_workbook(name, content):
            found = [sheet for sheet in read_workbook(content) if not sheet.hidden and not sheet.empty]
        else:
            text = text_sheet(content, lambda first: len(find_headings(first)[1]))
            found = [text] if text else []
    except BadValueError as error:
        raise AccessError(f"{name}: {error}") from None
    if not found:
        raise AccessError(f"{name}: {account_words.NO_ACCOUNT_SHEET}")
    return found
