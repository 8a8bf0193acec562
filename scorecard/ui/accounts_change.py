"""The forms beside the table: one account changed, one added, many from a spreadsheet."""

from __future__ import annotations

import streamlit as st

from scorecard.access.account_sheet import import_account_sheet
from scorecard.access.accounts import Account, add_account, reset_password, set_disabled, set_role
from scorecard.access.invitations import HOURS, invite
from scorecard.access.roles import Role
from scorecard.errors import AccessError
from scorecard.format import number
from scorecard.text import accounts_page as say
from scorecard.text import sign_in as entry
from scorecard.ui.accounts_desk import Desk, hand_link, hand_password
from scorecard.ui.blocks import Option
from scorecard.ui.doing import doing
from scorecard.ui.panel import Sent, show_panel
from scorecard.ui.render import render

_TURN, _UPLOAD = "accounts_turn", "accounts_upload"


def show_change(desk: Desk) -> None:
    """The forms of the account that is open, if one is."""
    account = desk.open_account
    if account is None:
        return
    values = {"account": account, "title": say.CHANGE.format(name=account.user_name), "close": desk.link()}
    invite_note = say.INVITE_NOTE.format(hours=HOURS)
    shown = render("accounts_change", **values, invite_note=invite_note, **_choices(desk))
    sent = show_panel("accounts-change", shown)
    if sent.is_form("role"):
        doing(lambda: _change_role(desk, account, sent))
    for form, act in (("invite", _invite), ("reset", _reset), ("disable", _disable), ("enable", _enable)):
        if sent.is_form(form):
            doing(lambda act=act: act(desk, account))  # type: ignore[misc]


def show_add(desk: Desk) -> None:
    """The form of a new account; it is invited at once."""
    turn = st.session_state.get(_TURN, 0)
    sent = show_panel("accounts-add", render("accounts_add", turn=turn, **_choices(desk)))
    if sent.is_form("add"):
        doing(lambda: _add(desk, sent))


def show_import(desk: Desk) -> None:
    """The upload of a spreadsheet of accounts."""
    roles = ", ".join(entry.ROLE_NAMES.values())
    show_panel("accounts-import", render("accounts_import", note=say.IMPORT_NOTE.format(roles=roles)))
    turn = st.session_state.get(_UPLOAD, 0)
    with st.form("accounts-file", border=False, enter_to_submit=False):
        file = st.file_uploader(say.FILE, type=["xlsx", "xlsm", "xls", "ods", "csv"], key=f"accounts-file-{turn}")
        pressed = st.form_submit_button(say.IMPORT_BUTTON)
    if pressed and file is not None:
        st.session_state[_UPLOAD] = turn + 1  # an uploader with another key is an empty one
        name, content = file.name, file.getvalue()
        doing(lambda: _import(desk, name, content))
    elif pressed:
        st.warning(say.NOTHING_CHOSEN)


def _choices(desk: Desk) -> dict[str, list[Option]]:
    roles = [Option(role.value, entry.ROLE_NAMES[role]) for role in Role]
    units = [Option(unit.unit_id, _unit_name(desk, unit.unit_id)) for unit in desk.units.values()]
    return {"roles": roles, "units": [Option("", say.NO_UNIT), *units]}


def _unit_name(desk: Desk, unit_id: str) -> str:
    """Two districts have a ward of the same name."""
    parent = desk.units[unit_id].parent_id
    return desk.unit_name(unit_id) + (f", {desk.unit_name(parent)}" if parent else "")


def _role_and_unit(sent: Sent) -> tuple[Role, str | None]:
    if sent.text("role") not in set(Role):
        raise AccessError(say.BAD_ROLE)
    return Role(sent.text("role")), sent.text("unit") or None


def _add(desk: Desk, sent: Sent) -> str:
    role, unit_id = _role_and_unit(sent)
    names = sent.text("user_name"), sent.text("full_name")
    account = add_account(desk.engine, desk.actor, desk.now, *names, role, unit_id, known_units=desk.units)
    _invite(desk, account)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1  # a form with another number is an empty one
    return say.ADDED.format(name=account.user_name)


def _import(desk: Desk, name: str, content: bytes) -> str:
    given = name, content, tuple(desk.units.values()), desk.catalog.aliases
    made = import_account_sheet(desk.engine, desk.actor, desk.now, *given)
    for item in made:
        hand_link(item.account, item.token)
    return say.IMPORTED.format(count=number(len(made)))


def _change_role(desk: Desk, account: Account, sent: Sent) -> str:
    role, unit_id = _role_and_unit(sent)
    set_role(desk.engine, desk.actor, desk.now, account.account_id, role, unit_id, known_units=desk.units)
    named = f"{entry.ROLE_NAMES[role]}, {desk.unit_name(unit_id)}" if unit_id else entry.ROLE_NAMES[role]
    return say.ROLE_SAVED.format(name=account.user_name, role=named)


def _invite(desk: Desk, account: Account) -> str:
    hand_link(account, invite(desk.engine, desk.actor, desk.now, account.account_id))
    return say.INVITED.format(name=account.user_name)


def _reset(desk: Desk, account: Account) -> str:
    hand_password(account, reset_password(desk.engine, desk.actor, desk.now, account.account_id))
    return say.WAS_RESET.format(name=account.user_name)


def _disable(desk: Desk, account: Account) -> str:
    set_disabled(desk.engine, desk.actor, desk.now, account.account_id, True)
    return say.DISABLED.format(name=account.user_name)


def _enable(desk: Desk, account: Account) -> str:
    set_disabled(desk.engine, desk.actor, desk.now, account.account_id, False)
    return say.ENABLED.format(name=account.user_name)
