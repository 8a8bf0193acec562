"""Files handed in but not published: kept whole or not at all, the same files once, under no name from outside."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import signal
from pathlib import Path

import pytest

from scorecard.errors import SnapshotError, UsageError
from scorecard.intake.given_files import plain_name
from scorecard.intake.inbox import discard_draft, keep_draft, list_drafts, read_draft
from scorecard.weeks import ReportWeek
from tests.homes import publishers
from tests.homes.folders import contents

WEEK = ReportWeek.parse("2023-W42")
NOW = dt.datetime(2023, 10, 19, 9, 30, 0, tzinfo=dt.UTC)
FILES = [("b.csv", b"two"), ("a.xlsx", b"one"), ("a.xlsx", b"other")]


def test_a_draft_gives_back_the_files_under_the_names_they_came_with(tmp_path: Path) -> None:
    draft = keep_draft(tmp_path, WEEK, FILES, NOW)
    assert (draft.week, draft.received_at) == (WEEK, NOW)
    assert sorted((file.name, file.path.read_bytes()) for file in draft.files) == sorted(FILES)
    assert read_draft(tmp_path, draft.draft_id) == draft
    assert list_drafts(tmp_path) == [draft]


@pytest.mark.parametrize(
    ("week", "files", "same"),
    [
        ("2023-W42", FILES[::-1], True),
        ("2023-W42", [*FILES, FILES[0]], True),
        ("2023-W43", FILES, False),
        ("2023-W42", FILES[:2], False),
        ("2023-W42", [("c.csv", b"two"), *FILES[1:]], False),
    ],
)
def test_the_same_files_for_the_same_week_are_one_draft(
    tmp_path: Path, week: str, files: list[tuple[str, bytes]], same: bool
) -> None:
    first = keep_draft(tmp_path, WEEK, FILES, NOW)
    second = keep_draft(tmp_path, ReportWeek.parse(week), files, NOW + dt.timedelta(days=1))
    assert (second == first) is same
    assert len(list_drafts(tmp_path)) == (1 if same else 2)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("số liệu.xlsx", "số liệu.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\tệp\\a.csv", "a.csv"),
        ("a\n\x1b[31m.csv", "a[31m.csv"),
        ("x" * 300 + ".xlsx", "x" * 115 + ".xlsx"),
        ("..", "tep"),
        ("", "tep"),
    ],
)
def test_a_name_from_outside_leads_nowhere(tmp_path: Path, name: str, plain: str) -> None:
    assert plain_name(name) == plain
    draft = keep_draft(tmp_path / "home", WEEK, [(name, b"x")], NOW)
    assert [file.name for file in draft.files] == [plain]
    assert draft.files[0].path.parent == draft.folder
    assert [path for path in tmp_path.rglob("*") if path.is_file() and draft.folder not in path.parents] == []


@pytest.mark.parametrize("found", ["", "nothing", "../snapshots", "0" * 32, "ẞ" * 32])
def test_a_draft_that_is_not_there_is_said_to_be_gone(tmp_path: Path, found: str) -> None:
    keep_draft(tmp_path, WEEK, FILES, NOW)
    with pytest.raises(UsageError, match="Không có bản nháp"):
        read_draft(tmp_path, found)


def test_a_changed_draft_is_refused_and_not_listed(tmp_path: Path) -> None:
    draft = keep_draft(tmp_path, WEEK, FILES, NOW)
    (draft.folder / hashlib.sha256(b"two").hexdigest()).write_bytes(b"three")
    with pytest.raises(SnapshotError, match="bị sửa hoặc hỏng"):
        read_draft(tmp_path, draft.draft_id)
    assert list_drafts(tmp_path) == []


def test_a_discarded_draft_leaves_nothing_and_may_be_discarded_again(tmp_path: Path) -> None:
    draft, other = keep_draft(tmp_path, WEEK, FILES, NOW), keep_draft(tmp_path, WEEK, FILES[:1], NOW)
    for _ in range(2):
        discard_draft(tmp_path, draft.draft_id)
    assert list_drafts(tmp_path) == [other]
    assert {path.name for path in (tmp_path / "inbox").iterdir()} == {other.draft_id}


def test_what_a_killed_one_left_is_cleared_a_day_later(tmp_path: Path) -> None:
    (tmp_path / "inbox" / ".receiving-x").mkdir(parents=True)
    now = dt.datetime.now(dt.UTC)
    for later, left in ((0, 2), (2, 1)):
        keep_draft(tmp_path, WEEK, FILES, now + dt.timedelta(days=later))
        assert len(list((tmp_path / "inbox").iterdir())) == left


def test_no_file_is_no_draft(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Chưa chọn tệp"):
        keep_draft(tmp_path, WEEK, [], NOW)


def test_killed_at_any_step_the_inbox_has_the_whole_draft_or_none(tmp_path: Path) -> None:
    home, states = tmp_path / "home", []
    for step in range(1, 200):
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        process = publishers.started(publishers.keep_and_die, home, str(WEEK), FILES, step)
        process.join(60)
        drafts = list_drafts(home)
        assert all(sorted((f.name, f.path.read_bytes()) for f in draft.files) == sorted(FILES) for draft in drafts)
        states.append(len(drafts))
        again = keep_draft(home, WEEK, FILES, NOW)
        assert list_drafts(home) == [again]
        if process.exitcode == 0:
            break
        assert process.exitcode == -signal.SIGKILL
    assert step > 8 and states == sorted(states) and states[0] == 0 and states[-1] == 1


def test_killed_between_draft_and_publication_neither_is_lost(tmp_path: Path) -> None:
    home, catalog = tmp_path / "home", publishers.small_catalog(tmp_path / "catalog")
    draft = keep_draft(home, WEEK, [("a.csv", publishers.ROWS)], NOW)
    kept, states = contents(draft.folder), []
    for step in range(1, 500, 3):
        shutil.rmtree(home / "snapshots", ignore_errors=True)
        shutil.rmtree(home / "inputs", ignore_errors=True)
        process = publishers.started(publishers.load_and_die, home, catalog, draft.draft_id, step)
        process.join(60)
        states.append(publishers.weeks_held(home))
        if process.exitcode == 0:
            break
        assert process.exitcode == -signal.SIGKILL
        if draft.folder.exists():
            assert contents(draft.folder) == kept
        else:
            assert states[-1] == ["2023-W42/001"]
            break
    assert states[0] == [] and states[-1] == ["2023-W42/001"] and step > 30
