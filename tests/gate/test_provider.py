"""Signing in through an identity provider: the whole way, and every lie it could tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from benchmarks.servers import Server
from scorecard.access.accounts.accounts import add_account, set_disabled
from scorecard.access.audit.record import Actor
from scorecard.access.roles import Role
from scorecard.access.sign_in.provider import load_provider
from scorecard.access.tables import ACCOUNTS, AUDIT
from scorecard.database.engine import open_database, reading
from scorecard.errors import AccessError
from tests.access.people import NOW
from tests.forked_servers import serving
from tests.gate.local_provider import CLIENT, SECRET, LocalProvider, local_provider
from tests.gate.test_gate import Answer, ask, own, session_of
from tests.homes.small_home import small_home

PERSON = {"preferred_username": "Hoa.NV", "name": "Nguyễn Văn Hoa", "roles": ["other", "cchc-lanh-dao"]}


def file_of(issuer: str, address: str, **more: str) -> str:
    values = {"issuer": issuer, "client_id": CLIENT, "client_secret": SECRET, "address": address} | more
    lines = [f'{name} = "{value}"' for name, value in values.items()]
    roles = {"cchc-lanh-dao": "leader", "cchc-noi-vu": "steward", "cchc-don-vi": "unit"}
    return "\n".join([*lines, "[roles]", *(f'{name} = "{role}"' for name, role in roles.items())])


@pytest.fixture(scope="module")
def provider() -> Iterator[LocalProvider]:
    with local_provider() as provider:
        yield provider


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_home(tmp_path_factory.mktemp("provider"))


@pytest.fixture(scope="module")
def server(home: Path, provider: LocalProvider) -> Iterator[Server]:
    with serving("app.py", home, home.parent / "catalog") as server:
        (home / "oidc.toml").write_text(file_of(provider.url, own(server)), encoding="utf-8")
        yield server


def go(server: Server, provider: LocalProvider, claims: dict[str, Any], lie: str = "") -> Answer:
    """Out to the provider and back, as a browser goes."""
    provider.claims, provider.lie = claims, lie
    out = ask(server, "/sign-in/provider?next=/task?task=1")
    assert out.status == 303, out.text
    at = urlsplit(out.headers["location"])
    there = ask(Server(at.port or 0, server.process), f"{at.path}?{at.query}")
    back = urlsplit(there.headers["location"])
    return ask(server, f"{back.path}?{back.query}", cookie=out.cookies[0].split(";")[0])


def account(home: Path, name: str) -> Any:
    with reading(open_database(home)) as connection:
        return connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.user_name == name)).first()


def test_the_sign_in_page_offers_it(server: Server) -> None:
    assert 'href="/sign-in/provider?next=/task"' in ask(server, "/sign-in?next=/task").text


def test_who_is_known_there_has_a_session_here_with_the_mapped_role(
    server: Server, home: Path, provider: LocalProvider
) -> None:
    answer = go(server, provider, PERSON)
    assert (answer.status, answer.headers["location"]) == (303, "/task?task=1")
    assert ask(server, "/task?task=1", accept="text/html", cookie=session_of(answer)).status == 200
    made = account(home, "hoa.nv")
    assert (made.full_name, made.role, made.unit_id, made.password_hash) == ("Nguyễn Văn Hoa", "leader", None, None)
    # Another role there is another role here at once; the sessions of the old one end.
    again = go(server, provider, PERSON | {"roles": "cchc-don-vi", "unit": "S1"})
    changed = account(home, "hoa.nv")
    assert (changed.account_id, changed.role, changed.unit_id) == (made.account_id, "unit", "S1")
    assert ask(server, "/", accept="text/html", cookie=session_of(answer)).headers["location"].startswith("/sign-in")
    assert ask(server, "/", accept="text/html", cookie=session_of(again)).headers["location"] == "/unit?unit=S1"
    with reading(open_database(home)) as connection:
        acts = connection.execute(select(AUDIT.c.act).where(AUDIT.c.subject == "hoa.nv")).scalars().all()
    assert acts == ["account.provider", "sign_in", "account.role", "sign_in"]


LIES = ["issuer", "audience", "nonce", "expired", "no signature", "another key", "code"]


@pytest.mark.parametrize("lie", LIES)
def test_a_token_that_is_not_for_us_and_of_now_opens_nothing(
    server: Server, provider: LocalProvider, home: Path, lie: str
) -> None:
    answer = go(server, provider, PERSON | {"preferred_username": "liar"}, lie)
    assert answer.status == 403 and "không xác nhận" in answer.text and account(home, "liar") is None
    assert not [cookie for cookie in answer.cookies if cookie.startswith("sc_session")]


@pytest.mark.parametrize(
    "claims",
    [
        PERSON | {"preferred_username": "x", "roles": []},
        PERSON | {"preferred_username": "x", "roles": None},
        PERSON | {"preferred_username": "x", "roles": "cchc-don-vi"},  # a unit without a code
        PERSON | {"preferred_username": "<b>x</b>"},
        {"roles": ["cchc-lanh-dao"]},
    ],
)
def test_who_has_no_role_or_no_name_here_is_told(
    server: Server, provider: LocalProvider, claims: dict[str, Any]
) -> None:
    answer = go(server, provider, claims)
    assert answer.status == 403 and 'role="alert"' in answer.text and "<b>" not in answer.text


def test_a_disabled_account_stays_out(server: Server, provider: LocalProvider, home: Path) -> None:
    engine = open_database(home)
    made = add_account(engine, Actor("x"), NOW, "khoa", "Khóa", Role.leader)
    set_disabled(engine, Actor("x"), NOW, made.account_id, True)
    answer = go(server, provider, PERSON | {"preferred_username": "khoa"})
    assert answer.status == 403 and "đang bị khóa" in answer.text


@pytest.mark.parametrize("cookie", ["", "sc_provider=x", "sc_provider=e30="])
def test_a_way_back_nobody_set_out_on_leads_nowhere(server: Server, cookie: str) -> None:
    answer = ask(server, "/sign-in/provider/back?code=c0de&state=x", cookie=cookie)
    assert answer.status == 400 and "quá lâu" in answer.text


def test_the_state_of_another_browser_leads_nowhere(server: Server) -> None:
    out = ask(server, "/sign-in/provider")
    cookie = out.cookies[0].split(";")[0]
    assert ask(server, "/sign-in/provider/back?code=c0de&state=other", cookie=cookie).status == 400


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("issuer = ", "Không đọc được"),
        (file_of("http://id.example", "https://a.example"), "issuer"),
        (file_of("https://id.example", "http://a.example"), "address"),
        (file_of("https://id.example", "https://a.example", other="1"), "other"),
        (file_of("https://id.example", "https://a.example").replace("leader", "king"), "roles"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_without_its_secret(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "oidc.toml").write_text(text, encoding="utf-8")
    with pytest.raises(AccessError) as caught:
        load_provider(tmp_path)
    assert said in str(caught.value) and SECRET not in str(caught.value)


def test_without_a_file_there_is_no_provider(tmp_path: Path) -> None:
    assert load_provider(tmp_path) is None
