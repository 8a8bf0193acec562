"""Somebody who is signed in, for browsers that measure or test: account and session are written into the home."""

from __future__ import annotations

import datetime as dt
import secrets
from pathlib import Path

from playwright.sync_api import BrowserContext
from sqlalchemy import delete, select

from scorecard.access.accounts.tokens import hash_of
from scorecard.access.roles import Role
from scorecard.access.sign_in.sessions import SESSION_COOKIE
from scorecard.access.tables import ACCOUNTS, SESSIONS
from scorecard.database.engine import open_database, writing

# One token opens every home of this process: a cookie knows no port.
VISITOR = secrets.token_urlsafe(32)


def let_in(home: Path, role: Role = Role.steward, unit_id: str | None = None, token: str = VISITOR) -> str:
    """Makes the token that of a session of a person with this role, until it runs out; returns the token."""
    now, name = dt.datetime.now(dt.UTC), f"{role}-{unit_id or 'all'}-visitor".lower()
    with writing(open_database(home)) as connection:
        found = connection.execute(select(ACCOUNTS.c.account_id).where(ACCOUNTS.c.user_name == name)).scalar()
        values = {"user_name": name, "full_name": FULL_NAMES[role], "role": role.value, "unit_id": unit_id}
        if found is None:
            connection.execute(ACCOUNTS.insert().values(**values, created_at=now, changed_at=now))
            found = connection.execute(select(ACCOUNTS.c.account_id).where(ACCOUNTS.c.user_name == name)).scalar_one()
        connection.execute(delete(SESSIONS).where(SESSIONS.c.token_hash == hash_of(token)))
        session = {"token_hash": hash_of(token), "account_id": found, "created_at": now, "seen_at": now}
        connection.execute(SESSIONS.insert().values(**session, address="127.0.0.1", agent="test"))
    return token


FULL_NAMES = {Role.leader: "Leader", Role.steward: "Steward", Role.unit: "Unit", Role.admin: "Admin"}


def carry(context: BrowserContext, token: str = VISITOR) -> None:
    """Gives a browser the cookie of a session."""
    context.add_cookies(
        [{"name": SESSION_COOKIE, "value": token, "domain": "127.0.0.1", "path": "/", "httpOnly": True}]
    )
