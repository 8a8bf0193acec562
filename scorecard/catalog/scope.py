"""Which units and groups may be read: what the query layer holds every read to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from scorecard.catalog.model import Unit


@dataclass(frozen=True)
class Scope:
    """The units and groups that can be read; None is all of them, an empty set none.

    `lives` are the units by code and first day: another life of the same code is another unit. None knows codes only.
    """

    units: frozenset[str] | None
    groups: frozenset[str] | None
    lives: frozenset[tuple[str, dt.date]] | None = None

    def sees(self, unit_id: str) -> bool:
        """Whether a unit lies within it."""
        return self.units is None or unit_id in self.units

    def sees_life(self, unit_id: str, since: dt.date | None) -> bool:
        """Whether the unit that bears a code since a day lies within it; None does not say since when."""
        return self.sees(unit_id) and (since is None or self.lives is None or (unit_id, since) in self.lives)

    def sees_bearer(self, unit_id: str, day: dt.date) -> bool:
        """Whether who bore a code on a day can lie within it: not who bears it only since."""
        since = dict(self.lives or ())
        return self.sees(unit_id) and since.get(unit_id, day) <= day

    def sees_group(self, group_id: str) -> bool:
        """Whether a group lies within it."""
        return self.groups is None or group_id in self.groups

    def visible(self, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """Those of the units that lie within it, in their order."""
        return units if self.units is None else tuple(unit for unit in units if unit.unit_id in self.units)

    @property
    def key(self) -> str:
        """Equal for equal scopes, so that what was kept for one is never shown to another."""
        if self.units is None and self.groups is None:
            return "all"
        lives = None if self.lives is None else [f"{unit_id}@{since}" for unit_id, since in self.lives]
        return "|".join("*" if part is None else ",".join(sorted(part)) for part in (self.units, self.groups, lives))


ALL = Scope(None, None)
NOTHING = Scope(frozenset(), frozenset(), frozenset())
