"""Accounts and moments that tests of accounts share."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Engine, select

from scorecard.access.accounts.accounts import add_account
from scorecard.access.accounts.rows import Account
from scorecard.access.audit.record import Actor
from scorecard.access.roles import Role
from scorecard.access.tables import AUDIT, SESSIONS

NOW = dt.datetime(2023, 10, 20, 10, 0, tzinfo=dt.UTC)
ACTOR = Actor("boss", "127.0.0.1")
PASSWORD = "một câu của riêng tôi"


def added(engine: Engine, user_name: str = "boss", role: Role = Role.admin, unit_id: str | None = None) -> Account:
    return add_account(engine, ACTOR, NOW, user_name, "Người Thử", role, unit_id, PASSWORD, must_change=False)


def sign_in(engine: Engine, account: Account, token: str = "t") -> None:
    row = {"token_hash": f"{account.account_id}{token}", "account_id": account.account_id, "address": "", "agent": ""}
    with engine.begin() as connection:
        connection.execute(SESSIONS.insert().values(row | {"created_at": NOW, "seen_at": NOW}))


def sessions(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return sorted(connection.execute(select(SESSIONS.c.token_hash)).scalars())


def told(engine: Engine) -> list[tuple[str, str, str, str]]:
    """The audit: who, act, subject, result."""
    with engine.connect() as connection:
        lines = connection.execute(select(AUDIT).order_by(AUDIT.c.number))
        return [(line.who, line.act, line.subject, line.result) for line in lines]
