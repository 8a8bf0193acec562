"""Accounts: made and changed, each time whole, with a line of the audit, and with every session of theirs ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import Connection, Engine, func, select

from scorecard.access.accounts.first_accounts import demo_accounts, first_admin
from scorecard.access.accounts.passwords import check_new_password, hash_password, random_password
from scorecard.access.accounts.rows import (
    Account,
    NewAccount,
    account_of,
    change_account,
    check_unit,
    described,
    drop_invitations,
    find_account,
    insert_account,
    list_accounts,
    password_hash_of,
)
from scorecard.access.audit.record import Actor, record
from scorecard.access.lives import unit_columns
from scorecard.access.roles import Act, Role, may
from scorecard.access.tables import ACCOUNTS
from scorecard.database.engine import reading, writing
from scorecard.errors import AccessError
from scorecard.text import account_words

__all__ = [
    "Account",
    "account_of",
    "add_account",
    "demo_accounts",
    "find_account",
    "first_admin",
    "list_accounts",
    "password_hash_of",
    "reset_password",
    "set_disabled",
    "set_password",
    "set_role",
]


def add_account(
    engine: Engine,
    actor: Actor,
    now: dt.datetime,
    user_name: str,
    full_name: str,
    role: Role,
    unit_id: str | None = None,
    password: str | None = None,
    *,
    must_change: bool = True,
    demo: bool = False,
    known_units: Mapping[str, dt.date] | None = None,
) -> Account:
    """Makes an account; without a password it waits for an invitation. Raises AccessError saying what to write."""
    if password is not None:
        check_new_password(password, user_name)
    hashed = hash_password(password) if password is not None else None  # before the lock: it takes its time
    new = NewAccount(user_name, full_name, role, unit_id, hashed, must_change and hashed is not None, demo)
    with writing(engine) as connection:
        account = insert_account(connection, now, new, known_units)
        record(connection, now, actor, "account.add", account.user_name, described(account))
    return account


def set_disabled(engine: Engine, actor: Actor, now: dt.datetime, account_id: int, disabled: bool) -> Account:
    """Shuts an account out at once, or lets it in again; raises AccessError for the last administrator."""
    with writing(engine) as connection:
        before = account_of(connection, account_id)
        if disabled:
            _keep_one_admin(connection, before)
            drop_invitations(connection, account_id)
        account = change_account(connection, now, account_id, {"disabled": disabled})
        record(connection, now, actor, "account.disable" if disabled else "account.enable", account.user_name)
    return account


def set_role(
    engine: Engine,
    actor: Actor,
    now: dt.datetime,
    account_id: int,
    role: Role,
    unit_id: str | None = None,
    *,
    known_units: Mapping[str, dt.date] | None = None,
) -> Account:
    """Gives an account another role or unit; raises AccessError for the last administrator."""
    check_unit(role, unit_id, known_units)
    with writing(engine) as connection:
        before = account_of(connection, account_id)
        if not may(role, Act.accounts):
            _keep_one_admin(connection, before)
        unit = unit_columns(unit_id, (known_units or {}).get(unit_id or ""))
        account = change_account(connection, now, account_id, {"role": role.value, **unit})
        record(
            connection, now, actor, "account.role", account.user_name, f"{described(before)} -> {described(account)}"
        )
    return account


def set_password(
    engine: Engine, actor: Actor, now: dt.datetime, account_id: int, password: str, *, must_change: bool = False
) -> Account:
    """Gives an account a password somebody chose; raises AccessError for a bad one."""
    with reading(engine) as connection:
        check_new_password(password, account_of(connection, account_id).user_name)
    return _new_password(engine, actor, now, account_id, password, must_change=must_change)


def reset_password(engine: Engine, actor: Actor, now: dt.datetime, account_id: int) -> str:
    """Gives an account a random password that has to be changed at the first sign-in; returns it, kept nowhere."""
    password = random_password()
    _new_password(engine, actor, now, account_id, password, must_change=True)
    return password


def _new_password(
    engine: Engine, actor: Actor, now: dt.datetime, account_id: int, password: str, *, must_change: bool
) -> Account:
    values = {"password_hash": hash_password(password), "must_change": must_change}
    with writing(engine) as connection:
        account_of(connection, account_id)
        account = change_account(connection, now, account_id, values)
        drop_invitations(connection, account_id)
        record(connection, now, actor, "account.reset" if must_change else "account.password", account.user_name)
    return account


def _keep_one_admin(connection: Connection, account: Account) -> None:
    """Without an administrator nobody could let anybody in any more."""
    others = select(func.count()).where(
        ACCOUNTS.c.role.in_([role.value for role in Role if may(role, Act.accounts)]),
        ACCOUNTS.c.disabled.is_(False),
        ACCOUNTS.c.account_id != account.account_id,
    )
    counts = may(account.role, Act.accounts) and not account.disabled
    if counts and not connection.execute(others).scalar_one():
        raise AccessError(account_words.LAST_ADMIN.format(name=account.user_name))
