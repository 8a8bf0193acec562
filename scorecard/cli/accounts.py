"""Commands that make and change single accounts: user add, disable, enable, role, reset, invite, list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

import typer
from sqlalchemy import Engine

from scorecard.access.account_sheet import units_to_name
from scorecard.access.accounts import (
    Account,
    add_account,
    find_account,
    list_accounts,
    reset_password,
    set_disabled,
    set_role,
)
from scorecard.access.audit import Actor
from scorecard.access.database import open_database, reading
from scorecard.access.invitations import HOURS, invite, link_of
from scorecard.access.roles import Role
from scorecard.cli.app import Form, FormOption, catalog_of, settings_of
from scorecard.cli.reading import print_rows
from scorecard.errors import AccessError
from scorecard.settings import user_name
from scorecard.text import accounts as words
from scorecard.text import sign_in as entry
from scorecard.text import user_commands as say

_COLUMNS = ("user_name", "full_name", "role", "unit_id", "disabled", "has_password", "must_change", "demo")
user_app = typer.Typer(help=say.APP, no_args_is_help=True)

NameArgument = Annotated[str, typer.Argument(help=say.NAME)]
UnitOption = Annotated[str | None, typer.Option(help=say.UNIT)]
HoursOption = Annotated[int, typer.Option(min=1, max=24 * 90, help=say.HOURS)]
UrlOption = Annotated[str, typer.Option(help=say.URL)]


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
            raise AccessError(words.NO_ACCOUNT.format(found=name[:60]))
        return found


def office(context: typer.Context) -> Office:
    """The database of the home; whoever runs the command is who the audit names."""
    return Office(open_database(settings_of(context).home), Actor(user_name()), dt.datetime.now(dt.UTC))


def known_units(context: typer.Context) -> frozenset[str]:
    """The codes an account may be of."""
    return frozenset(unit.unit_id for unit in units_to_name(catalog_of(context)))


def add(
    context: typer.Context,
    name: NameArgument,
    full_name: Annotated[str, typer.Option(help=say.FULL_NAME)],
    role: Annotated[Role, typer.Option(help=say.ROLE)],
    unit: UnitOption = None,
    one_time_password: Annotated[bool, typer.Option("--one-time-password", help=say.ONE_TIME)] = False,
    hours: HoursOption = HOURS,
    url: UrlOption = "",
) -> None:
    at, units = office(context), known_units(context) if unit else None
    account = add_account(at.engine, at.actor, at.now, name, full_name, role, unit, known_units=units)
    typer.echo(say.ADDED.format(name=account.user_name, role=entry.ROLE_NAMES[role]))
    if one_time_password:
        _say_password(at, account)
    else:
        _say_link(at, account, hours, url)


def disable(context: typer.Context, name: NameArgument) -> None:
    at = office(context)
    account = set_disabled(at.engine, at.actor, at.now, at.account(name).account_id, True)
    typer.echo(say.DISABLED.format(name=account.user_name))


def enable(context: typer.Context, name: NameArgument) -> None:
    at = office(context)
    account = set_disabled(at.engine, at.actor, at.now, at.account(name).account_id, False)
    typer.echo(say.ENABLED.format(name=account.user_name))


def role(
    context: typer.Context,
    name: NameArgument,
    new_role: Annotated[Role, typer.Argument(metavar="ROLE", help=say.NEW_ROLE)],
    unit: UnitOption = None,
) -> None:
    at, units = office(context), known_units(context) if unit else None
    account = set_role(at.engine, at.actor, at.now, at.account(name).account_id, new_role, unit, known_units=units)
    described = f"{entry.ROLE_NAMES[account.role]} {account.unit_id or ''}".strip()
    typer.echo(say.CHANGED.format(name=account.user_name, role=described))


def reset(context: typer.Context, name: NameArgument) -> None:
    at = office(context)
    _say_password(at, at.account(name))


def invitation(context: typer.Context, name: NameArgument, hours: HoursOption = HOURS, url: UrlOption = "") -> None:
    at = office(context)
    _say_link(at, at.account(name), hours, url)


def listing(context: typer.Context, form: FormOption = Form.table) -> None:
    accounts = list_accounts(office(context).engine)
    print_rows([{name: getattr(item, name) for name in _COLUMNS} for item in accounts], _COLUMNS, form)


def _say_password(at: Office, account: Account) -> None:
    password = reset_password(at.engine, at.actor, at.now, account.account_id)
    typer.echo(say.ONE_TIME_IS.format(name=account.user_name, value=password))


def _say_link(at: Office, account: Account, hours: int, url: str) -> None:
    token = invite(at.engine, at.actor, at.now, account.account_id, hours)
    typer.echo(say.LINK.format(hours=hours, link=link_of(token, url)))


add.__doc__, disable.__doc__, enable.__doc__, role.__doc__ = say.ADD, say.DISABLE, say.ENABLE, say.SET_ROLE
reset.__doc__, invitation.__doc__, listing.__doc__ = say.RESET, say.INVITE, say.LIST
user_app.command("add")(add)
user_app.command("disable")(disable)
user_app.command("enable")(enable)
user_app.command("role")(role)
user_app.command("reset")(reset)
user_app.command("invite")(invitation)
user_app.command("list")(listing)
