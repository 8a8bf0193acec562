"""The filters of the work list, and the ways out of an empty one; pure."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.address.address import Address
from scorecard.address.queries import FollowUpQuery
from scorecard.catalog import LEVELS, Rung, Unit
from scorecard.lights.edition import Edition
from scorecard.lights.unit_blocks import Option, OptionGroup
from scorecard.text import interface_words, work_list_words
from scorecard.ui.follow_up.work_lists import Way

_FILTERS = ("district", "task", "step", "unit", "block")


@dataclass(frozen=True)
class Filter:
    """A selection list whose name is a part of the address."""

    name: str
    label: str
    everything: str
    groups: tuple[OptionGroup, ...]
    chosen: str
    drops: str = ""


def build_filters(edition: Edition) -> tuple[Filter, ...]:
    """The selection lists; one without anything to choose from is left out."""
    address = edition.address
    tasks = [
        Option(str(t.task_no), work_list_words.TASK_OPTION.format(task=t.task_no, title=t.title)) for t in edition.tasks
    ]
    steps = [
        Option(str(step), work_list_words.STEP_NAME.format(step=step, name=name)) for step, name in _steps(edition)
    ]
    districts = [Option(unit.unit_id, unit.name) for unit in edition.districts]
    asked = address.of(FollowUpQuery)
    words = work_list_words
    every = (
        Filter(
            "district",
            words.DISTRICT,
            words.ALL_DISTRICTS,
            (OptionGroup("", tuple(districts)),),
            asked.district or "",
            "unit",
        ),
        Filter("task", words.TASK, words.ALL_TASKS, (OptionGroup("", tuple(tasks)),), str(asked.task or "")),
        Filter("step", words.STEP, words.ALL_STEPS, (OptionGroup("", tuple(steps)),), str(asked.step or "")),
        Filter("unit", words.UNIT, words.ALL_UNITS, _units(edition), asked.unit or ""),
        *_level(address),
    )
    return tuple(item for item in every if sum(len(group.options) for group in item.groups) > 1 or item.chosen)


def _level(address: Address) -> tuple[Filter, ...]:
    """The level of the units, where the overview led here from one: it is shown so that it can be taken back."""
    if address.query.block not in LEVELS:
        return ()
    option = Option(address.query.block, interface_words.LEVELS[address.query.block])
    return (
        Filter(
            "block",
            work_list_words.LEVEL,
            work_list_words.ALL_LEVELS,
            (OptionGroup("", (option,)),),
            address.query.block,
        ),
    )


def kept_fields(address: Address) -> dict[str, str]:
    """What a changed filter leaves as it is: the week and the list."""
    return {name: value for name, value in address.filters().items() if name in ("week", "revision", "listed", "news")}


def ways_out(edition: Edition) -> tuple[Way, ...]:
    """From an empty list to a wider one: without one of the filters, and without any."""
    address = edition.address.without_reason()
    names = {item.name: _chosen_name(item) for item in build_filters(edition) if item.chosen}
    ways = [Way(work_list_words.WITHOUT.format(filter=names[name]), address.link(**{name: None})) for name in names]
    if len(ways) > 1:
        ways.append(Way(work_list_words.WITHOUT_ALL, address.link(**dict.fromkeys(_FILTERS))))
    return tuple(ways)


def _chosen_name(item: Filter) -> str:
    options = [option for group in item.groups for option in group.options]
    return next((option.name for option in options if option.value == item.chosen), item.chosen)


def _steps(edition: Edition) -> list[tuple[int, str]]:
    rungs: tuple[Rung, ...] = edition.catalog.ladder
    return sorted({rung.step: rung.name for rung in rungs}.items())


def _units(edition: Edition) -> tuple[OptionGroup, ...]:
    """The units of the district that is chosen, else all, by level."""
    area = edition.address.of(FollowUpQuery).district
    units: list[Unit] = [unit for unit in edition.units if area in (None, unit.unit_id, unit.parent_id)]
    groups = ((level, [unit for unit in units if unit.level == level]) for level in LEVELS)
    return tuple(
        OptionGroup(interface_words.LEVELS[level], tuple(Option(unit.unit_id, unit.name) for unit in members))
        for level, members in groups
        if members
    )
