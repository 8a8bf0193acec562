"""The database of a backup: as of one moment while somebody writes; a locked or damaged one is said, never copied."""

from __future__ import annotations

import multiprocessing
import os
import time
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.backup import database
from tests.cli.command_line import Scorecard
from tests.homes.folders import contents
from tests.homes.full_home import database_lines, full_home, write_database


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    return full_home(tmp_path)


def keep_writing(home: Path) -> None:
    """Pairs of lines, each pair in one transaction, for as long as it lives."""
    number = 0
    with closing(write_database(home, [])) as connection:
        while True:
            connection.executemany("INSERT INTO lines VALUES (?)", [(f"{number} a",), (f"{number} b",)])
            connection.commit()
            number += 1


def test_a_copy_made_while_somebody_writes_has_whole_transactions(scorecard: Scorecard, tmp_path: Path) -> None:
    writer = multiprocessing.get_context("spawn").Process(target=keep_writing, args=(scorecard.home,), daemon=True)
    writer.start()
    until = time.monotonic() + 30
    while not database_lines(scorecard.home) and time.monotonic() < until:
        time.sleep(0.05)
    lengths = []
    for number in range(4):
        assert scorecard("backup", "--out", tmp_path / f"{number}.zip").code == 0
        other = Scorecard(tmp_path / f"home-{number}", scorecard.catalog)
        assert other("restore", tmp_path / f"{number}.zip").code == 0
        lines = database_lines(other.home)
        assert lines == [f"{pair} {half}" for pair in range(len(lines) // 2) for half in "ab"]
        lengths.append(len(lines))
    assert writer.is_alive() and 0 < lengths[0] < lengths[-1]
    writer.kill()
    writer.join(20)


def test_lines_not_yet_in_the_file_itself_are_taken(scorecard: Scorecard, tmp_path: Path) -> None:
    with closing(write_database(scorecard.home, ["chỉ trong tệp -wal"])):
        assert b"-wal" not in (scorecard.home / "scorecard.sqlite3").read_bytes()
        scorecard("backup", "--out", tmp_path / "b.zip")
    Scorecard(tmp_path / "o", scorecard.catalog)("restore", tmp_path / "b.zip")
    assert database_lines(tmp_path / "o") == ["chỉ trong tệp -wal"]
    assert not list((tmp_path / "o").glob("*-wal"))


def test_a_locked_database_ends_the_backup_and_leaves_no_file(
    scorecard: Scorecard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_SECONDS", 0.2)
    with closing(write_database(scorecard.home, [])) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("INSERT INTO lines VALUES ('x')")
        before = contents(tmp_path)
        ran = scorecard("backup", "--out", tmp_path / "b.zip")
        assert ran.code == 1 and "Không đọc được cơ sở dữ liệu" in ran.err, ran.said
        assert contents(tmp_path) == before


@pytest.mark.parametrize("damage", ["cut short", "no database", "page"])
def test_a_damaged_database_is_said_and_the_rest_can_still_be_kept(
    scorecard: Scorecard, tmp_path: Path, damage: str
) -> None:
    write_database(scorecard.home, [f"{number:0200}" for number in range(999)]).close()
    file = scorecard.home / "scorecard.sqlite3"
    whole = file.read_bytes()
    broken = {
        "cut short": whole[: len(whole) // 2],
        "no database": b"x" * 5000,
        "page": whole[:20480] + b"\xff" * 4096 + whole[24576:],
    }
    file.write_bytes(broken[damage])
    ran = scorecard("backup", "--out", tmp_path / "b.zip")
    assert ran.code == 1 and "--skip-database" in ran.err and not (tmp_path / "b.zip").exists(), ran.said
    ran = scorecard("backup", "--out", tmp_path / "b.zip", "--skip-database")
    assert ran.code == 0 and "KHÔNG có cơ sở dữ liệu" in ran.err
    assert file.read_bytes() == broken[damage]


def test_a_home_that_cannot_be_written_is_backed_up_all_the_same(
    scorecard: Scorecard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_database(scorecard.home, ["một"]).close()
    really = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and really(path, mode))
    assert scorecard("backup", "--out", tmp_path / "b.zip").code == 0
    Scorecard(tmp_path / "o", scorecard.catalog)("restore", tmp_path / "b.zip")
    assert database_lines(tmp_path / "o") == ["một"]
