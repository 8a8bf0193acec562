"""Who is asking."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.access.roles import Act, Role, may


@dataclass(frozen=True)
class Person:
    """An account as one request or command knows it; `unit_id` is set for the role `unit` and for no other."""

    account_id: int
    user_name: str
    full_name: str
    role: Role
    unit_id: str | None = None
    must_change: bool = False

    def may(self, act: Act) -> bool:
        """Whether this person's role allows it."""
        return may(self.role, act)
