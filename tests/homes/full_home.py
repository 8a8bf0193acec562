"""A home that holds one of everything: weeks, originals, a draft, a briefing, boundaries, a database in use."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

from scorecard.access.audit.log import rotate
from scorecard.access.audit.record import Actor, record
from scorecard.database.engine import open_database, writing
from scorecard.intake.inbox import keep_draft
from scorecard.maps.boundaries import install_boundaries
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, seen, unit, write_catalogue, write_observations
from tests.cli.command_line import Scorecard
from tests.homes.made_once import made_once

NOW = dt.datetime(2023, 10, 21, 8, tzinfo=dt.UTC)


def full_home(folder: Path) -> Scorecard:
    """The command with a home in which every kind of content lies; the database holds the audit alone."""
    _fill(folder)
    scorecard = Scorecard(folder / "home", folder / "catalog")
    write_audit(scorecard.home)
    write_database(scorecard.home, []).close()
    return scorecard


@made_once
def _fill(folder: Path) -> None:
    units = [unit("S1", name="Sở Nội vụ"), unit("S2", name="Sở Y tế")]
    scorecard = Scorecard(folder / "home", write_catalogue(catalogue(units=units), folder / "catalog"))
    file = write_observations([seen("S1", "2023-10-19", 1, 2), seen("S2", "2023-10-19", 9, 10)], folder / "tuần.csv")
    ran = scorecard("ingest", file, "--week", "2023-W42", "--by", "A")
    assert ran.code == 0, ran.said
    assert scorecard("briefing", "--week", "2023-W42", "--formats", "csv").code == 0
    keep_draft(scorecard.home, ReportWeek.parse("2023-W43"), [("Sở Y tế.csv", b"a,b\n")], NOW)
    install_boundaries(scorecard.home, b"{}")


def write_audit(home: Path) -> None:
    """Nine lines of the audit, the older ones in a file, with the end noted."""
    engine = open_database(home)
    for days in range(8):
        with writing(engine) as connection:
            record(connection, NOW + dt.timedelta(days), Actor("a"), "sign_in", "a")
    assert rotate(engine, home, NOW + dt.timedelta(8), 4)
    engine.dispose()


def write_database(home: Path, lines: list[str]) -> sqlite3.Connection:
    """Appends lines to a table of the tests' own; the database stays open as the app keeps it, the caller closes it."""
    connection = sqlite3.connect(home / "scorecard.sqlite3")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE IF NOT EXISTS lines (line TEXT)")
    connection.executemany("INSERT INTO lines VALUES (?)", [(line,) for line in lines])
    connection.commit()
    return connection


def database_lines(home: Path) -> list[str]:
    """What the table holds, in order."""
    connection = sqlite3.connect(home / "scorecard.sqlite3")
    try:
        return [line for (line,) in connection.execute("SELECT line FROM lines ORDER BY rowid")]
    finally:
        connection.close()
