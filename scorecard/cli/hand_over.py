"""The command that gives accounts of ended units to their successors: user hand-over."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from scorecard.access.accounts.accounts import list_accounts
from scorecard.access.accounts.hand_over_file import read_hand_over
from scorecard.access.accounts.handing_over import Ended, find_ended
from scorecard.access.accounts.handing_over import hand_over as give
from scorecard.catalog import Unit
from scorecard.cli.app import Form, FormOption, catalog_of, note
from scorecard.cli.office import office
from scorecard.cli.printed_rows import print_rows
from scorecard.text import user_command_words

_COLUMNS = ("user_name", "unit_id", "unit_from", "unit", "ended", "new_unit_id", "new_unit_from", "new_unit")


def hand_over(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Option("--file", exists=True, dir_okay=False, help=user_command_words.HAND_OVER_FILE)
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=user_command_words.HAND_OVER_YES)] = False,
    form: FormOption = Form.table,
) -> None:
    at, catalog = office(context), catalog_of(context)
    day = at.now.astimezone(catalog.zone).date()
    ended = find_ended(list_accounts(at.engine), catalog, day)
    if file:
        units = {unit.unit_id: unit for unit in catalog.units_on(day)}
        given = read_hand_over(file.name, file.read_bytes(), ended, units)
    else:
        given = [(one, one.successor) for one in ended if one.successor]
    to = {one.account.account_id: unit for one, unit in given}
    if yes:
        give(at.engine, at.actor, at.now, given)
    print_rows([_row(one, to.get(one.account.account_id)) for one in ended], _COLUMNS, form)
    said = user_command_words.HANDED_OVER if yes else user_command_words.WOULD_HAND_OVER
    note(said.format(count=len(given), total=len(ended)) if ended else user_command_words.NONE_ENDED)
    if len(given) < len(ended):
        note(user_command_words.LEFT_ENDED.format(count=len(ended) - len(given)))


def _row(one: Ended, to: Unit | None) -> dict[str, Any]:
    return {
        "user_name": one.account.user_name,
        "unit_id": one.account.unit_id,
        "unit_from": one.since,
        "unit": one.unit.name if one.unit else None,
        "ended": one.unit.valid_to if one.unit else None,
        "new_unit_id": to.unit_id if to else None,
        "new_unit_from": to.valid_from if to else None,
        "new_unit": to.name if to else None,
    }


hand_over.__doc__ = user_command_words.HAND_OVER
