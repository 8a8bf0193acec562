"""Reads matters as far as a scope goes; the only reader of their tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from scorecard.catalog.scope import ALL, Scope
from scorecard.database.engine import FILE, open_database, reading
from scorecard.errors import DatabaseError
from scorecard.follow_up.matters.matter import About, Matter, MoveMade, Told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.tables import MATTERS, MOVES
from scorecard.settings import database_url
from scorecard.text import outstanding_words
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class Followed:
    """Matters with their moves up to a week; `unread` says why they could not be read."""

    matters: tuple[Matter, ...] = ()
    unread: str = ""


class _MoveRow(NamedTuple):
    """A move with its matter: the columns of both tables, in their order."""

    matter_id: int
    kind: str
    unit_id: str | None
    unit_from: str | None
    task_no: int | None
    indicator_id: str | None
    number: int
    at: dt.datetime
    week: str
    who: str
    who_name: str
    move: str
    state: str
    told: str


def read_matters(
    connection: Connection,
    scope: Scope,
    *,
    until: ReportWeek | None = None,
    kinds: Collection[Kind] = tuple(Kind),
    unit_id: str | None = None,
    task_no: int | None = None,
) -> list[Matter]:
    """The matters a scope reaches, oldest first, with their moves up to the end of a week (None: all of them).

    Without a unit a matter is of the whole province. It is seen by who sees everything, sees its unit, or owns it.
    `unit_id` and `task_no` also give matters that name only one of the two, where the other fits.
    """
    wanted: ColumnElement[bool] = MATTERS.c.kind.in_([kind.value for kind in kinds])
    if scope.units is not None:
        # Only so that what is not shown is not read either: `_seen` decides. A decision's owner stands in its moves.
        own = or_(MATTERS.c.unit_id.in_(sorted(scope.units)), MATTERS.c.unit_id.is_(None))
        wanted = and_(wanted, or_(own, MATTERS.c.kind == Kind.decision.value))
    if unit_id is not None:
        wanted = and_(wanted, or_(MATTERS.c.unit_id == unit_id, MATTERS.c.unit_id.is_(None)))
    if task_no is not None:
        wanted = and_(wanted, or_(MATTERS.c.task_no == task_no, MATTERS.c.task_no.is_(None)))
    return [matter for matter in _matters(_moves(connection, wanted), until) if _seen(matter, scope)]


def read_matter(connection: Connection, scope: Scope, matter_id: int) -> Matter | None:
    """One matter with all its moves; None where there is none or it may not be seen."""
    rows = _moves(connection, MATTERS.c.matter_id == matter_id)
    return next((matter for matter in _matters(rows, None) if _seen(matter, scope)), None)


def read_followed(home: Path, week: ReportWeek) -> Followed:
    """The matters of a home up to the end of a week; a home without a database has none and is given none."""
    if not database_url() and not (home / FILE).is_file():
        return Followed()
    try:
        with reading(open_database(home)) as connection:
            return Followed(tuple(read_matters(connection, ALL, until=week)))
    except DatabaseError as error:
        return Followed(unread=outstanding_words.UNREAD_WHY.format(detail=error))


def last_change(connection: Connection) -> str:
    """Equal as long as nothing was written: what is kept of matters is kept under it."""
    # Moves only ever come; their number alone is counted in an index, without reading what they say. Two moments, of
    # the newest move and of the last matter's, tell apart a database and what was put back and written on since.
    count = connection.execute(select(func.count(MOVES.c.week))).scalar_one()
    last = select(MOVES.c.at).order_by(MOVES.c.matter_id.desc(), MOVES.c.number.desc()).limit(1)
    newest = select(func.max(MOVES.c.at))
    return " ".join(str(part) for part in (count, *(connection.execute(one).scalar() for one in (last, newest))))


def _seen(matter: Matter, scope: Scope) -> bool:
    """A unit sees what is about it, and what it was given to do: a code means the life it had when it was said."""
    about = matter.about
    if scope.units is None:
        return True
    if about.unit_id is not None and scope.sees_life(about.unit_id, about.unit_from):
        return about.unit_from is not None or scope.sees_bearer(about.unit_id, matter.week.sunday)
    return scope.sees_bearer(matter.owner, matter.owner_week.sunday)


def _moves(connection: Connection, wanted: ColumnElement[bool]) -> Iterator[_MoveRow]:
    """Matter by matter every move, oldest first."""
    columns = [column for column in (*MATTERS.c, *MOVES.c) if column is not MOVES.c.matter_id]
    joined = select(*columns).join(MOVES, MOVES.c.matter_id == MATTERS.c.matter_id).where(wanted)
    return map(_MoveRow._make, connection.execute(joined.order_by(MATTERS.c.matter_id, MOVES.c.number)))


def _matters(rows: Iterable[_MoveRow], until: ReportWeek | None) -> list[Matter]:
    found: dict[int, tuple[About, list[MoveMade]]] = {}
    for row in rows:
        week = ReportWeek.parse(row.week)
        if until is None or week <= until:
            _, moves = found.setdefault(row.matter_id, (_about(row), []))
            told = Told.model_validate_json(row.told)
            moves.append(MoveMade(row.number, row.at, week, row.who, row.who_name, row.move, row.state, told))
    return [Matter(key, about, tuple(moves)) for key, (about, moves) in found.items()]


def _about(row: _MoveRow) -> About:
    since = dt.date.fromisoformat(row.unit_from) if row.unit_from else None
    return About(Kind(row.kind), row.unit_id, since, row.task_no, row.indicator_id)
