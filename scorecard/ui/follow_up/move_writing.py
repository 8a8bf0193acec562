"""What a form of a matter writes: a move of it, or its beginning; and what is said once it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from scorecard.errors import FollowUpError
from scorecard.follow_up.matters.due_dates import refuse_past
from scorecard.follow_up.matters.matter import About, Matter, Told
from scorecard.follow_up.matters.move_checks import refuse_lacking
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import Kind, find_move
from scorecard.follow_up.matters.writing import begin_matters, check_move, make_move
from scorecard.text import follow_up_form_words, follow_up_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.forms import Filled
from scorecard.ui.follow_up.matter_words import about_in_words


def told_of(desk: ChasingDesk, values: Mapping[str, Any]) -> Told:
    """What a form says; raises FollowUpError for what cannot be kept, and for a day that has passed."""
    given = {name: value for name, value in values.items() if name in Told.model_fields}
    if "owner_unit" in values:
        unit, name = values["owner_unit"] or "", (values["owner_name"] or "").strip()
        if unit and name:
            raise FollowUpError(follow_up_form_words.TWO_OWNERS)
        given["owner"] = unit or name
    told = parse_told(**given)
    refuse_past(told, desk.day)
    return told


def _told(desk: ChasingDesk, filled: Filled, kind: Kind, name: str) -> Told:
    told, move = told_of(desk, filled.values), find_move(kind, name)
    if move:
        refuse_lacking(move, told, follow_up_words.FIELDS | {field.name: field.label for field in filled.form.fields})
    return told


def make(desk: ChasingDesk, filled: Filled, matter: Matter, name: str) -> str:
    """Makes the move of a form in its matter; returns what was done."""
    told = told_for(desk, filled, matter, name)
    make_move(desk.engine, desk.writer(), matter.matter_id, filled.seen, name, told)
    return done(desk, name, matter.about)


def told_for(desk: ChasingDesk, filled: Filled, matter: Matter, name: str) -> Told:
    """What a form says for a move of its matter; refused first of all where somebody else moved meanwhile."""
    check_move(desk.engine, desk.writer(), matter.matter_id, filled.seen, name)
    return _told(desk, filled, matter.about.kind, name)


def begin(desk: ChasingDesk, filled: Filled, name: str, about: About) -> str:
    """Begins a matter with what a form says; returns what was done."""
    begin_matters(desk.engine, desk.writer(), name, [(about, _told(desk, filled, about.kind, name))])
    return done(desk, name, about)


def done(desk: ChasingDesk, name: str, about: About) -> str:
    """What was done, in words."""
    move = follow_up_words.MOVES[name].lower()
    pattern = (
        follow_up_form_words.DONE_WRITING if move.startswith(follow_up_form_words.WRITE) else follow_up_form_words.DONE
    )
    return pattern.format(move=move, about=about_in_words(desk.edition, about))


Making = Callable[[ChasingDesk, Filled, Matter, str], str]


def moved(
    desk: ChasingDesk, filled: Filled, matters: Mapping[int, Matter], made: Mapping[tuple[Kind, str], Making]
) -> str:
    """Makes the move a form `<matter>:<move>` asks for; `made` are the moves that do more than to be written down."""
    number, _, name = filled.form.name.partition(":")
    matter = matters.get(int(number))
    if matter is None:
        raise FollowUpError(follow_up_words.NO_MATTER)
    return made.get((matter.about.kind, name), make)(desk, filled, matter, name)
