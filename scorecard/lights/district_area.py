"""What the page of a district is about: the district, the task on the map, and the order of the communes."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.address.address import Address
from scorecard.address.queries import DistrictQuery, OverviewQuery
from scorecard.catalog import Indicator, Task, Unit
from scorecard.errors import UsageError
from scorecard.lights.edition import Edition
from scorecard.lights.rows import GroupLight, TaskLight
from scorecard.lights.status import CHASED, WORST_FIRST
from scorecard.lights.unit_blocks import UnitBlock, build_blocks, districts_of
from scorecard.text import district_page


@dataclass(frozen=True)
class Area:
    """A district with its members; `address` has the district and the task written out, and no reason open.

    `indicator` is the one the map is coloured by, None for the light of the task.
    """

    district: Unit
    blocks: tuple[UnitBlock, ...]
    task: Task
    indicator: Indicator | None
    address: Address
    group_rows: Sequence[GroupLight]

    @property
    def group_id(self) -> str:
        """The group whose row stands above the units."""
        return f"area:{self.district.unit_id}"

    @property
    def members(self) -> dict[str, Unit]:
        """The district's own office and its communes."""
        return {unit.unit_id: unit for block in self.blocks for unit in block.units}

    @property
    def own(self) -> GroupLight | None:
        """The light of the area on the task."""
        return next((row for row in self._of_task if row.indicator_id is None), None)

    @property
    def figures(self) -> list[GroupLight]:
        """The lights of the area on the indicators of the task, those that decided its light first."""
        own = self.own
        rows = [row for row in self._of_task if row.indicator_id]
        return sorted(rows, key=lambda row: own is None or row.status != own.status)

    @property
    def _of_task(self) -> list[GroupLight]:
        return [row for row in self.group_rows if row.task_no == self.task.task_no]


def chosen_district(edition: Edition) -> Unit:
    """The district of the address, else the first; raises UsageError where there is none that the reader sees."""
    if not edition.districts:
        hidden = districts_of(edition.catalog.units_on(edition.snapshot.cut_off_day))
        raise UsageError(district_page.NO_AREA_SEEN if hidden else district_page.NO_DISTRICTS)
    wanted = edition.address.of(DistrictQuery).district
    return next((unit for unit in edition.districts if unit.unit_id == wanted), edition.districts[0])


def build_area(
    edition: Edition, district: Unit, group_rows: Sequence[GroupLight], task_rows: Sequence[TaskLight]
) -> Area:
    """The area of a district, its communes in the order the address asks for."""
    asked = edition.address.of(DistrictQuery)
    indicator = edition.indicator(asked.indicator) if asked.indicator else None
    task = edition.asked_task or _worst_task(edition, group_rows)
    address = edition.anchored.without_reason().having(district=district.unit_id, task=task.task_no)
    own, *below = build_blocks(edition.units, Address(OverviewQuery(block=f"district:{district.unit_id}")))
    if not asked.order:
        below = [dataclasses.replace(block, units=worst_first(block.units, task_rows)) for block in below]
    return Area(district, (own, *below), task, indicator, address, group_rows)


def worst_first(units: Sequence[Unit], task_rows: Sequence[TaskLight]) -> tuple[Unit, ...]:
    """Most red first, then most amber, then most missing; the catalogue's order where these are equal."""
    counted = {unit.unit_id: dict.fromkeys(WORST_FIRST, 0) for unit in units}
    for row in task_rows:
        if row.unit_id in counted:
            counted[row.unit_id][row.status] += 1
    return tuple(sorted(units, key=lambda unit: tuple(-counted[unit.unit_id][status] for status in CHASED)))


def _worst_task(edition: Edition, group_rows: Sequence[GroupLight]) -> Task:
    """Where no task is asked for: the first with the area's worst light, so that the page opens on a problem."""
    statuses = {row.task_no: row.status for row in group_rows if row.indicator_id is None}
    ranked = {status: rank for rank, status in enumerate(WORST_FIRST)}
    ranks = {task_no: ranked[status] for task_no, status in statuses.items()}
    return min(edition.tasks, key=lambda task: ranks.get(task.task_no, len(ranked)))
