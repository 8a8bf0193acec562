"""A new folder: whole under its name, or not there; of two who place the same the first is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.files import whole_files as durable
from scorecard.files.whole_files import place_new_folder
from tests.homes.folders import contents

FILES = {"a": b"one", "b": b"two"}


def test_the_files_lie_under_the_name_and_nothing_beside_it(tmp_path: Path) -> None:
    place_new_folder(tmp_path / "kept" / "x", FILES, ".making-", read_only=True)
    assert {file.name: file.read_bytes() for file in (tmp_path / "kept" / "x").iterdir()} == FILES
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["x"]
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "kept" / "x").iterdir()} == {0o444}


def test_what_somebody_else_placed_a_moment_ago_stays(tmp_path: Path) -> None:
    place_new_folder(tmp_path / "x", FILES, ".making-")
    before = contents(tmp_path)
    place_new_folder(tmp_path / "x", {"a": b"other"}, ".making-")
    assert contents(tmp_path) == before


def test_a_disk_that_refuses_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _content: bytes) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(durable, "write_durably", refuse)
    with pytest.raises(OSError, match="no space"):
        place_new_folder(tmp_path / "kept" / "x", FILES, ".making-")
    assert list((tmp_path / "kept").iterdir()) == []
