"""The forms by which a matter is moved on: those the reader may use now."""

from __future__ import annotations

from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.moves import Kind, Move, moves_from
from scorecard.text import follow_up_form_words, follow_up_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.forms import Form
from scorecard.ui.follow_up.matter_words import button_of
from scorecard.ui.follow_up.move_fields import FIELDS, fields_of


def move_forms(desk: ChasingDesk, matter: Matter) -> list[Form]:
    """A form for every move that the state of a matter allows and the reader may make."""
    moves = [move for move in moves_from(matter.about.kind, matter.state) if desk.may(move.act)]
    return [_form(desk, matter, move) for move in moves if move.name in FIELDS]


def _form(desk: ChasingDesk, matter: Matter, move: Move) -> Form:
    title = follow_up_form_words.TITLES.get(f"{move.kind} {move.name}", follow_up_words.MOVES[move.name])
    publishes = (move.kind, move.name) == (Kind.correction, "accept")
    return Form(
        name=f"{matter.matter_id}:{move.name}",
        title=title,
        button=button_of(title),
        fields=fields_of(desk, move.name, matter),
        seen=matter.version,
        notes=(follow_up_form_words.ACCEPT_NOTE,) if publishes else (),
        opened=move.name == "answer",
    )
