"""Accounts are bound to a life of their unit's code."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0003", "0002"


def upgrade() -> None:
    """Adds the first day of the life; which one an account of before is bound to, only the catalogue knows."""
    op.add_column("accounts", sa.Column("unit_from", sa.Text))
