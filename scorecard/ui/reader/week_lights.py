"""The lights of a week as this reader may see them: read once for all parts of a page, and for all filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from scorecard.catalog import Indicator
from scorecard.lights.edition import Edition
from scorecard.lights.overview import LOOK_BACK, figure_rows, group_rows, with_history
from scorecard.lights.rows import GroupLight, IndicatorLight, OverviewFigure, TaskLight, UnitLight
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of
from scorecard.ui.reader import session

Followed = TypeVar("Followed", TaskLight, GroupLight)


def task_rows(edition: Edition) -> Sequence[TaskLight]:
    """The lights of all units on tasks, as of the edition's snapshot, followed through LOOK_BACK weeks.

    One that changed for the rule's sake has no status before.
    """
    return edition.ground.without_rule_changes(task_rows_through(edition.history[-LOOK_BACK:]))


def task_rows_through(snapshots: Sequence[Snapshot]) -> Sequence[TaskLight]:
    """The lights of all units on tasks, as of the last of the snapshots and followed through them."""
    key = ("task_lights", *(snapshot.hash for snapshot in snapshots))
    run = session.warehouse().run
    return session.shared(
        key, lambda: run(TaskLight, **with_history(snapshots, "task_lights"), unit_id=None, task_no=None)
    )


def group_rows_of(snapshots: Sequence[Snapshot]) -> Sequence[GroupLight]:
    """The lights of every group, as of the last of the snapshots and followed through them; read once for all areas."""
    key = ("group_lights", *(snapshot.hash for snapshot in snapshots))
    return session.shared(key, lambda: group_rows(snapshots, session.warehouse().run))


def figures_of(edition: Edition, units: Sequence[str]) -> Sequence[OverviewFigure]:
    """The figures of these units; read once for all filters of all readers, since every choice would wait for them."""
    of_unit = session.shared(("overview_figures", edition.snapshot.hash), lambda: _figures_by_unit(edition))
    return [row for unit_id in sorted(units) for row in of_unit.get(unit_id, ())]


def unit_figures(edition: Edition, unit_id: str, task_no: int | None = None) -> list[UnitLight]:
    """The indicators of one unit with their sources; of one task, else of all."""
    files = {name: files_of([edition.snapshot], name) for name in ("lights", "observations")}
    return session.warehouse().run(UnitLight, **files, unit_id=unit_id, task_no=task_no)


def indicator_rows(snapshot: Snapshot, indicator: Indicator) -> dict[str, IndicatorLight]:
    """The lights of all units on one indicator, by unit."""
    files = files_of([snapshot], "lights")
    rows = session.warehouse().run(IndicatorLight, files=files, unit_id=None, task_no=indicator.task_no)
    return {row.unit_id: row for row in rows if row.indicator_id == indicator.indicator_id}


def light_of_unit(edition: Edition, unit_id: str, task_no: int) -> TaskLight | None:
    """The light of a unit on a task with its weeks in status; looks at all weeks only where some are not enough."""

    def read(looked_at: Sequence[Snapshot]) -> TaskLight | None:
        followed = with_history(looked_at, "task_lights")
        return next(iter(session.warehouse().run(TaskLight, **followed, unit_id=unit_id, task_no=task_no)), None)

    return _followed(edition, read)


def light_of_group(edition: Edition, group_id: str, task_no: int, most: int | None = None) -> GroupLight | None:
    """The light of a group on the task itself, in the same way; looks at no more than `most` weeks, where given."""

    def read(looked_at: Sequence[Snapshot]) -> GroupLight | None:
        followed = with_history(looked_at, "group_lights")
        rows = session.warehouse().run(GroupLight, **followed, group_id=group_id, task_no=task_no)
        return next((row for row in rows if row.indicator_id is None), None)

    return _followed(edition, read, most)


def _followed(
    edition: Edition, read: Callable[[Sequence[Snapshot]], Followed | None], most: int | None = None
) -> Followed | None:
    for weeks in (LOOK_BACK, most or len(edition.history)):
        looked_at = edition.history[-weeks:]
        own = read(looked_at)
        if own is None or own.weeks_in_status < len(looked_at):
            break
    return own


def _figures_by_unit(edition: Edition) -> Mapping[str, Sequence[OverviewFigure]]:
    rows = figure_rows(edition, session.warehouse().run)
    return {unit_id: tuple(own) for unit_id, own in groupby(rows, key=attrgetter("unit_id"))}
