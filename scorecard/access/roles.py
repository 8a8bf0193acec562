"""The four roles and what each may do: one table that pages, forms and commands ask."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account is for."""

    leader = "leader"
    steward = "steward"
    unit = "unit"
    admin = "admin"


class Act(StrEnum):
    """Something a person can do here."""

    see_all = "see_all"  # every unit's lights, with the briefing and its files
    see_own = "see_own"  # the lights of the own unit, and of its communes
    send = "send"  # hand in figures, which wait for a steward
    publish = "publish"  # load, publish, withdraw
    explain = "explain"  # answer what was asked of the own unit, contest its figures
    chase = "chase"  # ask, accept, return, write down decisions, draft letters
    accounts = "accounts"
    audit = "audit"


MAY: dict[Role, frozenset[Act]] = {
    Role.leader: frozenset({Act.see_all}),
    Role.steward: frozenset({Act.see_all, Act.publish, Act.chase}),
    Role.unit: frozenset({Act.see_own, Act.send, Act.explain}),
    Role.admin: frozenset({Act.accounts, Act.audit}),
}


def may(role: Role, act: Act) -> bool:
    """Whether a role allows an act; what stands in no row is not allowed."""
    return act in MAY[role]


@dataclass(frozen=True)
class Person:
    """An account as one request or command knows it; `unit_id` is set for the role `unit` and for no other.

    `unit_from` is the first day of the life of that code; None sees nothing until `bind` has found it by `made_at`.
    """

    account_id: int
    user_name: str
    full_name: str
    role: Role
    unit_id: str | None = None
    must_change: bool = False
    unit_from: dt.date | None = None
    made_at: dt.datetime | None = None

    def may(self, act: Act) -> bool:
        """Whether this person's role allows it."""
        return may(self.role, act)
