"""Accounts, sessions, devices, attempts, invitations, audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0001", None


def upgrade() -> None:
    """Makes the tables of the first version with accounts."""
    op.create_table(
        "accounts",
        sa.Column("account_id", sa.Integer, primary_key=True),
        sa.Column("user_name", sa.Text, nullable=False, unique=True),
        sa.Column("full_name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("unit_id", sa.Text),
        sa.Column("password_hash", sa.Text),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("must_change", "disabled", "demo")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("created_at", "changed_at")),
    )
    owner = "accounts.account_id"
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.Text, primary_key=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey(owner), nullable=False, index=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("created_at", "seen_at", "address", "agent")),
    )
    op.create_table(
        "devices",
        sa.Column("token_hash", sa.Text, primary_key=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey(owner), nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
    )
    op.create_table(
        "attempts",
        sa.Column("attempt_id", sa.Integer, primary_key=True),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_index("attempts_by_subject", "attempts", ["subject", "at"])
    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.Text, primary_key=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey(owner), nullable=False),
        sa.Column("expires_at", sa.Text, nullable=False),
        sa.Column("used_at", sa.Text),
    )
    said = ("at", "who", "address", "act", "subject", "result", "previous_hash", "hash")
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in said),
    )
