"""Reads the 26 weeks of one indicator: the group and the chosen units, with the forecast to the goal date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scorecard.address.queries import TaskQuery
from scorecard.address.query import ALL
from scorecard.catalog import Indicator, Unit
from scorecard.format import week_label
from scorecard.lights.edition import Edition, group_name
from scorecard.lights.figure_words import inside, number_of, value_of
from scorecard.lights.ground_lines import since_said
from scorecard.lights.group_lives import regrouped
from scorecard.lights.outlook import Outlook, outlook_of
from scorecard.lights.overview import LOOK_BACK
from scorecard.lights.rows import GroupTrend, UnitTrend
from scorecard.lights.status import UNKNOWN
from scorecard.lights.trend import Series, Trend, TrendBuilder
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of
from scorecard.text import outlook_words, task_page
from scorecard.ui.reader import session
from scorecard.ui.reader.compared_week import read_corrected
from scorecard.weeks import ReportWeek

Row = UnitTrend | GroupTrend
Rows = Sequence[Row]


@dataclass(frozen=True)
class TaskTrend:
    """The drawing (None where there is nothing to draw, `empty` says why), its title, what it says, what is below."""

    title: str
    drawing: Trend | None
    empty: str = ""
    alt: str = ""
    notes: tuple[str, ...] = ()


def read_trend(edition: Edition, indicator: Indicator | None, group: str, names: Mapping[str, str]) -> TaskTrend:
    """The trend of an indicator in a group and in the units the address has chosen, by their `names`."""
    if indicator is None:
        return TaskTrend("", None)
    title = task_page.TREND.format(weeks=LOOK_BACK, name=indicator.name, unit=indicator.unit or "%")
    last, outlook = edition.snapshot.week, outlook_of(edition)
    weeks = [last.plus(-back) for back in reversed(range(LOOK_BACK))]
    history = [item for item in edition.history if item.week >= weeks[0]]
    drawn_through = edition.of_one_definition(history, indicator)
    of_group, of_units = _rows(edition, drawn_through, indicator, group)
    name = group_name(edition, group) or group
    broken = regrouped(edition.history[-len(history) - 1 :], group, session.catalog_of) if of_group else []
    series = [_series(name, of_group, indicator, outlook, last, broken)] if of_group else []
    series += [_series(names[unit.unit_id], rows, indicator, outlook, last) for unit, rows in of_units]
    drawn_first = of_group or next((rows for _, rows in of_units), ())
    changed = [*rule_changes(by_week(drawn_first)), *broken]
    changed += [week for unit, _ in of_units if (week := ReportWeek.of(unit.valid_from)) in weeks]
    # Room for the time to come is made only where something stands in it.
    ahead = outlook.ahead if any(one.forecast is not None for one in series) else ()
    drawing = TrendBuilder(indicator, [*weeks, *ahead]).build(series, changed) if series else None
    owner = series[0].name if series else name  # whose thresholds the bands are
    empty = task_page.TREND_EMPTY if series else task_page.TREND_CHOOSE
    source = task_page.TREND_NOTE.format(group=owner, source=indicator.source_system or task_page.NO_SOURCE)
    breaks = ", ".join(f"{week.number}/{week.year}" for week in sorted(set(changed)))
    rule = task_page.TREND_RULE.format(weeks=breaks) if breaks else ""
    members = edition.shown_ids if edition.address.query.block != ALL else [unit.unit_id for unit in edition.units]
    drawn = {*(members if of_group else ()), *edition.address.of(TaskQuery).chosen}
    corrected = read_corrected(edition, history, sorted(drawn), indicator.indicator_id)
    said = outlook.said(_since(of_group, broken), indicator) if of_group else ""
    notes = (source, rule, since_said(drawn_through, history), corrected, said)
    return TaskTrend(title, drawing, empty, _alt(title, series, indicator), tuple(note for note in notes if note))


def by_week(rows: Rows) -> dict[ReportWeek, Row]:
    """Rows of one subject by their week."""
    return {ReportWeek.parse(row.week): row for row in rows}


def rule_changes(rows: Mapping[ReportWeek, Row]) -> list[ReportWeek]:
    """The weeks in which a subject had another target, or a group other members, than in the published week before.

    The target is that of the report: a week without any says nothing of it.
    """
    found, target, members = [], None, None
    for week in sorted(rows):
        row = rows[week]
        own = (row.green, row.amber, row.target_from) if row.as_of else target
        counted = row.members if isinstance(row, GroupTrend) else None
        if (target and own != target) or (members is not None and counted != members):
            found.append(week)
        target, members = own, counted
    return found


def _rows(
    edition: Edition, history: Sequence[Snapshot], indicator: Indicator, group: str
) -> tuple[Rows, list[tuple[Unit, Rows]]]:
    run, wanted = session.warehouse().run, indicator.indicator_id
    days = {str(item.week): item.cut_off_day for item in history}
    read = {"files": files_of(history, "group_lights"), "cut_off_days": list(days.values())}
    of_group = run(GroupTrend, **read, groups=[group], indicator_id=wanted)
    units = [unit for unit_id in edition.address.of(TaskQuery).chosen if (unit := edition.unit(unit_id))]
    ids = [unit.unit_id for unit in units]
    own = run(UnitTrend, files=files_of(history, "lights"), units=ids, indicators=[wanted]) if units else []
    # An earlier life of a code is another unit.
    return of_group, [
        (unit, [row for row in own if row.unit_id == unit.unit_id and days[row.week] >= unit.valid_from])
        for unit in units
    ]


def _series(
    name: str,
    rows: Rows,
    indicator: Indicator,
    outlook: Outlook,
    shown: ReportWeek,
    broken: Sequence[ReportWeek] = (),
) -> Series:
    known = [row for row in rows if row.status not in UNKNOWN and row.numerator is not None]
    value, last = outlook.forecast(_since(rows, broken), indicator), _last(known, indicator, shown)
    if value is not None:
        last = f"{last}, {outlook_words.SHORT_FORECAST.format(value=number_of(value, rows[-1:], indicator))}"
    return Series(name, by_week(rows), last, value, frozenset(broken))


def _since(rows: Rows, broken: Sequence[ReportWeek]) -> Rows:
    """The rows since the last week in which the subject became another."""
    return [row for row in rows if not broken or ReportWeek.parse(row.week) >= broken[-1]]


def _last(known: Rows, indicator: Indicator, shown: ReportWeek) -> str:
    """The newest value, with its week where that is not the one shown."""
    if not known:
        return task_page.NO_POINTS
    value, week = value_of(known[-1], indicator), ReportWeek.parse(known[-1].week)
    return value if week == shown else task_page.TREND_EARLIER.format(value=value, week=inside(week_label(week)))


def _alt(title: str, series: Sequence[Series], indicator: Indicator) -> str:
    lines = []
    for one in series:
        points = [task_page.TREND_POINT.format(week=week.number, value=value_of(row, indicator)) for week, row in
                  one.rows.items() if row.status not in UNKNOWN]  # fmt: skip
        lines.append(
            task_page.TREND_ALT.format(name=one.name, points=", ".join(points) or task_page.NO_POINTS, last=one.last)
        )
    return " ".join([f"{title}.", *lines])
