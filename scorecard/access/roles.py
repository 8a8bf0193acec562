"""The four roles and what each may do: one table that pages, forms and commands ask."""

from __future__ import annotations

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
