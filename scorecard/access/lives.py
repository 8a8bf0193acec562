"""Which life of a unit's code an account is bound to: a code that another unit bears since opens nothing of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from scorecard.access.roles import Person
from scorecard.catalog import Catalog, Unit


def life_today(catalog: Catalog, unit_id: str, day: dt.date) -> Unit | None:
    """The life an account that is made on a day gets: the one of that day, else the newest; None of an unknown code."""
    lives = _lives(catalog, unit_id)
    return next((unit for unit in lives if unit.lives_on(day)), lives[-1] if lives else None)


def units_today(catalog: Catalog, day: dt.date) -> tuple[Unit, ...]:
    """The units an account can be of: each code once, in the catalogue's order, by the life `life_today` gives."""
    codes = dict.fromkeys(unit.unit_id for unit in catalog.units)
    return tuple(unit for code in codes if (unit := life_today(catalog, code, day)))


def known_lives(units: Iterable[Unit]) -> dict[str, dt.date]:
    """The first day of each unit's life, by its code."""
    return {unit.unit_id: unit.valid_from for unit in units}


def life_of(catalog: Catalog, unit_id: str, since: dt.date | None, made_on: dt.date) -> dt.date | None:
    """The first day of the life that something kept under a code is bound to; None of an unknown code.

    What says it itself (`since`) keeps it. What was made before lives were kept belongs to the life of the day it was
    made on, else to the newest by then, else to the newest.
    """
    if since is not None:
        return since
    lives = _lives(catalog, unit_id)
    by_then = [unit for unit in lives if unit.valid_from <= made_on]
    found = next((unit for unit in lives if unit.lives_on(made_on)), (by_then or lives)[-1] if lives else None)
    return found.valid_from if found else None


def bind(person: Person, catalog: Catalog) -> Person:
    """The person with the first day of the unit's life, by the catalogue in force."""
    if person.unit_id is None or person.unit_from is not None or person.made_at is None:
        return person
    made_on = person.made_at.astimezone(catalog.zone).date()
    return replace(person, unit_from=life_of(catalog, person.unit_id, None, made_on))


def unit_columns(unit_id: str | None, since: dt.date | None) -> dict[str, str | None]:
    """The columns that bind an account to a life of a unit's code."""
    return {"unit_id": unit_id, "unit_from": since.isoformat() if unit_id and since else None}


def since_of(row: Any) -> dt.date | None:
    """The first day of the life an account's row names."""
    return dt.date.fromisoformat(row.unit_from) if row.unit_from else None


def _lives(catalog: Catalog, unit_id: str) -> list[Unit]:
    own = (unit for unit in catalog.units if unit.unit_id == unit_id)
    return sorted(own, key=lambda unit: unit.valid_from)
