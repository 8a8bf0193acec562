#!/usr/bin/env bash
# Tried: PRAGMA journal_mode = WAL on a new SQLite file while another connection holds a write transaction.
# Versions: SQLAlchemy 2.1.9 over Python 3.11's sqlite3 (the version of SQLite is printed), timeout of two seconds.
# Expected: the pragma waits as every other statement does, up to the timeout, and then goes through or is refused.
# Really: an INSERT waits the two seconds; the pragma is refused at once with SQLITE_BUSY, whatever the timeout says.
# Why it matters here: processes of a server that start together on a new home each set the mode on their first
# connection; one of them was told that the database cannot be used. It has to be asked again, by our own clock.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check sqlalchemy==2.1.9
"$place/env/bin/python" - "$place" <<'PY'
import sqlite3, sys, time
import sqlalchemy
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

print("SQLAlchemy", sqlalchemy.__version__, "SQLite", sqlite3.sqlite_version, "Python", sys.version.split()[0])
file = f"{sys.argv[1]}/new.sqlite3"
holder = sqlite3.connect(file, isolation_level=None)
holder.execute("CREATE TABLE t (x)")
holder.execute("BEGIN IMMEDIATE")
engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": 2})
waited = {}
for statement in ("PRAGMA journal_mode = WAL", "INSERT INTO t VALUES (1)"):
    with engine.connect() as connection:
        begun = time.monotonic()
        try:
            connection.execute(text(statement))
        except OperationalError as error:
            waited[statement] = time.monotonic() - begun
            print(f"{statement}: {error.orig.sqlite_errorname} after {waited[statement]:.1f} s")
holder.rollback()
assert waited["PRAGMA journal_mode = WAL"] < 0.5, "the change of mode waits now"
assert waited["INSERT INTO t VALUES (1)"] > 1.5, "a statement no longer waits"
print("as described")
PY
