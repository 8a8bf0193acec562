"""Whom a letter goes to: departments and districts by themselves, communes through the committee of their district."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scorecard.catalog import Unit
from scorecard.lights.edition import Edition
from scorecard.lights.figure_words import inside
from scorecard.text import letter_words


@dataclass(frozen=True)
class Receiver:
    """One who gets a letter, and the units it is about; `through` is set where they are communes of that district."""

    units: tuple[Unit, ...]
    through: Unit | None = None

    @property
    def line(self) -> str:
        """How it stands as the one addressed."""
        if self.through is None:
            return office_of(self.units[0])
        return letter_words.THROUGH.format(committee=office_of(self.through), members=self.about)

    @property
    def line_of_many(self) -> str:
        """The same in a letter that has a line for each."""
        if self.through is None:
            return office_of(self.units[0])
        return letter_words.THROUGH_SHORT.format(committee=office_of(self.through))

    @property
    def acts(self) -> str:
        """Who has to do something, within a sentence."""
        if self.through is None:
            return office_of(self.units[0])
        return letter_words.ORDERS.format(committee=office_of(self.through), members=self.about)

    @property
    def about(self) -> str:
        """Whom the letter is about, within a sentence."""
        return office_of(self.units[0]) if len(self.units) == 1 else letter_words.MEMBERS

    @property
    def copies(self) -> tuple[str, ...]:
        """Who gets it beside the one it is addressed to."""
        if self.through is None:
            return ()
        one = len(self.units) == 1
        return (
            letter_words.MEMBER_RECEIVES.format(member=office_of(self.units[0]))
            if one
            else letter_words.MEMBERS_RECEIVE,
        )


def receivers_of(units: Sequence[Unit], every: Sequence[Unit]) -> list[Receiver]:
    """The receivers in the order of the units; communes of one district together. `every` holds the districts."""
    by_id = {unit.unit_id: unit for unit in every}
    found: dict[tuple[str, bool], list[Unit]] = {}
    for unit in units:
        through = unit.parent_id if unit.parent_id in by_id else None
        found.setdefault((through or unit.unit_id, through is not None), []).append(unit)
    return [Receiver(tuple(members), by_id[key] if below else None) for (key, below), members in found.items()]


def may_get(edition: Edition, unit: Unit) -> bool:
    """Whether a unit gets letters: the office that writes them does not write to itself."""
    return unit.name != edition.catalog.rules.report_by


def office_of(unit: Unit) -> str:
    """Who answers for a unit: the department itself, the committee of a district or a commune."""
    return unit.name if unit.level == "department" else letter_words.COMMITTEE.format(name=inside(unit.name))


def listed_name(unit: Unit, districts: Mapping[str, str]) -> str:
    """A unit in a list: a commune with its district, since two districts have a ward of the same name."""
    district = districts.get(unit.parent_id or "", "")
    return letter_words.OF_DISTRICT.format(unit=unit.name, district=inside(district)) if district else office_of(unit)
