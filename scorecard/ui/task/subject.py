"""What the page of a task is about: the task, one of its indicators, a group, and the units the group consists of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scorecard.address.address import Address
from scorecard.address.queries import TaskQuery
from scorecard.address.query import ALL
from scorecard.catalog import Indicator, Task, Unit
from scorecard.lights.edition import Edition
from scorecard.lights.unit_blocks import UnitBlock, full_names, ranked_of_all, row_name


@dataclass(frozen=True)
class Subject:
    """`indicator` is the one that is ranked and drawn; `indicators` are all of the task, those that decide it first.

    `blocks` are the units that are ranked, `of_all` those that are where no filter is set. `members` are whoever the
    group consists of: of the province more than the ranking shows. `called` names every unit, `names` the members.
    """

    task: Task
    indicators: Sequence[Indicator]
    indicator: Indicator | None
    address: Address
    group: str
    of_all: Sequence[UnitBlock]
    blocks: Sequence[UnitBlock]
    members: Sequence[Unit]
    called: Mapping[str, str]

    @property
    def units(self) -> dict[str, Unit]:
        """The units that are ranked, by their code."""
        return {unit.unit_id: unit for block in self.blocks for unit in block.units}

    @property
    def names(self) -> dict[str, str]:
        """What the members are called, in their order."""
        return {unit.unit_id: self.called[unit.unit_id] for unit in self.members}


def subject_of(edition: Edition) -> Subject:
    """What the address asks for, with the task and its indicator written out."""
    task: Task = edition.asked_task or edition.tasks[0]
    mine = [item for item in edition.catalog.indicators if item.task_no == task.task_no]
    indicators = sorted(mine, key=lambda item: not item.core)
    named = next((item for item in mine if item.indicator_id == edition.address.of(TaskQuery).indicator), None)
    indicator = named or next(iter(indicators), None)
    block, every = edition.address.query.block, edition.units
    area = next((part.group_id for part in edition.blocks if part.group_id), None)
    of_all = ranked_of_all(every, lambda unit: indicator is not None and edition.catalog.applies(indicator, unit))
    blocks = of_all if block == ALL else edition.blocks
    return Subject(
        task=task,
        indicators=indicators,
        indicator=indicator,
        address=edition.anchored.without_reason().having(
            task=task.task_no,
            indicator=indicator.indicator_id if indicator else None,
        ),
        group=area or ("province" if block == ALL else f"level:{block}"),
        of_all=of_all,
        blocks=blocks,
        members=every if block == ALL else [unit for part in blocks for unit in part.units],
        called={unit.unit_id: row_name(unit) for unit in every} if area else full_names(every),
    )
