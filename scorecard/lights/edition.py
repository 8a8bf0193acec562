"""What one address shows: the snapshot, the ones it is compared with, the catalogue and the units of that day."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from scorecard.address.address import OVERVIEW, Address
from scorecard.catalog import Catalog, Indicator, Task, Unit
from scorecard.catalog.scope import ALL, Scope
from scorecard.errors import SnapshotError, UsageError
from scorecard.lights.figure_words import inside
from scorecard.lights.unit_blocks import TASK, UnitBlock, build_blocks, districts_of
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.text import interface_words, revision_words


@dataclass(frozen=True)
class Edition:
    """A published week as an address asks for it. `history` ends with `snapshot`; before it, current revisions."""

    address: Address
    index: SnapshotIndex
    snapshot: Snapshot
    history: tuple[Snapshot, ...]
    catalog: Catalog
    units: tuple[Unit, ...]
    blocks: tuple[UnitBlock, ...]
    scope: Scope = ALL

    @property
    def previous(self) -> Snapshot | None:
        """The published week before."""
        return self.history[-2] if len(self.history) > 1 else None

    @property
    def compared(self) -> Snapshot | None:
        """The week changes are counted from: the one the address names, else the published one before."""
        return self.index.current(self.address.against) if self.address.against else self.previous

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks that count: those that occur in the letter."""
        return tuple(task for task in self.catalog.tasks if task.in_letter)

    @property
    def districts(self) -> list[Unit]:
        """The units that have an area of their own, in the catalogue's order."""
        return districts_of(self.units)

    @property
    def shown_ids(self) -> list[str]:
        """The units of the blocks shown."""
        return [unit.unit_id for block in self.blocks for unit in block.units]

    @property
    def newcomers(self) -> list[Unit]:
        """The units shown that were not there yet at the cut-off of the published week before; none without one."""
        day = self.previous.cut_off_day if self.previous else dt.date.max
        return [unit for block in self.blocks for unit in block.units if unit.valid_from > day]

    @property
    def anchored(self) -> Address:
        """The address with its week written out, so that a copied link still means this week later."""
        return self.address if self.address.week else dataclasses.replace(self.address, week=self.snapshot.week)

    def unit(self, unit_id: str) -> Unit | None:
        """A unit valid on the day of the cut-off."""
        return self._units_by_id.get(unit_id)

    @cached_property
    def _units_by_id(self) -> dict[str, Unit]:
        return {unit.unit_id: unit for unit in self.units}

    def task(self, task_no: int) -> Task | None:
        """A task of the letter."""
        return next((task for task in self.tasks if task.task_no == task_no), None)

    @property
    def asked_task(self) -> Task | None:
        """The task the address names: by its number, else by one of its indicators."""
        named = self.indicator(self.address.indicator or "")
        return self.task(self.address.task or (named.task_no if named else 0))

    def indicator(self, indicator_id: str) -> Indicator | None:
        """An indicator of the catalogue."""
        return next((item for item in self.catalog.indicators if item.indicator_id == indicator_id), None)


def open_edition(
    index: SnapshotIndex,
    address: Address,
    catalog_of: Callable[[str], Catalog],
    scope_of: Callable[[Catalog], Scope] = lambda _catalog: ALL,
) -> Edition:
    """What `address` asks for; raises a ScorecardError that says what is not there, and never shows something wider.

    `catalog_of` gives the catalogue of a rules_version as it was kept, `scope_of` what of it the reader may see:
    units outside of it are as if there were none.
    """
    current = index.weeks()
    if not current:
        raise SnapshotError(interface_words.EMPTY_HOME)
    snapshot = index.get(address.week or current[-1].week, address.revision)
    catalog = catalog_of(snapshot.manifest.rules_version)
    day = snapshot.cut_off_day
    scope = scope_of(catalog)
    units = scope.visible(catalog.units_on(day))
    history = tuple(index.history(snapshot))
    edition = Edition(address, index, snapshot, history, catalog, units, build_blocks(units, address), scope)
    _check_address(edition, day)
    return edition


def can_show(edition: Edition, address: Address) -> bool:
    """Whether everything another address names is there in the same week."""
    try:
        _check_address(dataclasses.replace(edition, address=address), edition.snapshot.cut_off_day)
        return bool(build_blocks(edition.units, address))
    except UsageError:
        return False


def _check_address(edition: Edition, day: dt.date) -> None:
    address = edition.address
    asked = address.asked
    of_light, _, light_task = (address.light or "").partition(":")
    for unit_id in (address.unit, asked.unit, of_light, *address.chosen):
        if unit_id and edition.unit(unit_id) is None:
            raise UsageError(interface_words.NO_UNIT.format(found=unit_id, date=f"{day:%d/%m/%Y}"))
    for task_no in (address.task, asked.task, int(light_task or 0)):
        if task_no and edition.task(task_no) is None:
            raise UsageError(interface_words.NO_TASK.format(found=task_no))
    if asked.group and (group_name(edition, asked.group) is None or not asked.task):
        raise UsageError(interface_words.NO_GROUP.format(found=asked.group))
    if address.group and address.page == TASK:
        raise UsageError(interface_words.GROUP_OF_TASK.format(found=address.group))
    if address.district and address.district not in {unit.unit_id for unit in edition.districts}:
        raise UsageError(interface_words.NO_DISTRICT.format(found=address.district, date=f"{day:%d/%m/%Y}"))
    _check_indicator(edition, address)
    if address.against and edition.index.current(address.against).week >= edition.snapshot.week:
        raise UsageError(revision_words.BAD_AGAINST.format(found=address.against, week=edition.snapshot.week))


def _check_indicator(edition: Edition, address: Address) -> None:
    """An indicator there is, and of the task the page is about where one is named."""
    if not address.indicator:
        return
    indicator = edition.indicator(address.indicator)
    if indicator is None:
        raise UsageError(interface_words.NO_INDICATOR.format(found=address.indicator))
    if address.page != OVERVIEW and address.task not in (None, indicator.task_no):
        raise UsageError(
            interface_words.OTHER_TASK.format(found=address.indicator, own=indicator.task_no, task=address.task)
        )


def group_name(edition: Edition, group_id: str) -> str | None:
    """A group in words; None for one that does not exist."""
    kind, _, member = group_id.partition(":")
    if not edition.scope.sees_group(group_id):
        return None
    if kind in ("area", "communes"):
        unit = edition.unit(member)
        return (
            interface_words.GROUP_NAMES[kind].format(name=inside(unit.name))
            if unit and unit.level == "district"
            else None
        )
    return interface_words.GROUP_NAMES.get(group_id)
