"""The tables of accounts; the same on SQLite and PostgreSQL. `migrations/` makes them, a test holds both together."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text, TypeDecorator


class Moment(TypeDecorator[dt.datetime]):
    """An aware time, kept as text in UTC of one width: it sorts, compares and hashes the same in every database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Any) -> str | None:  # noqa: ARG002
        """Refuses times without an offset, which could mean any moment."""
        if value is None:
            return None
        assert value.tzinfo is not None, "a time without an offset"
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Any) -> dt.datetime | None:  # noqa: ARG002
        """The same moment in UTC."""
        return dt.datetime.fromisoformat(value) if value else None


METADATA = MetaData()

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("account_id", Integer, primary_key=True),
    Column("user_name", Text, nullable=False, unique=True),  # folded: NFC, lower case
    Column("full_name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("unit_id", Text),
    Column("unit_from", Text),  # first day of the life of the code; none in accounts older than this column
    Column("password_hash", Text),  # none yet: invited, or signs in by the identity provider only
    Column("must_change", Boolean, nullable=False, default=False),
    Column("disabled", Boolean, nullable=False, default=False),
    Column("demo", Boolean, nullable=False, default=False),  # only where the server listens on this machine alone
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("token_hash", Text, primary_key=True),
    Column("account_id", ForeignKey("accounts.account_id"), nullable=False, index=True),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("address", Text, nullable=False),
    Column("agent", Text, nullable=False),
)

# Browsers somebody has signed in with before: strangers' tries never slow these down.
DEVICES = Table(
    "devices",
    METADATA,
    Column("token_hash", Text, primary_key=True),
    Column("account_id", ForeignKey("accounts.account_id"), nullable=False),
    Column("created_at", Moment, nullable=False),
)

# What sign-in slows down by: one row a refused try.
ATTEMPTS = Table(
    "attempts",
    METADATA,
    Column("attempt_id", Integer, primary_key=True),
    Column("subject", Text, nullable=False),  # hashed: a name, a name from an address, an address, a device
    Column("at", Moment, nullable=False),
    Index("attempts_by_subject", "subject", "at"),
)

INVITATIONS = Table(
    "invitations",
    METADATA,
    Column("token_hash", Text, primary_key=True),
    Column("account_id", ForeignKey("accounts.account_id"), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),  # 1, 2, 3 … without gaps
    Column("at", Moment, nullable=False),
    Column("who", Text, nullable=False),  # user name; empty is nobody who signed in
    Column("address", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
)
