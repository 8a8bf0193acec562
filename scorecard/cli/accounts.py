"""Commands that make and change single accounts: user add, disable, enable, role, reset, invite, list."""

from __future__ import annotations

from typing import Annotated

import typer

from scorecard.access.accounts.accounts import (
    Account,
    add_account,
    list_accounts,
    reset_password,
    set_disabled,
    set_role,
)
from scorecard.access.accounts.invitations import HOURS, invite, link_of
from scorecard.access.roles import Role
from scorecard.cli.app import Form, FormOption
from scorecard.cli.office import HoursOption, Office, UrlOption, known_units, office
from scorecard.cli.printed_rows import print_rows
from scorecard.text import sign_in_words, user_command_words

_COLUMNS = ("user_name", "full_name", "role", "unit_id", "unit_from", "disabled", "has_password", "must_change", "demo")
user_app = typer.Typer(help=user_command_words.APP, no_args_is_help=True)

NameArgument = Annotated[str, typer.Argument(help=user_command_words.NAME)]
UnitOption = Annotated[str | None, typer.Option(help=user_command_words.UNIT)]


def add(
    context: typer.Context,
    name: NameArgument,
    full_name: Annotated[str, typer.Option(help=user_command_words.FULL_NAME)],
    role: Annotated[Role, typer.Option(help=user_command_words.ROLE)],
    unit: UnitOption = None,
    one_time_password: Annotated[bool, typer.Option("--one-time-password", help=user_command_words.ONE_TIME)] = False,
    hours: HoursOption = HOURS,
    url: UrlOption = "",
) -> None:
    at, units = office(context), known_units(context) if unit else None
    account = add_account(at.engine, at.actor, at.now, name, full_name, role, unit, known_units=units)
    typer.echo(user_command_words.ADDED.format(name=account.user_name, role=sign_in_words.ROLE_NAMES[role]))
    if one_time_password:
        _say_password(at, account)
    else:
        _say_link(at, account, hours, url)


def disable(context: typer.Context, name: NameArgument) -> None:
    at = office(context)
    account = set_disabled(at.engine, at.actor, at.now, at.account(name).account_id, True)
    typer.echo(user_command_words.DISABLED.format(name=account.user_name))


def enable(context: typer.Context, name: NameArgument) -> None:
    at = office(context)
    account = set_disabled(at.engine, at.actor, at.now, at.account(name).account_id, False)
    typer.echo(user_command_words.ENABLED.format(name=account.user_name))


def role(
    context: typer.Context,
    name: NameArgument,
    new_role: Annotated[Role, typer.Argument(metavar="ROLE", help=user_command_words.NEW_ROLE)],
    unit: UnitOption = None,
) -> None:
    at, units = office(context), known_units(context) if unit else None
    account = set_role(at.engine, at.actor, at.now, at.account(name).account_id, new_role, unit, known_units=units)
    described = f"{sign_in_words.ROLE_NAMES[account.role]} {account.unit_id or ''}".strip()
    typer.echo(user_command_words.CHANGED.format(name=account.user_name, role=described))


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
    typer.echo(user_command_words.ONE_TIME_IS.format(name=account.user_name, value=password))


def _say_link(at: Office, account: Account, hours: int, url: str) -> None:
    token = invite(at.engine, at.actor, at.now, account.account_id, hours)
    typer.echo(user_command_words.LINK.format(hours=hours, link=link_of(token, url)))


add.__doc__, disable.__doc__, enable.__doc__, role.__doc__ = (
    user_command_words.ADD,
    user_command_words.DISABLE,
    user_command_words.ENABLE,
    user_command_words.SET_ROLE,
)
reset.__doc__, invitation.__doc__, listing.__doc__ = (
    user_command_words.RESET,
    user_command_words.INVITE,
    user_command_words.LIST,
)
user_app.command("add")(add)
user_app.command("disable")(disable)
user_app.command("enable")(enable)
user_app.command("role")(role)
user_app.command("reset")(reset)
user_app.command("invite")(invitation)
user_app.command("list")(listing)
