"""The accounts of ended units on the page: whose they are, and to whom they are given."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import Engine

from scorecard.access.accounts.accounts import list_accounts
from scorecard.access.accounts.handing_over import find_ended
from scorecard.errors import AccessError
from scorecard.ui.accounts import hand_over_form
from scorecard.ui.accounts.desk import AccountsDesk
from scorecard.ui.shell.panel import Sent
from tests.access.people import ACTOR
from tests.access.test_handing_over import LATER, engine, follows, with_successors
from tests.homes.lives_home import NEW, OLD
from tests.ui.conftest import html_of
from tests.ui.readers import ADMIN, read_as

__all__ = ["engine"]


@pytest.fixture
def shown(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The page for an administrator."""
    assert list_accounts(engine)
    with_successors(tmp_path / "catalog", follows("19330", "19330"))
    monkeypatch.setenv("SCORECARD_CATALOG", str(tmp_path / "catalog"))
    read_as(monkeypatch, ADMIN)
    return html_of(tmp_path / "home", monkeypatch, "accounts")


def test_an_account_is_printed_with_its_own_unit_and_the_day_it_ended(shown: str) -> None:
    assert "Phường 1 (đến 15/02/2024)" in shown and "Huyện Cũ (đến 15/02/2024)" in shown
    assert "<small>Phường Đông Hà</small>" in shown  # of the account that is its own


def test_the_proposed_successor_stands_in_the_field(shown: str) -> None:
    form = shown[shown.index('data-send="hand_over"') :]
    assert form.count('name="to:') == 3 and 'value="19330" list=' in form
    assert f'name="to:1:{OLD}"' in form and "Bàn giao 3 tài khoản" in shown


@pytest.mark.parametrize(
    ("fields", "result"),
    [
        ({f"to:1:{OLD}": ["19330"], f"to:3:{OLD}": ["465"]}, "Đã bàn giao 2 tài khoản."),
        ({f"to:1:{OLD}": [""]}, "Chưa ghi đơn vị nhận nào."),
        ({f"to:1:{OLD}": ["466"]}, "Hôm nay không có đơn vị nào mang mã “466”"),
        ({f"to:2:{NEW}": ["465"]}, "Chưa ghi đơn vị nhận nào."),  # an account nothing is to be given away of
    ],
)
def test_one_button_gives_away_what_was_filled_in(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fields: dict[str, object], result: str
) -> None:
    catalog = with_successors(tmp_path / "with", follows("19330", "19330"))
    monkeypatch.setattr("scorecard.ui.accounts.desk.actor", lambda: ACTOR)
    desk = AccountsDesk(engine, catalog, tuple(list_accounts(engine)), {}, now=LATER)
    said = ""
    try:
        said = hand_over_form._hand_over(desk, list(desk.ended.values()), Sent(fields))
    except AccessError as error:
        said = str(error)
    assert result in said
    left = {one.account.user_name for one in find_ended(list_accounts(engine), catalog, dt.date(2024, 3, 10))}
    assert left == ({"xa"} if "2 tài khoản" in result else {"p1", "cu", "xa"})


def test_the_form_of_an_account_of_before_does_not_offer_the_next_bearer_as_its_own(
    shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown
    for number, chosen in (("1", False), ("2", True)):
        html = html_of(tmp_path / "home", monkeypatch, "accounts", open=number)
        change = html[html.index('data-send="role"') : html.index('data-send="invite"')]
        assert ('value="19330" selected' in change) is chosen
