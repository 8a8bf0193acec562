"""What the commands about accounts and the audit work with: the database, who runs them, and what they are told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

import typer
from sqlalchemy import Engine

from scorecard.access.accounts.accounts import Account, find_account
from scorecard.access.audit.record import Actor
from scorecard.access.lives import known_lives, units_today
from scorecard.cli.app import catalog_of, settings_of
from scorecard.database.engine import open_database, reading
from scorecard.errors import AccessError
from scorecard.settings import user_name
from scorecard.text import account_words, user_command_words

HoursOption = Annotated[int, typer.Option(min=1, max=24 * 90, help=user_command_words.HOURS)]
UrlOption = Annotated[str, typer.Option(help=user_command_words.URL)]


@dataclass(frozen=True)
class Office:
    """What every command about accounts needs."""

    engine: Engine
    actor: Actor
    now: dt.datetime

    def account(self, name: str) -> Account:
        """The account of this name; raises AccessError."""
        with reading(self.engine) as connection:
            found = find_account(connection, name)
        if found is None:
            raise AccessError(account_words.NO_ACCOUNT.format(found=name[:60]))
        return found


def office(context: typer.Context) -> Office:
    """The database of the home; whoever runs the command is who the audit names."""
    return Office(open_database(settings_of(context).home), Actor(user_name()), dt.datetime.now(dt.UTC))


def known_units(context: typer.Context) -> dict[str, dt.date]:
    """The codes an account may be of, each with the first day of the life it is bound to."""
    catalog = catalog_of(context)
    return known_lives(units_today(catalog, dt.datetime.now(catalog.zone).date()))
