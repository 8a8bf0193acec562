"""Rows of the table of accounts, read and written within somebody else's transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, select, update

from scorecard.access.account_names import checked_full_name, checked_name, folded_name
from scorecard.access.lives import since_of, unit_columns
from scorecard.access.roles import Role
from scorecard.access.tables import ACCOUNTS, INVITATIONS, SESSIONS
from scorecard.database.engine import reading
from scorecard.errors import AccessError
from scorecard.text import account_words, sign_in_words


@dataclass(frozen=True)
class Account:
    """An account without its hash; `has_password` is false until an invitation is accepted.

    `unit_from` is the first day of the life of the unit's code; None in accounts made before that was kept.
    """

    account_id: int
    user_name: str
    full_name: str
    role: Role
    unit_id: str | None
    must_change: bool
    disabled: bool
    demo: bool
    created_at: dt.datetime
    changed_at: dt.datetime
    has_password: bool
    unit_from: dt.date | None = None


@dataclass(frozen=True)
class NewAccount:
    """What an account is made of; `password_hash` None waits for an invitation."""

    user_name: str
    full_name: str
    role: Role
    unit_id: str | None = None
    password_hash: str | None = None
    must_change: bool = False
    demo: bool = False
    unit_from: dt.date | None = None


def find_account(connection: Connection, user_name: str) -> Account | None:
    """The account of this name, however it is capitalised; None where there is none."""
    row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.user_name == folded_name(user_name))).first()
    return _account(row) if row else None


def account_of(connection: Connection, account_id: int) -> Account:
    """The account of this number; raises AccessError where there is none."""
    row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.account_id == account_id)).first()
    if row is None:
        raise AccessError(account_words.NO_ACCOUNT.format(found=account_id))
    return _account(row)


def password_hash_of(connection: Connection, account_id: int) -> str | None:
    """The hash of an account; None where it has no password, or there is no such account."""
    found = connection.execute(select(ACCOUNTS.c.password_hash).where(ACCOUNTS.c.account_id == account_id))
    hashed: str | None = found.scalar()
    return hashed


def list_accounts(engine: Engine) -> list[Account]:
    """Every account, in the order of the user names."""
    with reading(engine) as connection:
        rows = connection.execute(select(ACCOUNTS).order_by(ACCOUNTS.c.user_name)).all()
    return [_account(row) for row in rows]


def count_accounts(connection: Connection) -> int:
    """How many accounts there are, disabled ones too."""
    return connection.execute(select(func.count()).select_from(ACCOUNTS)).scalar_one()


def insert_account(
    connection: Connection, now: dt.datetime, new: NewAccount, known_units: Mapping[str, dt.date] | None = None
) -> Account:
    """Adds a row; raises AccessError for a name that is taken or none, or a unit that does not go with the role.

    `known_units` are the first days of the lives accounts are bound to, by code.
    """
    check_unit(new.role, new.unit_id, known_units)
    name, full_name = checked_name(new.user_name), checked_full_name(new.full_name)
    if find_account(connection, name):
        raise AccessError(account_words.NAME_TAKEN.format(found=name))
    values = {
        "user_name": name,
        "full_name": full_name,
        "role": new.role.value,
        **unit_columns(new.unit_id, new.unit_from or (known_units or {}).get(new.unit_id or "")),
        "password_hash": new.password_hash,
        "must_change": new.must_change,
        "disabled": False,
        "demo": new.demo,
        "created_at": now,
        "changed_at": now,
    }
    made = connection.execute(ACCOUNTS.insert().values(values)).inserted_primary_key
    assert made
    return account_of(connection, made[0])


def check_unit(role: Role, unit_id: str | None, known_units: Mapping[str, dt.date] | None) -> None:
    """Raises AccessError unless exactly the role `unit` has a unit, and one that is known."""
    if role is Role.unit and not unit_id:
        raise AccessError(account_words.UNIT_NEEDED)
    if role is not Role.unit and unit_id:
        raise AccessError(account_words.UNIT_NOT_WANTED.format(found=unit_id, role=sign_in_words.ROLE_NAMES[role]))
    if unit_id and known_units is not None and unit_id not in known_units:
        raise AccessError(account_words.UNIT_UNKNOWN.format(found=unit_id))


def change_account(connection: Connection, now: dt.datetime, account_id: int, values: dict[str, Any]) -> Account:
    """Sets columns of an account and ends all its sessions."""
    changed = values | {"changed_at": now}
    connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.account_id == account_id).values(changed))
    connection.execute(delete(SESSIONS).where(SESSIONS.c.account_id == account_id))
    return account_of(connection, account_id)


def drop_invitations(connection: Connection, account_id: int) -> None:
    """No link that was sent to this account works any more."""
    open_ones = INVITATIONS.c.used_at.is_(None)
    connection.execute(delete(INVITATIONS).where(INVITATIONS.c.account_id == account_id, open_ones))


def described(account: Account) -> str:
    """Role and unit as the audit tells them."""
    return f"{account.role} {account.unit_id}" if account.unit_id else str(account.role)


def _account(row: Row[Any]) -> Account:
    values = dict(row._mapping)  # noqa: SLF001 - the public name of a row's columns in SQLAlchemy
    has_password = values.pop("password_hash") is not None
    return Account(**values | {"role": Role(values["role"]), "has_password": has_password, "unit_from": since_of(row)})
