"""One-time links by which somebody chooses the password of an account; only their hash is kept."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, Engine, select, update

from scorecard.access.accounts.passwords import check_new_password, hash_password
from scorecard.access.accounts.rows import Account, account_of, change_account, drop_invitations
from scorecard.access.accounts.tokens import hash_of, new_token
from scorecard.access.audit.record import Actor, record
from scorecard.access.tables import INVITATIONS
from scorecard.database.engine import reading, writing
from scorecard.errors import AccessError
from scorecard.text import account_words

HOURS = 72
PATH = "/invitation"  # the page that asks for the password, of the ASGI application


def invite(engine: Engine, actor: Actor, now: dt.datetime, account_id: int, hours: int = HOURS) -> str:
    """A token for the account, shown once; earlier ones stop working. Raises AccessError for a disabled account."""
    with writing(engine) as connection:
        account = account_of(connection, account_id)
        if account.disabled:
            raise AccessError(account_words.INVITE_DISABLED.format(name=account.user_name))
        token = give_token(connection, now, account, hours)
        record(connection, now, actor, "account.invite", account.user_name, f"{hours} h")
    return token


def give_token(connection: Connection, now: dt.datetime, account: Account, hours: int) -> str:
    """The token alone, within a transaction that records it."""
    drop_invitations(connection, account.account_id)
    token = new_token()
    expires_at = now + dt.timedelta(hours=hours)
    row = {"token_hash": hash_of(token), "account_id": account.account_id, "expires_at": expires_at}
    connection.execute(INVITATIONS.insert().values(row))
    return token


def link_of(token: str, server: str = "") -> str:
    """The address to send; without a server only its end, to be put behind the one the office knows."""
    return f"{server.rstrip('/')}{PATH}/{token}"


def invited_account(engine: Engine, now: dt.datetime, token: str) -> Account | None:
    """Whom an invitation is for; None for one that is unknown, used, expired, or for a disabled account."""
    with reading(engine) as connection:
        return _invited(connection, now, token)


def accept(engine: Engine, actor: Actor, now: dt.datetime, token: str, password: str) -> Account:
    """Gives the invited account its password, once; raises AccessError for a bad password or an invitation gone."""
    with reading(engine) as connection:
        account = _needed(_invited(connection, now, token))
    check_new_password(password, account.user_name)
    hashed = hash_password(password)
    with writing(engine) as connection:
        account = _needed(_invited(connection, now, token))
        used = update(INVITATIONS).where(INVITATIONS.c.token_hash == hash_of(token)).values(used_at=now)
        connection.execute(used)
        account = change_account(connection, now, account.account_id, {"password_hash": hashed, "must_change": False})
        record(connection, now, actor, "account.accept", account.user_name)
    return account


def _invited(connection: Connection, now: dt.datetime, token: str) -> Account | None:
    row = connection.execute(select(INVITATIONS).where(INVITATIONS.c.token_hash == hash_of(token))).first()
    if row is None or row.used_at is not None or row.expires_at <= now:
        return None
    account = account_of(connection, row.account_id)
    return None if account.disabled else account


def _needed(account: Account | None) -> Account:
    if account is None:
        raise AccessError(account_words.INVITATION_GONE)
    return account
