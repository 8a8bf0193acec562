"""A home with five published weeks of lights to chase, and explanations in every state."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from scorecard.access.audit.record import Actor
from scorecard.access.roles import Person
from scorecard.catalog import Catalog, load_catalog
from scorecard.catalog.scope import ALL
from scorecard.database.engine import open_database
from scorecard.follow_up.matters.matter import About
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.writing import Writer, begin_matters, make_move
from scorecard.snapshots.observation import Observation
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, target, task, unit, write_catalogue
from tests.homes.made_once import made_once
from tests.homes.small_home import publish_week
from tests.ui.readers import STEWARD, of_unit

WEEKS = ("2023-W38", "2023-W39", "2023-W40", "2023-W41", "2023-W42")
RUNGS = [("red", 1, 1, "Nhắc"), ("red", 2, 2, "Hỏi"), ("red", 3, 3, "Họp"), ("missing", 1, 1, "Nhắc"),
         ("missing", 2, 2, "Hỏi"), ("amber", 3, 1, "Nhắc")]  # fmt: skip
LADDER = [dict(zip(("status", "weeks", "step", "name"), map(str, rung), strict=True)) for rung in RUNGS]
TABLES = catalogue(
    tasks=[task(1), task(2)],
    units=[unit("S1"), unit("S2"), *district("D1", 3), *district("D2", 0)],
    indicators=[
        indicator("I1"),
        indicator("I2", task_no="2", direction="lower", applies_to="department"),
        indicator("I3", task_no="2", measure="count", applies_to="department"),
    ],
    targets=[
        target(),
        target(indicator_id="I2", green="10", amber="20"),
        target(indicator_id="I3", green="5", amber="3"),
    ],
    ladder=LADDER,
    causes=[{"code": "khac", "name": "Khác"}],
)
# In percent, week by week; None is a week without a figure as yet.
PERCENT: dict[tuple[str, str], list[int | None]] = {
    ("S1", "I1"): [95, 95, 95, 95, 10],
    ("S2", "I1"): [40, 30, 30, 30, 30],
    ("D1", "I1"): [95, 85, 85, 85, 85],
    ("D1-1", "I1"): [10, 10, 95, 95, 20],
    ("D1-2", "I1"): [None] * 5,
    ("D1-3", "I1"): [None, None, None, None, 95],
    ("D2", "I1"): [10, 10, 10, 10, 95],
    ("S1", "I2"): [50, 50, 50, 50, 15],
    ("S2", "I2"): [5, 5, 5, 5, 5],
}
DAYS = [ReportWeek.parse(week).day(4) for week in WEEKS]


def figures_of(place: int) -> list[Observation]:
    """What is known for one of the weeks."""
    rows = [
        seen(unit_id, str(DAYS[place]), values[place], 100, indicator_id)
        for (unit_id, indicator_id), values in PERCENT.items()
        if values[place] is not None
    ]
    return [*rows, *(seen(unit_id, str(DAYS[place]), 90, None, "I3") for unit_id in ("S1", "S2"))]


def chase_home(folder: Path) -> tuple[Path, Catalog]:
    """The five weeks; the home and its catalogue are returned."""
    _publish(folder)
    return folder / "home", load_catalog(folder / "catalog")


@made_once
def _publish(folder: Path) -> None:
    catalog = load_catalog(write_catalogue(TABLES, folder / "catalog"))
    for place, week in enumerate(WEEKS):
        publish_week(folder / "home", catalog, week, figures_of(place), synthetic=True)


def writer(person: Person, week: str) -> Writer:
    """Somebody who writes on the day of a week's cut-off."""
    at = ReportWeek.parse(week)
    now = dt.datetime.combine(at.day(5), dt.time(9), dt.UTC)
    return Writer(person, Actor(person.user_name), ALL, now, at)


def ask(home: Path, unit_id: str, task_no: int, due: str, week: str = "2023-W41") -> int:
    """An explanation asked for; its number is returned."""
    about = About(Kind.explanation, unit_id, dt.date(2020, 1, 1), task_no)
    told = parse_told(due=due)
    return begin_matters(open_database(home), writer(STEWARD, week), "ask", [(about, told)])[0]


def answer(home: Path, matter_id: int, unit_id: str, promised: str, week: str = "2023-W41") -> None:
    """The answer of the unit."""
    told: dict[str, Any] = {"cause": "khac", "text": "Vì sao", "action": "Làm gì", "responsible": "Ông A"}
    engine = open_database(home)
    make_move(engine, writer(of_unit(unit_id), week), matter_id, 1, "answer", parse_told(**told, promised=promised))


def accept(home: Path, matter_id: int, week: str = "2023-W41") -> None:
    """The steward accepts the answer."""
    make_move(open_database(home), writer(STEWARD, week), matter_id, 2, "accept", parse_told())


def contest(home: Path, unit_id: str, task_no: int, indicator_id: str, week: str = "2023-W42") -> int:
    """A correction the unit proposes; its number is returned."""
    about = About(Kind.correction, unit_id, dt.date(2020, 1, 1), task_no, indicator_id)
    told = parse_told(text="Đếm sót", numerator="7", denominator="9", as_of="2023-10-19")
    return begin_matters(open_database(home), writer(of_unit(unit_id), week), "propose", [(about, told)])[0]


def withdraw(home: Path, matter_id: int, week: str = "2023-W42") -> None:
    """The unit takes its correction back."""
    make_move(open_database(home), writer(of_unit("D1-1"), week), matter_id, 1, "withdraw", parse_told())
