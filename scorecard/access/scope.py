"""Which units and groups a person may see, by role."""

from __future__ import annotations

import datetime as dt

from scorecard.access.roles import Act, Person
from scorecard.catalog import Catalog
from scorecard.catalog.scope import ALL, NOTHING, Scope


def build_scope(person: Person, catalog: Catalog, day: dt.date) -> Scope:
    """What a person may see of a week with its cut-off on a day: all, the own unit with its communes, or nothing.

    A unit is the life of its code the account is bound to: where that life is not valid on the day, nothing is seen,
    neither of who bears the code then nor of what took its place.
    """
    if person.may(Act.see_all):
        return ALL
    units = catalog.units_on(day)
    own = next((unit for unit in units if (unit.unit_id, unit.valid_from) == (person.unit_id, person.unit_from)), None)
    if not person.may(Act.see_own) or own is None:
        return NOTHING
    members = [unit for unit in units if unit.parent_id == own.unit_id]
    groups = {f"area:{own.unit_id}", f"communes:{own.unit_id}"} if members else set()
    lives = frozenset((unit.unit_id, unit.valid_from) for unit in (own, *members))
    return Scope(frozenset(unit_id for unit_id, _ in lives), frozenset(groups), lives)
