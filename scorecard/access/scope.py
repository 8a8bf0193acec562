"""Which units and groups a person may see, by role."""

from __future__ import annotations

from scorecard.access.roles import Act, Person
from scorecard.catalog import Catalog
from scorecard.catalog.scope import ALL, NOTHING, Scope


def build_scope(person: Person, catalog: Catalog) -> Scope:
    """What a person may see: everything, the own unit with its communes and its area, or nothing."""
    if person.may(Act.see_all):
        return ALL
    if not person.may(Act.see_own) or person.unit_id is None:
        return NOTHING
    own = person.unit_id
    members = {unit.unit_id for unit in catalog.units if unit.parent_id == own}
    groups = {f"area:{own}", f"communes:{own}"} if members else set()
    return Scope(frozenset({own, *members}), frozenset(groups))
