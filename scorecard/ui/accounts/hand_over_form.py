"""The form that gives the accounts of ended units to the units that follow them."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.access.accounts.handing_over import Ended, hand_over
from scorecard.catalog import Unit
from scorecard.errors import AccessError
from scorecard.format import number
from scorecard.lights.unit_blocks import Option, full_names
from scorecard.text import accounts_page
from scorecard.ui.accounts.desk import AccountsDesk
from scorecard.ui.shell.panel import Sent, show_panel
from scorecard.ui.shell.render import render
from scorecard.ui.shell.told_once import doing

MOST = 100


@dataclass(frozen=True)
class EndedRow:
    """An account as the form asks about it: `proposed` is the code of the unit the catalogue names, else empty."""

    field: str
    user_name: str
    unit: str
    proposed: str


def show_hand_over(desk: AccountsDesk) -> None:
    """The accounts of ended units, each with the proposed successor; nothing where there is none."""
    ended = list(desk.ended.values())
    if not ended:
        return
    shown = ended[:MOST]
    names = full_names(desk.catalog.units_on(desk.day))
    more = accounts_page.MORE_ENDED.format(count=number(len(ended) - MOST)) if len(ended) > MOST else ""
    html = render(
        "accounts/hand_over",
        rows=[_row(desk, one) for one in shown],
        units=[Option(code, name) for code, name in names.items()],
        title=accounts_page.HAND_OVER.format(count=number(len(ended))),
        more=more,
    )
    sent = show_panel("accounts-hand-over", html)
    if sent.is_form("hand_over"):
        doing(lambda: _hand_over(desk, shown, sent))


def _row(desk: AccountsDesk, one: Ended) -> EndedRow:
    proposed = one.successor.unit_id if one.successor else ""
    return EndedRow(_field(one), one.account.user_name, desk.owner(one.account), proposed)


def _field(one: Ended) -> str:
    # With what was looked at: an account that was given away since stands in no field of the form any more.
    return f"to:{one.account.account_id}:{one.since}"


def _hand_over(desk: AccountsDesk, shown: list[Ended], sent: Sent) -> str:
    there = {unit.unit_id: unit for unit in desk.catalog.units_on(desk.day)}
    given = [(one, _unit(there, code)) for one in shown if (code := sent.text(_field(one)))]
    if not given:
        raise AccessError(accounts_page.NOBODY_CHOSEN)
    done = hand_over(desk.engine, desk.actor, desk.now, given)
    return accounts_page.HANDED_OVER.format(count=number(len(done)))


def _unit(there: dict[str, Unit], code: str) -> Unit:
    if code not in there:
        raise AccessError(accounts_page.NO_SUCCESSOR.format(found=code[:60]))
    return there[code]
