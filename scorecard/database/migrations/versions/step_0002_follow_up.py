"""Matters that follow a light, and the moves made in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"


def upgrade() -> None:
    """Makes the two tables."""
    op.create_table(
        "matters",
        sa.Column("matter_id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("unit_id", "unit_from")),
        sa.Column("task_no", sa.Integer),
        sa.Column("indicator_id", sa.Text),
    )
    op.create_index("matters_by_light", "matters", ["unit_id", "task_no"])
    op.create_table(
        "moves",
        sa.Column("matter_id", sa.Integer, sa.ForeignKey("matters.matter_id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False, index=True),
        sa.Column("week", sa.Text, nullable=False, index=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("who", "who_name", "move", "state", "told")),
    )
