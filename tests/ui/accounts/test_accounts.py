"""The pages of administrators without a browser: what they print, for whom, and that nothing typed becomes HTML."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import Engine

from scorecard.access.accounts import passwords
from scorecard.access.accounts.accounts import add_account, list_accounts, set_disabled
from scorecard.access.audit.chain import read_anchor
from scorecard.access.audit.record import Actor, record
from scorecard.access.roles import Role
from scorecard.access.tables import AUDIT
from scorecard.database.engine import open_database, writing
from scorecard.follow_up.matters.moves import Kind
from scorecard.ui.shell.panel import Sent
from tests.follow_up.writers import begun
from tests.ui.conftest import html_of
from tests.ui.readers import ADMIN, LEADER, STEWARD, of_unit, read_as

NOW = dt.datetime(2023, 10, 20, 10, 0, tzinfo=dt.UTC)
EVIL = "<script>alert(1)</script>'\"{{7*7}}"


@pytest.fixture
def engine(tmp_path: Path, small_catalog: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A home with some accounts, read by an administrator."""
    monkeypatch.setattr(passwords, "COST", 4)
    monkeypatch.delenv("SCORECARD_DATABASE_URL", raising=False)
    monkeypatch.setenv("SCORECARD_CATALOG", str(small_catalog))
    read_as(monkeypatch, ADMIN)
    monkeypatch.setattr(
        "scorecard.ui.shell.audited.actor", lambda: Actor("reader", "10.0.0.2")
    )  # no browser, no address
    engine = open_database(tmp_path)
    actor = Actor("qt", "10.0.0.1")
    for name, role, unit in (("hoa", Role.leader, None), ("qt", Role.admin, None), ("s1", Role.unit, "S1")):
        add_account(
            engine, actor, NOW, name, f"{EVIL} {name}", role, unit, "một câu ngắn của tôi" if name == "qt" else None
        )
    return engine


def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, **query: str) -> str:
    return html_of(tmp_path, monkeypatch, page, **query)


@pytest.mark.parametrize("reader", [LEADER, STEWARD, of_unit("S1")], ids=lambda reader: reader.role.value)
@pytest.mark.parametrize("page", ["accounts", "audit"])
@pytest.mark.usefixtures("engine")
def test_nobody_but_an_administrator_sees_accounts_or_the_audit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: object, page: str
) -> None:
    read_as(monkeypatch, reader)  # type: ignore[arg-type]
    html = shown(tmp_path, monkeypatch, page, open="1")
    assert "sc-list" not in html and "hoa" not in html and "data-send" not in html


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["hoa", "qt", "s1"]),
        ({"find": "HOA"}, ["hoa"]),
        ({"role": "unit"}, ["s1"]),
        ({"state": "invited"}, ["hoa", "s1"]),
        ({"state": "must_change"}, ["qt"]),
        ({"state": "disabled"}, []),
        ({"find": EVIL, "role": "admin"}, ["qt"]),
        ({"role": "king"}, []),
    ],
)
@pytest.mark.usefixtures("engine")
def test_filters_leave_the_accounts_they_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], names: list[str]
) -> None:
    html = shown(tmp_path, monkeypatch, "accounts", **query)
    assert [name for name in ("hoa", "qt", "s1") if f'<th scope="row">{name}' in html] == names
    assert "<script>" not in html


def test_the_form_of_an_account_offers_what_can_be_done_with_it(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = list_accounts(engine)[2]
    html = shown(tmp_path, monkeypatch, "accounts", open=str(account.account_id))
    assert all(f'data-send="{form}"' in html for form in ("role", "invite", "reset", "disable"))
    assert '<option value="S1" selected>' in html and 'data-send="enable"' not in html
    set_disabled(engine, Actor("qt"), NOW, account.account_id, True)
    html = shown(tmp_path, monkeypatch, "accounts", open=str(account.account_id))
    assert 'data-send="enable"' in html and 'data-send="invite"' not in html
    assert 'data-send="role"' not in shown(tmp_path, monkeypatch, "accounts", open="999")
    assert "<script>" not in html


def test_the_audit_shows_its_lines_newest_first_with_nothing_typed_as_html(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(60):
        with writing(engine) as connection:
            record(connection, NOW + dt.timedelta(days=number), Actor(EVIL, EVIL), EVIL, EVIL, f"refused {number}")
    first, second = (shown(tmp_path, monkeypatch, "audit", place=place) for place in ("", "2"))
    assert first.count("<tr class=") == 50 and "bị từ chối 59" in first and "bị từ chối 9<" not in first
    assert "Thêm tài khoản" in second and "Quản trị" in second
    assert "<script>" not in first + second
    assert "bị từ chối" not in shown(tmp_path, monkeypatch, "audit", who="qt")
    assert "63 dòng" in shown(tmp_path, monkeypatch, "audit", place="x' OR 1=1")
    assert "không phải ngày" in shown(tmp_path, monkeypatch, "audit", since=EVIL)
    assert "Không có dòng nào" in shown(tmp_path, monkeypatch, "audit", until="2001-01-01")


def test_looking_over_the_audit_on_its_page_notes_the_end_as_the_command_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Engine
) -> None:
    monkeypatch.setattr(Sent, "is_form", lambda _, name: name == "verify")
    assert "nguyên vẹn đến dòng 3" in shown(tmp_path, monkeypatch, "audit")
    assert read_anchor(tmp_path).number == 3
    with writing(engine) as connection:
        connection.execute(AUDIT.delete().where(AUDIT.c.number == 3))
    html = shown(tmp_path, monkeypatch, "audit")
    assert "dòng 3" in html and "nguyên vẹn đến" not in html and read_anchor(tmp_path).number == 3


def test_the_audit_calls_moves_by_their_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Engine) -> None:
    begun(engine, Kind.explanation, "answer")
    html = shown(tmp_path, monkeypatch, "audit", act="follow_up")
    assert "Giải trình: Yêu cầu giải trình" in html and "Giải trình: Trả lời" in html
