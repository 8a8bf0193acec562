"""Matters written into a home as people write them, for tests of what shows them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from scorecard.access.audit.record import Actor
from scorecard.access.roles import Person
from scorecard.catalog.scope import ALL
from scorecard.database.engine import open_database, reading
from scorecard.follow_up.matters.matter import About
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.reading import read_matter
from scorecard.follow_up.matters.writing import Writer, begin_matters, make_move
from scorecard.weeks import ReportWeek
from tests.ui.readers import STEWARD, of_unit

LIFE = dt.date(2020, 1, 1)
NOW = dt.datetime(2023, 10, 21, 2, 0, tzinfo=dt.UTC)
# Nothing of this may be run, or be anything but text, wherever it is shown.
HOSTILE = (
    "=HYPERLINK(\"http://x\") <script>alert('x')</script> '; DROP TABLE moves; -- {{ 7*7 }} #panic(1) ${x} &amp; 100%"
)


def writer(person: Person = STEWARD, week: str = "2023-W42", now: dt.datetime = NOW) -> Writer:
    """Somebody who writes in a week and sees everything."""
    return Writer(person, Actor(person.user_name), ALL, now, ReportWeek.parse(week))


def ask(home: Path, unit_id: str, task_no: int, due: dt.date, week: str = "2023-W42", text: str = "Vì sao?") -> int:
    """Asks a unit to explain a light."""
    about = About(Kind.explanation, unit_id, LIFE, task_no)
    told = parse_told(due=due, text=text)
    return begin_matters(open_database(home), writer(week=week), "ask", [(about, told)])[0]


def decide(
    home: Path, text: str, due: dt.date, owner: str = "S1", unit_id: str | None = None, task_no: int | None = None
) -> int:
    """Writes a decision down."""
    about = About(Kind.decision, unit_id, LIFE if unit_id else None, task_no)
    told = parse_told(text=text, owner=owner, due=due)
    return begin_matters(open_database(home), writer(), "decide", [(about, told)])[0]


def move(
    home: Path, matter_id: int, name: str, person: Person = STEWARD, week: str = "2023-W42", **told: object
) -> None:
    """Makes a move in a matter as it stands."""
    engine = open_database(home)
    with reading(engine) as connection:
        matter = read_matter(connection, ALL, matter_id)
    assert matter
    make_move(engine, writer(person, week), matter_id, matter.version, name, parse_told(**told))


def answer(home: Path, matter_id: int, unit_id: str = "S2", week: str = "2023-W42", **told: object) -> None:
    """Answers for a unit."""
    said = {"cause": "people", "text": "Thiếu người", "action": "Bổ sung", "responsible": "Bà Hoa"}
    move(home, matter_id, "answer", of_unit(unit_id), week, **(said | {"promised": dt.date(2023, 11, 10)} | told))
