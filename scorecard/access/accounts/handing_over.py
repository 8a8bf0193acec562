"""Accounts of units that ended, given to the units that follow: in bulk, whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from scorecard.access.accounts.rows import Account, account_of, change_account
from scorecard.access.audit.record import Actor, record
from scorecard.access.lives import life_of, unit_columns
from scorecard.access.roles import Role
from scorecard.catalog import Catalog, Unit
from scorecard.catalog.successors import WHOLE
from scorecard.database.engine import writing
from scorecard.errors import AccessError
from scorecard.text import account_words


@dataclass(frozen=True)
class Ended:
    """An account whose unit has ended; `unit` None is one the catalogue knows no more.

    `successor` is who follows the unit as a whole, where the catalogue names exactly one.
    """

    account: Account
    since: dt.date | None
    unit: Unit | None
    successor: Unit | None


def own_life(catalog: Catalog, account: Account) -> tuple[dt.date | None, Unit | None]:
    """The first day of the life an account is bound to, and that life where the catalogue knows it."""
    made_on = account.created_at.astimezone(catalog.zone).date()
    since = life_of(catalog, account.unit_id or "", account.unit_from, made_on)
    known = {(unit.unit_id, unit.valid_from): unit for unit in catalog.units}
    return since, known.get((account.unit_id or "", since or dt.date.min))


def find_ended(accounts: Iterable[Account], catalog: Catalog, day: dt.date) -> list[Ended]:
    """The accounts in use whose unit is not there any more on a day, with the successor the catalogue names."""
    found = []
    for account in accounts:
        if account.role is Role.unit and not account.disabled:
            since, unit = own_life(catalog, account)
            if unit is None or (unit.valid_to is not None and unit.valid_to < day):
                found.append(Ended(account, since, unit, find_successor(catalog, unit, day) if unit else None))
    return found


def find_successor(catalog: Catalog, unit: Unit, day: dt.date) -> Unit | None:
    """Who follows a unit and is there on a day; None unless every step on the way names exactly one whole successor."""
    lives = {(one.unit_id, one.valid_from): one for one in catalog.units}
    passed = {(unit.unit_id, unit.valid_from)}
    while not unit.lives_on(day):
        whole = [
            (row.new_unit_id, row.new_valid_from)
            for row in catalog.successors
            if (row.old_unit_id, row.old_valid_from) == (unit.unit_id, unit.valid_from) and row.share == WHOLE
        ]
        if len(whole) != 1 or whole[0] in passed:
            return None
        passed.add(whole[0])
        unit = lives[whole[0]]
    return unit


def hand_over(
    engine: Engine, actor: Actor, now: dt.datetime, given: Sequence[tuple[Ended, Unit]]
) -> list[tuple[Account, Unit]]:
    """Binds every account to the unit it is given to, each with a line of the audit; its sessions end.

    Raises AccessError, and changes nothing, where an account is not any more as it was looked at.
    """
    done = []
    with writing(engine) as connection:
        for ended, unit in given:
            seen = ended.account
            if account_of(connection, seen.account_id) != seen:
                raise AccessError(account_words.CHANGED_MEANWHILE.format(name=seen.user_name))
            columns = unit_columns(unit.unit_id, unit.valid_from)
            account = change_account(connection, now, seen.account_id, columns)
            said = f"{seen.unit_id} ({ended.since}) -> {unit.unit_id} ({unit.valid_from})"
            record(connection, now, actor, "account.hand_over", account.user_name, said)
            done.append((account, unit))
    return done
