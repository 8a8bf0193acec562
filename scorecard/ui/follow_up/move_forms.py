"""The forms by which a matter is moved on: which the reader may use now, and what they write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scorecard.errors import FollowUpError
from scorecard.follow_up.matters.due_dates import ANSWER_DAYS, DECISION_DAYS, PROMISE_DAYS, RETURN_DAYS, refuse_past
from scorecard.follow_up.matters.matter import About, Matter, Told
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import Kind, Move, find_move, moves_from
from scorecard.follow_up.matters.writing import begin_matters, check_move, make_move, refuse_lacking
from scorecard.text import follow_up_form_words, follow_up_words
from scorecard.ui.follow_up.desk import Desk
from scorecard.ui.follow_up.form_fields import Field, choice, date, line, text
from scorecard.ui.follow_up.forms import Filled, Form
from scorecard.ui.follow_up.matter_words import about_in_words, button_of, owner_label, unit_options
from scorecard.ui.reader.matters_shown import lives_of

_FIELDS = {
    "ask": "due text",
    "prolong": "due text",
    "answer": "cause text action responsible promised",
    "return": "text due",
    "accept": "text",
    "cancel": "text",
    "withdraw": "text",
    "decline": "text",
    "decide": "text owner due",
    "amend": "text owner due",
    "close": "text",
    "reopen": "text due",
    "write": "text",
}
_DAYS = {"ask": ANSWER_DAYS, "prolong": ANSWER_DAYS, "return": RETURN_DAYS, "answer": PROMISE_DAYS}


def fields_of(desk: Desk, name: str, matter: Matter | None = None) -> tuple[Field, ...]:
    """The fields of a move; of one that says something anew they hold what is said now."""
    found: list[Field] = []
    for part in _FIELDS[name].split():
        found += _fields(desk, name, part, matter if name == "amend" else None)
    return tuple(found)


def _fields(desk: Desk, name: str, part: str, said: Matter | None) -> Iterator[Field]:
    label = follow_up_form_words.LABELS.get(f"{name} {part}", follow_up_words.FIELDS[part])
    if part in ("due", "promised"):
        day = desk.day + dt.timedelta(days=_DAYS.get(name, DECISION_DAYS))
        yield date(part, label, said.due if said and said.due else day)
    elif part == "cause":
        causes = {cause.code: cause.name for cause in desk.causes}
        yield choice(part, label if causes else follow_up_form_words.NO_CAUSES.format(label=label), causes)
    elif part == "owner":
        unit_id, name_said = _owner(desk, said) if said else (None, "")
        yield choice("owner_unit", follow_up_form_words.LABELS["owner_unit"], unit_options(desk.edition), unit_id)
        yield line("owner_name", follow_up_form_words.LABELS["owner_name"], name_said)
    elif part == "responsible":
        yield line(part, label)
    else:
        yield text(part, label, said.text if said and part == "text" else "")


def _owner(desk: Desk, said: Matter) -> tuple[str | None, str]:
    """A unit that can be chosen now, else a name: the code of one that is gone would mean who bears it today."""
    unit = lives_of(desk.edition).living(said.owner, said.owner_week)
    if unit in desk.edition.units:
        return said.owner, ""
    return None, owner_label(desk.edition, said.owner, said.owner_week)


def move_forms(desk: Desk, matter: Matter) -> list[Form]:
    """A form for every move that the state of a matter allows and the reader may make."""
    moves = [move for move in moves_from(matter.about.kind, matter.state) if desk.may(move.act)]
    return [_form(desk, matter, move) for move in moves if move.name in _FIELDS]


def _form(desk: Desk, matter: Matter, move: Move) -> Form:
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


def told_of(desk: Desk, values: Mapping[str, Any]) -> Told:
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


def _told(desk: Desk, filled: Filled, kind: Kind, name: str) -> Told:
    told, move = told_of(desk, filled.values), find_move(kind, name)
    if move:
        refuse_lacking(move, told, follow_up_words.FIELDS | {field.name: field.label for field in filled.form.fields})
    return told


def make(desk: Desk, filled: Filled, matter: Matter, name: str) -> str:
    """Makes the move of a form in its matter; returns what was done."""
    told = told_for(desk, filled, matter, name)
    make_move(desk.engine, desk.writer(), matter.matter_id, filled.seen, name, told)
    return done(desk, name, matter.about)


def told_for(desk: Desk, filled: Filled, matter: Matter, name: str) -> Told:
    """What a form says for a move of its matter; refused first of all where somebody else moved meanwhile."""
    check_move(desk.engine, desk.writer(), matter.matter_id, filled.seen, name)
    return _told(desk, filled, matter.about.kind, name)


def begin(desk: Desk, filled: Filled, name: str, about: About) -> str:
    """Begins a matter with what a form says; returns what was done."""
    begin_matters(desk.engine, desk.writer(), name, [(about, _told(desk, filled, about.kind, name))])
    return done(desk, name, about)


def done(desk: Desk, name: str, about: About) -> str:
    """What was done, in words."""
    move = follow_up_words.MOVES[name].lower()
    pattern = (
        follow_up_form_words.DONE_WRITING if move.startswith(follow_up_form_words.WRITE) else follow_up_form_words.DONE
    )
    return pattern.format(move=move, about=about_in_words(desk.edition, about))


Making = Callable[[Desk, Filled, Matter, str], str]


def moved(desk: Desk, filled: Filled, matters: Mapping[int, Matter], made: Mapping[tuple[Kind, str], Making]) -> str:
    """Makes the move a form `<matter>:<move>` asks for; `made` are the moves that do more than to be written down."""
    number, _, name = filled.form.name.partition(":")
    matter = matters.get(int(number))
    if matter is None:
        raise FollowUpError(follow_up_words.NO_MATTER)
    return made.get((matter.about.kind, name), make)(desk, filled, matter, name)
