"""A backup that was changed, cut or made by somebody else is refused, and nothing of it reaches the disk."""

from __future__ import annotations

import json
import random
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scorecard.backup import packed, restoring, writing
from scorecard.backup.contents import is_name_of_home
from tests.cli.command_line import Ran, Scorecard
from tests.homes.folders import contents
from tests.homes.full_home import full_home

Members = list[tuple[zipfile.ZipInfo, bytes]]
EVIL = ["../evil", "/etc/evil", "snapshots/../../evil", "C:\\evil", "snapshots\\..\\evil", "evil", "inputs",
        ".ssh/keys", "snapshots//evil", "inputs/./x", "inputs/a\x00b", "inputs/\nx", "inputs/x:y", "inputs/x ",
        "inputs/x.", "inputs/" + "x" * 400, "inputs/", "scorecard.sqlite3/x", "publish.lock"]  # fmt: skip


@pytest.fixture(scope="module")
def scorecard(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    return full_home(tmp_path_factory.mktemp("source"))


@pytest.fixture(scope="module")
def whole(scorecard: Scorecard, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("backup") / "b.zip"
    assert scorecard("backup", "--out", file).code == 0
    return file


def changed(whole: Path, file: Path, change: Callable[[Members], Members]) -> Path:
    """A copy of the backup whose list of members was changed; the manifest says what it said."""
    with zipfile.ZipFile(whole) as archive:
        members = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(file, "w") as archive:
        for info, content in change(members):
            archive.writestr(info, content)
    return file


def refused(scorecard: Scorecard, file: Path, said: str) -> Ran:
    """Restoring fails with a message of these words and leaves nothing anywhere."""
    before = contents(file.parent)
    ran = Scorecard(file.parent / "new", scorecard.catalog)("restore", file)
    assert (ran.code, said in ran.err, "Traceback" in ran.said) == (1, True, False), ran.said
    assert contents(file.parent) == before
    return ran


def named(name: str, manifest: bool) -> Callable[[Members], Members]:
    """One member more, of any name; with `manifest` the manifest knows it."""

    def change(members: Members) -> Members:
        info = zipfile.ZipInfo("x")
        info.filename = info.orig_filename = name
        if manifest:
            content = json.loads(members[-1][1])
            content["files"][name] = next(iter(content["files"].values()))
            members[-1] = (members[-1][0], json.dumps(content).encode())
        return [*members, (info, b"evil")]

    return change


@pytest.mark.parametrize("name", EVIL)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_no_member_leads_out_of_the_home(scorecard: Scorecard, whole: Path, tmp_path: Path, name: str) -> None:
    assert not is_name_of_home(name)
    for known in (False, True):
        folder = tmp_path / str(known)
        folder.mkdir()
        refused(scorecard, changed(whole, folder / "b.zip", named(name, known)), "chưa khôi phục gì")
    assert not list(tmp_path.rglob("*evil*"))


def test_a_link_is_refused(scorecard: Scorecard, whole: Path, tmp_path: Path) -> None:
    def change(members: Members) -> Members:
        members[0][0].external_attr = (stat.S_IFLNK | 0o777) << 16
        return [(members[0][0], b"/etc/passwd"), *members[1:]]

    refused(scorecard, changed(whole, tmp_path / "b.zip", change), "không phải tệp thường")


CHANGES: dict[str, tuple[Callable[[Members], Members], str]] = {
    "one more": (lambda members: [*members, (zipfile.ZipInfo("inputs/x/original"), b"x")], "đã bị thêm vào"),
    "one less": (lambda members: members[1:], "Tệp sao lưu thiếu scorecard.sqlite3"),
    "other bytes": (lambda members: [(members[0][0], b"x" * len(members[0][1])), *members[1:]], "đã khác lúc ghi"),
    "longer": (lambda members: [(members[0][0], members[0][1] + b"x"), *members[1:]], "đã khác lúc ghi"),
    "shorter": (lambda members: [(members[0][0], members[0][1][:-1]), *members[1:]], "đã khác lúc ghi"),
    "no manifest": (lambda members: members[:-1], "không phải tệp sao lưu"),
    "manifest cut": (lambda members: [*members[:-1], (members[-1][0], members[-1][1][:-9])], "backup.json không đọc"),
    "manifest empty": (lambda members: [*members[:-1], (members[-1][0], b"{}")], "backup.json không đọc"),
    "later version": (
        lambda members: [*members[:-1], (members[-1][0], members[-1][1].replace(b'version": 1', b'version": 2'))],
        "phiên bản khác",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_not_as_it_was_written_is_refused(scorecard: Scorecard, whole: Path, tmp_path: Path, name: str) -> None:
    change, said = CHANGES[name]
    refused(scorecard, changed(whole, tmp_path / "b.zip", change), said)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice_is_refused(scorecard: Scorecard, whole: Path, tmp_path: Path) -> None:
    refused(scorecard, changed(whole, tmp_path / "b.zip", lambda members: [members[0], *members]), "đã bị thêm vào")


def test_any_broken_byte_and_any_cut_is_found(scorecard: Scorecard, whole: Path, tmp_path: Path) -> None:
    content, chance, file = whole.read_bytes(), random.Random(7), tmp_path / "b.zip"
    harmless = 0
    for _ in range(150):
        place = chance.randrange(len(content))
        other = content[:place] + bytes([content[place] ^ (1 << chance.randrange(8))]) + content[place + 1 :]
        file.write_bytes(other if chance.random() < 0.7 else content[:place])
        ran = Scorecard(tmp_path / f"new-{place}", scorecard.catalog)("restore", file)
        assert ran.code in (0, 1) and "Traceback" not in ran.said
        # Dates and flags of a zip that carry nothing may change; what is then restored is whole, every hash right.
        harmless += ran.code == 0
        assert (tmp_path / f"new-{place}").exists() == (ran.code == 0)
    assert harmless < 40


def test_an_empty_file_and_another_zip_are_no_backups(scorecard: Scorecard, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"")
    refused(scorecard, tmp_path / "b.zip", "bị hỏng hoặc bị cắt cụt")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("a", "b")
    refused(scorecard, tmp_path / "b.zip", "không phải tệp sao lưu")


def test_restored_bytes_are_held_against_their_hash_on_the_way(
    scorecard: Scorecard, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk half-way: the home is not there, the backup still is."""
    written = restoring._write_member

    def full(archive: packed.Packed, name: str, target: Path) -> None:
        if name.startswith("inputs"):
            raise OSError(28, "No space left on device")
        written(archive, name, target)

    monkeypatch.setattr(restoring, "_write_member", full)
    file = tmp_path / "b.zip"
    file.write_bytes(whole.read_bytes())
    assert "đĩa đã đầy" in refused(scorecard, file, "Không khôi phục được").err


def test_too_little_room_is_said_before_anything_is_written(
    scorecard: Scorecard, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1000}))
    file = tmp_path / "b.zip"
    file.write_bytes(whole.read_bytes())
    refused(scorecard, file, "chỉ còn 0 MB")


def test_a_backup_that_reads_back_otherwise_is_not_kept(
    scorecard: Scorecard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packing = writing._pack_files

    def and_break(files: dict[str, Path], made: Path, now: object) -> packed.BackupManifest:
        manifest = packing(files, made, now)  # type: ignore[arg-type]
        with zipfile.ZipFile(made) as archive:
            largest = max(archive.infolist(), key=lambda item: item.compress_size)
        content = bytearray(made.read_bytes())
        content[largest.header_offset + 30 + len(largest.filename.encode()) + largest.compress_size // 2] ^= 1
        made.write_bytes(content)
        return manifest

    monkeypatch.setattr(writing, "_pack_files", and_break)
    ran = scorecard("backup", "--out", tmp_path / "b.zip")
    assert ran.code == 1 and "đọc lại không đúng" in ran.err and contents(tmp_path) == {}, ran.said
