"""A publisher killed at any moment, and two at once: the home has the old state or the new one, never a third."""

from __future__ import annotations

import random
import shutil
import signal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from scorecard.catalog import load_catalog
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.snapshots.verify import verify_home
from tests.catalogs.catalogue_rows import catalogue, seen, target, unit, write_catalogue
from tests.homes import publishers
from tests.homes.folders import contents
from tests.homes.small_home import publish_week

UNITS = [unit(f"S{number}") for number in range(1, 400)]


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return write_catalogue(catalogue(units=UNITS), tmp_path / "catalog")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def held(snapshot: Snapshot) -> set[str]:
    return set(pq.read_table(snapshot.file("observations")).column("unit_id").to_pylist())


def leftovers(home: Path) -> list[str]:
    """Whatever a publisher had to leave half done."""
    return [name for name in contents(home) if any(part.startswith(".") for part in Path(name).parts)]


def test_killed_at_any_step_a_publisher_leaves_the_old_week_or_the_new_one(home: Path, catalog: Path) -> None:
    before = home.with_name("before")
    other = write_catalogue(catalogue(units=UNITS, targets=[target(green="95")]), catalog.with_name("other"))
    publish_week(before, load_catalog(other), "2023-W41", [seen("S1", "2023-10-12", 1, 2)])
    old = contents(before / "snapshots")
    states = []
    for step in range(1, 500):
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(before, home)
        rows = [seen("S2", "2023-10-19", 1, 2)]
        process = publishers.started(publishers.publish_and_die, home, catalog, "2023-W42", rows, step)
        process.join(60)
        states.append(state_after_kill(home, old))
        if process.exitcode == 0:
            break
        assert process.exitcode == -signal.SIGKILL
        if step % 4 == 1:
            publish_again(home, catalog)
    assert step > 30 and states == sorted(states) and states[0] == 1 and states[-1] == 2


def state_after_kill(home: Path, old: dict[str, str]) -> int:
    """How many weeks there are; fails if anything is neither old nor new."""
    assert verify_home(home) == []
    now = contents(home / "snapshots")
    assert {name: now.get(name) for name in old} == old
    index = list_snapshots(home)
    names = [snapshot.name for snapshot in index.all]
    assert names in (["2023-W41/001"], ["2023-W41/001", "2023-W42/001"]) and not index.broken
    if len(names) == 2:
        assert held(index.all[1]) == {"S1", "S2"}
    return len(names)


def publish_again(home: Path, catalog: Path) -> None:
    """The next publication works, carries everything, and clears away what the killed one left."""
    snapshot = publish_week(home, load_catalog(catalog), "2023-W42", [seen("S3", "2023-10-19", 1, 2)], reason="again")
    assert {"S1", "S3"} <= held(snapshot) <= {"S1", "S2", "S3"}
    assert verify_home(home) == [] and leftovers(home) == []


def test_killed_after_any_time_a_publisher_loses_nothing_it_has_said_to_be_done(home: Path, catalog: Path) -> None:
    chance, done = random.Random(42), 0
    for _ in range(8):
        told, tell = publishers.pipe()
        process = publishers.started(publishers.publish_weeks, home, catalog, "2023-W01", tell)
        assert told.poll(60)  # on a busy machine too, it has published something before it is killed
        process.join(chance.uniform(0, 0.4))
        process.kill()
        process.join(60)
        assert process.exitcode == -signal.SIGKILL
        while told.poll():
            done = told.recv()
        assert verify_home(home) == []
        weeks = list_snapshots(home).all
        assert len(weeks) - done in (0, 1)
        assert [held(snapshot) for snapshot in weeks] == [
            {f"S{number}" for number in range(1, last + 1)} for last in range(1, len(weeks) + 1)
        ]
        done = len(weeks)
    assert done >= 8


def test_two_publishers_at_once_lose_and_double_nothing(home: Path, catalog: Path) -> None:
    _, tell = publishers.pipe()
    parts = [[f"S{number}" for number in range(start, start + 4)] for start in (1, 5)]
    running = [
        publishers.started(publishers.publish_revisions, home, catalog, "2023-W42", units, tell) for units in parts
    ]
    while any(process.is_alive() for process in running):
        assert list_snapshots(home).broken == ()
    assert [process.exitcode for process in running] == [0, 0]
    weeks = list_snapshots(home).all
    assert [snapshot.revision for snapshot in weeks] == list(range(1, 9))
    assert [snapshot.manifest.built_on for snapshot in weeks[1:]] == [snapshot.name for snapshot in weeks[:-1]]
    assert [len(held(snapshot)) for snapshot in weeks] == list(range(1, 9))
    assert verify_home(home) == [] and leftovers(home) == []


def test_a_publisher_goes_on_when_the_one_it_waits_for_is_killed(home: Path, catalog: Path) -> None:
    told, tell = publishers.pipe()
    first = publishers.started(publishers.publish_revisions, home, catalog, "2023-W42", ["S1"] * 99, tell)
    assert told.recv() == "S1"
    second = publishers.started(publishers.publish_revisions, home, catalog, "2023-W42", ["S2", "S3"], tell)
    second.join(0.3)
    first.kill()
    second.join(60)
    assert second.exitcode == 0
    assert verify_home(home) == []
    assert held(list_snapshots(home).all[-1]) == {"S1", "S2", "S3"}


def test_of_two_first_publications_one_is_told_that_the_week_is_there(home: Path, catalog: Path) -> None:
    told, tell = publishers.pipe()
    running = [publishers.started(publishers.publish_first, home, catalog, "2023-W42", tell) for _ in range(2)]
    for process in running:
        process.join(60)
    assert sorted([told.recv(), told.recv()]) == ["UsageError", "published"]
    assert [snapshot.name for snapshot in list_snapshots(home).all] == ["2023-W42/001"]
