"""The listing of a home: what came or went is seen, whatever was kept of the last listing."""

from __future__ import annotations

import os
from pathlib import Path

from scorecard.snapshots.folders import snapshot_folders

LONG_AGO = 1_600_000_000


def write(home: Path, week: str, revision: str) -> Path:
    folder = home / "snapshots" / f"week={week}" / f"revision={revision}"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{}", encoding="utf-8")
    return folder


def settle(home: Path) -> None:
    """As if nothing had changed here for years."""
    for folder in (home / "snapshots", *(home / "snapshots").iterdir()):
        os.utime(folder, (LONG_AGO, LONG_AGO))


def listed(home: Path) -> list[tuple[str, int, bool]]:
    return [(str(found.week), found.revision, found.state is not None) for found in snapshot_folders(home, [])]


def test_a_new_revision_and_a_new_week_are_seen_after_years_of_nothing(tmp_path: Path) -> None:
    write(tmp_path, "2023-W41", "001")
    settle(tmp_path)
    assert listed(tmp_path) == listed(tmp_path) == [("2023-W41", 1, True)]
    write(tmp_path, "2023-W41", "002")
    assert listed(tmp_path) == [("2023-W41", 1, True), ("2023-W41", 2, True)]
    write(tmp_path, "2023-W42", "001")
    assert listed(tmp_path)[2:] == [("2023-W42", 1, True)]


def test_what_is_taken_away_is_no_longer_listed(tmp_path: Path) -> None:
    folder = write(tmp_path, "2023-W41", "001")
    settle(tmp_path)
    assert len(listed(tmp_path)) == 1
    (folder / "manifest.json").unlink()
    assert listed(tmp_path) == [("2023-W41", 1, False)]
    folder.rmdir()
    assert listed(tmp_path) == []


def test_two_changes_within_one_tick_of_the_clock_of_the_disk_are_both_seen(tmp_path: Path) -> None:
    week = write(tmp_path, "2023-W41", "001").parent
    tick = week.stat().st_mtime_ns
    assert len(listed(tmp_path)) == 1
    write(tmp_path, "2023-W41", "002")
    os.utime(week, ns=(tick, tick))
    assert len(listed(tmp_path)) == 2


def test_what_is_named_otherwise_or_is_a_file_is_no_snapshot(tmp_path: Path) -> None:
    assert listed(tmp_path) == []
    for name in ("week=2023-W54/revision=001", "2023-W42/revision=001", "week=2023-W42/revision=1", "week=2023-W42/x"):
        (tmp_path / "snapshots" / name).mkdir(parents=True)
    (tmp_path / "snapshots" / "week=2023-W40").write_text("", encoding="utf-8")
    (tmp_path / "snapshots" / "week=2023-W42" / "revision=007").write_text("", encoding="utf-8")
    assert listed(tmp_path) == []
