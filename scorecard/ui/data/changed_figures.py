"""What differs between two publications, in the words of the page: lights on tasks first, then every figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from scorecard.address.address import Address
from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.format import date_vi, number
from scorecard.lights.figure_words import figure_of
from scorecard.lights.light_changes import side_of
from scorecard.lights.unit_blocks import full_names
from scorecard.snapshots.index import Snapshot
from scorecard.text import data_page, interface_words

MOST_LIGHTS = 60
MOST_FIGURES = 100
Row = dict[str, Any]


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


def changed_lights(rows: Sequence[Row], catalog: Catalog, units: Iterable[Unit], of: Publications) -> Changed:
    """The rows of `compare_lights` in words; units that are no longer there keep their code."""
    named = full_names(units)
    indicators = {item.indicator_id: item for item in catalog.indicators}
    lights = [row for row in rows if row["indicator_id"] is None]
    figures = [row for row in rows if row["indicator_id"] is not None]
    sentence = (
        data_page.CHANGED.format(tasks=number(len(lights)), figures=number(len(figures)))
        if rows
        else data_page.NOTHING_CHANGED
    )
    return Changed(
        sentence,
        tuple(_light(row, named, None, of) for row in lights[:MOST_LIGHTS]),
        tuple(_light(row, named, indicators.get(row["indicator_id"]), of) for row in figures[:MOST_FIGURES]),
        _more(len(lights) - MOST_LIGHTS),
        _more(len(figures) - MOST_FIGURES),
    )


def _more(count: int) -> str:
    return data_page.MORE_CHANGES.format(count=number(count)) if count > 0 else ""


def _light(row: Row, named: dict[str, str], indicator: Indicator | None, of: Publications) -> ChangedLight:
    unit: str = named.get(row["unit_id"]) or row["unit_id"]
    what = f"{data_page.TASK} {row['task_no']}" if row["indicator_id"] is None else row["indicator_id"]
    sides = _side(row, "_before", indicator, of.before), _side(row, "", indicator, of.after)
    return ChangedLight(unit, indicator.name if indicator else what, *sides)


def _side(row: Row, end: str, indicator: Indicator | None, snapshot: Snapshot | None) -> Side:
    status = row[f"status{end}"] or ""
    figure = ""
    if indicator and row[f"numerator{end}"] is not None:
        figure = f"{figure_of(side_of(row, end), indicator)}, {date_vi(row[f'as_of{end}'])}"
    why = _why(row, snapshot) if status and snapshot else ""
    return Side(status, interface_words.LIGHT[status] if status else data_page.NO_LIGHT, figure, why)


def _why(row: Row, snapshot: Snapshot) -> str:
    """The reason as it was published, on the page of the unit, which everybody may open who sees its lights."""
    unit_id = row["unit_id"]
    as_published = Address("data", snapshot.week, snapshot.revision)
    return as_published.link_to("unit", unit=unit_id, why=f"{unit_id}:{row['task_no']}")
