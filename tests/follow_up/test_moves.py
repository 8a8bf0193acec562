"""The moves: made exactly where a second table says so, with their line of the audit; refused without a trace."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import Engine

from scorecard.access.audit.chain import verify_audit
from scorecard.access.roles import Role
from scorecard.errors import FollowUpError
from scorecard.follow_up.matters import writing
from scorecard.follow_up.matters.matter import Told
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import MOVES, NEW, OPEN, Kind
from scorecard.follow_up.matters.writing import begin_matters, make_move
from scorecard.text import follow_up_words
from tests.follow_up.writers import ABOUT, EVERYTHING, FIELDS, begun, everything, matter_of, writer

# kind, state it is in, how it got there, and what follows: move, who may, state after, fields it needs
TABLE = """
explanation new       -                       ask      steward asked     due
explanation asked     -                       prolong  steward asked     due,text
explanation asked     -                       answer   unit    answered  cause,text,action,responsible,promised
explanation asked     -                       cancel   steward cancelled text
explanation answered  answer                  return   steward returned  text,due
explanation answered  answer                  accept   steward accepted  -
explanation answered  answer                  cancel   steward cancelled text
explanation returned  answer,return           prolong  steward asked     due,text
explanation returned  answer,return           answer   unit    answered  cause,text,action,responsible,promised
explanation returned  answer,return           cancel   steward cancelled text
explanation accepted  answer,accept           -        -       -         -
explanation cancelled cancel                  -        -       -         -
correction  new       -                       propose  unit    proposed  text,numerator,as_of
correction  proposed  -                       withdraw unit    withdrawn -
correction  proposed  -                       accept   steward accepted  revision
correction  proposed  -                       decline  steward declined  text
correction  withdrawn withdraw                -        -       -         -
correction  accepted  accept                  -        -       -         -
correction  declined  decline                 -        -       -         -
decision    new       -                       decide   steward open      text,owner,due
decision    open      -                       amend    steward open      text,owner,due
decision    open      -                       close    steward closed    text
decision    closed    close                   reopen   steward open      text,due
note        new       -                       write    steward kept      text
note        kept      -                       -        -       -         -
letter      new       -                       draft    steward drafted   letter
letter      drafted   -                       send     steward sent      number,sent_on
letter      sent      send                    -        -       -         -
"""
ROWS = [tuple("" if cell == "-" else cell for cell in line.split()) for line in TABLE.split("\n") if line]
# (kind, state) -> how it got there; (kind, state, move) -> who, state after, needed fields
REACHED = {(Kind(kind), state): tuple(filter(None, way.split(","))) for kind, state, way, *_ in ROWS}
ALLOWED = {
    (Kind(kind), state, move): (Role(who), after, tuple(filter(None, needs.split(","))))
    for kind, state, _, move, who, after, needs in ROWS
    if move
}
NAMES = [*sorted({move for _, _, move in ALLOWED}), "vanish"]


def attempt(engine: Engine, kind: Kind, state: str, matter_id: int, name: str, role: Role, told: Told) -> int:
    """Makes one move from a state, as somebody of a role; the number of the matter."""
    if state == NEW:
        return begin_matters(engine, writer(role), name, [(ABOUT[kind], told)])[0]
    make_move(engine, writer(role), matter_id, matter_of(engine, matter_id).version, name, told)
    return matter_id


def refusal(engine: Engine, kind: Kind, state: str, matter_id: int, name: str, role: Role, told: Told) -> str:
    """What is said; nothing was written."""
    before = everything(engine)
    with pytest.raises(FollowUpError) as refused:
        attempt(engine, kind, state, matter_id, name, role, told)
    assert everything(engine) == before, (kind, state, name, role)
    return str(refused.value)


def reason(kind: Kind, state: str, name: str, role: Role) -> str:
    """What has to be in a refusal of a role that is not the move's."""
    if role is Role.admin and (state != NEW or (kind, NEW, name) in ALLOWED):
        return "không có mục này" if state != NEW else "không xem được"
    if (kind, state, name) in ALLOWED:
        return "không được làm việc"
    return follow_up_words.STATES[state]


@pytest.mark.parametrize(("kind", "state"), REACHED)
def test_a_move_is_made_exactly_where_the_table_says_so(engine: Engine, kind: Kind, state: str) -> None:
    def fresh() -> int:
        return 0 if state == NEW else begun(engine, kind, *REACHED[kind, state])

    matter_id = fresh()
    if matter_id:
        assert matter_of(engine, matter_id).state == state
    for name in NAMES:
        who, after, _ = ALLOWED.get((kind, state, name), (None, "", ()))
        for role in Role:
            if role is not who:
                said = refusal(engine, kind, state, matter_id, name, role, EVERYTHING)
                assert reason(kind, state, name, role).casefold() in said.casefold(), said
        if who:
            audit = len(everything(engine)[2])
            # An explanation is asked for once: the one before has to be over.
            made = attempt(engine, kind, state, matter_id, name, who, EVERYTHING)
            matter = matter_of(engine, made)
            assert (matter.state, matter.moves[-1].name, matter.moves[-1].who) == (after, name, who.value)
            (line,) = everything(engine)[2][audit:]
            assert line[2:7] == (who.value, "10.0.0.1", f"follow_up.{kind.value}.{name}", f"{made} S1:1", "ok")
            if kind is Kind.explanation and matter.is_open and state != NEW:
                make_move(engine, writer(), made, matter.version, "cancel", EVERYTHING)
            matter_id = fresh()
    assert verify_audit(engine)[1] == []


def test_the_tables_have_the_same_rows_and_every_word() -> None:
    ours = {(row.kind, state, row.name): (row.after, set(row.needs)) for row in MOVES for state in row.before}
    assert ours == {key: (after, set(needs)) for key, (_, after, needs) in ALLOWED.items()}
    assert set(NAMES[:-1]) == set(follow_up_words.MOVES) and {state for _, state in REACHED} == set(
        follow_up_words.STATES
    )
    assert set(Told.model_fields) == set(follow_up_words.FIELDS) and set(Kind) == set(follow_up_words.KINDS)
    ends = {key for key in REACHED if not any((*key, name) in ALLOWED for name in NAMES)}
    assert all((kind, state) not in ends for kind, states in OPEN.items() for state in states)


@pytest.mark.parametrize(
    ("kind", "state", "name", "field"),
    [(*key, field) for key, (_, _, needs) in ALLOWED.items() for field in needs],
)
def test_a_move_without_a_field_it_needs_is_refused_by_its_name(
    engine: Engine, kind: Kind, state: str, name: str, field: str
) -> None:
    matter_id = 0 if state == NEW else begun(engine, kind, *REACHED[kind, state])
    who = ALLOWED[kind, state, name][0]
    for blank in ("", "  \n") if isinstance(FIELDS[field], str) and field != "numerator" else (None,):
        said = refusal(engine, kind, state, matter_id, name, who, parse_told(**FIELDS | {field: blank}))
        assert f"“{follow_up_words.FIELDS[field]}”" in said and follow_up_words.MOVES[name] in said
    attempt(engine, kind, state, matter_id, name, who, parse_told(**{need: FIELDS[need] for need in NEEDED[name]}))


NEEDED: dict[str, set[str]] = {}
for _kind, _state, _name in ALLOWED:
    NEEDED[_name] = NEEDED.get(_name, set()) | set(ALLOWED[_kind, _state, _name][2])


@pytest.mark.parametrize(("kind", "state", "name"), ALLOWED)
def test_a_move_whose_line_cannot_be_written_is_not_made(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, kind: Kind, state: str, name: str
) -> None:
    matter_id = 0 if state == NEW else begun(engine, kind, *REACHED[kind, state])
    before = everything(engine)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "record", fail)
    with pytest.raises(OSError, match="No space"):
        attempt(engine, kind, state, matter_id, name, ALLOWED[kind, state, name][0], EVERYTHING)
    assert everything(engine) == before


def test_many_are_asked_at_once_or_none(engine: Engine) -> None:
    begun(engine, Kind.explanation)
    before = everything(engine)
    others = [(ABOUT[Kind.explanation].__class__(Kind.explanation, unit_id, None, 1), EVERYTHING) for unit_id in "ABC"]
    with pytest.raises(FollowUpError, match="S1, nhiệm vụ 1"):
        begin_matters(engine, writer(), "ask", [*others, (ABOUT[Kind.explanation], EVERYTHING)])
    assert everything(engine) == before
    assert len(begin_matters(engine, writer(), "ask", others)) == 3
    assert [len(rows) - len(old) for rows, old in zip(everything(engine), before, strict=True)] == [3, 3, 3]


def test_a_light_can_be_asked_about_again_once_the_first_is_over_and_in_another_life(engine: Engine) -> None:
    about = ABOUT[Kind.explanation]
    first = begun(engine, Kind.explanation, "answer", "accept")
    again = begun(engine, Kind.explanation)
    life = begun(engine, Kind.explanation, about=about.__class__(about.kind, "S1", None, 1))
    assert len({first, again, life}) == 3


def test_a_question_that_was_asked_already_names_the_unit_and_not_its_code(engine: Engine) -> None:
    about = ABOUT[Kind.explanation]
    begun(engine, Kind.explanation)
    named = dataclasses.replace(writer(), unit_name=lambda one: f"Sở {one.unit_id}")
    with pytest.raises(FollowUpError, match="Sở S1, nhiệm vụ 1: đã có"):
        begin_matters(engine, named, "ask", [(about, EVERYTHING)])
