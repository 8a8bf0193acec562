"""The week a page is compared with: the published one before, or an earlier one the reader has chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from scorecard.address.address import Address
from scorecard.format import number, week_label
from scorecard.lights.edition import Edition
from scorecard.lights.figure_words import inside
from scorecard.lights.light_changes import build_changes
from scorecard.lights.matrix import Rows
from scorecard.lights.overview import with_history
from scorecard.lights.revision_words import week_said
from scorecard.lights.task_view import Change
from scorecard.lights.week_options import week_options
from scorecard.snapshots.warehouse import files_of
from scorecard.text import revision_words, task_page
from scorecard.ui.reader import session
from scorecard.ui.reader.week_lights import task_rows


def against_choices(edition: Edition) -> dict[str, Any]:
    """What the list of weeks to compare with shows: the published week before, and every one before that."""
    earlier = [snapshot for snapshot in edition.index.weeks() if snapshot.week < edition.snapshot.week]
    previous = (
        revision_words.AGAINST_PREVIOUS.format(week=f"{earlier[-1].week.number}/{earlier[-1].week.year}")
        if earlier
        else ""
    )
    return {
        "weeks": week_options(earlier[:-1], edition.address.against),
        "previous": previous,
        "against": str(edition.address.against or ""),
    }


def since(edition: Edition) -> str:
    """The chosen week inside of a sentence; empty where it is the published week before."""
    return inside(week_label(edition.address.against)) if edition.address.against else ""


def compared_task_rows(edition: Edition) -> Rows:
    """The lights of all units on tasks; their previous status is that of the compared week."""
    if not edition.address.against:
        return task_rows(edition)
    two = compared_pair(edition)
    run = session.warehouse().run
    key = ("task_lights", *(snapshot.hash for snapshot in two))
    return session.shared(
        key, lambda: run("task_lights", **with_history(two, "task_lights"), unit_id=None, task_no=None)
    )


def compared_pair(edition: Edition) -> list[Any]:
    """The compared snapshot, if there is one, and the one that is shown."""
    return [snapshot for snapshot in (edition.compared, edition.snapshot) if snapshot]


def lived(edition: Edition, unit_id: str, day: dt.date) -> bool:
    """Whether the unit of today was there on an earlier day; an earlier life of its code is another unit."""
    unit = edition.unit(unit_id)
    return unit is not None and unit.valid_from <= day


def read_changes(
    edition: Edition,
    address: Address,
    names: Mapping[str, str],
    *,
    unit_id: str | None = None,
    task_no: int | None = None,
    most: int | None = None,
    groups: Sequence[Change] = (),
) -> SimpleNamespace:
    """What changed since the compared week: a title, a note that names it, and the lights, the worst first.

    Only of the units in `names`, and by these, after those of `groups`. `rest` are those after the first `most`,
    under the words `more`; `compared` is false where there is no week to compare with.
    """
    chosen = since(edition)
    title = revision_words.CHANGES_SINCE.format(week=chosen) if chosen else revision_words.CHANGES
    compared = edition.compared
    if compared is None:
        return SimpleNamespace(title=title, note=task_page.NO_BEFORE, compared=False, rows=(), rest=(), more="")
    rows = session.warehouse().run(
        "light_changes",
        lights_before=files_of([compared], "lights"),
        lights_now=files_of([edition.snapshot], "lights"),
        unit_id=unit_id,
        task_no=task_no,
        lower_is_better=[item.indicator_id for item in edition.catalog.indicators if item.direction == "lower"],
    )
    # An earlier life of a code is another unit: nothing of it can have changed.
    day = compared.cut_off_day
    alive = {unit_id: names[unit_id] for unit_id in names if lived(edition, unit_id, day)}
    changes = (*groups, *build_changes(edition.catalog, address, rows, alive))
    shown, rest = changes[:most], changes[most:] if most else ()
    note = task_page.COMPARED.format(week=week_said(edition.index, compared))
    more = task_page.MORE_CHANGES.format(count=number(len(rest)))
    return SimpleNamespace(title=title, note=note, compared=True, rows=shown, rest=rest, more=more)
