"""Whether a move may be made now, by this person, with what is said; refusals in words. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from scorecard.access.roles import Person
from scorecard.errors import FollowUpError, MovedError
from scorecard.follow_up.matters.matter import Matter, Told
from scorecard.follow_up.matters.moves import NEW, Kind, Move, find_move, moves_from
from scorecard.format import moment_vi
from scorecard.text import follow_up_words


def first_move(kind: Kind, name: str) -> Move:
    """The move that begins a matter; raises FollowUpError where none of this name does."""
    move = find_move(kind, name)
    if move is None or NEW not in move.before:
        raise FollowUpError(
            follow_up_words.NO_MOVE.format(
                move=follow_up_words.MOVES.get(name, name), state=follow_up_words.STATES[NEW]
            )
        )
    return move


def next_move(matter: Matter, seen: int, name: str, zone: dt.tzinfo | None) -> Move:
    """The move of this name in a matter of which version `seen` was seen.

    Raises MovedError where somebody else moved first, FollowUpError where the state does not allow it.
    """
    move = find_move(matter.about.kind, name)
    if matter.version != seen:
        last = matter.moves[-1]
        moment = moment_vi(last.at.astimezone(zone))
        told_by = {"who": last.who_name, "moment": moment, "state": follow_up_words.STATES[last.state]}
        raise MovedError(follow_up_words.CHANGED_MEANWHILE.format(**told_by))
    if move is None or matter.state not in move.before:
        raise FollowUpError(_refused(matter, name))
    return move


def refuse_move(person: Person, move: Move, told: Told) -> None:
    """Raises FollowUpError where the person may not make a move, or a field it needs is missing."""
    refuse_person(person, move)
    refuse_lacking(move, told)


def refuse_person(person: Person, move: Move) -> None:
    """Raises FollowUpError where the person may not make a move."""
    if not person.may(move.act):
        raise FollowUpError(follow_up_words.MAY_NOT.format(move=follow_up_words.MOVES[move.name]))


def refuse_lacking(move: Move, told: Told, labels: Mapping[str, str] = follow_up_words.FIELDS) -> None:
    """Raises FollowUpError that names the first field a move needs and does not have, as a form calls it."""
    for field in move.needs:
        if getattr(told, field) in (None, ""):
            raise FollowUpError(
                follow_up_words.NEEDS.format(field=labels[field], move=follow_up_words.MOVES[move.name])
            )


def _refused(matter: Matter, name: str) -> str:
    allowed = [follow_up_words.MOVES[move.name] for move in moves_from(matter.about.kind, matter.state)]
    state = follow_up_words.STATES[matter.state]
    if not allowed:
        return follow_up_words.NO_MORE_MOVES.format(move=follow_up_words.MOVES.get(name, name), state=state)
    return follow_up_words.NO_MOVE_NOW.format(
        move=follow_up_words.MOVES.get(name, name), state=state, allowed=", ".join(allowed)
    )
