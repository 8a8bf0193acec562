"""The one sealed DuckDB that pages and commands read published lights through."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb

from scorecard.errors import QueryError
from scorecard.queries import load_query
from scorecard.snapshots import FOLDER, Snapshot
from scorecard.text import general as say


class Warehouse:
    """Runs named queries over the parquet of one home; nothing else can be read, written or set through it."""

    def __init__(self, home: Path) -> None:
        folder = (home / FOLDER).resolve()
        self._connection = duckdb.connect()
        # The order matters: once external access is off, no folder can be allowed any more.
        self._connection.execute("SET allowed_directories = [$folder]", {"folder": f"{folder}/"})
        for setting in (
            "SET enable_external_access = false",
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET lock_configuration = true",
        ):
            self._connection.execute(setting)

    def run(self, name: str, **params: object) -> list[dict[str, Any]]:
        """The rows of `queries/<name>.sql`, one dict each; raises QueryError for other parameters than its header's.

        Safe to call from several threads: each call has a cursor of its own.
        """
        query = load_query(name)
        if set(params) != set(query.params):
            wanted, given = ", ".join(query.params), ", ".join(params)
            raise QueryError(say.BAD_QUERY_PARAMS.format(name=name, wanted=wanted, given=given))
        # One connection shared by threads gives wrong or empty rows; a cursor a call does not.
        with self._connection.cursor() as cursor:
            cursor.execute(query.sql, params)
            columns = [column[0] for column in cursor.description or ()]
            return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def files_of(snapshots: Iterable[Snapshot], table: str) -> list[str]:
    """The `$files` of a query, in the order of the snapshots: listing folders costs more than reading them."""
    return [str(snapshot.file(table).resolve()) for snapshot in snapshots]
