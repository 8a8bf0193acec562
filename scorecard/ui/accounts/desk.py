"""What the page of accounts works with, and what it hands over once: links and passwords of this reader only."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode, urlsplit

import streamlit as st
from sqlalchemy import Engine

from scorecard.access.accounts.accounts import Account, list_accounts
from scorecard.access.accounts.handing_over import Ended, find_ended, own_life
from scorecard.access.accounts.invitations import link_of
from scorecard.access.audit.record import Actor
from scorecard.access.lives import known_lives, units_today
from scorecard.catalog import Catalog, Unit
from scorecard.database.engine import open_database
from scorecard.format import date_vi
from scorecard.text import accounts_page
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import actor

_HANDED = "accounts_handed"
FILTERS = ("find", "role", "state")


@dataclass(frozen=True)
class Handed:
    """A secret that is shown until the reader hides it, and kept nowhere but in this reader's session."""

    name: str
    full_name: str
    secret: str
    is_link: bool


@dataclass(frozen=True)
class AccountsDesk:
    """All accounts, the units they may be of, and what the address asks for."""

    engine: Engine
    catalog: Catalog
    accounts: tuple[Account, ...]
    units: dict[str, Unit]
    asked: dict[str, str] = field(default_factory=dict)
    now: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))

    @property
    def actor(self) -> Actor:
        """Who does what is done here."""
        return actor()

    @property
    def known_units(self) -> dict[str, dt.date]:
        """The first day of the life an account is bound to, by the unit's code."""
        return known_lives(self.units.values())

    @property
    def open_account(self) -> Account | None:
        """The account whose form is open."""
        return next((item for item in self.accounts if str(item.account_id) == self.asked.get("open")), None)

    def link(self, opened: Account | None = None) -> str:
        """The page with the filters that are set, and this account open."""
        kept = {name: self.asked[name] for name in FILTERS if self.asked.get(name)}
        return "?" + urlencode(kept | ({"open": str(opened.account_id)} if opened else {}))

    @property
    def day(self) -> dt.date:
        """Today, as the catalogue's time zone counts it."""
        return self.now.astimezone(self.catalog.zone).date()

    @cached_property
    def ended(self) -> dict[int, Ended]:
        """The accounts of units that ended, by their number."""
        return {one.account.account_id: one for one in find_ended(self.accounts, self.catalog, self.day)}

    def unit_name(self, unit_id: str | None) -> str:
        """How the unit that accounts of a code are made for is called."""
        unit = self.units.get(unit_id or "")
        return unit.name if unit else unit_id or ""

    def owner(self, account: Account) -> str:
        """How the unit of an account is called: its own life, with its end where it has ended."""
        _, unit = own_life(self.catalog, account)
        if unit is None or unit.valid_to is None or unit.valid_to >= self.day:
            return unit.name if unit else account.unit_id or ""
        return accounts_page.UNIT_ENDED.format(unit=unit.name, day=date_vi(unit.valid_to))


def open_desk() -> AccountsDesk:
    """The accounts as they are now; raises a ScorecardError where the database does not answer."""
    engine, catalog = open_database(session.home()), session.catalog_in_force()
    units = {unit.unit_id: unit for unit in units_today(catalog, dt.datetime.now(catalog.zone).date())}
    return AccountsDesk(engine, catalog, tuple(list_accounts(engine)), units, st.query_params.to_dict())


def hand_link(account: Account, token: str) -> None:
    """Keeps an invitation to be shown, with the address this reader's browser knows the server by."""
    here = urlsplit(st.context.url or "")
    server = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    _hand(Handed(account.user_name, account.full_name, link_of(token, server), is_link=True))


def hand_password(account: Account, password: str) -> None:
    """Keeps a one-time password to be shown."""
    _hand(Handed(account.user_name, account.full_name, password, is_link=False))


def handed() -> list[Handed]:
    """What was handed over and not hidden yet; of an account only the newest, since earlier ones stopped working."""
    kept: list[Handed] = st.session_state.get(_HANDED, [])
    return kept


def hide() -> None:
    """Forgets everything that was handed over."""
    st.session_state.pop(_HANDED, None)


def _hand(item: Handed) -> None:
    st.session_state[_HANDED] = [*(kept for kept in handed() if kept.name != item.name), item]
