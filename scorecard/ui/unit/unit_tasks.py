"""From the rows of one unit to its tasks and figures; pure, computes no colour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from scorecard.address.address import Address
from scorecard.catalog import Catalog, Indicator, Target, Task, Unit, target_in_force
from scorecard.format import date_vi
from scorecard.lights.figure_words import evidence_of, fraction_of, needed_text, number_of, threshold_of, value_of
from scorecard.lights.outlook import Outlook
from scorecard.lights.trend import Series, Size, TrendBuilder
from scorecard.lights.unit_blocks import districts_of, row_name
from scorecard.text import interface_words, outlook_words, unit_page
from scorecard.ui.unit.unit_view import Choice, ChoiceBlock, Figure, TaskRows
from scorecard.weeks import ReportWeek

Row = Mapping[str, Any]
SPARK = Size(width=120, height=26, left=2, right=4, top=3, bottom=3)


@dataclass(frozen=True)
class UnitRows:
    """What was read of one unit: task lights, figures, values of peers by indicator, and rows by indicator and week.

    `day` is that of the cut-off.
    """

    unit: Unit
    day: dt.date
    lights: Sequence[Row]
    figures: Sequence[Row]
    peers: Mapping[str, Row]
    history: Mapping[str, Mapping[ReportWeek, Row]]
    weeks: Sequence[ReportWeek]
    uncertain_from: int
    outlook: Outlook
    may_open_tasks: bool


@dataclass(frozen=True)
class UnitFigures:
    """What the page shows of one unit whatever its links lead to: task lights by number, and figures by task."""

    lights: Mapping[int, Row]
    figures: Mapping[int, tuple[Figure, ...]]
    uncertain_from: int
    may_open_tasks: bool


def build_figures(catalog: Catalog, read: UnitRows) -> UnitFigures:
    """Everything that needs drawing or counting; figures of a task in the order they were read, the deciding first."""
    indicators = {item.indicator_id: item for item in catalog.indicators}
    figures: dict[int, tuple[Figure, ...]] = {}
    for row in read.figures:
        held = row if row["as_of"] else {**row, **_asked(catalog.targets, row["indicator_id"], read)}
        figure = _figure(held, indicators[row["indicator_id"]], read)
        figures[row["task_no"]] = (*figures.get(row["task_no"], ()), figure)
    lights = {row["task_no"]: row for row in read.lights}
    return UnitFigures(lights, figures, read.uncertain_from, read.may_open_tasks)


def build_tasks(catalog: Catalog, address: Address, unit: Unit, built: UnitFigures) -> tuple[TaskRows, ...]:
    """The unit's tasks in the letter's order, each with its figures and its links."""
    tasks = {task.task_no: task for task in catalog.tasks}
    return tuple(_task(address, unit, tasks[number], built) for number in sorted(built.figures))


def _task(address: Address, unit: Unit, task: Task, built: UnitFigures) -> TaskRows:
    light = built.lights.get(task.task_no)
    status = light["status"] if light else ""
    return TaskRows(
        title=unit_page.TASK.format(task=task.task_no, title=task.title),
        href=address.reason_link(unit.unit_id, task.task_no),
        task_href=address.link_to("task", task=task.task_no) if built.may_open_tasks else "",
        status=status,
        status_name=interface_words.LIGHT[status] if status else "",
        weeks=_weeks(light, built.uncertain_from) if light else "",
        figures=built.figures[task.task_no],
    )


def _weeks(light: Row, uncertain_from: int) -> str:
    weeks = light["weeks_in_status"]
    if weeks == 1 and light["previous_status"]:
        return unit_page.NEW
    return (unit_page.WEEKS if weeks < uncertain_from else unit_page.WEEKS_LEAST).format(weeks=weeks)


def _asked(targets: Sequence[Target], indicator_id: str, read: UnitRows) -> Row:
    """A figure nobody sent was held against nothing: what it would have been on the day of the cut-off."""
    own = [target for target in targets if target.indicator_id == indicator_id]
    found = target_in_force(own, (read.unit.unit_id, read.unit.level, "*"), read.day)
    return found.model_dump(include={"green", "amber", "legal_basis", "evidence"}) if found else {}


def _figure(row: Row, indicator: Indicator, read: UnitRows) -> Figure:
    rows = read.history.get(indicator.indicator_id, {})
    age = unit_page.AGE.format(days=row["age_days"]) if row["age_days"] else unit_page.SAME_DAY
    ahead = read.outlook.forecast(rows.values(), indicator)
    weeks = [*read.weeks, *(read.outlook.ahead if ahead is not None else ())]
    points = [
        unit_page.POINT.format(week=week.number, value=value_of(past, indicator))
        for week, past in rows.items()
        if past["status"] not in ("missing", "stale")
    ]
    points += (
        [outlook_words.SHORT_FORECAST.format(value=number_of(ahead, [row], indicator))] if ahead is not None else []
    )
    return Figure(
        name=indicator.name,
        core=row["core"],
        status=row["status"],
        status_name=interface_words.LIGHT[row["status"]],
        value=value_of(row, indicator),
        fraction=fraction_of(row, indicator),
        small_n=row["small_n"],
        target=threshold_of(row, indicator),
        basis=row["legal_basis"] or "",
        evidence=evidence_of(row),
        date=date_vi(row["as_of"]) if row["as_of"] else "",
        age=age if row["as_of"] else "",
        paper_age=unit_page.PAPER_AGE.format(days=row["age_days"]) if row["as_of"] else "",
        source=row["source"] or "",
        needed=_needed(row, indicator, read.outlook),
        peers=print_peers(read.peers.get(indicator.indicator_id), row, indicator),
        spark=TrendBuilder(indicator, weeks, SPARK).build([Series(indicator.name, rows, "", ahead)]) if rows else None,
        spark_label=unit_page.SPARK.format(weeks=len(read.weeks), points=", ".join(points))
        if points
        else unit_page.NO_SPARK,
    )


def _needed(row: Row, indicator: Indicator, ahead: Outlook) -> str:
    """What is lacking to green, and how much of it a week, where there is a goal date."""
    if row["status"] not in ("red", "amber"):
        return ""
    parts = (needed_text(row, indicator), ahead.pace(row, indicator, short=True))
    return "; ".join(part for part in parts if part)


def print_peers(peer: Row | None, own: Row, indicator: Indicator) -> str:
    """Median and best of the peers beside the thresholds of the unit's own row; empty where there are no peers."""
    if peer is None or peer["units_with_value"] < 2:
        return ""
    best = peer["highest"] if indicator.direction == "higher" else peer["lowest"]
    # Floats: what is left of the threshold's own value in the last digits lies on no side of it.
    exact = (Fraction(repr(round(value, 9))) for value in (peer["median_value"], best))
    median, top = (number_of(value, [own], indicator) for value in exact)
    return unit_page.PEER_VALUES.format(median=median, best=top)


def build_choices(units: Sequence[Unit], address: Address) -> tuple[ChoiceBlock, ...]:
    """Every unit: departments and districts by level, communes under their district."""
    heads = [unit for unit in units if unit.parent_id is None]
    levels = dict.fromkeys(unit.level for unit in heads)
    blocks = [(interface_words.LEVELS[level], [unit for unit in heads if unit.level == level]) for level in levels]
    blocks += [(part.name, [unit for unit in units if unit.parent_id == part.unit_id]) for part in districts_of(units)]
    return tuple(
        ChoiceBlock(title, tuple(Choice(row_name(unit), address.link(unit=unit.unit_id)) for unit in members))
        for title, members in blocks
        if members
    )
