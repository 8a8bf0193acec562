"""A home in one file and back: every byte, whatever is written meanwhile; nothing is written over."""

from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from scorecard.access.audit import lines as audit_lines
from scorecard.backup import contents, restore_backup, write_backup
from scorecard.briefing import folder as writing
from scorecard.catalog import archive, load_catalog
from scorecard.database.engine import open_database
from scorecard.files.home_lock import contesting_alone
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.writing import make_move
from scorecard.intake import inbox as drafts
from scorecard.intake.inbox import discard_draft, list_drafts
from scorecard.maps import boundaries
from scorecard.maps.boundaries import boundary_files, install_boundaries
from scorecard.snapshots import index as snapshots
from scorecard.snapshots import originals
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.verify import verify_home
from tests.catalogs.catalogue_rows import seen
from tests.cli.command_line import Scorecard
from tests.follow_up.writers import EVERYTHING, begun, everything, matter_of, may_all
from tests.homes.folders import contents as folder_contents
from tests.homes.full_home import NOW, database_lines, full_home, write_database
from tests.homes.small_home import publish_week

DATABASE = ("scorecard.sqlite3", "scorecard.sqlite3-wal", "scorecard.sqlite3-shm")
NOT_TAKEN = ("publish.lock", "contest.lock", "audit.anchor")


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    return full_home(tmp_path)


def restored(scorecard: Scorecard, file: Path) -> Scorecard:
    other = Scorecard(file.with_suffix(".home"), scorecard.catalog)
    ran = other("restore", file)
    assert ran.code == 0, ran.said
    return other


def figures(home: Path) -> dict[str, str]:
    """Everything of a home but the database, which is copied and not moved, and what belongs to one moment only."""
    return {name: found for name, found in folder_contents(home).items() if name not in (*DATABASE, *NOT_TAKEN)}


def test_what_comes_back_is_what_was_there(scorecard: Scorecard, tmp_path: Path) -> None:
    with closing(write_database(scorecard.home, ["một", "hai"])), contesting_alone(scorecard.home):
        before = figures(scorecard.home)
        ran = scorecard("backup", "--out", tmp_path / "b.zip", "--format", "json")
        assert figures(scorecard.home) == before
    assert ran.code == 0, ran.said
    assert (ran.json()["database"], ran.json()["problems"], ran.json()["left_out"]) == (True, [], [])
    assert sha256((tmp_path / "b.zip").read_bytes()).hexdigest() == ran.json()["sha256"]
    other = restored(scorecard, tmp_path / "b.zip")
    assert figures(other.home) == before and database_lines(other.home) == ["một", "hai"]
    assert {Path(name).parts[0] for name in before} == {*contents.FOLDERS}
    assert verify_home(other.home) == [] and len(list_drafts(other.home)) == 1


def test_the_restored_home_goes_on_as_a_home(scorecard: Scorecard, tmp_path: Path) -> None:
    scorecard("backup", "--out", tmp_path / "b.zip")
    other = restored(scorecard, tmp_path / "b.zip")
    publish_week(other.home, load_catalog(other.catalog), "2023-W43", [seen("S1", "2023-10-26", 2, 2)])
    assert [item.name for item in list_snapshots(other.home).all] == ["2023-W42/001", "2023-W43/001"]


def test_every_folder_of_a_home_is_taken() -> None:
    parts = (snapshots, archive, originals, drafts, writing, boundaries, audit_lines)
    assert {part.FOLDER for part in parts} == {*contents.FOLDERS}


def test_of_two_boundaries_the_newest_stays_the_newest(scorecard: Scorecard, tmp_path: Path) -> None:
    newest = install_boundaries(scorecard.home, b'{"type": 1}')
    later = newest.stat().st_mtime_ns + 5_000_000_007
    os.utime(newest, ns=(later, later))
    scorecard("backup", "--out", tmp_path / "b.zip")
    names = [file.name for file in boundary_files(restored(scorecard, tmp_path / "b.zip").home)]
    assert names == [file.name for file in boundary_files(scorecard.home)] and names[0] == newest.name


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_file_and_database_are_for_their_owner_only(scorecard: Scorecard, tmp_path: Path) -> None:
    scorecard("backup", "--out", tmp_path / "b.zip")
    home = restored(scorecard, tmp_path / "b.zip").home
    (original,) = home.rglob("original")
    modes = [path.stat().st_mode & 0o777 for path in (tmp_path / "b.zip", home, home / DATABASE[0], original)]
    assert modes == [0o600, 0o700, 0o600, 0o444]


def test_the_same_home_gives_the_same_members_in_the_same_order(scorecard: Scorecard, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_backup(scorecard.home, tmp_path / name, NOW, with_database=False)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    with zipfile.ZipFile(tmp_path / "a") as archived:
        named = json.loads(archived.read("backup.json"))["files"]
        assert archived.namelist() == [*named, "backup.json"] and next(iter(named)).startswith("snapshots/")


def test_what_is_discarded_and_published_meanwhile_does_no_harm(
    scorecard: Scorecard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = contents.contents_of

    def and_then(home: Path) -> contents.Contents:
        found = listed(home)
        for draft in list_drafts(home):
            discard_draft(home, draft.draft_id)
            publish_week(home, load_catalog(scorecard.catalog), "2023-W43", [seen("S2", "2023-10-26", 1, 9)])
        return found

    monkeypatch.setattr("scorecard.backup.writing.contents_of", and_then)
    write_backup(scorecard.home, tmp_path / "b.zip", NOW)
    home = restored(scorecard, tmp_path / "b.zip").home
    assert verify_home(home) == [] and list_drafts(home) == []
    assert [item.name for item in list_snapshots(home).all][:1] == ["2023-W42/001"]


@pytest.mark.parametrize("there", ["file", "folder"])
def test_a_home_that_holds_anything_is_never_touched(scorecard: Scorecard, tmp_path: Path, there: str) -> None:
    scorecard("backup", "--out", tmp_path / "b.zip")
    other = tmp_path / "other"
    other.mkdir()
    (other / "x").write_text("mine") if there == "file" else (other / "x").mkdir()
    before = folder_contents(tmp_path)
    ran = Scorecard(other, scorecard.catalog)("restore", tmp_path / "b.zip")
    assert (ran.code, "không trống" in ran.err) == (2, True) and folder_contents(tmp_path) == before
    assert scorecard("restore", tmp_path / "b.zip").code == 2


def test_an_empty_folder_made_for_it_keeps_its_rights(scorecard: Scorecard, tmp_path: Path) -> None:
    scorecard("backup", "--out", tmp_path / "b.zip")
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o750)
    restore_backup(tmp_path / "b.zip", shared)
    assert shared.stat().st_mode & 0o777 == 0o750 and verify_home(shared) == []


def test_where_the_file_may_not_lie_nothing_is_written(scorecard: Scorecard, tmp_path: Path) -> None:
    before = folder_contents(tmp_path)
    inside = scorecard("backup", "--out", scorecard.home / "b.zip")
    taken = scorecard("backup", "--out", tmp_path / "tuần.csv")
    nowhere = scorecard("backup", "--out", tmp_path / "no" / "b.zip")
    empty = Scorecard(tmp_path / "new", scorecard.catalog)("backup", "--out", tmp_path / "c.zip")
    assert [ran.code for ran in (inside, taken, nowhere, empty)] == [2, 2, 1, 2]
    assert "nằm trong kho" in inside.err and "không có tệp hay thư mục này" in nowhere.err
    assert folder_contents(tmp_path) == before


def test_a_damaged_week_is_backed_up_as_it_is_and_named(scorecard: Scorecard, tmp_path: Path) -> None:
    (table,) = scorecard.home.glob("snapshots/*/*/lights.parquet")
    table.write_bytes(table.read_bytes()[:-9] + b"x" * 9)
    (scorecard.home / "của tôi").mkdir()
    ran = scorecard("backup", "--out", tmp_path / "b.zip")
    assert ran.code == 0 and str(table.parent) in ran.err and "của tôi" in ran.err
    other = Scorecard(tmp_path / "other", scorecard.catalog)
    ran = other("restore", tmp_path / "b.zip")
    assert (ran.code, "Đã khôi phục" in ran.out, "lights.parquet" in ran.err) == (1, True, True)


def test_a_database_elsewhere_is_spoken_of_and_never_its_address(
    scorecard: Scorecard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORECARD_DATABASE_URL", "postgresql://app:secret@db/scorecard")
    ran = scorecard("backup", "--out", tmp_path / "b.zip")
    assert ran.code == 0 and "pg_dump" in ran.err and "secret" not in ran.said
    monkeypatch.setenv("SCORECARD_DATABASE_URL", f"sqlite:///{scorecard.home}/scorecard.sqlite3")
    assert "pg_dump" not in scorecard("backup", "--out", tmp_path / "c.zip").err


def test_the_time_of_the_backup_is_said_on_restoring(scorecard: Scorecard, tmp_path: Path) -> None:
    write_backup(scorecard.home, tmp_path / "b.zip", dt.datetime(2023, 10, 21, 8, tzinfo=dt.UTC))
    assert "ngày 21/10/2023" in Scorecard(tmp_path / "o", scorecard.catalog)("restore", tmp_path / "b.zip").out


def test_restoring_says_whether_the_audit_is_whole(scorecard: Scorecard, tmp_path: Path) -> None:
    assert scorecard("backup", "--out", tmp_path / "b.zip").code == 0
    ran = Scorecard(tmp_path / "o", scorecard.catalog)("restore", tmp_path / "b.zip")
    assert ran.code == 0 and "Nhật ký nguyên vẹn, 9 dòng. Điểm cuối: 9:" in ran.out, ran.said
    told = Scorecard(tmp_path / "p", scorecard.catalog)("restore", tmp_path / "b.zip", "--format", "json").json()
    assert (told["audit_lines"], told["audit_problems"]) == (9, [])


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda home: next(home.glob("audit/*.jsonl")).unlink(), "Thiếu dòng 1 đến 4"),
        (lambda home: _write_over(next(home.glob("audit/*.jsonl"))), "Dòng 1: nội dung đã bị sửa"),
        (lambda home: _execute(home, "DELETE FROM audit WHERE number = 7"), "Thiếu dòng 7"),
        (lambda home: _execute(home, "UPDATE audit SET who = 'x' WHERE number = 8"), "Dòng 8: nội dung đã bị sửa"),
        (lambda home: _execute(home, "DROP TABLE audit"), "audit"),
    ],
)
def test_restoring_names_what_is_wrong_with_the_audit(
    scorecard: Scorecard, tmp_path: Path, damage: Callable[[Path], object], said: str
) -> None:
    damage(scorecard.home)
    assert scorecard("backup", "--out", tmp_path / "b.zip").code == 0
    for form in ("text", "json"):
        other = Scorecard(tmp_path / form, scorecard.catalog)
        ran = other("restore", tmp_path / "b.zip", "--format", form)
        assert ran.code == 1 and said in ran.err and "Traceback" not in ran.said, ran.said
        assert "nguyên vẹn, 9" not in ran.out and list_snapshots(other.home).all
    assert said in "\n".join(ran.json()["audit_problems"])


def test_an_audit_whose_newer_lines_are_elsewhere_is_not_called_whole(
    scorecard: Scorecard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scorecard("backup", "--out", tmp_path / "b.zip", "--skip-database")
    ran = Scorecard(tmp_path / "o", scorecard.catalog)("restore", tmp_path / "b.zip")
    assert ran.code == 0 and "Chưa kiểm tra được nhật ký" in ran.err and "Nhật ký nguyên vẹn" not in ran.said
    assert not (tmp_path / "o" / "scorecard.sqlite3").exists()
    scorecard("backup", "--out", tmp_path / "c.zip")
    monkeypatch.setenv("SCORECARD_DATABASE_URL", "postgresql://app:secret@db/scorecard")
    ran = Scorecard(tmp_path / "p", scorecard.catalog)("restore", tmp_path / "c.zip")
    assert ran.code == 0 and "Chưa kiểm tra được nhật ký" in ran.err and "secret" not in ran.said


def test_matters_and_their_moves_come_back(scorecard: Scorecard, tmp_path: Path) -> None:
    engine = open_database(scorecard.home)
    begun(engine, Kind.explanation, "answer", "return")
    begun(engine, Kind.decision)
    before = everything(engine)
    assert [len(rows) for rows in before] == [2, 4, 5 + 4]
    scorecard("backup", "--out", tmp_path / "b.zip")
    begun(engine, Kind.note)
    other = restored(scorecard, tmp_path / "b.zip")
    again = open_database(other.home)
    assert everything(again) == before
    make_move(again, may_all("answer"), 1, 3, "answer", EVERYTHING)
    assert matter_of(again, 1).state == "answered"


def _write_over(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace('"who": "a"', '"who": "b"', 1), encoding="utf-8")


def _execute(home: Path, statement: str) -> None:
    with closing(sqlite3.connect(home / "scorecard.sqlite3")) as connection:
        connection.execute(statement)
        connection.commit()
