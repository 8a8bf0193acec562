"""The tabs, this week's news and the filters of the work list, and the ways out of an empty one; pure."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.address.address import NEWS, Address
from scorecard.catalog import LEVELS, Rung, Unit
from scorecard.errors import UsageError
from scorecard.follow_up.work_list.filters import Wanted, pick
from scorecard.follow_up.work_list.work_item import Chase
from scorecard.format import number
from scorecard.lights.edition import Edition
from scorecard.lights.unit_blocks import Option, OptionGroup
from scorecard.text import interface_words, work_list_words

_FILTERS = ("district", "task", "step", "unit", "block")


@dataclass(frozen=True)
class Way:
    """A link with its name; `count` is empty where nothing is counted."""

    name: str
    href: str
    count: str = ""
    current: bool = False
    alarming: bool = False


@dataclass(frozen=True)
class Filter:
    """A selection list whose name is a part of the address."""

    name: str
    label: str
    everything: str
    groups: tuple[OptionGroup, ...]
    chosen: str
    drops: str = ""


def wanted_of(address: Address) -> Wanted:
    """What an address lists: what falls short, unless it names another list or some news."""
    listed = "figures" if address.listed == "figures" else "" if address.news else "low"
    level = address.block if address.block in LEVELS else None
    return Wanted(listed, address.news, address.district, address.unit, address.task, address.step, level)


def refuse_unknown_step(edition: Edition) -> None:
    """Raises UsageError for a step that the ladder of this week does not have."""
    step = edition.address.step
    if step and step not in {rung.step for rung in edition.catalog.ladder}:
        raise UsageError(work_list_words.NO_STEP_FOUND.format(found=step))


def build_tabs(address: Address, chase: Chase, day: dt.date, decisions: int) -> tuple[Way, ...]:
    """The lists there are, each with its number under the filters that are set."""
    wanted = wanted_of(dataclasses.replace(address, news=""))
    counts = {
        "": len(pick(chase, dataclasses.replace(wanted, listed="low"), day)),
        "figures": len(pick(chase, dataclasses.replace(wanted, listed="figures"), day)),
        "decisions": decisions,
    }
    names = {"": work_list_words.LOW, "figures": work_list_words.FIGURES, "decisions": work_list_words.DECISIONS}
    plain = {"news": "", "rows": "", "light": None, "why": None}
    return tuple(
        Way(
            name,
            address.link(listed=listed, **plain),
            number(counts[listed]),
            current=address.listed == listed and not address.news,
        )
        for listed, name in names.items()
    )


def build_news(address: Address, chase: Chase, day: dt.date, names: Mapping[str, str]) -> tuple[Way, ...]:
    """The news of this week under their names, each as the list it opens; the one that is open closes it again."""
    ways: list[Way] = []
    for news in NEWS:
        wanted = dataclasses.replace(wanted_of(address), listed="", news=news)
        count, current = len(pick(chase, wanted, day)), address.news == news
        href = address.link(news="" if current else news, listed="", rows="", light=None, why=None)
        alarming = news == "unanswered" and count > 0
        ways.append(Way(names[news], href, number(count), current=current, alarming=alarming))
    return tuple(ways)


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
    one = OptionGroup
    every = (
        Filter(
            "district",
            work_list_words.DISTRICT,
            work_list_words.ALL_DISTRICTS,
            (one("", tuple(districts)),),
            address.district or "",
            "unit",
        ),
        Filter(
            "task", work_list_words.TASK, work_list_words.ALL_TASKS, (one("", tuple(tasks)),), str(address.task or "")
        ),
        Filter(
            "step", work_list_words.STEP, work_list_words.ALL_STEPS, (one("", tuple(steps)),), str(address.step or "")
        ),
        Filter("unit", work_list_words.UNIT, work_list_words.ALL_UNITS, _units(edition), address.unit or ""),
        *_level(address),
    )
    return tuple(item for item in every if sum(len(group.options) for group in item.groups) > 1 or item.chosen)


def _level(address: Address) -> tuple[Filter, ...]:
    """The level of the units, where the overview led here from one: it is shown so that it can be taken back."""
    if address.block not in LEVELS:
        return ()
    option = Option(address.block, interface_words.LEVELS[address.block])
    return (
        Filter(
            "block", work_list_words.LEVEL, work_list_words.ALL_LEVELS, (OptionGroup("", (option,)),), address.block
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
    area = edition.address.district
    units: list[Unit] = [unit for unit in edition.units if area in (None, unit.unit_id, unit.parent_id)]
    groups = ((level, [unit for unit in units if unit.level == level]) for level in LEVELS)
    return tuple(
        OptionGroup(interface_words.LEVELS[level], tuple(Option(unit.unit_id, unit.name) for unit in members))
        for level, members in groups
        if members
    )
