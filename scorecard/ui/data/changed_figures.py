"""What differs between two publications, in the words of the page: lights on tasks first, then every figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scorecard.address.address import Address
from scorecard.address.queries import DataQuery, UnitQuery
from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.format import date_vi, number
from scorecard.lights.figure_words import figure_of
from scorecard.lights.unit_blocks import full_names
from scorecard.publishing.light_differences import count_lives
from scorecard.snapshots.index import Snapshot
from scorecard.text import data_page, general_words
from scorecard.ui.data.difference import Difference, End, difference_of

Names = dict[tuple[str, dt.date | None], str]  # by code and first day of its life
MOST_LIGHTS = 60
MOST_FIGURES = 100


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
    """The rows of `compare_lights` in words; a unit the catalogue does not know keeps its code.

    Units that ended or are new are counted apart, and stand after the lights of those that both publications have.
    """
    rows = list(rows)
    named = _names(units, catalog)
    indicators = {item.indicator_id: item for item in catalog.indicators}
    differences = sorted(map(difference_of, rows), key=lambda one: one.life is not None)
    lights = [one for one in differences if one.indicator_id is None]
    figures = [one for one in differences if one.indicator_id is not None]
    return Changed(
        _sentence(lights, figures, *count_lives(rows)),
        tuple(_light(one, named, None, of) for one in lights[:MOST_LIGHTS]),
        tuple(_light(one, named, indicators.get(one.indicator_id or ""), of) for one in figures[:MOST_FIGURES]),
        _more(len(lights) - MOST_LIGHTS),
        _more(len(figures) - MOST_FIGURES),
    )


def _sentence(lights: Sequence[Difference], figures: Sequence[Difference], ended: int, new: int) -> str:
    if not lights and not figures:
        return data_page.NOTHING_CHANGED
    changed = (number(sum(one.life is None for one in rows)) for rows in (lights, figures))
    sentence = data_page.CHANGED.format(**dict(zip(("tasks", "figures"), changed, strict=True)))
    return sentence + data_page.LIVES.format(ended=number(ended), new=number(new)) if ended or new else sentence


def _names(units: Iterable[Unit], catalog: Catalog) -> Names:
    """Every life of a code by its own name; those of `units` with their districts, since names occur twice."""
    shown = list(units)
    full = full_names(shown)
    lives: Names = {(unit.unit_id, unit.valid_from): unit.name for unit in catalog.units}
    of_day: Names = {(unit.unit_id, day): full[unit.unit_id] for unit in shown for day in (unit.valid_from, None)}
    return lives | of_day


def _more(count: int) -> str:
    return data_page.MORE_CHANGES.format(count=number(count)) if count > 0 else ""


def _light(one: Difference, named: Names, indicator: Indicator | None, of: Publications) -> ChangedLight:
    what = one.indicator_id or f"{data_page.TASK} {one.task_no}"
    before = _side(one, one.before, indicator, of.before)
    after = _side(one, one.after, indicator, of.after)
    name = named.get((one.unit_id, one.valid_from)) or one.unit_id
    owner = data_page.OF_LIFE[one.life].format(unit=name) if one.life else name
    return ChangedLight(owner, indicator.name if indicator else what, before, after)


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
