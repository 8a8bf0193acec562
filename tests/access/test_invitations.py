"""Invitations: one link, one password, once."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import Engine, select

from scorecard.access.accounts.accounts import add_account, list_accounts, reset_password, set_disabled, set_password
from scorecard.access.accounts.invitations import accept, invite, invited_account
from scorecard.access.roles import Role
from scorecard.access.tables import INVITATIONS
from scorecard.errors import AccessError
from tests.access.people import ACTOR, NOW, PASSWORD, added, sessions, sign_in, told
from tests.access.test_accounts import opens, together


def hours(count: float) -> dt.datetime:
    return NOW + dt.timedelta(hours=count)


def test_an_invitation_gives_the_account_its_password_once(engine: Engine) -> None:
    account = add_account(engine, ACTOR, NOW, "hoa", "Hòa", Role.leader)
    token = invite(engine, ACTOR, NOW, account.account_id)
    assert len(token) >= 43  # 256 bits
    sign_in(engine, account)
    assert invited_account(engine, hours(71), token) == account
    with pytest.raises(AccessError, match="quá ngắn"):
        accept(engine, ACTOR, hours(1), token, "x")
    taken = accept(engine, ACTOR, hours(71), token, PASSWORD)
    assert taken.has_password and not taken.must_change and opens(engine, account.account_id, PASSWORD)
    assert sessions(engine) == []
    assert invited_account(engine, hours(71), token) is None
    with pytest.raises(AccessError, match="không còn dùng được"):
        accept(engine, ACTOR, hours(71), token, PASSWORD)
    assert [line[1] for line in told(engine)] == ["account.add", "account.invite", "account.accept"]


def test_only_a_hash_of_the_token_is_kept(engine: Engine) -> None:
    token = invite(engine, ACTOR, NOW, added(engine).account_id)
    with engine.connect() as connection:
        kept = repr(connection.execute(select(INVITATIONS)).all())
    assert token not in kept + repr(told(engine))


@pytest.mark.parametrize("token", ["", "x", "\0", "\ud800", "'; --", "x" * 10_000])
def test_an_unknown_token_is_for_nobody(engine: Engine, token: str) -> None:
    invite(engine, ACTOR, NOW, added(engine).account_id)
    assert invited_account(engine, NOW, token) is None


def test_an_invitation_ends_with_its_hours(engine: Engine) -> None:
    token = invite(engine, ACTOR, NOW, added(engine).account_id, hours=2)
    assert invited_account(engine, hours(1.99), token)
    assert invited_account(engine, hours(2), token) is None
    with pytest.raises(AccessError, match="không còn dùng được"):
        accept(engine, ACTOR, hours(2), token, PASSWORD)


@pytest.mark.parametrize("ending", ["newer", "disabled", "enabled again", "reset", "password"])
def test_whatever_else_happens_to_the_account_ends_its_invitations(engine: Engine, ending: str) -> None:
    added(engine)
    account = added(engine, "hoa", Role.leader)
    token = invite(engine, ACTOR, NOW, account.account_id)
    if ending == "newer":
        assert invited_account(engine, NOW, invite(engine, ACTOR, NOW, account.account_id))
    elif ending == "reset":
        reset_password(engine, ACTOR, NOW, account.account_id)
    elif ending == "password":
        set_password(engine, ACTOR, NOW, account.account_id, PASSWORD)
    else:
        set_disabled(engine, ACTOR, NOW, account.account_id, True)
        with pytest.raises(AccessError, match="bị khóa"):
            invite(engine, ACTOR, NOW, account.account_id)
    if ending == "enabled again":
        set_disabled(engine, ACTOR, NOW, account.account_id, False)
    assert invited_account(engine, NOW, token) is None


def test_of_two_who_accept_at_once_one_is_late(engine: Engine) -> None:
    token = invite(engine, ACTOR, NOW, added(engine).account_id)
    got = together(lambda: accept(engine, ACTOR, NOW, token, PASSWORD))
    assert sum(isinstance(item, AccessError) for item in got) == 1
    assert len(list_accounts(engine)) == 1
