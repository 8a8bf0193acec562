"""What differs between two publications, in the words of the page: lights on tasks first, then every figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from scorecard.address.address import Address
from scorecard.address.queries import DataQuery, UnitQuery
from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.format import date_vi, number
from scorecard.lights.figure_words import figure_of
from scorecard.lights.status import Status
from scorecard.lights.unit_blocks import full_names
from scorecard.snapshots.index import Snapshot
from scorecard.text import data_page, general_words

MOST_LIGHTS = 60
MOST_FIGURES = 100


class End(NamedTuple):
    """A light before or after, with its figure and the thresholds it was judged by; all None where there is none."""

    status: Status | None
    as_of: dt.date | None
    numerator: Decimal | None
    denominator: Decimal | None
    green: Decimal | None
    amber: Decimal | None


class Difference(NamedTuple):
    """A light that differs between two publications; `indicator_id` None is the task itself."""

    unit_id: str
    task_no: int
    indicator_id: str | None
    before: End
    after: End


@dataclass(frozen=True)
class Side:
    """A light before or after; `status` empty is none. `why` leads to its reason, empty before it is published."""

    status: str
    name: str
    figure: str = ""
    why: str = ""


@dataclass(frozen=True)
class ChangedLight:
    """One light that differs: of a unit on a task, or on an indicator."""

    unit: str
    what: str
    before: Side
    after: Side


@dataclass(frozen=True)
class Changed:
    """A sentence, the lights on tasks, the figures, and what of each is not listed."""

    sentence: str
    lights: tuple[ChangedLight, ...] = ()
    figures: tuple[ChangedLight, ...] = ()
    more_lights: str = ""
    more_figures: str = ""


@dataclass(frozen=True)
class Publications:
    """What is compared: both published, or the second one about to be."""

    before: Snapshot | None
    after: Snapshot | None = None


def changed_lights(
    rows: Iterable[Mapping[str, Any]], catalog: Catalog, units: Iterable[Unit], of: Publications
) -> Changed:
    """The rows of `compare_lights` in words; units that are no longer there keep their code."""
    named = full_names(units)
    indicators = {item.indicator_id: item for item in catalog.indicators}
    differences = [_difference(row) for row in rows]
    lights = [one for one in differences if one.indicator_id is None]
    figures = [one for one in differences if one.indicator_id is not None]
    sentence = (
        data_page.CHANGED.format(tasks=number(len(lights)), figures=number(len(figures)))
        if differences
        else data_page.NOTHING_CHANGED
    )
    return Changed(
        sentence,
        tuple(_light(one, named, None, of) for one in lights[:MOST_LIGHTS]),
        tuple(_light(one, named, indicators.get(one.indicator_id or ""), of) for one in figures[:MOST_FIGURES]),
        _more(len(lights) - MOST_LIGHTS),
        _more(len(figures) - MOST_FIGURES),
    )


def _difference(row: Mapping[str, Any]) -> Difference:
    before, after = (_end(row, end) for end in ("_before", ""))
    return Difference(row["unit_id"], row["task_no"], row["indicator_id"], before, after)


def _end(row: Mapping[str, Any], end: str) -> End:
    status, *figure = (row[f"{name}{end}"] for name in End._fields)
    return End(Status(status) if status else None, *figure)


def _more(count: int) -> str:
    return data_page.MORE_CHANGES.format(count=number(count)) if count > 0 else ""


def _light(one: Difference, named: Mapping[str, str], indicator: Indicator | None, of: Publications) -> ChangedLight:
    what = one.indicator_id or f"{data_page.TASK} {one.task_no}"
    before = _side(one, one.before, indicator, of.before)
    after = _side(one, one.after, indicator, of.after)
    return ChangedLight(named.get(one.unit_id) or one.unit_id, indicator.name if indicator else what, before, after)


def _side(one: Difference, end: End, indicator: Indicator | None, snapshot: Snapshot | None) -> Side:
    figure = ""
    if indicator and end.numerator is not None:
        figure = f"{figure_of(end, indicator)}, {date_vi(end.as_of)}"
    if end.status is None:
        return Side("", data_page.NO_LIGHT, figure)
    return Side(end.status, general_words.STATUS[end.status], figure, _why(one, snapshot) if snapshot else "")


def _why(one: Difference, snapshot: Snapshot) -> str:
    """The reason as it was published, on the page of the unit, which everybody may open who sees its lights."""
    as_published = Address(DataQuery(), snapshot.week, snapshot.revision)
    return as_published.link_to(UnitQuery(unit=one.unit_id), why=f"{one.unit_id}:{one.task_no}")
