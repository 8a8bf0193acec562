"""What one address shows: the snapshot, the ones it is compared with, the catalogue and the units of that day."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from scorecard.address.address import Address
from scorecard.catalog import Catalog, Indicator, Task, Unit
from scorecard.catalog.scope import ALL, Scope
from scorecard.lights.figure_words import inside
from scorecard.lights.ground import NO_CHANGE, Ground, ground_between, weeks_of_one_definition
from scorecard.lights.ground_lines import GroundSaid, say_ground
from scorecard.lights.unit_blocks import UnitBlock, districts_of
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.text import interface_words


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
    catalog_of: Callable[[str], Catalog] | None = None

    @property
    def previous(self) -> Snapshot | None:
        """The published week before."""
        return self.history[-2] if len(self.history) > 1 else None

    @property
    def compared(self) -> Snapshot | None:
        """The week changes are counted from: the one the address names, else the published one before."""
        return self.index.current(self.address.against) if self.address.against else self.previous

    @cached_property
    def ground(self) -> Ground:
        """What the week is judged otherwise by than the published one before."""
        return self._ground_since(self.previous)

    @cached_property
    def ground_compared(self) -> Ground:
        """What the week is judged otherwise by than the one it is compared with."""
        return self._ground_since(self.compared) if self.address.against else self.ground

    def _ground_since(self, before: Snapshot | None) -> Ground:
        if before is None or self.catalog_of is None:
            return NO_CHANGE
        return ground_between(before, self.snapshot, self.catalog_of, self.units)

    def ground_said(self, units: Iterable[str], tasks: Iterable[int]) -> GroundSaid:
        """What changed since the week before, in words, for the units and tasks a page shows."""
        before = self.previous.week if self.previous else None
        return say_ground(self.ground, before, frozenset(units), frozenset(tasks))

    def of_one_definition(self, snapshots: Sequence[Snapshot], indicator: Indicator) -> Sequence[Snapshot]:
        """The last of some snapshots in which an indicator is what it is now: no line is drawn further back."""
        catalog_of = self.catalog_of
        return weeks_of_one_definition(snapshots, indicator, catalog_of) if catalog_of else snapshots

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
        named = self.address.named
        indicator = self.indicator(named.indicator or "")
        return self.task(named.tasks[0] if named.tasks else indicator.task_no if indicator else 0)

    def indicator(self, indicator_id: str) -> Indicator | None:
        """An indicator of the catalogue."""
        return next((item for item in self.catalog.indicators if item.indicator_id == indicator_id), None)


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
