"""Reads what is said of the time to come in a reason: the pace a week, and the forecast of the last six weeks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from scorecard.catalog import Indicator, Unit
from scorecard.lights.edition import Edition
from scorecard.lights.forecast import WEEKS
from scorecard.lights.group_lives import unbroken
from scorecard.lights.outlook import outlook_of
from scorecard.lights.rows import GroupLight, GroupTrend, UnitLight, UnitTrend
from scorecard.lights.status import WANTING
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of
from scorecard.text import outlook_words
from scorecard.ui.reader import session

Ahead = Callable[[UnitLight | GroupLight, Indicator], tuple[str, ...]]
Past = Mapping[str, Sequence[UnitTrend | GroupTrend]]  # rows by indicator, by week


def ahead_of_unit(edition: Edition, unit: Unit, rows: Sequence[UnitLight]) -> Ahead | None:
    """For the figures of a unit; None where the catalogue has no goal date."""
    if edition.catalog.rules.goal_date is None:
        return None
    # An earlier life of the code is another unit.
    recent = [item for item in edition.history[-WEEKS:] if item.cut_off_day >= unit.valid_from]
    wanted = [row.indicator_id for row in rows]
    run = session.warehouse().run
    known = run(UnitTrend, files=files_of(recent, "lights"), units=[unit.unit_id], indicators=wanted)
    weeks = {name: _comparable(edition, recent, name) for name in wanted}
    past = {name: [row for row in known if row.indicator_id == name and row.week in weeks[name]] for name in wanted}
    return _notes(edition, past)


def ahead_of_group(edition: Edition, rows: Sequence[GroupLight]) -> Ahead | None:
    """For the figures of a group; None where the catalogue has no goal date."""
    if edition.catalog.rules.goal_date is None:
        return None
    run = session.warehouse().run
    past: dict[str, Sequence[GroupTrend]] = {}
    for row in rows:
        if name := row.indicator_id:
            recent = unbroken(edition.history[-WEEKS:], row.group_id, session.catalog_of)
            read = {"files": files_of(recent, "group_lights"), "cut_off_days": [one.cut_off_day for one in recent]}
            weeks = _comparable(edition, recent, name)
            found = run(GroupTrend, **read, groups=[row.group_id], indicator_id=name)
            past[name] = [one for one in found if one.week in weeks]
    return _notes(edition, past)


def _comparable(edition: Edition, recent: Sequence[Snapshot], indicator_id: str) -> set[str]:
    """The weeks in which an indicator is what it is now: a forecast draws no line through two definitions."""
    indicator = edition.indicator(indicator_id)
    return {str(one.week) for one in edition.of_one_definition(recent, indicator)} if indicator else set()


def _notes(edition: Edition, past: Past) -> Ahead:
    outlook = outlook_of(edition)

    def notes(row: UnitLight | GroupLight, indicator: Indicator) -> tuple[str, ...]:
        if row.status not in WANTING:
            return ()
        own = past.get(indicator.indicator_id, ())
        said = (outlook.pace(row, indicator), outlook.said(own, indicator, outlook_words.FORECAST_REASON))
        return tuple(note for note in said if note)

    return notes
