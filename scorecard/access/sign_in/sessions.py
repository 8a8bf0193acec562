"""Sessions of signed-in people, on the server's side: ended here, a copied cookie opens nothing any more."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, select, update

from scorecard.access.accounts.tokens import hash_of, new_token
from scorecard.access.audit.record import Actor, record
from scorecard.access.lives import since_of
from scorecard.access.roles import Person, Role
from scorecard.access.tables import ACCOUNTS, SESSIONS
from scorecard.database.engine import reading, writing
from scorecard.errors import DatabaseError

SESSION_COOKIE = "sc_session"
IDLE = dt.timedelta(hours=2)
ABSOLUTE = dt.timedelta(hours=12)
_TOUCH = dt.timedelta(minutes=1)  # a session in use is written down this often
_AGENT = 200  # letters of what a browser calls itself

_PERSON = (
    ACCOUNTS.c.account_id,
    ACCOUNTS.c.user_name,
    ACCOUNTS.c.full_name,
    ACCOUNTS.c.role,
    ACCOUNTS.c.unit_id,
    ACCOUNTS.c.must_change,
    ACCOUNTS.c.unit_from,
    ACCOUNTS.c.created_at.label("made_at"),
)


@dataclass(frozen=True)
class OwnSession:
    """One of a person's sessions; `key` names it without opening it."""

    key: str
    created_at: dt.datetime
    seen_at: dt.datetime
    address: str
    agent: str
    current: bool


def start_session(connection: Connection, now: dt.datetime, account_id: int, address: str, agent: str) -> str:
    """A new session of an account; returns the token for its cookie. What ran out meanwhile is removed."""
    gone = (SESSIONS.c.created_at < now - ABSOLUTE) | (SESSIONS.c.seen_at < now - IDLE)
    connection.execute(delete(SESSIONS).where(gone))
    token = new_token()
    values = {"token_hash": hash_of(token), "account_id": account_id, "created_at": now, "seen_at": now}
    connection.execute(SESSIONS.insert().values(**values, address=address, agent=agent[:_AGENT]))
    return token


def find_person(engine: Engine, now: dt.datetime, token: str, *, local: bool) -> Person | None:
    """Who holds this token; None for one that is unknown, ended, run out, or of a disabled account.

    `local` says whether the server listens to its own machine alone: demo accounts are good for nothing else.
    """
    if not token:
        return None
    with reading(engine) as connection:
        row = connection.execute(
            select(*_PERSON, ACCOUNTS.c.disabled, ACCOUNTS.c.demo, SESSIONS.c.created_at, SESSIONS.c.seen_at)
            .join_from(SESSIONS, ACCOUNTS)
            .where(SESSIONS.c.token_hash == hash_of(token))
        ).first()
    if row is None or row.disabled or (row.demo and not local) or _ran_out(row, now):
        return None
    if now - row.seen_at > _TOUCH:
        # A database nobody can write to at the moment ends no session: the pages can still be read.
        with contextlib.suppress(DatabaseError), writing(engine) as connection:
            connection.execute(update(SESSIONS).where(SESSIONS.c.token_hash == hash_of(token)).values(seen_at=now))
    return person_of(row)


def person_of(row: Any) -> Person:
    """The person of a row of _PERSON."""
    own = row.unit_id, row.must_change, since_of(row), row.made_at
    return Person(row.account_id, row.user_name, row.full_name, Role(row.role), *own)


def list_sessions(engine: Engine, now: dt.datetime, account_id: int, token: str) -> list[OwnSession]:
    """The sessions of an account that are still open, newest first; `current` is the one with this token."""
    query = select(SESSIONS).where(SESSIONS.c.account_id == account_id).order_by(SESSIONS.c.created_at.desc())
    with reading(engine) as connection:
        rows = connection.execute(query).all()
    return [
        OwnSession(
            row.token_hash, row.created_at, row.seen_at, row.address, row.agent, row.token_hash == hash_of(token)
        )
        for row in rows
        if not _ran_out(row, now)
    ]


def end_session(engine: Engine, now: dt.datetime, actor: Actor, token: str) -> None:
    """Signs out: the token opens nothing any more."""
    with writing(engine) as connection:
        if connection.execute(delete(SESSIONS).where(SESSIONS.c.token_hash == hash_of(token))).rowcount:
            record(connection, now, actor, "sign_out", actor.who)


def end_own_session(engine: Engine, now: dt.datetime, actor: Actor, account_id: int, key: str) -> None:
    """Ends one of an account's sessions by its key; another account's is left alone."""
    mine = (SESSIONS.c.token_hash == key) & (SESSIONS.c.account_id == account_id)
    with writing(engine) as connection:
        if connection.execute(delete(SESSIONS).where(mine)).rowcount:
            record(connection, now, actor, "session_ended", actor.who)


def _ran_out(row: Any, now: dt.datetime) -> bool:
    # A clock that was set back must not make a session last longer.
    age = now - row.created_at
    return bool(age > ABSOLUTE or age < -_TOUCH or now - row.seen_at > IDLE)
