"""The lights of a week as this reader may see them: read once for all parts of a page, and for all filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from scorecard.lights.edition import Edition
from scorecard.lights.matrix import Rows
from scorecard.lights.overview import LOOK_BACK, figure_rows, group_rows, with_history
from scorecard.snapshots.index import Snapshot
from scorecard.ui.reader import session


def task_rows(edition: Edition) -> Rows:
    """The lights of all units on tasks, as of the edition's snapshot, followed through LOOK_BACK weeks."""
    read = edition.history[-LOOK_BACK:]
    key = ("task_lights", *(snapshot.hash for snapshot in read))
    run = session.warehouse().run
    return session.shared(
        key, lambda: run("task_lights", **with_history(read, "task_lights"), unit_id=None, task_no=None)
    )


def group_rows_of(snapshots: Sequence[Snapshot]) -> Rows:
    """The lights of every group, as of the last of the snapshots and followed through them; read once for all areas."""
    key = ("group_lights", *(snapshot.hash for snapshot in snapshots))
    return session.shared(key, lambda: group_rows(snapshots, session.warehouse().run))


def figures_of(edition: Edition, units: Sequence[str]) -> Rows:
    """The figures of these units; read once for all filters of all readers, since every choice would wait for them."""
    of_unit = session.shared(("overview_figures", edition.snapshot.hash), lambda: _figures_by_unit(edition))
    return [row for unit_id in sorted(units) for row in of_unit.get(unit_id, ())]


def own_row(
    edition: Edition, query: str, place: Mapping[str, object], most: int | None = None
) -> dict[str, Any] | None:
    """The light on the task itself with its weeks in status; looks at all weeks only where some are not enough.

    No more than `most` weeks are looked at, where it is given.
    """
    for weeks in (LOOK_BACK, most or len(edition.history)):
        looked_at = edition.history[-weeks:]
        rows = session.warehouse().run(query, **with_history(looked_at, query), **place)
        own = next((row for row in rows if row.get("indicator_id") is None), None)
        if own is None or own["weeks_in_status"] < len(looked_at):
            break
    return own


def _figures_by_unit(edition: Edition) -> dict[str, Rows]:
    rows = figure_rows(edition, session.warehouse().run)
    return {unit_id: tuple(own) for unit_id, own in groupby(rows, key=itemgetter("unit_id"))}
