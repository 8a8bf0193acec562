"""Who reads what of matters, as of which week, and what moves add up to."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from sqlalchemy import Engine, delete

from scorecard.access.roles import Role
from scorecard.catalog.scope import ALL, NOTHING, Scope
from scorecard.database.engine import reading, writing
from scorecard.errors import FollowUpError
from scorecard.follow_up.matters.matter import About, Matter, MoveMade, Told
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.reading import last_change, read_matter, read_matters
from scorecard.follow_up.matters.tables import MOVES
from scorecard.follow_up.matters.writing import begin_matters, make_move
from scorecard.weeks import ReportWeek
from tests.follow_up.writers import EVERYTHING, FIELDS, NOW, WEEK, begun, everything, matter_of, writer

DUE = dt.date(2023, 10, 27)
D1 = Scope(frozenset({"D1", "D1-1"}), frozenset())
# What stands in the database: about whom, on which task, who has to act.
STANDING = [
    (Kind.explanation, "S1", 1, "S1"),
    (Kind.explanation, "S2", 1, "S2"),
    (Kind.correction, "D1-1", 2, "D1"),
    (Kind.decision, "D1", None, "S2"),
    (Kind.decision, None, 1, "S1"),
    (Kind.decision, None, None, "Phó Chủ tịch"),
    (Kind.note, "S2", None, ""),
    (Kind.letter, "S1", None, ""),
]
SEEN = [
    (ALL, [1, 2, 3, 4, 5, 6, 7, 8]),
    (NOTHING, []),
    (Scope(frozenset({"S1"}), frozenset()), [1, 5, 8]),
    (Scope(frozenset({"S2"}), frozenset()), [2, 4, 7]),
    (D1, [3, 4]),
]


def stand(engine: Engine) -> None:
    for kind, unit_id, task_no, owner in STANDING:
        begun(engine, kind, about=About(kind, unit_id, None, task_no), told=parse_told(**FIELDS | {"owner": owner}))


@pytest.mark.parametrize(("scope", "numbers"), SEEN)
def test_a_scope_reads_its_own_matters_and_finds_no_other_by_its_number(
    engine: Engine, scope: Scope, numbers: list[int]
) -> None:
    stand(engine)
    with reading(engine) as connection:
        assert [matter.matter_id for matter in read_matters(connection, scope)] == numbers
        found = [number for number in range(-1, 12) if read_matter(connection, scope, number)]
        assert found == numbers
        for unit_id in ("S1", "S2", "D1", "D1-1"):
            named = read_matters(connection, scope, unit_id=unit_id)
            assert {matter.matter_id for matter in named} <= set(numbers)
            assert {matter.about.unit_id for matter in named} <= {unit_id, None}


def test_nobody_moves_or_begins_what_lies_outside_of_the_scope(engine: Engine) -> None:
    stand(engine)
    before = everything(engine)
    for role, scope, numbers in (
        (Role.unit, SEEN[2][0], SEEN[2][1]),
        (Role.steward, SEEN[3][0], SEEN[3][1]),
        (Role.admin, NOTHING, []),
    ):
        for number in {*range(-1, 12)} - set(numbers):
            for name in ("answer", "withdraw", "accept", "cancel", "amend", "close", "send"):
                with pytest.raises(FollowUpError, match="Không có mục này"):
                    make_move(engine, writer(role, scope=scope), number, 1, name, EVERYTHING)
    own = SEEN[2][0]
    for name, kind, about in (
        ("propose", Kind.correction, About(Kind.correction, "S2", None, 1)),
        ("propose", Kind.correction, About(Kind.correction, None, None, 1)),
        ("ask", Kind.explanation, About(Kind.explanation, "D1", None, 1)),
    ):
        with pytest.raises(FollowUpError, match="Không có mục này"):
            begin_matters(engine, writer(Role.unit, scope=own), name, [(about, EVERYTHING)])
        assert about.kind is kind
    assert everything(engine) == before


def test_matters_are_given_by_unit_task_and_kind_with_those_that_name_only_one(engine: Engine) -> None:
    stand(engine)
    with reading(engine) as connection:

        def numbers(**wanted: object) -> list[int]:
            return [matter.matter_id for matter in read_matters(connection, ALL, **wanted)]  # type: ignore[arg-type]

        assert numbers(unit_id="S1") == [1, 5, 6, 8]
        assert numbers(task_no=1) == [1, 2, 4, 5, 6, 7, 8]
        assert numbers(unit_id="S1", task_no=2) == [6, 8]
        assert numbers(kinds=(Kind.note, Kind.letter)) == [7, 8]
        assert numbers(kinds=()) == []


def test_an_older_week_shows_what_was_known_then(engine: Engine) -> None:
    weeks = [ReportWeek.parse(f"2023-W{number}") for number in (42, 43, 45)]
    about = About(Kind.explanation, "S1", None, 1)
    (number,) = begin_matters(engine, writer(week=weeks[0]), "ask", [(about, EVERYTHING)])
    make_move(engine, writer(Role.unit, week=weeks[1]), number, 1, "answer", EVERYTHING)
    make_move(engine, writer(week=weeks[2]), number, 2, "accept", EVERYTHING)
    (later,) = begin_matters(engine, writer(week=weeks[2]), "ask", [(about, EVERYTHING)])
    told = {}
    with reading(engine) as connection:
        for week in (41, 42, 43, 44, 45, 46):
            found = read_matters(connection, ALL, until=ReportWeek.parse(f"2023-W{week}"))
            told[week] = [(matter.matter_id, matter.state, matter.version) for matter in found]
        now = read_matters(connection, ALL)
    asked = (later, "asked", 1)
    assert told == {
        41: [],
        42: [(number, "asked", 1)],
        43: [(number, "answered", 2)],
        44: [(number, "answered", 2)],
        45: [(number, "accepted", 3), asked],
        46: [(number, "accepted", 3), asked],
    }
    assert [(matter.matter_id, matter.state, matter.version) for matter in now] == told[45]


def test_a_decision_that_changes_its_owner_is_seen_by_the_new_one(engine: Engine) -> None:
    about = About(Kind.decision, None, None, 1)
    first = parse_told(**FIELDS | {"owner": "S1"})
    number = begun(engine, Kind.decision, about=about, told=first)
    make_move(engine, writer(), number, 1, "amend", parse_told(**FIELDS | {"owner": "D1"}))
    with reading(engine) as connection:
        assert [bool(read_matter(connection, scope, number)) for scope in (SEEN[2][0], D1)] == [False, True]
    assert matter_of(engine, number).owner == "D1"


def test_what_is_kept_of_matters_is_kept_until_the_next_move(engine: Engine) -> None:
    def key() -> str:
        with reading(engine) as connection:
            return last_change(connection)

    keys = [key()]
    number = begun(engine, Kind.explanation)
    keys.append(key())
    with pytest.raises(FollowUpError):
        make_move(engine, writer(), number, 1, "accept", EVERYTHING)
    assert key() == keys[-1]
    make_move(engine, writer(), number, 1, "cancel", EVERYTHING)
    keys.append(key())
    assert len(set(keys)) == 3


def test_what_is_kept_is_read_anew_after_a_database_was_put_back_and_written_on(engine: Engine) -> None:
    """As many moves, and the same last one of the last matter: only the moment of the newest move tells."""
    older, _ = begun(engine, Kind.explanation), begun(engine, Kind.note)
    keys = set()
    for minutes, name in ((1, "answer"), (2, "cancel")):
        later = dataclasses.replace(writer(), now=NOW + dt.timedelta(minutes=minutes))
        told = dataclasses.replace(writer(Role.unit), now=later.now) if name == "answer" else later
        make_move(engine, told, older, 1, name, EVERYTHING)
        with writing(engine) as connection:
            keys.add(last_change(connection))
            connection.execute(delete(MOVES).where(MOVES.c.matter_id == older, MOVES.c.number == 2))
    assert len(keys) == 2


def matter(kind: Kind, *moves: tuple[str, str, Told]) -> Matter:
    made = (MoveMade(n, NOW, WEEK, "a", "A", name, state, told) for n, (name, state, told) in enumerate(moves, 1))
    return Matter(1, About(kind, "S1", None, 1), tuple(made))


ASK = ("ask", "asked", Told(text="Vì sao", due=DUE))
ANSWER = ("answer", "answered", Told(text="Vì thế", promised=dt.date(2023, 11, 3)))
RETURN = ("return", "returned", Told(text="Chưa rõ", due=dt.date(2023, 10, 30)))
DAYS = [dt.date(2023, 10, 26), DUE, dt.date(2023, 10, 28), dt.date(2023, 10, 30), dt.date(2023, 10, 31)]
# kind, its moves; on each of the days: whether it lacks an answer, whether it is overdue
OVER_TIME = [
    (Kind.explanation, [ASK], "--xxx", "--xxx"),
    (Kind.explanation, [("ask", "asked", Told())], "-----", "-----"),
    (Kind.explanation, [ASK, ANSWER], "-----", "-----"),
    (Kind.explanation, [ASK, ANSWER, RETURN], "----x", "----x"),
    (Kind.explanation, [ASK, ("prolong", "asked", Told(due=DAYS[3]))], "----x", "----x"),
    (Kind.explanation, [ASK, ANSWER, ("accept", "accepted", Told())], "-----", "-----"),
    (Kind.explanation, [ASK, ("cancel", "cancelled", Told())], "-----", "-----"),
    (Kind.decision, [("decide", "open", Told(due=DUE))], "-----", "--xxx"),
    (Kind.decision, [("decide", "open", Told(due=DUE)), ("close", "closed", Told())], "-----", "-----"),
    (Kind.correction, [("propose", "proposed", Told())], "-----", "-----"),
    (Kind.letter, [("draft", "drafted", Told(due=DUE))], "-----", "-----"),
]


@pytest.mark.parametrize(("kind", "moves", "lacking", "overdue"), OVER_TIME)
def test_the_day_itself_is_still_in_time(
    kind: Kind, moves: list[tuple[str, str, Told]], lacking: str, overdue: str
) -> None:
    shown = matter(kind, *moves)
    assert "".join("-x"[shown.lacks_answer(day)] for day in DAYS) == lacking
    assert "".join("-x"[shown.is_overdue(day)] for day in DAYS) == overdue


def test_what_was_said_last_counts() -> None:
    again = ("answer", "answered", Told(text="Nay xong", promised=dt.date(2023, 11, 10)))
    shown = matter(Kind.explanation, ASK, ANSWER, RETURN, again)
    assert (shown.text, shown.due, shown.promised) == ("Vì sao", DAYS[3], dt.date(2023, 11, 10))
    assert (shown.week, shown.version, shown.is_open, shown.owner) == (WEEK, 4, True, "")
    decided = [("decide", "open", Told(text="một", owner="S1")), ("amend", "open", Told(text="hai", owner="S2"))]
    closed = matter(Kind.decision, *decided, ("close", "closed", Told(text="đã xong")))
    assert (closed.text, closed.owner, closed.is_open) == ("hai", "S2", False)
