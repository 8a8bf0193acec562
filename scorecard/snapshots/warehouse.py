"""The one sealed DuckDB that pages and commands read published lights through."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import duckdb

from scorecard.catalog.scope import ALL, Scope
from scorecard.errors import QueryError, SnapshotError
from scorecard.snapshots.index import FOLDER, Snapshot
from scorecard.snapshots.query_files import Query, load_query
from scorecard.snapshots.row_classes import QUERY_OF, filled
from scorecard.text import general_words, snapshot_words

T = TypeVar("T")

# Queries read parquet through these alone, so that no query, page or export can forget whose rows may be seen.
# `all_rows` is for a query that gives nobody's rows away: it names no unit.
_ALL_ROWS = """
CREATE MACRO all_rows(files) AS TABLE
SELECT * FROM read_parquet(files, filename = true, hive_partitioning = true, hive_types_autocast = false)
"""
_ALL_UNITS = "CREATE MACRO seen_rows(files) AS TABLE SELECT * FROM all_rows(files)"
_ALL_GROUPS = "CREATE MACRO seen_group_rows(files) AS TABLE SELECT * FROM all_rows(files)"
_THESE_UNITS = """
CREATE MACRO seen_rows(files) AS TABLE
SELECT * FROM all_rows(files) WHERE unit_id IN (SELECT name FROM seen WHERE kind = 'unit')
"""
_THESE_GROUPS = """
CREATE MACRO seen_group_rows(files) AS TABLE
SELECT * FROM all_rows(files) WHERE group_id IN (SELECT name FROM seen WHERE kind = 'group')
"""


class Warehouse:
    """Runs named queries over the parquet of one home, as far as a scope goes.

    Nothing else can be read, written or set through it.
    """

    def __init__(self, home: Path, scope: Scope = ALL) -> None:
        folder = (home / FOLDER).resolve()
        self._selects: set[str] = set()
        self._connection = duckdb.connect()
        # The order matters: once external access is off, no folder can be allowed any more.
        self._connection.execute("SET allowed_directories = [$folder]", {"folder": f"{folder}/"})
        self._limit(scope)
        for setting in (
            "SET enable_external_access = false",
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET lock_configuration = true",
        ):
            self._connection.execute(setting)

    def _limit(self, scope: Scope) -> None:
        run = self._connection.execute
        run("CREATE TABLE seen (kind VARCHAR, name VARCHAR)")
        for kind, names in (("unit", scope.units), ("group", scope.groups)):
            for name in names or ():
                run("INSERT INTO seen VALUES ($kind, $name)", {"kind": kind, "name": name})
        run(_ALL_ROWS)
        run(_ALL_UNITS if scope.units is None else _THESE_UNITS)
        run(_ALL_GROUPS if scope.groups is None else _THESE_GROUPS)

    def run(self, row: type[T], /, **params: object) -> list[T]:
        """The rows of the query the class is of; raises QueryError for other parameters than its header's.

        Raises SnapshotError where a file cannot be read any more.

        Safe to call from several threads: each call has a cursor of its own.
        """
        query = load_query(QUERY_OF[row])
        if set(params) != set(query.params):
            wanted, given = ", ".join(query.params), ", ".join(params)
            raise QueryError(general_words.BAD_QUERY_PARAMS.format(name=query.name, wanted=wanted, given=given))
        self._refuse_other_than_select(query)
        # One connection shared by threads gives wrong or empty rows; a cursor a call does not.
        with self._connection.cursor() as cursor:
            return _rows(cursor, query.sql, params, row)

    def _refuse_other_than_select(self, query: Query) -> None:
        """The seal lets nothing out of the snapshots' folder, but inside of it COPY and ATTACH would still write."""
        if query.name not in self._selects:
            kinds = [statement.type for statement in duckdb.extract_statements(query.sql)]
            if kinds != [duckdb.StatementType.SELECT]:
                raise QueryError(general_words.NOT_A_SELECT.format(name=query.name))
            self._selects.add(query.name)


def _rows(cursor: duckdb.DuckDBPyConnection, sql: str, params: dict[str, object], row: type[T]) -> list[T]:
    try:
        cursor.execute(sql, params)
        return filled(row, cursor.fetchall())
    except (duckdb.Error, KeyError) as error:
        # The queries are tested; what fails here was damaged on the disk: a column's name, a page, a word of a light.
        raise SnapshotError(snapshot_words.UNREADABLE_TABLE) from error


def files_of(snapshots: Iterable[Snapshot], table: str) -> list[str]:
    """The `$files` of a query, in the order of the snapshots: listing folders costs more than reading them."""
    return [str(snapshot.file(table).resolve()) for snapshot in snapshots]
