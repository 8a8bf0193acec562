"""The accounts of a home that has none yet: one administrator, or one of every role to try the product with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Engine

from scorecard.access.accounts.passwords import hash_password, random_password
from scorecard.access.accounts.rows import Account, NewAccount, count_accounts, described, insert_account
from scorecard.access.audit.record import Actor, record
from scorecard.access.roles import Role
from scorecard.catalog import Unit
from scorecard.database.engine import reading, writing
from scorecard.text import account_words

ADMIN = "admin"


def first_admin(engine: Engine, now: dt.datetime) -> str | None:
    """Makes the account `admin` where there is none at all; its password, which has to be changed, else None."""
    new = NewAccount(ADMIN, account_words.FIRST_ADMIN, Role.admin, must_change=True)
    made = _only_where_none(engine, now, [new])
    return made[0][1] if made else None


def demo_accounts(engine: Engine, now: dt.datetime, units: Sequence[Unit]) -> list[tuple[Account, str]]:
    """An account of every role with its password, for invented figures; none where there is any account already.

    `unit` has two where the catalogue has them: the first department and the first district.
    """
    wanted = [
        NewAccount(account_words.DEMO_NAMES[role], account_words.DEMO_FULL_NAMES[role], role, demo=True)
        for role in (Role.leader, Role.steward, Role.admin)
    ]
    for level, name in account_words.DEMO_UNIT_NAMES.items():
        if unit := next((unit for unit in units if unit.level == level), None):
            wanted.append(NewAccount(name, unit.name, Role.unit, unit.unit_id, demo=True, unit_from=unit.valid_from))
    return _only_where_none(engine, now, wanted)


def _only_where_none(engine: Engine, now: dt.datetime, wanted: list[NewAccount]) -> list[tuple[Account, str]]:
    with reading(engine) as connection:
        if count_accounts(connection):
            return []
    passwords = [random_password() for _ in wanted]
    hashes = [hash_password(password) for password in passwords]
    with writing(engine) as connection:
        if count_accounts(connection):  # somebody was faster while the hashes were made
            return []
        made = []
        for new, hashed in zip(wanted, hashes, strict=True):
            account = insert_account(connection, now, replace(new, password_hash=hashed))
            record(connection, now, Actor(""), "account.add", account.user_name, described(account))
            made.append(account)
    return list(zip(made, passwords, strict=True))
