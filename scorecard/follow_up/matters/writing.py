"""Makes moves: each in a transaction with its line of the audit, never over what somebody else did meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from scorecard.access.audit.record import Actor, record
from scorecard.access.roles import Person
from scorecard.catalog.scope import Scope
from scorecard.database.engine import reading, writing
from scorecard.errors import FollowUpError, MovedError
from scorecard.follow_up.matters.matter import About, Matter, Told
from scorecard.follow_up.matters.move_checks import first_move, next_move, refuse_move, refuse_person
from scorecard.follow_up.matters.moves import OPEN, Kind, Move
from scorecard.follow_up.matters.reading import read_matter
from scorecard.follow_up.matters.tables import MATTERS, MOVES
from scorecard.text import follow_up_words
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class Writer:
    """Who writes, from where, what that person may see, when (in the clock of the office), and the newest week then.

    `unit_name` calls the unit a matter is about as that person knows it.
    """

    person: Person
    actor: Actor
    scope: Scope
    now: dt.datetime
    week: ReportWeek
    unit_name: Callable[[About], str] = lambda about: about.unit_id or ""


def begin_matters(engine: Engine, writer: Writer, name: str, given: Iterable[tuple[About, Told]]) -> list[int]:
    """Begins all the matters or none; their numbers are returned.

    Raises FollowUpError where the person may not, where a field is missing, and where an explanation of the same
    light is already open: one question is asked once.
    """
    with writing(engine) as connection:
        return [_begin(connection, writer, name, about, told) for about, told in given]


def make_move(engine: Engine, writer: Writer, matter_id: int, seen: int, name: str, told: Told) -> None:
    """Makes a move in a matter of which the writer saw version `seen`.

    Raises FollowUpError, and changes nothing, where the state does not allow it, the person may not, a field is
    missing, or (MovedError) somebody else moved first.
    """
    with writing(engine) as connection:
        matter, move = _allowed(connection, writer, matter_id, seen, name)
        refuse_move(writer.person, move, told)
        _insert(connection, writer, matter_id, matter.about, seen + 1, move, told)


def make_moves(engine: Engine, writer: Writer, seen: Iterable[tuple[int, int]], name: str, told: Told) -> None:
    """The same move in several matters, by their numbers and the versions that were seen: in all of them or in none.

    Refused as make_move refuses.
    """
    with writing(engine) as connection:
        for matter_id, version in seen:
            matter, move = _allowed(connection, writer, matter_id, version, name)
            refuse_move(writer.person, move, told)
            _insert(connection, writer, matter_id, matter.about, version + 1, move, told)


def check_move(engine: Engine, writer: Writer, matter_id: int, seen: int, name: str) -> Matter:
    """The matter, if its state and its version allow the move to this person now; refused as make_move refuses."""
    with reading(engine) as connection:
        matter, move = _allowed(connection, writer, matter_id, seen, name)
    refuse_person(writer.person, move)
    return matter


def _allowed(connection: Connection, writer: Writer, matter_id: int, seen: int, name: str) -> tuple[Matter, Move]:
    matter = read_matter(connection, writer.scope, matter_id)
    if matter is None:
        raise FollowUpError(follow_up_words.NO_MATTER)
    return matter, next_move(matter, seen, name, writer.now.tzinfo)


def _begin(connection: Connection, writer: Writer, name: str, about: About, told: Told) -> int:
    move = first_move(about.kind, name)
    unit, scope = about.unit_id, writer.scope
    if not (scope.units is None if unit is None else scope.sees_life(unit, about.unit_from)):
        raise FollowUpError(follow_up_words.NO_MATTER)
    refuse_move(writer.person, move, told)
    if about.kind == Kind.explanation:
        _refuse_second(connection, writer, about)
    columns = {"kind": about.kind.value, "unit_id": about.unit_id, "task_no": about.task_no}
    columns |= {"unit_from": about.unit_from.isoformat() if about.unit_from else None}
    made = connection.execute(MATTERS.insert().values(columns | {"indicator_id": about.indicator_id}))
    matter_id = int(made.inserted_primary_key[0])  # type: ignore[index]
    _insert(connection, writer, matter_id, about, 1, move, told)
    return matter_id


def _refuse_second(connection: Connection, writer: Writer, about: About) -> None:
    same = select(MATTERS.c.matter_id).where(
        MATTERS.c.kind == about.kind.value, MATTERS.c.unit_id == about.unit_id, MATTERS.c.task_no == about.task_no
    )
    for matter_id in connection.execute(same).scalars().all():
        matter = read_matter(connection, writer.scope, matter_id)
        if matter and matter.state in OPEN[about.kind] and matter.about.unit_from == about.unit_from:
            raise MovedError(follow_up_words.ASKED_ALREADY.format(unit=writer.unit_name(about), task=about.task_no))


def _insert(
    connection: Connection, writer: Writer, matter_id: int, about: About, number: int, move: Move, told: Told
) -> None:
    row = {"matter_id": matter_id, "number": number, "at": writer.now, "week": str(writer.week), "move": move.name}
    row |= {"who": writer.person.user_name, "who_name": writer.person.full_name, "state": move.after}
    row |= {"told": told.model_dump_json(exclude_defaults=True)}
    connection.execute(MOVES.insert().values(row))
    subject = f"{matter_id} {about.unit_id or '-'}:{about.task_no or '-'}"
    record(connection, writer.now, writer.actor, f"follow_up.{about.kind.value}.{move.name}", subject)
