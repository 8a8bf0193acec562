"""Reads matters as far as a scope goes; the only reader of their tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from scorecard.catalog.scope import Scope
from scorecard.follow_up.matters.matter import About, Matter, MoveMade, Told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.tables import MATTERS, MOVES
from scorecard.weeks import ReportWeek


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
    rows = connection.execute(
        select(MATTERS, MOVES)
        .join(MOVES, MOVES.c.matter_id == MATTERS.c.matter_id)
        .where(wanted)
        .order_by(MATTERS.c.matter_id, MOVES.c.number)
    ).mappings()
    return [matter for matter in _matters(rows, until) if _seen(matter, scope)]


def read_matter(connection: Connection, scope: Scope, matter_id: int) -> Matter | None:
    """One matter with all its moves; None where there is none or it may not be seen."""
    rows = connection.execute(
        select(MATTERS, MOVES)
        .join(MOVES, MOVES.c.matter_id == MATTERS.c.matter_id)
        .where(MATTERS.c.matter_id == matter_id)
        .order_by(MOVES.c.number)
    ).mappings()
    return next((matter for matter in _matters(rows, None) if _seen(matter, scope)), None)


def last_change(connection: Connection) -> str:
    """Equal as long as nothing was written: what is kept of matters is kept under it."""
    # Moves only ever come; their number alone is counted in an index, without reading what they say. Two moments, of
    # the newest move and of the last matter's, tell apart a database and what was put back and written on since.
    count = connection.execute(select(func.count(MOVES.c.week))).scalar_one()
    last = select(MOVES.c.at).order_by(MOVES.c.matter_id.desc(), MOVES.c.number.desc()).limit(1)
    newest = select(func.max(MOVES.c.at))
    return " ".join(str(part) for part in (count, *(connection.execute(one).scalar() for one in (last, newest))))


def _seen(matter: Matter, scope: Scope) -> bool:
    """A unit sees what is about it, and what it was given to do."""
    if scope.units is None or (matter.about.unit_id is not None and scope.sees(matter.about.unit_id)):
        return True
    return matter.owner in scope.units


def _matters(rows: Iterable[Any], until: ReportWeek | None) -> Iterable[Matter]:
    found: dict[int, tuple[About, list[MoveMade]]] = {}
    for row in rows:
        week = ReportWeek.parse(row["week"])
        if until is not None and week > until:
            continue
        key = row[MATTERS.c.matter_id]
        if key not in found:
            found[key] = (_about(row), [])
        found[key][1].append(_move(row, week))
    return [Matter(key, about, tuple(moves)) for key, (about, moves) in found.items()]


def _about(row: Any) -> About:
    since = row["unit_from"]
    return About(
        kind=Kind(row["kind"]),
        unit_id=row["unit_id"],
        unit_from=dt.date.fromisoformat(since) if since else None,
        task_no=row["task_no"],
        indicator_id=row["indicator_id"],
    )


def _move(row: Any, week: ReportWeek) -> MoveMade:
    return MoveMade(
        number=row["number"],
        at=row["at"],
        week=week,
        who=row["who"],
        who_name=row["who_name"],
        name=row["move"],
        state=row["state"],
        told=Told.model_validate_json(row["told"]),
    )
