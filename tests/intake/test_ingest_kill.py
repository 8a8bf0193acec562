"""`ingest` killed at any moment: originals and weeks are whole or not there, and the same command again succeeds."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

from scorecard.publishing.placing import leftovers
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.verify import verify_home
from tests.catalogs.catalogue_rows import catalogue, seen, unit, write_catalogue, write_observations
from tests.cli.command_line import Scorecard
from tests.homes import publishers
from tests.homes.folders import contents


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    units = [unit("S1"), unit("S2"), unit("S3")]
    return Scorecard(tmp_path / "home", write_catalogue(catalogue(units=units), tmp_path / "catalog"))


def test_killed_at_any_step_ingest_can_be_run_again(scorecard: Scorecard, tmp_path: Path) -> None:
    files = [write_observations([seen(name, "2023-10-19", 1, 2)], tmp_path / f"{name}.csv") for name in ("S1", "S2")]
    before = tmp_path / "before"
    first = write_observations([seen("S3", "2023-10-12", 1, 2)], tmp_path / "first.csv")
    Scorecard(before, scorecard.catalog)("ingest", first, "--week", "2023-W41")
    old, states = contents(before), []
    command = ["--catalog", scorecard.catalog, "ingest", *files, "--week", "2023-W42", "--reason", "r", "--by", "A"]
    for step in range(1, 500, 4):
        shutil.rmtree(scorecard.home, ignore_errors=True)
        shutil.copytree(before, scorecard.home)
        process = publishers.started(publishers.ingest_and_die, scorecard.home, command, step)
        process.join(60)
        assert process.exitcode in (0, -signal.SIGKILL)
        states.append(state(scorecard.home, old))
        if step % 4 == 1 or process.exitcode == 0:
            again(scorecard, command)
        if process.exitcode == 0:
            break
    # Nothing kept, one original, two, the week; never a week without its originals, and never a step back.
    assert states == sorted(states) and set(states) == {(0, 1), (1, 1), (2, 1), (2, 2)} and step > 60


def state(home: Path, old: dict[str, str]) -> tuple[int, int]:
    """How many new originals and how many weeks there are; fails if anything is half there or lost."""
    assert verify_home(home) == []
    now = contents(home)
    assert {name: now.get(name) for name in old} == old
    kept = [path for path in (home / "inputs").glob("[0-9a-f]*") if (path / "original").is_file()]
    return len(kept) - 1, len(list_snapshots(home).all)


def again(scorecard: Scorecard, command: list[object]) -> None:
    ran = scorecard(*command[2:])
    assert ran.code == 0, ran.said
    names = [snapshot.name for snapshot in list_snapshots(scorecard.home).all]
    assert names == ["2023-W41/001", "2023-W42/001"] and verify_home(scorecard.home) == []
    assert "Không công bố lại" in ran.err or leftovers(scorecard.home) == []


def test_what_a_killed_one_left_is_named_and_cleared_by_the_next_publication(
    scorecard: Scorecard, tmp_path: Path
) -> None:
    left = scorecard.home / "inputs" / ".keeping-x"
    left.mkdir(parents=True)
    (left / "original").write_bytes(b"half")
    assert str(left) in scorecard("verify").err
    file = write_observations([seen("S1", "2023-10-19", 1, 2)], tmp_path / "S1.csv")
    assert scorecard("ingest", file, "--week", "2023-W42").code == 0
    assert not left.exists() and ".keeping" not in scorecard("verify").said


@pytest.mark.parametrize("change", ["gone", "other"])
def test_verify_names_an_original_that_is_not_as_it_came(scorecard: Scorecard, tmp_path: Path, change: str) -> None:
    file = write_observations([seen("S1", "2023-10-19", 1, 2)], tmp_path / "S1.csv")
    scorecard("ingest", file, "--week", "2023-W42")
    (kept,) = (scorecard.home / "inputs").rglob("original")
    kept.chmod(0o644)
    if change == "gone":
        kept.unlink()
    else:
        kept.write_bytes(b"x")
    ran = scorecard("verify", "--format", "json")
    (problem,) = ran.json()["problems"]
    assert ran.code == 1 and "S1.csv" in problem and kept.parent.name in problem


def test_weeks_of_the_time_before_originals_were_kept_are_whole(scorecard: Scorecard, tmp_path: Path) -> None:
    file = write_observations([seen("S1", "2023-10-19", 1, 2)], tmp_path / "S1.csv")
    scorecard("ingest", file, "--week", "2023-W42")
    shutil.rmtree(scorecard.home / "inputs")
    assert scorecard("verify").code == 1
    (manifest,) = scorecard.home.rglob("manifest.json")
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace(' "withdrawn": [],\n', "").replace(' "left_out": [],\n', ""), encoding="utf-8")
    assert "withdrawn" not in manifest.read_text(encoding="utf-8") and scorecard("verify").code == 0
