"""The table of accounts with its filters, and above it what was just handed over."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from scorecard.access.accounts.accounts import Account
from scorecard.access.accounts.invitations import HOURS
from scorecard.access.roles import Role
from scorecard.files.row_formats import csv_file
from scorecard.format import moment_vi, number
from scorecard.intake.cells.text_folding import folded
from scorecard.lights.unit_blocks import Option
from scorecard.text import accounts_page, sign_in_words
from scorecard.ui.accounts.desk import AccountsDesk, Handed, handed, hide
from scorecard.ui.shell.audited import while_signed_in
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render
from scorecard.ui.shell.told_once import told

MOST = 300


@dataclass(frozen=True)
class Row:
    """One account as the table prints it."""

    name: str
    full_name: str
    role: str
    unit: str
    state: str
    state_name: str
    demo: bool
    changed: str
    href: str
    is_open: bool


def show_told() -> None:
    """What was done, and the secrets that go with it, until the reader hides them."""
    done, problems = told()
    secrets = handed()
    shown = render("accounts/told", told=done, problems=problems, secrets=secrets, hours=HOURS)
    sent = show_panel("accounts-told", shown)
    if len([item for item in secrets if item.is_link]) > 1:
        file = _file(secrets)
        made = while_signed_in(lambda: file)
        st.download_button(
            accounts_page.ONCE_FILE,
            made,
            accounts_page.ONCE_FILE_NAME,
            "text/csv",
            on_click="ignore",
            key="accounts-links",
        )
    if sent.is_form("hide"):
        hide()
        st.rerun()


def show_list(desk: AccountsDesk) -> None:
    """The accounts the filters leave, in the order of their names."""
    found = [account for account in desk.accounts if _wanted(desk, account)]
    roles = [
        Option("", accounts_page.ALL_ROLES),
        *(Option(role.value, sign_in_words.ROLE_NAMES[role]) for role in Role),
    ]
    states = [
        Option("", accounts_page.ALL_STATES),
        *(Option(name, text) for name, text in accounts_page.STATES.items()),
    ]
    values = {name: desk.asked.get(name, "") for name in ("find", "role", "state")}
    count = accounts_page.COUNT.format(shown=number(len(found)), total=number(len(desk.accounts)))
    more = accounts_page.MORE.format(most=number(MOST)) if len(found) > MOST else ""
    rows = [_row(desk, account) for account in found[:MOST]]
    show_panel(
        "accounts-list",
        render("accounts/list", rows=rows, roles=roles, states=states, values=values, count=count, more=more),
    )


def state_of(account: Account) -> str:
    """The key of say.STATES an account is in."""
    if account.disabled:
        return "disabled"
    if not account.has_password:
        return "invited"
    return "must_change" if account.must_change else "active"


def _wanted(desk: AccountsDesk, account: Account) -> bool:
    words = folded(desk.asked.get("find", ""))
    text = f"{account.user_name} {account.full_name} {account.unit_id or ''} {desk.owner(account)}"
    return (
        words in folded(text)
        and desk.asked.get("role", "") in ("", account.role.value)
        and desk.asked.get("state", "") in ("", state_of(account))
    )


def _row(desk: AccountsDesk, account: Account) -> Row:
    return Row(
        account.user_name,
        account.full_name,
        sign_in_words.ROLE_NAMES[account.role],
        desk.owner(account),
        state_of(account),
        accounts_page.STATES[state_of(account)],
        account.demo,
        moment_vi(account.changed_at.astimezone(desk.catalog.zone)),
        desk.link(account),
        account == desk.open_account,
    )


def _file(secrets: list[Handed]) -> bytes:
    columns = (accounts_page.USER_NAME, accounts_page.FULL_NAME, accounts_page.ONCE_LINK.format(hours=HOURS))
    rows = [(item.name, item.full_name, item.secret) for item in secrets if item.is_link]
    return csv_file([dict(zip(columns, row, strict=True)) for row in rows], columns)
