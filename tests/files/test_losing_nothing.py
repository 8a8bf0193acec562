"""A full disk, a home only to be read, a clock set back, a broken lock, damaged files: said, and nothing is lost."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.catalog import load_catalog
from scorecard.errors import SnapshotError
from scorecard.files import home_lock
from scorecard.files.disk_errors import reason_of
from scorecard.intake.inbox import discard_draft, keep_draft, list_drafts
from scorecard.lights.rows import UnitTrend
from scorecard.publishing import publish
from scorecard.publishing.republishing import republish
from scorecard.settings import ROOT
from scorecard.snapshots import index as snapshots
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.verify import verify_home
from scorecard.snapshots.warehouse import Warehouse, files_of
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, seen, unit, write_catalogue, write_observations
from tests.cli.command_line import Ran, Scorecard
from tests.homes.folders import contents
from tests.homes.full_home import database_lines, write_database
from tests.homes.made_once import made_once
from tests.homes.small_home import publish_week

UNITS = [unit("S1"), unit("S2")]
ROOT_ONLY = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a disk")


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    """A home with the week 2023-W42, loaded from a file."""
    fill(tmp_path)
    return Scorecard(tmp_path / "home", tmp_path / "catalog")


@made_once
def fill(folder: Path) -> None:
    filled(folder / "home", folder)


def filled(home: Path, folder: Path) -> Scorecard:
    ready = Scorecard(home, write_catalogue(catalogue(units=UNITS), folder / "catalog"))
    ran = load(ready, folder, "2023-W42", "2023-10-19")
    assert ran.code == 0, ran.said
    return ready


def load(scorecard: Scorecard, folder: Path, week: str, day: str, *more: object) -> Ran:
    file = write_observations([seen("S1", day, 1, 2), seen("S2", day, 9, 10)], folder / f"{week}.csv")
    return scorecard("ingest", file, "--week", week, "--by", "A", *more)


def is_said(ran: Ran, *words: str) -> bool:
    return ran.code == 1 and "Traceback" not in ran.said and all(word in ran.err for word in words)


def still_readable(scorecard: Scorecard) -> bool:
    lights = scorecard("lights", "--week", "2023-W42", "--level", "task", "--format", "json")
    return lights.code == 0 and len(lights.json()) == 2 and scorecard("verify").code == 0


@ROOT_ONLY
@pytest.mark.parametrize("room", [0, 4096, 12288])
def test_a_full_disk_ends_a_publication_and_a_backup_and_loses_nothing(
    small_disk: Path, tmp_path: Path, room: int
) -> None:
    scorecard = filled(small_disk / "home", tmp_path)
    before = contents(scorecard.home)
    with (small_disk / "filler").open("wb", buffering=0) as filler, contextlib.suppress(OSError):
        while True:
            filler.write(b"x" * 4096)
    os.truncate(small_disk / "filler", (small_disk / "filler").stat().st_size // 4096 * 4096 - room)
    ran = load(scorecard, tmp_path, "2023-W43", "2023-10-26")
    assert is_said(ran, "đĩa đã đầy", "Không có gì bị thay đổi"), ran.said
    # An original may be kept already: it is whole, nothing speaks of it yet, and the same command uses it.
    now = contents(scorecard.home)
    assert {name: now.get(name) for name in before} == before and still_readable(scorecard)
    ran = scorecard("backup", "--out", small_disk / "b.zip")
    assert is_said(ran, "đĩa đã đầy") and not (small_disk / "b.zip").exists(), ran.said
    (small_disk / "filler").unlink()
    assert load(scorecard, tmp_path, "2023-W43", "2023-10-26").code == 0 and verify_home(scorecard.home) == []


@ROOT_ONLY
def test_a_home_that_can_only_be_read_is_read_and_backed_up(small_disk: Path, tmp_path: Path) -> None:
    scorecard = filled(small_disk / "home", tmp_path)
    keep_draft(scorecard.home, ReportWeek.parse("2023-W43"), [("a.csv", b"a")], dt.datetime.now(tz=dt.UTC))
    write_database(scorecard.home, ["một"]).close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    before = contents(small_disk)
    assert is_said(load(scorecard, tmp_path, "2023-W43", "2023-10-26"), "chỉ cho đọc", "Không có gì bị thay đổi")
    assert is_said(scorecard("boundaries", ROOT / "README.md", "--key", "x"))
    (draft,) = list_drafts(scorecard.home)
    with pytest.raises(SnapshotError, match="Bản nháp còn nguyên"):
        discard_draft(scorecard.home, draft.draft_id)
    with pytest.raises(SnapshotError, match="chỉ cho đọc"):
        keep_draft(scorecard.home, ReportWeek.parse("2023-W43"), [("b.csv", b"b")], dt.datetime.now(tz=dt.UTC))
    new = Scorecard(small_disk / "new", scorecard.catalog)
    assert is_said(new("weeks"), "chỉ cho đọc") and still_readable(scorecard)
    assert scorecard("backup", "--out", tmp_path / "b.zip").code == 0
    assert is_said(new("restore", tmp_path / "b.zip"), "chỉ cho đọc", "Chưa khôi phục gì")
    assert Scorecard(tmp_path / "o", scorecard.catalog)("restore", tmp_path / "b.zip").code == 0
    assert database_lines(tmp_path / "o") == ["một"]
    assert contents(small_disk) == before


WRITING = [
    "scorecard.files.whole_files.write_durably",
    "scorecard.publishing.placing.sync_file",
    "scorecard.publishing.placing.place_folder",
]


@pytest.mark.parametrize("step", WRITING)
@pytest.mark.parametrize("number", [28, 30, 13, 5])
def test_whatever_the_disk_says_at_any_step_is_said_and_changes_nothing(
    scorecard: Scorecard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    before = contents(scorecard.home)
    with monkeypatch.context() as patched:
        patched.setattr(step, refuse)
        ran = load(scorecard, tmp_path, "2023-W43", "2023-10-26")
    assert (
        is_said(ran, reason_of(OSError(number, "")), "Không có gì bị thay đổi") and os.strerror(number) not in ran.err
    )
    now = contents(scorecard.home)
    assert {name: now.get(name) for name in before} == before and still_readable(scorecard)
    assert load(scorecard, tmp_path, "2023-W43", "2023-10-26").code == 0


def test_what_pyarrow_says_of_a_full_disk_is_understood() -> None:
    assert "đĩa đã đầy" in reason_of(OSError("[Errno 28] Error writing bytes to file. Detail: No space left on device"))
    assert reason_of(OSError(13, "Permission denied", "/x/y")).endswith("(/x/y)")
    assert "máy báo lỗi" in reason_of(OSError("odd"))


def clock(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """The machine's clock, for publications."""

    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
            return dt.datetime.fromisoformat(moment).astimezone(tz)

    for module in (publish.dt, sys.modules["scorecard.publishing.republishing"].dt):
        monkeypatch.setattr(module, "datetime", Clock)


def test_a_clock_set_back_publishes_nothing_until_somebody_looked(
    scorecard: Scorecard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock(monkeypatch, "2023-11-06T08:00:00+07:00")
    before = contents(scorecard.home / "snapshots")
    for more in ([], ["--dry-run"]):
        ran = load(scorecard, tmp_path, "2023-W43", "2023-10-26", *more)
        assert is_said(ran, "08:00 ngày 06/11/2023", "2023-W42/001", "--clock-checked"), ran.said
    assert contents(scorecard.home / "snapshots") == before and still_readable(scorecard)
    assert load(scorecard, tmp_path, "2023-W43", "2023-10-26", "--clock-checked").code == 0
    # The wrong moment stands in the base only: the next week is published as ever.
    clock(monkeypatch, "2023-11-07T08:00:00+07:00")
    assert load(scorecard, tmp_path, "2023-W44", "2023-11-02").code == 0
    (tmp_path / "rút.csv").write_text("unit_id,indicator_id,as_of\nS1,I1,2023-10-19\n", encoding="utf-8")
    withdraw = ("withdraw", tmp_path / "rút.csv", "--week", "2023-W42", "--reason", "r")
    assert is_said(scorecard(*withdraw), "Đồng hồ") and scorecard(*withdraw, "--clock-checked").code == 0


def test_weeks_published_again_ask_the_clock_once(scorecard: Scorecard, monkeypatch: pytest.MonkeyPatch) -> None:
    ready = load_catalog(scorecard.catalog)
    publish_week(scorecard.home, ready, "2023-W43", [])
    corrected = publish_week(scorecard.home, ready, "2023-W42", [seen("S1", "2023-10-19", 2, 2)], reason="r")
    with monkeypatch.context() as patched:
        clock(patched, "2000-01-01T08:00:00+07:00")
        with pytest.raises(SnapshotError, match="Đồng hồ"):
            list(republish(scorecard.home, corrected, "r", "A"))
    assert [item.name for item in republish(scorecard.home, corrected, "r", "A")] == ["2023-W43/002"]


def test_clocks_that_differ_by_minutes_are_no_matter(scorecard: Scorecard, monkeypatch: pytest.MonkeyPatch) -> None:
    last = list_snapshots(scorecard.home).all[-1].manifest.published_at
    clock(monkeypatch, (last - dt.timedelta(minutes=9)).isoformat())
    publish_week(scorecard.home, load_catalog(scorecard.catalog), "2023-W43", [])


@pytest.mark.parametrize("broken", ["folder", "link", "held"])
def test_a_lock_that_cannot_be_taken_is_said(
    scorecard: Scorecard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    lock = scorecard.home / "publish.lock"
    lock.unlink(missing_ok=True)
    monkeypatch.setattr(home_lock, "_SECONDS", 0.1)
    with contextlib.ExitStack() as stack:
        if broken == "folder":
            lock.mkdir()
        elif broken == "link":
            lock.symlink_to(tmp_path / "nowhere" / "x")
        else:
            stack.enter_context(home_lock.writing_alone(scorecard.home))
        before = contents(scorecard.home / "snapshots")
        ran = load(scorecard, tmp_path, "2023-W43", "2023-10-26")
        said = "Đang có người khác công bố" if broken == "held" else "Không khóa được kho"
        assert is_said(ran, said, "hông có gì bị thay đổi"), ran.said
        assert contents(scorecard.home / "snapshots") == before and still_readable(scorecard)


def damage(file: Path, how: str) -> None:
    content = file.read_bytes()
    file.unlink()
    changed = {"cut": content[: len(content) // 2], "empty": b"", "one bit": content[:-20] + b"\x01" + content[-19:]}
    if how == "folder":
        file.mkdir()
    elif how != "gone":
        file.write_bytes(changed[how])


@pytest.mark.parametrize("how", ["cut", "empty", "one bit", "gone", "folder"])
@pytest.mark.parametrize("name", ["manifest.json", "observations.parquet", "task_lights.parquet"])
def test_a_damaged_week_is_named_and_the_others_are_read_and_published(
    scorecard: Scorecard, tmp_path: Path, name: str, how: str
) -> None:
    assert load(scorecard, tmp_path, "2023-W43", "2023-10-26").code == 0
    (file,) = scorecard.home.glob(f"snapshots/week=2023-W43/*/{name}")
    damage(file, how)
    snapshots._read_snapshot.cache_clear()  # as for a process that begins now
    snapshots._listed.clear()
    weeks = scorecard("weeks")
    assert weeks.code == 0 and "2023-W42" in weeks.out and "2023-W43" in weeks.err and "bị bỏ qua" in weeks.err
    assert scorecard("lights", "--week", "2023-W42", "--level", "task").code == 0
    ran = scorecard("verify")
    assert is_said(ran, str(file.parent))
    # What is broken is not carried forward, keeps its number, and whoever publishes is told.
    ran = load(scorecard, tmp_path, "2023-W44", "2023-11-02")
    assert ran.code == 0 and "không được mang sang" in ran.err and str(file.parent) in ran.err
    before = contents(file.parent)
    ran = load(scorecard, tmp_path, "2023-W43", "2023-10-26", "--reason", "the one there is cannot be read")
    assert ran.code == 0 and "bản 2" in ran.out and contents(file.parent) == before


def test_a_file_damaged_while_the_server_runs_is_said_and_no_other_week_suffers(scorecard: Scorecard) -> None:
    index, warehouse = list_snapshots(scorecard.home), Warehouse(scorecard.home)
    table = index.all[0].file("lights")
    content = table.read_bytes()
    asked = {"files": files_of(index.all, "lights"), "units": ["S1"], "indicators": ["I1"]}
    whole = warehouse.run(UnitTrend, **asked)
    for place in range(0, len(content), 7):
        flipped = bytes(byte ^ 255 for byte in content[place : place + 9])
        table.write_bytes(content[:place] + flipped + content[place + 9 :])
        with contextlib.suppress(SnapshotError):
            warehouse.run(UnitTrend, **asked)
    table.write_bytes(content[:50])
    with pytest.raises(SnapshotError, match="verify"):
        warehouse.run(UnitTrend, **asked)
    table.write_bytes(content)
    assert warehouse.run(UnitTrend, **asked) == whole


@ROOT_ONLY
def test_what_the_account_may_not_read_is_said(scorecard: Scorecard, tmp_path: Path) -> None:
    """Root reads everything, so somebody else is asked."""
    assert load(scorecard, tmp_path, "2023-W43", "2023-10-26").code == 0
    for path in [*scorecard.home.rglob("*"), scorecard.home]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    (scorecard.home / "snapshots" / "week=2023-W43").chmod(0o000)
    code = f"""
import os, sys
sys.argv = ["scorecard", "--home", {str(scorecard.home)!r}, "weeks"]
from scorecard.cli import main
os.chdir("/"); os.setgid(65534); os.setuid(65534)
main()
"""
    for folder in scorecard.home.parents:
        if len(folder.parts) > 2:
            folder.chmod(0o755)
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0 and "2023-W42" in ran.stdout and "không có quyền" in ran.stderr, ran.stderr
