"""What one address shows: the snapshot, the ones it is compared with, the catalogue and the units of that day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from scorecard.catalog import Catalog, Task, Unit
from scorecard.errors import SnapshotError, UsageError
from scorecard.snapshots import Snapshot, SnapshotIndex
from scorecard.text import ui as words
from scorecard.ui import session
from scorecard.ui.address import Address
from scorecard.ui.blocks import UnitBlock, build_blocks
from scorecard.ui.printed import inside


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

    @property
    def previous(self) -> Snapshot | None:
        """The published week before."""
        return self.history[-2] if len(self.history) > 1 else None

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks that count: those that occur in the letter."""
        return tuple(task for task in self.catalog.tasks if task.in_letter)

    @property
    def shown_ids(self) -> list[str]:
        """The units of the blocks shown."""
        return [unit.unit_id for block in self.blocks for unit in block.units]

    @property
    def anchored(self) -> Address:
        """The address with its week written out, so that a copied link still means this week later."""
        return self.address if self.address.week else Address(**{**vars(self.address), "week": self.snapshot.week})

    def unit(self, unit_id: str) -> Unit | None:
        """A unit valid on the day of the cut-off."""
        return next((unit for unit in self.units if unit.unit_id == unit_id), None)

    def task(self, task_no: int) -> Task | None:
        """A task of the letter."""
        return next((task for task in self.tasks if task.task_no == task_no), None)


def open_edition(index: SnapshotIndex, address: Address) -> Edition:
    """What `address` asks for; raises a ScorecardError that says what is not there, and never shows something wider."""
    current = index.weeks()
    if not current:
        raise SnapshotError(words.EMPTY_HOME)
    snapshot = index.get(address.week or current[-1].week, address.revision)
    catalog = session.catalog_of(snapshot.manifest.rules_version)
    day = snapshot.cut_off_day
    units = catalog.units_on(day)
    history = tuple(index.history(snapshot))
    edition = Edition(address, index, snapshot, history, catalog, units, build_blocks(units, address))
    _check_reason(edition, day)
    return edition


def _check_reason(edition: Edition, day: dt.date) -> None:
    address = edition.address
    if address.unit and edition.unit(address.unit) is None:
        raise UsageError(words.NO_UNIT.format(found=address.unit, date=f"{day:%d/%m/%Y}"))
    if address.task and edition.task(address.task) is None:
        raise UsageError(words.NO_TASK.format(found=address.task))
    if address.group and (group_name(edition, address.group) is None or not address.task):
        raise UsageError(words.NO_GROUP.format(found=address.group))


def group_name(edition: Edition, group_id: str) -> str | None:
    """A group in words; None for one that does not exist."""
    kind, _, member = group_id.partition(":")
    if kind in ("area", "communes"):
        unit = edition.unit(member)
        return words.GROUP_NAMES[kind].format(name=inside(unit.name)) if unit else None
    return words.GROUP_NAMES.get(group_id)
