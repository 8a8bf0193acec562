"""Publishers in processes of their own, to be killed: each runs in a fork of a server that holds no connection."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from scorecard.catalog import load_catalog
from scorecard.errors import ScorecardError
from scorecard.intake.inbox import discard_draft, keep_draft, read_draft
from scorecard.intake.ingest import check_files
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.originals import keep_originals
from scorecard.snapshots.verify import verify_home
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, seen, unit, write_catalogue
from tests.cli.command_line import run
from tests.homes.small_home import publish_week

_FORKS = multiprocessing.get_context("forkserver")
# The last two are imported when a table is first read, which would take half of every publication.
_FORKS.set_forkserver_preload(
    ["scorecard.publishing.publish", "scorecard.cli", "tests.homes.publishers", "pandas", "pyarrow.dataset"]
)


def started(work: Callable[..., None], *arguments: Any) -> BaseProcess:
    """A process that does the work."""
    process = _FORKS.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process


def pipe() -> tuple[Connection, Connection]:
    """What a publisher reports through: the receiving and the sending end."""
    return _FORKS.Pipe(duplex=False)


def publish_and_die(home: Path, catalog: Path, week: str, rows: list[Any], die_at: int) -> None:
    """Publish a week, killed by SIGKILL at the so-manieth thing done to a file of the home."""
    ready = load_catalog(catalog)
    _die_at(die_at, str(home))
    publish_week(home, ready, week, rows, reason="again")


def ingest_and_die(home: Path, arguments: list[Any], die_at: int) -> None:
    """Run `ingest` as a user would, killed by SIGKILL at the so-manieth thing done to a file of the home."""
    _die_at(die_at, str(home))
    run("--home", home, *arguments)


def _die_at(number: int, home: str) -> None:
    left = [number]

    def step() -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if (event == "open" or event.startswith(("os.", "shutil."))) and home in repr(arguments):
            step()

    really_sync = os.fsync

    def sync(descriptor: int) -> None:
        step()
        really_sync(descriptor)

    os.fsync = sync
    sys.addaudithook(watch)


def publish_weeks(home: Path, catalog: Path, first: str, told: Connection) -> None:
    """Publish week after week for as long as it lives, each with one unit more; tell each that is done."""
    week, ready = ReportWeek.parse(first), load_catalog(catalog)
    number = 1 + sum(1 for entry in (home / "snapshots").glob("week=*/revision=001/manifest.json"))
    while True:
        publish_week(home, ready, str(week.plus(number)), [seen(f"S{number}", "2023-01-02", 1, 2)])
        told.send(number)
        number += 1


def publish_revisions(home: Path, catalog: Path, week: str, units: list[str], told: Connection) -> None:
    """Publish a revision of one week for every unit; tell each unit that is done."""
    ready = load_catalog(catalog)
    for name in units:
        publish_week(home, ready, week, [seen(name, "2023-10-19", 1, 2)], reason="again")
        told.send(name)


def publish_first(home: Path, catalog: Path, week: str, told: Connection) -> None:
    """Publish a week without a reason, which only the first may; tell how it ended."""
    try:
        publish_week(home, load_catalog(catalog), week, [])
        told.send("published")
    except ScorecardError as error:
        told.send(type(error).__name__)


ROWS = b"unit_id,indicator_id,as_of,numerator,denominator,source,note\nS1,I1,2023-10-19,1,2,a,\n"


def small_catalog(folder: Path) -> Path:
    """A catalogue the rows of ROWS fit."""
    return write_catalogue(catalogue(units=[unit("S1")]), folder)


def keep_and_die(home: Path, week: str, files: list[tuple[str, bytes]], die_at: int) -> None:
    """Keep files as a draft, killed at the so-manieth thing done to a file of the home."""
    _die_at(die_at, str(home))
    keep_draft(home, ReportWeek.parse(week), files, dt.datetime(2023, 10, 19, tzinfo=dt.UTC))


def load_and_die(home: Path, catalog: Path, draft_id: str, die_at: int) -> None:
    """What the page does with a draft: check, keep the originals, publish, discard; killed on the way."""
    ready, draft = load_catalog(catalog), read_draft(home, draft_id)
    _die_at(die_at, str(home))
    intake = check_files(home, ready, draft.files, draft.week, None)
    keep_originals(home, intake.paths, intake.inputs)
    publish(home, ready, Publication(draft.week, intake.checked.observations, inputs=intake.inputs, reason="again"))
    discard_draft(home, draft_id)


def weeks_held(home: Path) -> list[str]:
    """The names of the snapshots of a home without any mistake."""
    assert verify_home(home) == []
    return [snapshot.name for snapshot in list_snapshots(home).all]
