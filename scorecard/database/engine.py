"""The application database: a SQLite file in the home, or PostgreSQL where SCORECARD_DATABASE_URL names one."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from scorecard.database.migrating import migrate
from scorecard.errors import DatabaseError
from scorecard.files.disk_errors import reason_of
from scorecard.settings import database_url
from scorecard.text import access_words

FILE = "scorecard.sqlite3"
# What SQLite says when it cannot make the files beside the database that readers share.
_REFUSED = ("CANTOPEN", "READONLY", "FULL", "IOERR")
_WAIT = 10  # seconds for somebody else's transaction
_PAUSE = 0.02  # seconds until a lock is asked for again


def open_database(home: Path) -> Engine:
    """The database of a home with all its tables; one engine a process. Raises DatabaseError with what to do."""
    return _opened(home.absolute(), database_url())


@lru_cache(maxsize=64)
def _opened(home: Path, url: str) -> Engine:
    try:
        engine = _postgresql(url) if url else _sqlite(home / FILE)
        try:
            with reading(engine):
                pass
            migrate(engine)
        except BaseException:
            engine.dispose()  # nobody holds it: its connections would stay open
            raise
    except (ArgumentError, NoSuchModuleError) as error:
        raise DatabaseError(access_words.BAD_URL.format(detail=_first_line(error))) from None
    except (DBAPIError, OSError) as error:
        raise _named(error) from None
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection to read by, all of it as of one moment; raises DatabaseError where the database does not answer."""
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                connection.execute(text("BEGIN"))
            else:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection
    except DBAPIError as error:
        raise _named(error) from None


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction, whole or not at all, and no other writer beside it; raises DatabaseError."""
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                connection.execute(text("BEGIN IMMEDIATE"))
            else:
                # One chain of audit lines has one end: writers queue for it.
                connection.execute(text("LOCK TABLE audit IN EXCLUSIVE MODE"))
            yield connection
            connection.commit()
    except DBAPIError as error:
        raise _named(error) from None


def _sqlite(file: Path) -> Engine:
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
    # No pool: a connection that could only read would outlive the day the disk was full.
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": _WAIT}, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # The driver's own BEGIN comes late; ours says whether a transaction writes.
        connection.isolation_level = None
        _keep_a_log(connection)
        for pragma in ("synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: Any, _record: Any, _arguments: Any, options: dict[str, Any]) -> Any:
        return _connect(file, options)

    return engine


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Readers beside a writer. SQLite does not wait for the lock of this change, whatever its timeout says."""
    last = time.monotonic() + _WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            time.sleep(_PAUSE)


def _connect(file: Path, options: dict[str, Any]) -> sqlite3.Connection:
    """A connection; where the disk takes nothing more, one that reads the file as it lies, so that sessions hold."""
    connection: sqlite3.Connection = sqlite3.connect(str(file), **options)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorname.split("_")[1] not in _REFUSED:
            raise
        connection = sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True, **options)
    return connection


def _postgresql(url: str) -> Engine:
    return create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1), pool_pre_ping=True)


def _named(error: Exception) -> DatabaseError:
    return DatabaseError(access_words.NO_DATABASE.format(detail=_first_line(error)))


def _first_line(error: Exception) -> str:
    # The text of a driver's error may hold the statement with its values, and the URL a password.
    original = getattr(error, "orig", None)
    if isinstance(error, OSError):
        return reason_of(error)
    said = str(original or type(error).__name__).splitlines()[0]
    return next((words for part, words in access_words.REFUSED.items() if part in said), said)
