"""The steps of the application database: every older one becomes this one, whole or not at all, once."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command, op
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect, select, text
from sqlalchemy.pool import NullPool

from scorecard.access.accounts.accounts import list_accounts
from scorecard.access.tables import METADATA
from scorecard.database import migrating
from scorecard.database.engine import FILE, open_database, reading, writing
from scorecard.database.migrating import HEAD, migrate
from scorecard.errors import DatabaseError
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.tables import MATTERS, MOVES
from scorecard.settings import database_url
from tests.access.people import added, told
from tests.cli.command_line import Scorecard
from tests.follow_up.writers import begun, matter_of

OURS = {"accounts", "sessions", "devices", "attempts", "invitations", "audit"}
FOLLOW_UP = {"matters", "moves"}
NUMBERS = "alembic_version"
SINCE = "unit_from"


@pytest.fixture
def bare(no_tables: str, tmp_path: Path) -> Iterator[Engine]:
    """A database without any table."""
    (tmp_path / "home").mkdir()
    engine = made(no_tables, tmp_path / "home")
    yield engine
    engine.dispose()


def made(kind: str, home: Path) -> Engine:
    if kind == "postgresql":
        return create_engine(database_url().replace("postgresql:", "postgresql+psycopg:"), poolclass=NullPool)
    return create_engine(f"sqlite:///{home / 'scorecard.sqlite3'}", poolclass=NullPool)


def to_step(engine: Engine, step: str) -> None:
    """The database as a version that knew this step left it."""
    config = Config()
    config.set_main_option("script_location", str(migrating._FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, step)


def without_number(engine: Engine) -> None:
    """As it was made before steps had numbers."""
    to_step(engine, "0001")
    with engine.begin() as connection:
        connection.execute(text(f"DROP TABLE {NUMBERS}"))


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def step_of(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.execute(text(f"SELECT version_num FROM {NUMBERS}")).scalar())


def rows(engine: Engine) -> dict[str, list[Any]]:
    """What stands in the columns of the first step; the last step added one to accounts."""
    found = {name: METADATA.tables[name] for name in sorted(tables(engine)) if name in METADATA.tables}
    columns = {name: [column for column in table.c if column.name != SINCE] for name, table in found.items()}
    with engine.connect() as connection:
        return {name: sorted(map(str, connection.execute(select(*shown)))) for name, shown in columns.items()}


def added_before(engine: Engine, user_name: str = "boss") -> None:
    """An account, in a database that knows no lives of units yet."""
    change = "ALTER TABLE accounts {} COLUMN " + SINCE
    with engine.begin() as connection:
        connection.execute(text(change.format("ADD") + " TEXT"))
    added(engine, user_name)
    with engine.begin() as connection:
        connection.execute(text(change.format("DROP")))


def test_the_last_step_is_the_one_that_is_asked_for_and_the_steps_are_in_a_row() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrating._FOLDER))
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert steps[0] == HEAD and sorted(steps, reverse=True) == steps


def test_an_empty_database_has_every_table_afterwards_and_is_not_touched_again(
    bare: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tables(bare) == set()
    open_database(tmp_path / "home").dispose()
    assert tables(bare) == {*OURS, *FOLLOW_UP, NUMBERS} and step_of(bare) == HEAD
    monkeypatch.setattr(migrating, "_alone", lambda _: pytest.fail("a step was taken again"))
    migrate(bare)


def test_the_steps_make_the_tables_the_code_reads_and_writes(engine: Engine) -> None:
    assert {MATTERS.name, MOVES.name} <= set(METADATA.tables)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


@pytest.mark.parametrize("before", ["0001", "no number"])
def test_an_older_database_keeps_its_rows_and_gets_the_rest(bare: Engine, tmp_path: Path, before: str) -> None:
    (without_number if before == "no number" else lambda engine: to_step(engine, "0001"))(bare)
    added_before(bare, "cũ")
    old = rows(bare)
    assert set(old) == OURS and old["accounts"] and old["audit"]
    engine = open_database(tmp_path / "home")
    now = rows(engine)
    assert {name: now[name] for name in OURS} == old and [now[name] for name in FOLLOW_UP] == [[], []]
    assert step_of(engine) == HEAD and list_accounts(engine)[0].unit_from is None
    added(engine, "mới")
    begun(engine, Kind.explanation)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_a_database_of_a_later_version_is_refused_and_left_alone(bare: Engine, tmp_path: Path) -> None:
    to_step(bare, "0001")
    added_before(bare)
    with bare.begin() as connection:
        connection.execute(text(f"UPDATE {NUMBERS} SET version_num = '0999'"))
    old = rows(bare)
    with pytest.raises(DatabaseError, match="0999") as refused:
        open_database(tmp_path / "home")
    assert "mới hơn" in str(refused.value) and HEAD in str(refused.value)
    assert rows(bare) == old and step_of(bare) == "0999" and not FOLLOW_UP & tables(bare)


def open_elsewhere(home: Path, start: Any, told: Any) -> None:
    """Runs in a process of its own."""
    start.wait(60)
    try:
        engine = open_database(home)
        with writing(engine):
            told.put(step_of(engine))
    except BaseException as error:  # noqa: BLE001 - whatever it is, the test wants to see it
        told.put(repr(error))


@pytest.mark.parametrize("before", ["empty", "no number"])
def test_of_processes_that_start_at_once_each_finds_the_last_step(bare: Engine, tmp_path: Path, before: str) -> None:
    if before == "no number":
        without_number(bare)
        added_before(bare)
    old = rows(bare)
    spawn = multiprocessing.get_context("spawn")
    start, said = spawn.Barrier(4), spawn.Queue()
    processes = [spawn.Process(target=open_elsewhere, args=(tmp_path / "home", start, said)) for _ in range(4)]
    for process in processes:
        process.start()
    assert [said.get(timeout=120) for _ in processes] == [HEAD] * 4
    for process in processes:
        process.join(30)
    now = rows(bare)
    assert {name: now[name] for name in old} == old


@pytest.mark.usefixtures("sqlite_only")
def test_a_new_database_that_somebody_writes_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    other = sqlite3.connect(tmp_path / "home" / FILE, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    ended = threading.Timer(0.4, other.rollback)
    ended.start()
    engine = open_database(tmp_path / "home")
    ended.join()
    assert step_of(engine) == HEAD
    engine.dispose()
    other.close()


@pytest.fixture
def sqlite_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCORECARD_DATABASE_URL", raising=False)


def die_half_way(home: Path) -> None:
    """Runs in a process of its own, and is killed when the last step has made its first table."""
    make = op.create_table

    def and_die(name: str, *columns: Any, **options: Any) -> Any:
        table = make(name, *columns, **options)
        if name == "matters":
            os.kill(os.getpid(), signal.SIGKILL)
        return table

    op.create_table = and_die
    open_database(home)


def test_a_process_killed_half_way_leaves_the_older_step_whole(bare: Engine, tmp_path: Path) -> None:
    without_number(bare)
    added_before(bare)
    old = rows(bare)
    process = multiprocessing.get_context("spawn").Process(target=die_half_way, args=(tmp_path / "home",))
    process.start()
    process.join(90)
    assert process.exitcode == -signal.SIGKILL
    assert rows(bare) == old and tables(bare) == OURS
    engine = open_database(tmp_path / "home")
    assert step_of(engine) == HEAD
    added(engine, "sau")
    engine.dispose()


def test_a_step_that_fails_half_way_leaves_the_older_step_whole(bare: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    to_step(bare, "0001")
    added_before(bare)
    old = rows(bare)
    monkeypatch.setattr(op, "create_index", lambda *_: (_ for _ in ()).throw(sqlite3.OperationalError("disk is full")))
    with pytest.raises(sqlite3.OperationalError):
        migrate(bare)
    monkeypatch.undo()
    assert rows(bare) == old and step_of(bare) == "0001" and tables(bare) == {*OURS, NUMBERS}


def test_an_older_file_that_only_can_be_read_is_said_and_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write everything, so the driver is told to open the file for reading alone."""
    monkeypatch.delenv("SCORECARD_DATABASE_URL", raising=False)
    home = tmp_path / "home"
    home.mkdir()
    engine = made("sqlite", home)
    to_step(engine, "0001")
    added_before(engine)
    engine.dispose()
    file = home / "scorecard.sqlite3"
    before = file.read_bytes()
    really = sqlite3.connect
    address = f"{file.as_uri()}?immutable=1"
    monkeypatch.setattr(sqlite3, "connect", lambda *_, **options: really(address, **options | {"uri": True}))
    with pytest.raises(DatabaseError, match="chỉ cho đọc"):
        open_database(home)
    monkeypatch.undo()
    assert file.read_bytes() == before


def test_a_file_of_the_last_step_that_only_can_be_read_is_read(engine: Engine, tmp_path: Path) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("a server has no such file")
    number = begun(engine, Kind.explanation)
    with pytest.MonkeyPatch.context() as patch:
        really = sqlite3.connect
        with really(tmp_path / "home" / "scorecard.sqlite3") as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copy = tmp_path / "copy"
        copy.mkdir()
        shutil.copy(tmp_path / "home" / "scorecard.sqlite3", copy)
        address = f"{(copy / 'scorecard.sqlite3').as_uri()}?immutable=1"
        patch.setattr(sqlite3, "connect", lambda *_, **options: really(address, **options | {"uri": True}))
        assert matter_of(open_database(copy), number).state == "asked"


def test_a_backup_of_an_older_step_is_brought_to_this_one_when_it_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_catalog: Path
) -> None:
    monkeypatch.delenv("SCORECARD_DATABASE_URL", raising=False)
    home = tmp_path / "old"
    home.mkdir()
    engine = made("sqlite", home)
    without_number(engine)
    added_before(engine, "cũ")
    before = told(engine)
    engine.dispose()
    old, new = Scorecard(home, small_catalog), Scorecard(tmp_path / "new", small_catalog)
    assert old("backup", "--out", tmp_path / "b.zip").code == 0
    ran = new("restore", tmp_path / "b.zip")
    assert ran.code == 0, ran.said
    restored = open_database(tmp_path / "new")
    with reading(restored):
        assert step_of(restored) == HEAD and told(restored)[: len(before)] == before
    assert tables(made("sqlite", home)) == OURS
