"""Reads what is said of the time to come in a reason: the pace a week, and the forecast of the last six weeks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from scorecard.catalog import Indicator, Unit
from scorecard.lights.edition import Edition
from scorecard.lights.forecast import WEEKS
from scorecard.lights.outlook import outlook_of
from scorecard.snapshots.warehouse import files_of
from scorecard.text import outlook_words
from scorecard.ui.reader import session

Row = Mapping[str, Any]
Rows = Sequence[Row]
Ahead = Callable[[Row, Indicator], tuple[str, ...]]


def ahead_of_unit(edition: Edition, unit: Unit, rows: Rows) -> Ahead | None:
    """For the figures of a unit; None where the catalogue has no goal date."""
    if edition.catalog.rules.goal_date is None:
        return None
    # An earlier life of the code is another unit.
    recent = [item for item in edition.history[-WEEKS:] if item.cut_off_day >= unit.valid_from]
    wanted = [row["indicator_id"] for row in rows]
    run = session.warehouse().run
    return _notes(edition, run("unit_trend", files=files_of(recent, "lights"), units=[unit.unit_id], indicators=wanted))


def ahead_of_group(edition: Edition, rows: Rows) -> Ahead | None:
    """For the figures of a group; None where the catalogue has no goal date."""
    if edition.catalog.rules.goal_date is None:
        return None
    files, past = files_of(edition.history[-WEEKS:], "group_lights"), []
    for row in rows:
        wanted, run = row["indicator_id"], session.warehouse().run
        known = run("group_trend", files=files, groups=[row["group_id"]], indicator_id=wanted)
        past += [{**point, "indicator_id": wanted} for point in known]
    return _notes(edition, past)


def _notes(edition: Edition, past: Rows) -> Ahead:
    outlook = outlook_of(edition)

    def notes(row: Row, indicator: Indicator) -> tuple[str, ...]:
        if row["status"] not in ("red", "amber"):
            return ()
        own = [known for known in past if known["indicator_id"] == indicator.indicator_id]
        said = (outlook.pace(row, indicator), outlook.said(own, indicator, outlook_words.FORECAST_REASON))
        return tuple(note for note in said if note)

    return notes
