"""Which units a filter shows, in which order and under which headings; works for any levels a catalogue has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from scorecard.address.address import OVERVIEW, Address
from scorecard.address.query import ALL
from scorecard.catalog import LEVELS, Unit
from scorecard.errors import UsageError
from scorecard.text import interface_words, task_page

_NAME_LENGTH = 27
TASK = "task"


@dataclass(frozen=True)
class UnitBlock:
    """Units under one heading; `group_id` is the group whose own row stands above them."""

    title: str
    units: tuple[Unit, ...]
    group_id: str | None = None


@dataclass(frozen=True)
class Option:
    """One line of a selection list."""

    value: str
    name: str


@dataclass(frozen=True)
class OptionGroup:
    """Lines of a selection list under a heading; no heading where `title` is empty."""

    title: str
    options: tuple[Option, ...]


def build_blocks(units: Sequence[Unit], address: Address) -> tuple[UnitBlock, ...]:
    """The units `address.query.block` names among those of one day; raises UsageError for a block that is not there.

    A level is those of its units that lie in no district; on the page of a task, where units are held against their
    like, every unit of it.
    """
    if address.query.block == ALL:
        return _head_blocks(units)
    if address.page == TASK and address.query.block in _levels(units):
        return (UnitBlock(interface_words.LEVELS[address.query.block], _of_level(units, address.query.block)),)
    if address.query.block in _head_levels(units):
        return (UnitBlock(interface_words.LEVELS[address.query.block], _heads(units, address.query.block)),)
    for unit in districts_of(units):
        if address.query.block == f"district:{unit.unit_id}":
            return _area_blocks(units, unit)
    raise UsageError(interface_words.BAD_BLOCK.format(found=address.query.block))


def ranked_of_all(units: Sequence[Unit], applies: Callable[[Unit], bool]) -> tuple[UnitBlock, ...]:
    """Whom the page of a task ranks where everybody is asked for: those that lie in no district.

    Where what is ranked applies to none of them, it is everybody it does apply to, by level.
    """
    heads = _head_blocks(units)
    if any(applies(unit) for block in heads for unit in block.units):
        return heads
    return _level_blocks([unit for unit in units if applies(unit)]) or heads


def block_options(
    units: Sequence[Unit], page: str = OVERVIEW, ranked: Sequence[UnitBlock] = ()
) -> tuple[OptionGroup, ...]:
    """Everything the block filter of a page can be set to on this day; `ranked` are those of `ranked_of_all`."""
    levels = _levels(units) if page == TASK else _head_levels(units)
    general = [
        Option(ALL, _all_name(units, ranked or _head_blocks(units)) if page == TASK else interface_words.BLOCK_ALL)
    ]
    if len(levels) > 1:
        general += [Option(level, interface_words.LEVELS[level]) for level in levels]
    districts = tuple(Option(f"district:{unit.unit_id}", unit.name) for unit in districts_of(units))
    areas = (OptionGroup(interface_words.BLOCK_ONE_AREA, districts),) if districts else ()
    return (OptionGroup("", tuple(general)), *areas)


def row_name(unit: Unit) -> str:
    """The full name where it fits a row of the matrix, else the short one."""
    return unit.name if len(unit.name) <= _NAME_LENGTH else unit.label


def full_names(units: Iterable[Unit]) -> dict[str, str]:
    """The units by their names; a commune together with its district where that is among them: names occur twice."""
    known = {unit.unit_id: unit for unit in units}
    return {unit_id: labelled(unit, known.get(unit.parent_id or "")) for unit_id, unit in known.items()}


def labelled(unit: Unit, parent: Unit | None) -> str:
    """The name of a unit, a commune's with its district."""
    return f"{row_name(unit)} ({parent.label})" if parent and unit.level == "commune" else row_name(unit)


def _all_name(units: Sequence[Unit], ranked: Iterable[UnitBlock]) -> str:
    """What no choice shows: everybody, or the figure of everybody and the order of those that are ranked then."""
    if all(unit.parent_id is None for unit in units):
        return interface_words.BLOCK_ALL
    there = dict.fromkeys(unit.level for block in ranked for unit in block.units)
    levels = task_page.AND.join(interface_words.SHORT_LEVELS[level] for level in there)
    return task_page.BLOCK_RANKED.format(group=interface_words.GROUP_NAMES["province"], levels=levels)


def _area_blocks(units: Sequence[Unit], district: Unit) -> tuple[UnitBlock, ...]:
    members = tuple(unit for unit in units if unit.parent_id == district.unit_id)
    own = UnitBlock(district.name, (district,), f"area:{district.unit_id}")
    return (own, *_level_blocks(members))


def _head_blocks(units: Sequence[Unit]) -> tuple[UnitBlock, ...]:
    return tuple(UnitBlock(interface_words.LEVELS[level], _heads(units, level)) for level in _head_levels(units))


def _level_blocks(units: Sequence[Unit]) -> tuple[UnitBlock, ...]:
    return tuple(UnitBlock(interface_words.LEVELS[level], _of_level(units, level)) for level in _levels(units))


def _heads(units: Sequence[Unit], level: str) -> tuple[Unit, ...]:
    return tuple(unit for unit in units if unit.parent_id is None and unit.level == level)


def _head_levels(units: Sequence[Unit]) -> list[str]:
    return [level for level in LEVELS if _heads(units, level)]


def _of_level(units: Sequence[Unit], level: str) -> tuple[Unit, ...]:
    return tuple(unit for unit in units if unit.level == level)


def _levels(units: Sequence[Unit]) -> list[str]:
    return [level for level in LEVELS if _of_level(units, level)]


def districts_of(units: Sequence[Unit]) -> list[Unit]:
    """The units that have an area of their own: districts, and whatever is another unit's parent."""
    parents = {unit.parent_id for unit in units if unit.parent_id}
    return [unit for unit in units if unit.level == "district" or unit.unit_id in parents]
