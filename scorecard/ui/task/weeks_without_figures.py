"""For how many published weeks the units without a figure have had none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorecard.catalog import Indicator, Unit
from scorecard.lights.edition import Edition
from scorecard.lights.overview import LOOK_BACK
from scorecard.lights.rows import Judged, UnitTrend
from scorecard.lights.status import UNKNOWN, Status
from scorecard.snapshots.warehouse import files_of
from scorecard.text import task_page
from scorecard.ui.reader import session


def read_gaps(
    edition: Edition,
    indicator: Indicator,
    now: Mapping[str, Judged],
    units: Mapping[str, Unit],
    names: Mapping[str, str],
) -> dict[str, str]:
    """The names of the units without a current figure, each with the weeks in a row it has had none."""
    without = [unit_id for unit_id in units if unit_id in now and now[unit_id].status in UNKNOWN]
    if not without:
        return {}
    recent = edition.of_one_definition(edition.history[-LOOK_BACK:], indicator)
    files = files_of(recent, "lights")
    rows = session.warehouse().run(UnitTrend, files=files, units=without, indicators=[indicator.indicator_id])
    statuses = {(row.unit_id, row.week): row.status for row in rows}
    found = {}
    for unit_id in without:
        # An earlier life of the code is another unit.
        weeks = [str(item.week) for item in reversed(recent) if item.cut_off_day >= units[unit_id].valid_from]
        count = weeks_without([statuses.get((unit_id, week)) for week in weeks])
        pattern = task_page.GAP_LEAST if count == len(recent) < len(edition.history) else task_page.GAP
        found[unit_id] = pattern.format(unit=names[unit_id], weeks=count)
    return found


def weeks_without(statuses: Sequence[Status | None]) -> int:
    """How many of the statuses, newest first, stand before the first that has a figure; no row at all ends them."""
    return next((place for place, status in enumerate(statuses) if status not in UNKNOWN), len(statuses))
