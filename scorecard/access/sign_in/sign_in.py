"""Signing in: one answer for everything that is wrong, in the same time, and slower after wrong tries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, select

from scorecard.access.account_names import folded_name
from scorecard.access.accounts.passwords import is_password
from scorecard.access.accounts.tokens import hash_of, new_token
from scorecard.access.audit.record import Actor, record
from scorecard.access.sign_in.sessions import start_session
from scorecard.access.sign_in.throttle import Origin, forget, is_known, note_try, seconds_to_wait, subjects
from scorecard.access.tables import ACCOUNTS, DEVICES
from scorecard.database.engine import writing


@dataclass(frozen=True)
class SignedIn:
    """A session was started; `device` is the browser's new mark, empty if it has a good one."""

    token: str
    device: str
    must_change: bool


@dataclass(frozen=True)
class Refused:
    """No session: wrong, or too soon (`wait` seconds). The same whether the name exists or not."""

    wait: int = 0


def sign_in(engine: Engine, now: dt.datetime, name: str, password: str, origin: Origin) -> SignedIn | Refused:
    """Checks a name and a password. Takes the time of one password hash for known and unknown names alike."""
    name = folded_name(name)
    with writing(engine) as connection:
        row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.user_name == name)).first()
        known = is_known(connection, row.account_id if row else None, origin.device)
        counted = subjects(name, origin, known=known)
        if wait := seconds_to_wait(connection, now, counted):
            return Refused(wait)
        # Counted before it is looked at: tries that come all at once would otherwise all be the first.
        note_try(connection, now, counted)
    right = is_password(password, row.password_hash if row else None)
    with writing(engine) as connection:
        if row is None or not right or row.disabled or (row.demo and not origin.local):
            # A name nobody has may be a password that was typed into the wrong field.
            record(connection, now, Actor("", origin.address), "sign_in", row.user_name if row else "", "refused")
            return Refused(seconds_to_wait(connection, now, counted))
        forget(connection, now, counted)
        return enter(connection, now, row, origin, known=known)


def enter(connection: Connection, now: dt.datetime, row: Any, origin: Origin, *, known: bool) -> SignedIn:
    """Starts the session of an account that proved who it is, within somebody's transaction."""
    token = start_session(connection, now, row.account_id, origin.address, origin.agent)
    device = "" if known else new_token()
    if device:
        values = {"token_hash": hash_of(device), "account_id": row.account_id, "created_at": now}
        connection.execute(DEVICES.insert().values(values))
    record(connection, now, Actor(row.user_name, origin.address), "sign_in", row.user_name)
    return SignedIn(token, device, row.must_change)
