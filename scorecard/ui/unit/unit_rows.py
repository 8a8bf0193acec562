"""What is read of one unit: its lights, its figures, those of its peers, and the weeks before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scorecard.catalog import Unit
from scorecard.lights.edition import Edition
from scorecard.lights.outlook import Outlook, outlook_of
from scorecard.lights.overview import LOOK_BACK, with_history
from scorecard.lights.rows import PeerValue, TaskLight, UnitLight, UnitTrend
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of
from scorecard.ui.reader import session
from scorecard.ui.reader.week_lights import unit_figures
from scorecard.weeks import ReportWeek

_FEWEST_PEERS = 4


@dataclass(frozen=True)
class UnitRows:
    """Task lights, figures, values of peers by indicator, and rows by indicator and week.

    `day` is that of the cut-off.
    """

    unit: Unit
    day: dt.date
    lights: Sequence[TaskLight]
    figures: Sequence[UnitLight]
    peers: Mapping[str, PeerValue]
    history: Mapping[str, Mapping[ReportWeek, UnitTrend]]
    weeks: Sequence[ReportWeek]
    uncertain_from: int
    outlook: Outlook
    may_open_tasks: bool


def read_rows(edition: Edition, unit: Unit) -> UnitRows:
    """Everything the page of a unit shows, as far as the reader may see it."""
    followed = with_history(edition.history[-LOOK_BACK:], "task_lights")
    own = session.warehouse().run(TaskLight, **followed, unit_id=unit.unit_id, task_no=None)
    figures = unit_figures(edition, unit.unit_id)
    return UnitRows(
        unit=unit,
        day=edition.snapshot.cut_off_day,
        lights=edition.ground.without_rule_changes(own),
        figures=figures,
        peers=_peers(edition, unit),
        history=_weeks_before(edition, unit, [figure.indicator_id for figure in figures]),
        weeks=[edition.snapshot.week.plus(-back) for back in reversed(range(LOOK_BACK))],
        outlook=outlook_of(edition),
        may_open_tasks=edition.scope.units is None,
        uncertain_from=LOOK_BACK if len(edition.history) > LOOK_BACK else LOOK_BACK + 1,
    )


def _peers(edition: Edition, unit: Unit) -> dict[str, PeerValue]:
    """Peers stay without names: the median and the best of them are everybody's to see."""
    there = edition.catalog.units_on(edition.snapshot.cut_off_day)
    peers = [other.unit_id for other in there if other.level == unit.level]
    values = session.warehouse().run(PeerValue, files=files_of([edition.snapshot], "lights"), units=peers)
    return {row.indicator_id: row for row in values if _says_nobody(edition, row)}


def _says_nobody(edition: Edition, row: PeerValue) -> bool:
    """Whether median and best of peers leave open whose they are, for a reader who may not see the peers."""
    return edition.scope.units is None or row.units_with_value >= _FEWEST_PEERS


def _weeks_before(
    edition: Edition, unit: Unit, indicators: Sequence[str]
) -> Mapping[str, Mapping[ReportWeek, UnitTrend]]:
    # An earlier life of the code is another unit.
    alive = [snapshot for snapshot in edition.history[-LOOK_BACK:] if snapshot.cut_off_day >= unit.valid_from]
    files = files_of(alive, "lights")
    rows = session.warehouse().run(UnitTrend, files=files, units=[unit.unit_id], indicators=indicators)
    found: dict[str, dict[ReportWeek, UnitTrend]] = {}
    for row in rows:
        found.setdefault(row.indicator_id, {})[ReportWeek.parse(row.week)] = row
    return {name: _of_one_definition(edition, alive, name, own) for name, own in found.items()}


def _of_one_definition(
    edition: Edition, alive: Sequence[Snapshot], indicator_id: str, rows: Mapping[ReportWeek, UnitTrend]
) -> Mapping[ReportWeek, UnitTrend]:
    """The weeks in which the indicator is what it is now: a line breaks where it was something else."""
    indicator = edition.indicator(indicator_id)
    weeks = {one.week for one in edition.of_one_definition(alive, indicator)} if indicator else set()
    return {week: row for week, row in rows.items() if week in weeks}
