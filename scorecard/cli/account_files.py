"""Commands that take accounts in and out as files: user import, user export."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from scorecard.access.accounts.credentials_file import export_credentials, import_credentials
from scorecard.access.accounts.invitations import HOURS, link_of
from scorecard.access.accounts.sheet import import_account_sheet
from scorecard.access.lives import units_today
from scorecard.access.roles import Role
from scorecard.cli.app import Form, FormOption, catalog_of, note
from scorecard.cli.office import HoursOption, UrlOption, known_units, office
from scorecard.cli.printed_rows import print_rows
from scorecard.errors import UsageError
from scorecard.intake.workbooks.cost_limits import MOST_BYTES
from scorecard.text import user_command_words

_YAML = (".yaml", ".yml")
_COLUMNS = ("user_name", "full_name", "role", "unit_id", "link")


def bring_in(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, readable=True, help=user_command_words.IMPORT_FILE)
    ],
    role: Annotated[Role | None, typer.Option(help=user_command_words.IMPORT_ROLE)] = None,
    hours: HoursOption = HOURS,
    url: UrlOption = "",
    form: FormOption = Form.table,
) -> None:
    at = office(context)
    with file.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    if file.suffix.lower() in _YAML:
        units = known_units(context)
        made = import_credentials(at.engine, at.actor, at.now, content, role=role, known_units=units)
    else:
        catalog = catalog_of(context)
        given = file.name, content, units_today(catalog, at.now.astimezone(catalog.zone).date()), catalog.aliases
        made = import_account_sheet(at.engine, at.actor, at.now, *given, hours=hours)
    note(user_command_words.IMPORTED.format(count=len(made)))
    rows = [
        {name: getattr(item.account, name) for name in _COLUMNS[:-1]}
        | {"link": link_of(item.token, url) if item.token else ""}
        for item in made
    ]
    print_rows(rows, _COLUMNS, form)


def export(
    context: typer.Context, out: Annotated[Path, typer.Option(dir_okay=False, help=user_command_words.OUT)]
) -> None:
    at = office(context)
    try:
        descriptor = os.open(out, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise UsageError(user_command_words.EXISTS.format(file=out)) from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(export_credentials(at.engine, at.actor, at.now))
    note(user_command_words.EXPORTED.format(file=out))


bring_in.__doc__, export.__doc__ = user_command_words.IMPORT, user_command_words.EXPORT
