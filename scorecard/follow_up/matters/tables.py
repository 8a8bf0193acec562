"""The two tables of what is followed up: what a matter is about, and every move made in it. Nothing is ever changed."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from scorecard.access.tables import METADATA, Moment

# A matter: a request for an explanation, a contested figure, a decision, a note, a letter.
MATTERS = Table(
    "matters",
    METADATA,
    Column("matter_id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("unit_id", Text),
    Column("unit_from", Text),  # the life of the code, by its first day
    Column("task_no", Integer),
    Column("indicator_id", Text),
    Index("matters_by_light", "unit_id", "task_no"),
)

# The number of the last move is the version of the matter: whoever writes the same number second is told.
MOVES = Table(
    "moves",
    METADATA,
    Column("matter_id", ForeignKey("matters.matter_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # 1, 2, 3 … within the matter
    Column("at", Moment, nullable=False, index=True),
    Column("week", Text, nullable=False, index=True),  # the newest published week when it was made
    Column("who", Text, nullable=False),
    Column("who_name", Text, nullable=False),
    Column("move", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("told", Text, nullable=False),  # JSON of `Told`
)
