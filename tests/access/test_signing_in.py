"""Signing in, slowing down, sessions: when they begin and when they end."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from scorecard.access.accounts import accounts
from scorecard.access.audit.record import Actor
from scorecard.access.roles import Person, Role
from scorecard.access.sign_in import sign_in
from scorecard.access.sign_in.sessions import ABSOLUTE, IDLE, end_own_session, end_session, find_person, list_sessions
from scorecard.access.sign_in.sign_in import Refused, SignedIn
from scorecard.access.sign_in.throttle import Origin
from scorecard.access.tables import AUDIT, SESSIONS
from scorecard.database.engine import open_database, reading

NOW = dt.datetime(2026, 11, 25, 8, tzinfo=dt.UTC)
WORD = "một câu dài dễ nhớ"
HERE, ELSEWHERE = Origin("10.0.0.1", "Firefox"), Origin("10.0.0.9", "curl")
BOSS = Actor("admin")


def after(**gone: float) -> dt.datetime:
    return NOW + dt.timedelta(**gone)


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    # What bcrypt costs is measured elsewhere; here only what is answered counts.
    monkeypatch.setattr(sign_in, "is_password", lambda text, hashed: hashed is not None and text == WORD)
    engine = open_database(tmp_path)
    accounts.add_account(engine, BOSS, NOW, "hung", "Võ Văn Hưng", Role.leader, password=WORD, must_change=False)
    return engine


def enter(
    engine: Engine, now: dt.datetime = NOW, word: str = WORD, origin: Origin = HERE, name: str = "hung"
) -> SignedIn:
    found = sign_in.sign_in(engine, now, name, word, origin)
    assert isinstance(found, SignedIn)
    return found


def who(engine: Engine, token: str, now: dt.datetime = NOW) -> Person | None:
    return find_person(engine, now, token, local=True)


def test_the_token_of_a_session_is_the_person_and_is_kept_nowhere(engine: Engine, tmp_path: Path) -> None:
    found = enter(engine, name="  HÙNG ".replace("Ù", "U"))
    person = who(engine, found.token)
    assert person and (person.user_name, person.role, person.unit_id) == ("hung", Role.leader, None)
    assert len(found.token) >= 43 and found.device
    for file in tmp_path.iterdir():
        assert found.token.encode() not in file.read_bytes() and WORD.encode() not in file.read_bytes()


@pytest.mark.parametrize(("name", "word"), [("hung", "sai"), ("nobody", WORD), ("", ""), ("hung' OR 1=1 --", WORD)])
def test_all_that_is_wrong_gets_the_same_answer(engine: Engine, name: str, word: str) -> None:
    assert sign_in.sign_in(engine, NOW, name, word, HERE) == Refused(0)
    with reading(engine) as connection:
        told = connection.execute(select(AUDIT).order_by(AUDIT.c.number.desc())).first()
    assert told and (told.who, told.act, told.result, told.address) == ("", "sign_in", "refused", HERE.address)
    assert told.subject == ("hung" if name == "hung" else "")  # never what nobody is called: it may be a password


@pytest.mark.parametrize(
    ("now", "stands"),
    [
        (after(seconds=0), True),
        (NOW + IDLE, True),
        (NOW + IDLE + dt.timedelta(seconds=1), False),
        (after(days=-1), False),  # the clock was set back
    ],
)
def test_a_session_that_nobody_uses_ends(engine: Engine, now: dt.datetime, stands: bool) -> None:
    token = enter(engine).token
    assert (who(engine, token, now) is not None) is stands


def test_a_session_in_use_ends_after_its_longest_time(engine: Engine) -> None:
    token, now = enter(engine).token, NOW
    while now - NOW <= ABSOLUTE:
        assert who(engine, token, now)
        now += IDLE / 2
    assert who(engine, token, now) is None


ENDINGS = {
    "password": lambda engine, number: accounts.set_password(engine, BOSS, NOW, number, "một câu khác hẳn"),
    "reset": lambda engine, number: accounts.reset_password(engine, BOSS, NOW, number),
    "role": lambda engine, number: accounts.set_role(engine, BOSS, NOW, number, Role.steward),
    "disabled": lambda engine, number: accounts.set_disabled(engine, BOSS, NOW, number, True),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_change_of_the_account_ends_every_session_at_once(engine: Engine, ending: str) -> None:
    tokens = [enter(engine).token, enter(engine, origin=ELSEWHERE).token]
    person = who(engine, tokens[0])
    assert person
    ENDINGS[ending](engine, person.account_id)
    assert [who(engine, token) for token in tokens] == [None, None]


def test_signing_out_ends_this_session_and_no_other(engine: Engine) -> None:
    one, other = enter(engine).token, enter(engine, origin=ELSEWHERE).token
    end_session(engine, NOW, Actor("hung"), one)
    assert who(engine, one) is None and who(engine, other)


def test_somebody_sees_and_ends_the_own_sessions_only(engine: Engine) -> None:
    accounts.add_account(engine, BOSS, NOW, "lan", "Lan", Role.steward, password=WORD, must_change=False)
    mine, others = enter(engine).token, enter(engine, name="lan").token
    person = who(engine, mine)
    assert person
    listed = list_sessions(engine, NOW, person.account_id, mine)
    assert [(own.address, own.agent, own.current) for own in listed] == [("10.0.0.1", "Firefox", True)]
    with reading(engine) as connection:
        keys = connection.execute(select(SESSIONS.c.token_hash)).scalars().all()
    for key in keys:
        end_own_session(engine, NOW, Actor("hung"), person.account_id, key)
    assert who(engine, mine) is None and who(engine, others)


def test_an_account_to_try_with_is_good_on_its_own_machine_alone(engine: Engine) -> None:
    accounts.add_account(engine, BOSS, NOW, "thu", "Thử", Role.leader, password=WORD, must_change=False, demo=True)
    assert sign_in.sign_in(engine, NOW, "thu", WORD, HERE) == Refused(0)
    found = enter(engine, name="thu", origin=Origin("127.0.0.1", local=True))
    assert find_person(engine, NOW, found.token, local=True)
    assert find_person(engine, NOW, found.token, local=False) is None


def tries(engine: Engine, origin: Origin, seconds: int, name: str = "hung") -> int:
    """How many guesses are looked at within some time, guessed as fast as they are allowed."""
    looked_at, now = 0, NOW
    while now < NOW + dt.timedelta(seconds=seconds):
        found = sign_in.sign_in(engine, now, name, "guess", origin)
        assert isinstance(found, Refused)
        looked_at += found.wait == 0 or _counted(engine) > looked_at
        now += dt.timedelta(seconds=max(found.wait, 1))
    return _counted(engine)


def _counted(engine: Engine) -> int:
    with reading(engine) as connection:
        rows = connection.execute(select(AUDIT.c.number).where(AUDIT.c.act == "sign_in", AUDIT.c.result == "refused"))
        return len(rows.all())


def test_guessing_gets_slow(engine: Engine) -> None:
    assert tries(engine, ELSEWHERE, 3600) <= 20


def test_a_name_nobody_has_is_slowed_down_alike(engine: Engine) -> None:
    known = [sign_in.sign_in(engine, NOW, "hung", "guess", ELSEWHERE) for _ in range(9)]
    unknown = [sign_in.sign_in(engine, NOW, "nobody", "guess", Origin("10.0.0.8")) for _ in range(9)]
    assert known == unknown and isinstance(known[-1], Refused) and known[-1].wait > 0


def test_a_stranger_locks_nobody_out(engine: Engine) -> None:
    device = enter(engine).device
    for number in range(200):
        sign_in.sign_in(engine, NOW, "hung", "guess", Origin(f"10.1.{number}.7"))
    # From the browser that is known, at once; from another address, slowly.
    enter(engine, origin=Origin("10.0.0.1", "Firefox", device))
    found = sign_in.sign_in(engine, NOW, "hung", WORD, Origin("10.0.0.2"))
    assert isinstance(found, Refused) and 0 < found.wait <= 900
    enter(engine, now=after(seconds=found.wait), origin=Origin("10.0.0.2"))


def test_tries_that_come_all_at_once_are_counted_one_by_one(engine: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: sign_in.sign_in(engine, NOW, "hung", "guess", ELSEWHERE), range(24)))
    assert sum(isinstance(one, Refused) for one in found) == 24 and _counted(engine) <= 6


def test_who_signs_in_rightly_starts_afresh(engine: Engine) -> None:
    for _ in range(4):
        sign_in.sign_in(engine, NOW, "hung", "guess", HERE)
    enter(engine)
    for _ in range(4):
        assert sign_in.sign_in(engine, NOW, "hung", "guess", Origin("10.0.0.1")) == Refused(0)
