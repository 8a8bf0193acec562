"""Brings the application database to the tables this version knows; each step whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, column, func, inspect, select, table, text

from scorecard.errors import DatabaseError
from scorecard.text import access_words

HEAD = "0003"
# The tables as they were before steps had numbers.
_UNNUMBERED = "0001"
_NUMBERS = "alembic_version"
_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 6_030_241  # any number nobody else locks by


def migrate(engine: Engine) -> None:
    """Runs the steps that are missing; quick where none is. Two processes that start at once run each step once.

    Raises DatabaseError for a database of a later version, which is left alone.
    """
    with engine.connect() as connection:
        if _version(connection) == HEAD:
            return
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    with _alone(engine) as connection:
        config.attributes["connection"] = connection
        version = _version(connection)
        known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
        if version and version not in known:
            raise DatabaseError(access_words.LATER_DATABASE.format(found=version, known=HEAD))
        if not version and inspect(connection).has_table("accounts"):
            command.stamp(config, _UNNUMBERED)
        command.upgrade(config, HEAD)


def _version(connection: Connection) -> str:
    if not inspect(connection).has_table(_NUMBERS):
        return ""
    return str(connection.execute(select(column("version_num")).select_from(table(_NUMBERS))).scalar() or "")


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """One transaction for all steps, while no other process takes any."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("BEGIN IMMEDIATE"))
        else:
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        yield connection
        connection.commit()
