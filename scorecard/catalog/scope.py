"""Which units and groups may be read: what the query layer holds every read to."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.catalog.model import Unit


@dataclass(frozen=True)
class Scope:
    """The units and groups that can be read; None is all of them, an empty set none."""

    units: frozenset[str] | None
    groups: frozenset[str] | None

    def sees(self, unit_id: str) -> bool:
        """Whether a unit lies within it."""
        return self.units is None or unit_id in self.units

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
        return "|".join("*" if part is None else ",".join(sorted(part)) for part in (self.units, self.groups))


ALL = Scope(None, None)
NOTHING = Scope(frozenset(), frozenset())
