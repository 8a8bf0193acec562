"""Accounts: what they may be called, how they change, and what ends their sessions."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from scorecard.access.account_names import checked_name, folded_name
from scorecard.access.accounts.accounts import (
    add_account,
    demo_accounts,
    find_account,
    first_admin,
    list_accounts,
    password_hash_of,
    reset_password,
    set_disabled,
    set_password,
    set_role,
)
from scorecard.access.accounts.passwords import is_password
from scorecard.access.roles import Role
from scorecard.access.tables import ACCOUNTS
from scorecard.catalog import Unit
from scorecard.errors import AccessError
from tests.access.people import ACTOR, NOW, PASSWORD, added, sessions, sign_in, told

LATER = NOW + dt.timedelta(minutes=5)
KNOWN = {"SO-TP": dt.date(2020, 1, 1)}


def opens(engine: Engine, account_id: int, password: str) -> bool:
    with engine.connect() as connection:
        return is_password(password, password_hash_of(connection, account_id))


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Hoa", "hoa"),
        (" trần.thị-hòa_1@qt ", "trần.thị-hòa_1@qt"),
        ("ĐẶNG", "đặng"),
        ("Tru\u031bo\u031b\u0300ng", "trường"),
        ("x" * 100, "x" * 100),
    ],
)
def test_a_user_name_is_kept_in_one_spelling(given_name: str, kept: str) -> None:
    assert checked_name(given_name) == kept


@pytest.mark.parametrize(
    "name",
    ["", "  ", "a b", "x" * 101, "а", "a\u0301\u0302\u0303x", "1\u0301", "a'--", "<b>", "a\0", "ß", "ａ", "a/b", "İ"],
)
def test_a_user_name_that_looks_like_another_or_acts_is_refused(name: str) -> None:
    with pytest.raises(AccessError, match="không dùng được"):
        checked_name(name)


@given(st.text("aBz09._-@ đĐếỆ\u0301\u031b", min_size=1, max_size=12))
def test_a_user_name_that_is_taken_stays_as_it_is(text: str) -> None:
    try:
        name = checked_name(text)
    except AccessError:
        assume(False)
    assert checked_name(name) == name == folded_name(name) == folded_name(name.upper())
    assert unicodedata.is_normalized("NFC", name)


def test_an_account_is_found_however_its_name_is_written(engine: Engine) -> None:
    account = added(engine, "Trần.Hòa", Role.leader)
    with engine.connect() as connection:
        assert find_account(connection, unicodedata.normalize("NFD", " TRẦN.HÒA ")) == account
        assert find_account(connection, "tran.hoa") is None
    assert list_accounts(engine) == [account]
    assert account.created_at == account.changed_at == NOW and account.has_password
    assert told(engine) == [("boss", "account.add", "trần.hòa", "leader")]
    assert opens(engine, account.account_id, PASSWORD)


def test_a_name_that_is_taken_is_refused_and_nothing_is_written(engine: Engine) -> None:
    added(engine, "hoa", Role.leader)
    with pytest.raises(AccessError, match="đã có"):
        added(engine, "HOA", Role.steward)
    assert len(told(engine)) == 1


@pytest.mark.parametrize(
    ("role", "unit_id", "words"),
    [
        (Role.unit, None, "cần mã đơn vị"),
        (Role.unit, "", "cần mã đơn vị"),
        (Role.leader, "SO-TP", "không gắn với đơn vị"),
        (Role.unit, "SO-??", "không có đơn vị"),
    ],
)
def test_only_the_role_of_a_unit_has_a_unit_and_a_known_one(
    engine: Engine, role: Role, unit_id: str | None, words: str
) -> None:
    with pytest.raises(AccessError, match=words):
        add_account(engine, ACTOR, NOW, "hoa", "Hòa", role, unit_id, known_units=KNOWN)
    account = add_account(engine, ACTOR, NOW, "hoa", "Hòa", Role.unit, "SO-TP", known_units=KNOWN)
    assert (account.has_password, account.must_change) == (False, False)
    with pytest.raises(AccessError, match=words):
        set_role(engine, ACTOR, NOW, account.account_id, role, unit_id, known_units=KNOWN)
    assert not opens(engine, account.account_id, "")


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda e, i: set_disabled(e, ACTOR, LATER, i, True), ("account.disable", "ok")),
        (lambda e, i: set_disabled(e, ACTOR, LATER, i, False), ("account.enable", "ok")),
        (lambda e, i: set_role(e, ACTOR, LATER, i, Role.unit, "SO-TP"), ("account.role", "leader -> unit SO-TP")),
        (lambda e, i: set_password(e, ACTOR, LATER, i, "một câu mới của tôi"), ("account.password", "ok")),
        (lambda e, i: reset_password(e, ACTOR, LATER, i), ("account.reset", "ok")),
    ],
    ids=["disable", "enable", "role", "password", "reset"],
)
def test_every_change_ends_the_sessions_of_the_account_and_of_no_other(
    engine: Engine, change: Callable[[Engine, int], object], line: tuple[str, str]
) -> None:
    one, other = added(engine, "hoa", Role.leader), added(engine, "lan", Role.leader)
    for account, token in ((one, "a"), (one, "b"), (other, "a")):
        sign_in(engine, account, token)
    change(engine, one.account_id)
    assert sessions(engine) == [f"{other.account_id}a"]
    assert told(engine)[2:] == [("boss", line[0], "hoa", line[1])]
    with engine.connect() as connection:
        changed = find_account(connection, "hoa")
    assert changed and changed.changed_at == LATER


def test_a_reset_password_opens_once_it_is_told_and_must_be_changed(engine: Engine) -> None:
    account = added(engine)
    password = reset_password(engine, ACTOR, LATER, account.account_id)
    assert opens(engine, account.account_id, password) and not opens(engine, account.account_id, PASSWORD)
    assert list_accounts(engine)[0].must_change
    set_password(engine, ACTOR, LATER, account.account_id, PASSWORD)
    assert not list_accounts(engine)[0].must_change
    assert password not in repr(told(engine)) and PASSWORD not in repr(told(engine))


def test_a_bad_password_changes_nothing(engine: Engine) -> None:
    account = added(engine)
    with pytest.raises(AccessError, match="quá ngắn"):
        set_password(engine, ACTOR, LATER, account.account_id, "x")
    with pytest.raises(AccessError, match="Không có tài khoản"):
        set_password(engine, ACTOR, LATER, 999, PASSWORD)
    with pytest.raises(AccessError, match="Không có tài khoản"):
        reset_password(engine, ACTOR, LATER, 999)
    assert len(told(engine)) == 1 and opens(engine, account.account_id, PASSWORD)


def test_the_last_enabled_administrator_stays(engine: Engine) -> None:
    one, two = added(engine, "one"), added(engine, "two")
    set_disabled(engine, ACTOR, NOW, two.account_id, True)
    for change in (
        lambda: set_disabled(engine, ACTOR, NOW, one.account_id, True),
        lambda: set_role(engine, ACTOR, NOW, one.account_id, Role.leader),
    ):
        with pytest.raises(AccessError, match="quản trị cuối cùng"):
            change()
    set_role(engine, ACTOR, NOW, two.account_id, Role.leader)  # a disabled one may go
    set_role(engine, ACTOR, NOW, two.account_id, Role.admin)
    set_disabled(engine, ACTOR, NOW, two.account_id, False)
    set_role(engine, ACTOR, NOW, one.account_id, Role.leader)


def together(work: Callable[[], object], count: int = 2) -> list[object]:
    """What several threads get that begin at the same moment; an AccessError stands for itself."""
    barrier = Barrier(count)

    def one(_: int) -> object:
        barrier.wait()
        try:
            return work()
        except AccessError as error:
            return error

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_two_who_add_the_same_name_at_once_make_one_account(engine: Engine) -> None:
    got = together(lambda: added(engine, "hoa", Role.leader), 4)
    assert sum(isinstance(item, AccessError) for item in got) == 3
    assert len(list_accounts(engine)) == len(told(engine)) == 1


def test_two_administrators_who_disable_each_other_at_once_leave_one(engine: Engine) -> None:
    accounts = [added(engine, "one"), added(engine, "two")]
    ids = iter([account.account_id for account in accounts])
    got = together(lambda: set_disabled(engine, ACTOR, NOW, next(ids), True))
    assert sum(isinstance(item, AccessError) for item in got) == 1


def test_the_first_start_makes_one_administrator_however_many_start(engine: Engine) -> None:
    made = [password for password in together(lambda: first_admin(engine, NOW), 3) if password]
    assert len(made) == 1
    [account] = list_accounts(engine)
    assert (account.user_name, account.role, account.must_change, account.demo) == ("admin", Role.admin, True, False)
    assert opens(engine, account.account_id, str(made[0]))
    assert first_admin(engine, NOW) is None


def test_a_demo_has_an_account_of_every_role_and_two_units(engine: Engine) -> None:
    day = dt.date(2023, 1, 1)
    units = [
        Unit(unit_id=code, name=f"Tên {code}", level=level, valid_from=day)
        for code, level in (("X1", "commune"), ("D1", "district"), ("S1", "department"), ("S2", "department"))
    ]
    made = demo_accounts(engine, NOW, units)
    assert [(account.role, account.unit_id) for account, _ in made] == [
        ("leader", None),
        ("steward", None),
        ("admin", None),
        ("unit", "S1"),
        ("unit", "D1"),
    ]
    assert all(account.demo and not account.must_change for account, _ in made)
    assert all(opens(engine, account.account_id, password) for account, password in made)
    assert demo_accounts(engine, NOW, units) == [] and first_admin(engine, NOW) is None
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(ACCOUNTS)).scalar() == 5
