"""The week a page is compared with, the published one before or one the reader has chosen; and what was corrected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from scorecard.address.address import Address
from scorecard.format import number, week_label
from scorecard.lights.edition import Edition
from scorecard.lights.figure_words import inside
from scorecard.lights.light_changes import build_changes
from scorecard.lights.revision_words import week_said
from scorecard.lights.rows import CorrectedWeek, LightChange, TaskLight
from scorecard.lights.task_view import Change
from scorecard.lights.week_options import week_options
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of
from scorecard.text import revision_words, task_page
from scorecard.ui.drawing.choices import Changes, WeekChoices
from scorecard.ui.reader import session
from scorecard.ui.reader.week_lights import task_rows, task_rows_through
from scorecard.weeks import ReportWeek


def week_choices(edition: Edition) -> WeekChoices:
    """What the list of weeks to compare with shows: the published week before, and every one before that."""
    earlier = [snapshot for snapshot in edition.index.weeks() if snapshot.week < edition.snapshot.week]
    previous = (
        revision_words.AGAINST_PREVIOUS.format(week=f"{earlier[-1].week.number}/{earlier[-1].week.year}")
        if earlier
        else ""
    )
    against = edition.address.against
    return WeekChoices(week_options(earlier[:-1], against), previous, str(against or ""))


def since(edition: Edition) -> str:
    """The chosen week inside of a sentence; empty where it is the published week before."""
    return inside(week_label(edition.address.against)) if edition.address.against else ""


def compared_task_rows(edition: Edition) -> Sequence[TaskLight]:
    """The lights of all units on tasks; their previous status is that of the compared week."""
    if not edition.address.against:
        return task_rows(edition)
    return edition.ground_compared.without_rule_changes(task_rows_through(compared_pair(edition)))


def compared_pair(edition: Edition) -> list[Snapshot]:
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
) -> Changes:
    """What changed since the compared week: a title, a note that names it, and the lights, the worst first.

    Only of the units in `names`, and by these, after those of `groups`. `rest` are those after the first `most`.
    """
    chosen = since(edition)
    title = revision_words.CHANGES_SINCE.format(week=chosen) if chosen else revision_words.CHANGES
    compared = edition.compared
    if compared is None:
        return Changes(title, task_page.NO_BEFORE, compared=False)
    rows = session.warehouse().run(
        LightChange,
        lights_before=files_of([compared], "lights"),
        lights_now=files_of([edition.snapshot], "lights"),
        unit_id=unit_id,
        task_no=task_no,
        lower_is_better=[item.indicator_id for item in edition.catalog.indicators if item.direction == "lower"],
        **ground_params(edition),
    )
    # An earlier life of a code is another unit: nothing of it can have changed.
    day = compared.cut_off_day
    alive = {unit_id: names[unit_id] for unit_id in names if lived(edition, unit_id, day)}
    changes = (*groups, *build_changes(edition.catalog, address, rows, alive))
    shown, rest = changes[:most], changes[most:] if most else ()
    note = task_page.COMPARED.format(week=week_said(edition.index, compared))
    more = task_page.MORE_CHANGES.format(count=number(len(rest)))
    return Changes(title, note, compared=True, rows=shown, rest=rest, more=more)


def ground_params(edition: Edition) -> dict[str, object]:
    """What `light_changes` has to know of the rule of the compared week."""
    ground = edition.ground_compared
    keys, statuses = ground.otherwise("unit")
    return {
        "by_rule": keys,
        "statuses_before_rule": statuses,
        "redefined": sorted(ground.redefined),
    }


def read_corrected(
    edition: Edition, drawn: Iterable[Snapshot], units: Sequence[str], indicator_id: str | None = None
) -> str:
    """Names the drawn weeks in which a figure of these units is not the one first published; empty without any."""
    revised = {snapshot.week: snapshot.revision for snapshot in drawn if snapshot.revision > 1}
    if not revised:
        return ""
    read = [snapshot for snapshot in edition.index.all if snapshot.revision <= revised.get(snapshot.week, 0)]
    known = [unit for unit_id in units if (unit := edition.unit(unit_id))]
    rows = session.warehouse().run(
        CorrectedWeek,
        files=files_of(read, "lights"),
        cut_off_days=[snapshot.cut_off_day for snapshot in read],
        units=[unit.unit_id for unit in known],
        alive_from=[unit.valid_from for unit in known],
        indicator_id=indicator_id,
    )
    weeks = [f"{week.number}/{week.year}" for week in (ReportWeek.parse(row.week) for row in rows)]
    return revision_words.CORRECTED_WEEKS.format(weeks=", ".join(weeks)) if weeks else ""
