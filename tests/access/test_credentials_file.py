"""The YAML of streamlit-authenticator: what it writes comes in, and what we write it verifies."""

from __future__ import annotations

import datetime as dt
from typing import Any

import bcrypt
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine

from scorecard.access.accounts.accounts import add_account, list_accounts, set_disabled
from scorecard.access.accounts.credentials_file import export_credentials, import_credentials
from scorecard.access.roles import Role
from scorecard.access.tables import METADATA
from scorecard.errors import AccessError
from tests.access.people import ACTOR, NOW, PASSWORD, added, told
from tests.access.test_accounts import opens

HASH = "$2b$12$" + "a" * 53


def entry(**changes: object) -> dict[str, object]:
    return {
        "email": "a@b",
        "first_name": "Trần Thị",
        "last_name": "Hòa",
        "password": HASH,
        "roles": ["leader"],
    } | changes


def text(**users: object) -> bytes:
    return yaml.safe_dump({"credentials": {"usernames": users}, "cookie": {"key": "x"}}, allow_unicode=True).encode()


def library(credentials: str) -> Any:
    """The library's own object over a file of ours, read as its manual says."""
    import streamlit_authenticator

    read = yaml.safe_load(credentials)
    return streamlit_authenticator.Authenticate(read["credentials"], "cookie", "a key of thirty-two letters or so", 1)


def test_the_library_verifies_what_we_write(engine: Engine) -> None:
    added(engine, "hoa", Role.leader)
    added(engine, "tp", Role.unit, "SO-TP")
    disabled = added(engine, "cũ", Role.leader)
    set_disabled(engine, ACTOR, NOW, disabled.account_id, True)
    exported = export_credentials(engine, ACTOR, NOW)
    users = yaml.safe_load(exported)["credentials"]["usernames"]
    assert list(users) == ["hoa", "tp"] and users["tp"]["unit_id"] == "SO-TP"
    model = library(exported).authentication_controller.authentication_model
    assert model.check_credentials("hoa", PASSWORD) is True
    assert model.check_credentials("hoa", PASSWORD + "x") is False
    assert model._get_user_name("hoa") == "Người Thử"
    assert told(engine)[-1] == ("boss", "account.export", "", "2") and "$2b$" not in repr(told(engine))


@pytest.mark.true_cost
def test_what_the_library_writes_comes_in(engine: Engine) -> None:
    from streamlit_authenticator import Hasher

    credentials = {"usernames": {"Hoa": entry(password="câu của tôi"), "lan": entry(password="x", roles=["viewer"])}}
    content = yaml.safe_dump({"credentials": Hasher.hash_passwords(credentials)}).encode()
    made = import_credentials(engine, ACTOR, NOW, content, role=Role.steward)
    assert [(item.account.user_name, item.account.full_name, item.account.role) for item in made] == [
        ("hoa", "Trần Thị Hòa", "leader"),
        ("lan", "Trần Thị Hòa", "steward"),
    ]
    assert opens(engine, made[0].account.account_id, "câu của tôi") and not made[0].account.must_change
    assert [line[1] for line in told(engine)] == ["account.add", "account.add", "account.import"]


def test_our_own_export_comes_back_as_it_was(engine: Engine) -> None:
    from scorecard.access.accounts import credentials_file

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(credentials_file, "_HASH", credentials_file.re.compile(r"\$2b\$04\$.{53}"))
        life = {"SO-TP": dt.date(2019, 1, 1)}  # not the one of today: a past is taken along
        first, known = added(engine, "hoa", Role.leader), {"known_units": life, "must_change": False}
        unit = add_account(engine, ACTOR, NOW, "tp", "Sở", Role.unit, "SO-TP", PASSWORD, **known)  # type: ignore[arg-type]
        before = [first, unit]
        exported = export_credentials(engine, ACTOR, NOW).encode()
        other = create_engine("sqlite://")
        METADATA.create_all(other)
        made = import_credentials(other, ACTOR, NOW, exported, known_units={"SO-TP": dt.date(2020, 1, 1)})
        assert [item.account for item in made] == before
        other.dispose()


@pytest.mark.parametrize(
    ("user", "words"),
    [
        ("x", "không phải một tài khoản"),
        (entry(password="plain"), "bcrypt mức 12"),
        (entry(password="$2b$31$" + "a" * 53), "bcrypt mức 12"),
        (entry(password=None), "bcrypt mức 12"),
        (entry(roles=["editor"]), "“editor”"),
        (entry(roles=["leader", "admin"]), "“leader, admin”"),
        (entry(roles=None), "không đúng một vai trò"),
        (entry(roles=["unit"]), "cần mã đơn vị"),
        (entry(roles=["unit"], unit_id="SO-??"), "không có đơn vị"),
        (entry(first_name="a\0b"), "Họ tên"),
    ],
)
def test_a_bad_entry_is_named_with_its_key_and_nothing_comes_in(engine: Engine, user: object, words: str) -> None:
    with pytest.raises(AccessError) as refused:
        import_credentials(engine, ACTOR, NOW, text(good=entry(), bad=user), known_units={"SO-TP": dt.date(2020, 1, 1)})
    assert "usernames.bad: " in str(refused.value) and words in str(refused.value)
    assert "usernames.good" not in str(refused.value)
    assert list_accounts(engine) == [] and told(engine) == []


def test_names_that_are_taken_or_are_none_are_named(engine: Engine) -> None:
    added(engine, "hoa")
    with pytest.raises(AccessError) as refused:
        import_credentials(engine, ACTOR, NOW, text(**{"HOA": entry(), "a b": entry(), "lan": entry()}))
    assert "usernames.HOA: " in str(refused.value) and "usernames.a b: " in str(refused.value)
    assert len(list_accounts(engine)) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"credentials: 1",
        b"credentials: {usernames: []}",
        b"credentials: {usernames: {}}",
        b"a: [",
        b"\xff\xfe\x00",
        b"a: !!python/object/apply:os.system [id]",
        b"a: 2023-99-99",
        b"[" * 5000,
        b"x" * (2 * 1024 * 1024 + 1),
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
    ],
)
def test_what_is_no_credentials_file_is_refused(engine: Engine, content: bytes) -> None:
    with pytest.raises(AccessError):
        import_credentials(engine, ACTOR, NOW, content)


@given(st.recursive(st.none() | st.text() | st.integers(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)))
def test_any_yaml_in_place_of_an_entry_is_refused_or_comes_in_whole(user: object) -> None:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with pytest.raises(AccessError, match=r"usernames\.bad: "):
        import_credentials(engine, ACTOR, NOW, text(bad=user))
    engine.dispose()


def test_the_hash_in_these_tests_has_the_form_bcrypt_writes() -> None:
    assert len(bcrypt.hashpw(b"x", bcrypt.gensalt(4))) == len(HASH)
