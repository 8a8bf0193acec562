"""The sealed DuckDB: it reads the snapshots of its home; no other file, no network, no setting, nothing written."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from scorecard.errors import QueryError
from scorecard.lights.rows import CorrectedWeek, UnitTrend
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.query_files import Query
from scorecard.snapshots.warehouse import Warehouse
from tests.homes.folders import contents
from tests.homes.small_home import small_home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = small_home(tmp_path_factory.mktemp("sealed"))
    (home / "outside.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    duckdb.connect(home / "other.duckdb").close()
    return home


@pytest.fixture(scope="module")
def asked() -> Iterator[tuple[int, list[str]]]:
    """A server on this machine and what it was asked for: nothing."""
    paths: list[str] = []

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_GET  # noqa: N815

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, paths
        server.shutdown()


@pytest.fixture(scope="module")
def warehouse(home: Path) -> Warehouse:
    return Warehouse(home)


REFUSED = (duckdb.PermissionException, duckdb.InvalidInputException)
READS = [
    "SELECT * FROM read_csv('{home}/outside.csv')",
    "SELECT * FROM '{home}/outside.csv'",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('{home}/publish.lock')",
    "SELECT * FROM glob('{home}/*')",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM read_text('{home}/snapshots/../outside.csv')",
    "SELECT * FROM read_text('{home}/snapshots-other/x')",
    "SELECT * FROM read_json('{home}/catalogs/x.json')",
    "SELECT * FROM parquet_metadata('{home}/outside.parquet')",
    "SELECT * FROM sniff_csv('{home}/outside.csv')",
]
NETWORK = [
    "SELECT * FROM read_csv('http://127.0.0.1:{port}/x.csv')",
    "SELECT * FROM 'https://127.0.0.1:{port}/x.parquet'",
    "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
    "SELECT * FROM read_text('hf://datasets/x/y.csv')",
    "INSTALL httpfs",
    "LOAD httpfs",
    "INSTALL httpfs FROM 'http://127.0.0.1:{port}'",
    "FORCE INSTALL spatial FROM community",
    "LOAD '{home}/x.duckdb_extension'",
    "UPDATE EXTENSIONS",
    "CREATE SECRET (TYPE s3, KEY_ID 'a', SECRET 'b')",
]
WRITES = [
    "COPY (SELECT 1) TO '{home}/written.csv'",
    "COPY (SELECT 1) TO '{home}/written.parquet' (FORMAT parquet)",
    "COPY (SELECT 1) TO '/tmp/written.csv'",
    "CREATE TABLE t AS SELECT 1; COPY t FROM '{home}/outside.csv'",
    "EXPORT DATABASE '{home}/exported'",
    "IMPORT DATABASE '{home}/exported'",
    "ATTACH '{home}/other.duckdb' AS other",
    "ATTACH '{home}/new.duckdb' AS other",
    "ATTACH '{home}/scorecard.sqlite3' AS other (TYPE sqlite)",
    "ATTACH 'dbname=x host=127.0.0.1' AS other (TYPE postgres)",
]
SETTINGS = [
    "SET enable_external_access = true",
    "SET GLOBAL enable_external_access = true",
    "RESET enable_external_access",
    "PRAGMA enable_external_access = true",
    "SET lock_configuration = false",
    "SET allowed_directories = ['/']",
    "SET allowed_paths = ['/etc/passwd']",
    "SET autoload_known_extensions = true",
    "SET allow_unsigned_extensions = true",
    "SET custom_extension_repository = 'http://127.0.0.1:{port}'",
    "SET home_directory = '/'",
    "SET temp_directory = '/tmp/x'",
    "SET memory_limit = '1TB'",
    "SET threads = 64",
    "PRAGMA threads = 64",
    "SET file_search_path = '/etc'",
    "SET log_query_path = '{home}/log'",
    "PRAGMA enable_profiling = 'json'",
    "PRAGMA profiling_output = '{home}/profile.json'",
]


@pytest.mark.parametrize("sql", [*READS, *NETWORK, *WRITES, *SETTINGS])
def test_what_does_not_read_a_snapshot_fails(
    warehouse: Warehouse, home: Path, asked: tuple[int, list[str]], sql: str
) -> None:
    port, paths = asked
    before = contents(home)
    with (
        warehouse._connection.cursor() as cursor,
        pytest.raises(REFUSED, match=r"Permission Error|Cannot change configuration"),
    ):
        cursor.execute(sql.format(home=home, port=port)).fetchall()
    assert contents(home) == before and paths == [] and not Path("/tmp/written.csv").exists()


WITHIN = [
    "COPY (SELECT 1) TO '{home}/snapshots/written.csv'",
    "COPY (SELECT 1) TO '{table}' (FORMAT parquet)",
    "ATTACH '{home}/snapshots/new.duckdb' AS other",
    "EXPORT DATABASE '{home}/snapshots/exported'",
    "SELECT 1; COPY (SELECT 1) TO '{home}/snapshots/written.csv'",
    "CREATE TABLE t AS SELECT 1",
    "EXPLAIN ANALYZE SELECT 1",
    "CALL pragma_version()",
    "PRAGMA version",
    "",
]


@pytest.mark.parametrize("sql", WITHIN)
def test_a_query_that_is_no_single_select_never_runs(
    warehouse: Warehouse, home: Path, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    """In the folder of the snapshots the seal alone would let a statement write."""
    (table,) = home.glob("snapshots/week=2023-W40/*/lights.parquet")
    query = Query("written", sql.format(home=home, table=table), "", (), (), (), "")
    monkeypatch.setattr("scorecard.snapshots.warehouse.load_query", lambda _: query)
    before = contents(home)
    with pytest.raises(QueryError, match="SELECT"):
        warehouse.run(CorrectedWeek)
    assert contents(home) == before


def test_the_snapshots_are_read_and_another_home_is_not(warehouse: Warehouse, home: Path, tmp_path: Path) -> None:
    (table,) = home.glob("snapshots/week=2023-W40/*/lights.parquet")
    with warehouse._connection.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM read_parquet($f)", {"f": str(table)}).fetchall() != [(0,)]
    other = small_home(tmp_path)
    file = list_snapshots(other).all[0].file("lights")
    with warehouse._connection.cursor() as cursor, pytest.raises(duckdb.PermissionException):
        cursor.execute("SELECT count(*) FROM read_parquet($f)", {"f": str(file)}).fetchall()


def test_a_text_that_is_sql_stays_a_text(warehouse: Warehouse, home: Path) -> None:
    files = [str(snapshot.file("lights")) for snapshot in list_snapshots(home).all]
    for text in ("S1' OR '1'='1", "S1'); COPY (SELECT 1) TO '/tmp/x.csv'; --", "$units", "{}"):
        assert warehouse.run(UnitTrend, files=files, units=[text], indicators=["I1"]) == []
