"""From an address to the edition it asks for; what it names and is not there is refused."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable

from scorecard.address.address import Address
from scorecard.address.query import Named
from scorecard.catalog import Catalog
from scorecard.catalog.scope import ALL, Scope
from scorecard.errors import SnapshotError, UsageError
from scorecard.lights.edition import Edition, group_name
from scorecard.lights.unit_blocks import TASK, build_blocks
from scorecard.snapshots.index import SnapshotIndex
from scorecard.text import interface_words, revision_words


def open_edition(
    index: SnapshotIndex,
    address: Address,
    catalog_of: Callable[[str], Catalog],
    scope_of: Callable[[Catalog, dt.date], Scope] = lambda _catalog, _day: ALL,
) -> Edition:
    """What `address` asks for; raises a ScorecardError that says what is not there, and never shows something wider.

    `catalog_of` gives the catalogue of a rules_version as it was kept, `scope_of` what of it the reader may see
    on the day of the cut-off:
    units outside of it are as if there were none.
    """
    current = index.weeks()
    if not current:
        raise SnapshotError(interface_words.EMPTY_HOME)
    snapshot = index.get(address.week or current[-1].week, address.revision)
    catalog = catalog_of(snapshot.manifest.rules_version)
    day = snapshot.cut_off_day
    scope = scope_of(catalog, day)
    units = scope.visible(catalog.units_on(day))
    history = tuple(index.history(snapshot))
    # Whoever reads an edition finds every indicator once, as it was on its day.
    blocks = build_blocks(units, address)
    edition = Edition(address, index, snapshot, history, catalog.on(day), units, blocks, scope, catalog_of)
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
    named = address.named
    for unit_id in (*named.units, asked.unit):
        if unit_id and edition.unit(unit_id) is None:
            raise UsageError(interface_words.NO_UNIT.format(found=unit_id, date=f"{day:%d/%m/%Y}"))
    for task_no in (*named.tasks, asked.task):
        if task_no and edition.task(task_no) is None:
            raise UsageError(interface_words.NO_TASK.format(found=task_no))
    if asked.group and (group_name(edition, asked.group) is None or not asked.task):
        raise UsageError(interface_words.NO_GROUP.format(found=asked.group))
    if named.group and address.page == TASK:
        raise UsageError(interface_words.GROUP_OF_TASK.format(found=named.group))
    if named.district and named.district not in {unit.unit_id for unit in edition.districts}:
        raise UsageError(interface_words.NO_DISTRICT.format(found=named.district, date=f"{day:%d/%m/%Y}"))
    _check_indicator(edition, named)
    if address.against and edition.index.current(address.against).week >= edition.snapshot.week:
        raise UsageError(revision_words.BAD_AGAINST.format(found=address.against, week=edition.snapshot.week))


def _check_indicator(edition: Edition, named: Named) -> None:
    """An indicator there is, and of the task the page is about where one is named."""
    if not named.indicator:
        return
    indicator = edition.indicator(named.indicator)
    if indicator is None:
        raise UsageError(interface_words.NO_INDICATOR.format(found=named.indicator))
    if named.tasks and indicator.task_no not in named.tasks:
        raise UsageError(
            interface_words.OTHER_TASK.format(found=named.indicator, own=indicator.task_no, task=named.tasks[0])
        )
