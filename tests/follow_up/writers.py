"""Who writes in tests of what is followed up, what they say, and everything that stands in the database."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Engine, select

from scorecard.access.audit.record import Actor
from scorecard.access.roles import Person, Role
from scorecard.access.tables import AUDIT
from scorecard.catalog.scope import ALL, NOTHING, Scope
from scorecard.database.engine import reading
from scorecard.follow_up.matters.matter import About, Matter, Told
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.reading import read_matter
from scorecard.follow_up.matters.tables import MATTERS, MOVES
from scorecard.follow_up.matters.writing import Writer, begin_matters, make_move
from scorecard.weeks import ReportWeek

WEEK = ReportWeek.parse("2023-W42")
NOW = dt.datetime(2023, 10, 20, 17, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))
S1 = Scope(frozenset({"S1"}), frozenset())
SCOPES = {Role.leader: ALL, Role.steward: ALL, Role.unit: S1, Role.admin: NOTHING}
# Something for every field of every move.
FIELDS: dict[str, Any] = {
    "text": "Đã rà soát, còn 12 hồ sơ",
    "due": dt.date(2023, 10, 27),
    "cause": "nhan-luc",
    "action": "Bố trí thêm người",
    "responsible": "Ông Đỗ Văn Hà",
    "promised": dt.date(2023, 11, 3),
    "owner": "S1",
    "numerator": "95",
    "denominator": "100",
    "as_of": dt.date(2023, 10, 19),
    "revision": "2023-W42/002",
    "letter": "don-doc",
    "number": "12/SNV-CCHC",
    "sent_on": dt.date(2023, 10, 21),
}
EVERYTHING = parse_told(**FIELDS)
ABOUT = {kind: About(kind, "S1", dt.date(2020, 1, 1), 1) for kind in Kind}
FIRST = {
    Kind.explanation: "ask",
    Kind.correction: "propose",
    Kind.decision: "decide",
    Kind.note: "write",
    Kind.letter: "draft",
}


def writer(role: Role = Role.steward, *, scope: Scope | None = None, week: ReportWeek = WEEK, name: str = "") -> Writer:
    """Somebody of a role; of the role `unit`, somebody of S1."""
    unit_id = "S1" if role is Role.unit else None
    person = Person(1, name or role.value, f"Người {name or role.value}", role, unit_id)
    return Writer(person, Actor(person.user_name, "10.0.0.1"), scope or SCOPES[role], NOW, week)


def begun(engine: Engine, kind: Kind, *moves: str, about: About | None = None, told: Told = EVERYTHING) -> int:
    """A matter that went through these moves after its first one; its number."""
    (matter_id,) = begin_matters(engine, may_all(FIRST[kind]), FIRST[kind], [(about or ABOUT[kind], told)])
    for seen, move in enumerate(moves, 1):
        make_move(engine, may_all(move), matter_id, seen, move, told)
    return matter_id


def may_all(move: str) -> Writer:
    """Somebody who may make this move: a unit answers and proposes, a steward does the rest."""
    return writer(Role.unit if move in ("answer", "propose", "withdraw") else Role.steward, scope=ALL)


def matter_of(engine: Engine, matter_id: int, scope: Scope = ALL) -> Matter:
    """A matter with all its moves."""
    with reading(engine) as connection:
        matter = read_matter(connection, scope, matter_id)
    assert matter
    return matter


def everything(engine: Engine) -> list[list[tuple[Any, ...]]]:
    """Every row of matters, moves and audit."""
    with reading(engine) as connection:
        ordered = (
            select(MATTERS).order_by(MATTERS.c.matter_id),
            select(MOVES).order_by(MOVES.c.matter_id, MOVES.c.number),
            select(AUDIT).order_by(AUDIT.c.number),
        )
        return [[tuple(row) for row in connection.execute(query)] for query in ordered]
