"""The forms beside the table: one account changed, one added, many from a spreadsheet."""

from __future__ import annotations

import streamlit as st

from scorecard.access.accounts.accounts import Account, add_account, reset_password, set_disabled, set_role
from scorecard.access.accounts.invitations import HOURS, invite
from scorecard.access.accounts.sheet import import_account_sheet
from scorecard.access.roles import Role
from scorecard.errors import AccessError
from scorecard.format import number
from scorecard.lights.unit_blocks import Option
from scorecard.text import accounts_page, sign_in_words
from scorecard.ui.accounts.desk import AccountsDesk, hand_link, hand_password
from scorecard.ui.shell.panel import Sent, show_panel
from scorecard.ui.shell.render import render
from scorecard.ui.shell.told_once import doing

_TURN, _UPLOAD = "accounts_turn", "accounts_upload"


def show_change(desk: AccountsDesk) -> None:
    """The forms of the account that is open, if one is."""
    account = desk.open_account
    if account is None:
        return
    # A code that another unit bears since must not be taken for the account's own.
    unit = "" if account.account_id in desk.ended else account.unit_id
    values = {
        "account": account,
        "unit": unit,
        "title": accounts_page.CHANGE.format(name=account.user_name),
        "close": desk.link(),
    }
    invite_note = accounts_page.INVITE_NOTE.format(hours=HOURS)
    shown = render("accounts/change", **values, invite_note=invite_note, **_choices(desk))
    sent = show_panel("accounts-change", shown)
    if sent.is_form("role"):
        doing(lambda: _change_role(desk, account, sent))
    for form, act in (("invite", _invite), ("reset", _reset), ("disable", _disable), ("enable", _enable)):
        if sent.is_form(form):
            doing(lambda act=act: act(desk, account))  # type: ignore[misc]


def show_add(desk: AccountsDesk) -> None:
    """The form of a new account; it is invited at once."""
    turn = st.session_state.get(_TURN, 0)
    sent = show_panel("accounts-add", render("accounts/add", turn=turn, **_choices(desk)))
    if sent.is_form("add"):
        doing(lambda: _add(desk, sent))


def show_import(desk: AccountsDesk) -> None:
    """The upload of a spreadsheet of accounts."""
    roles = ", ".join(sign_in_words.ROLE_NAMES.values())
    show_panel("accounts-import", render("accounts/import", note=accounts_page.IMPORT_NOTE.format(roles=roles)))
    turn = st.session_state.get(_UPLOAD, 0)
    with st.form("accounts-file", border=False, enter_to_submit=False):
        file = st.file_uploader(
            accounts_page.FILE, type=["xlsx", "xlsm", "xls", "ods", "csv"], key=f"accounts-file-{turn}"
        )
        pressed = st.form_submit_button(accounts_page.IMPORT_BUTTON)
    if pressed and file is not None:
        st.session_state[_UPLOAD] = turn + 1  # an uploader with another key is an empty one
        name, content = file.name, file.getvalue()
        doing(lambda: _import(desk, name, content))
    elif pressed:
        st.warning(accounts_page.NOTHING_CHOSEN)


def _choices(desk: AccountsDesk) -> dict[str, list[Option]]:
    roles = [Option(role.value, sign_in_words.ROLE_NAMES[role]) for role in Role]
    units = [Option(unit.unit_id, _unit_name(desk, unit.unit_id)) for unit in desk.units.values()]
    return {"roles": roles, "units": [Option("", accounts_page.NO_UNIT), *units]}


def _unit_name(desk: AccountsDesk, unit_id: str) -> str:
    """Two districts have a ward of the same name."""
    parent = desk.units[unit_id].parent_id
    return desk.unit_name(unit_id) + (f", {desk.unit_name(parent)}" if parent else "")


def _role_and_unit(sent: Sent) -> tuple[Role, str | None]:
    if sent.text("role") not in set(Role):
        raise AccessError(accounts_page.BAD_ROLE)
    return Role(sent.text("role")), sent.text("unit") or None


def _add(desk: AccountsDesk, sent: Sent) -> str:
    role, unit_id = _role_and_unit(sent)
    names = sent.text("user_name"), sent.text("full_name")
    account = add_account(desk.engine, desk.actor, desk.now, *names, role, unit_id, known_units=desk.known_units)
    _invite(desk, account)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1  # a form with another number is an empty one
    return accounts_page.ADDED.format(name=account.user_name)


def _import(desk: AccountsDesk, name: str, content: bytes) -> str:
    given = name, content, tuple(desk.units.values()), desk.catalog.aliases
    made = import_account_sheet(desk.engine, desk.actor, desk.now, *given)
    for item in made:
        hand_link(item.account, item.token)
    return accounts_page.IMPORTED.format(count=number(len(made)))


def _change_role(desk: AccountsDesk, account: Account, sent: Sent) -> str:
    role, unit_id = _role_and_unit(sent)
    set_role(
        desk.engine,
        desk.actor,
        desk.now,
        account.account_id,
        role,
        unit_id,
        known_units=desk.known_units,
    )
    named = (
        f"{sign_in_words.ROLE_NAMES[role]}, {desk.unit_name(unit_id)}" if unit_id else sign_in_words.ROLE_NAMES[role]
    )
    return accounts_page.ROLE_SAVED.format(name=account.user_name, role=named)


def _invite(desk: AccountsDesk, account: Account) -> str:
    hand_link(account, invite(desk.engine, desk.actor, desk.now, account.account_id))
    return accounts_page.INVITED.format(name=account.user_name)


def _reset(desk: AccountsDesk, account: Account) -> str:
    hand_password(account, reset_password(desk.engine, desk.actor, desk.now, account.account_id))
    return accounts_page.WAS_RESET.format(name=account.user_name)


def _disable(desk: AccountsDesk, account: Account) -> str:
    set_disabled(desk.engine, desk.actor, desk.now, account.account_id, True)
    return accounts_page.DISABLED.format(name=account.user_name)


def _enable(desk: AccountsDesk, account: Account) -> str:
    set_disabled(desk.engine, desk.actor, desk.now, account.account_id, False)
    return accounts_page.ENABLED.format(name=account.user_name)
