"""The units to choose from, where the address names none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.address.address import Address
from scorecard.catalog import Unit
from scorecard.lights.unit_blocks import districts_of, row_name
from scorecard.text import interface_words


@dataclass(frozen=True)
class Choice:
    """A unit to choose."""

    name: str
    href: str


@dataclass(frozen=True)
class ChoiceBlock:
    """Units to choose under one heading."""

    title: str
    choices: tuple[Choice, ...]


def build_choices(units: Sequence[Unit], address: Address) -> tuple[ChoiceBlock, ...]:
    """Every unit: departments and districts by level, communes under their district."""
    heads = [unit for unit in units if unit.parent_id is None]
    levels = dict.fromkeys(unit.level for unit in heads)
    blocks = [(interface_words.LEVELS[level], [unit for unit in heads if unit.level == level]) for level in levels]
    blocks += [(part.name, [unit for unit in units if unit.parent_id == part.unit_id]) for part in districts_of(units)]
    return tuple(
        ChoiceBlock(title, tuple(Choice(row_name(unit), address.link(unit=unit.unit_id)) for unit in members))
        for title, members in blocks
        if members
    )
