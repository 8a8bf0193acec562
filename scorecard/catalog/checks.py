"""What no single row can tell: keys, references, lives of a code, thresholds against directions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from scorecard.catalog.cell_types import LEVELS
from scorecard.catalog.lives import indicator_lives, indicator_on, unit_lives
from scorecard.catalog.model import GROUP_SCOPES, Alias, Indicator, Target, Task, Unit
from scorecard.catalog.rows import Placed, Row
from scorecard.catalog.rules import Setting
from scorecard.text import catalog_words


@dataclass(frozen=True)
class Tables:
    """The typed rows of all six files, with their places."""

    tasks: list[Placed[Task]]
    indicators: list[Placed[Indicator]]
    targets: list[Placed[Target]]
    units: list[Placed[Unit]]
    unit_aliases: list[Placed[Alias]]
    settings: list[Placed[Setting]]


def check_tables(tables: Tables) -> list[str]:
    """Every problem between rows; an empty list is a catalogue that holds together."""
    return [
        *_twice(tables.tasks, "task_no", lambda row: row.task_no),
        *_twice(tables.indicators, "indicator_id", lambda row: (row.indicator_id, row.valid_from)),
        *_twice(tables.targets, "effective_from", lambda row: (row.indicator_id, row.scope, row.effective_from)),
        *_twice(tables.unit_aliases, "alias", lambda row: (row.unit_id, row.alias)),
        *_twice(tables.settings, "key", lambda row: row.key),
        *_task_references(tables),
        *_unit_references(tables),
        *_target_references(tables),
        *_thresholds(tables),
        *_reserved(tables.units),
        *unit_lives(tables.units),
        *indicator_lives(tables.indicators),
        *_parents(tables.units),
    ]


def _twice(rows: list[Placed[Row]], column: str, key: Callable[[Row], Hashable]) -> Iterator[str]:
    seen: dict[Hashable, int] = {}
    for placed in rows:
        first = seen.setdefault(key(placed.row), placed.raw.line)
        if first != placed.raw.line:
            yield placed.problem(column, catalog_words.TWICE.format(row=first))


def _task_references(tables: Tables) -> Iterator[str]:
    tasks = {placed.row.task_no: placed.row for placed in tables.tasks}
    for indicator in tables.indicators:
        if indicator.row.task_no not in tasks:
            yield indicator.problem("task_no", catalog_words.UNKNOWN.format(file="tasks.csv"))
        elif not tasks[indicator.row.task_no].in_letter:
            yield indicator.problem("task_no", catalog_words.NOT_IN_LETTER)


def _unit_references(tables: Tables) -> Iterator[str]:
    units = {placed.row.unit_id for placed in tables.units}
    named: list[tuple[str, str | None, Placed[Any]]] = [
        *(("lead_unit", placed.row.lead_unit, placed) for placed in tables.tasks),
        *(("only_unit", placed.row.only_unit, placed) for placed in tables.indicators),
        *(("unit_id", placed.row.unit_id, placed) for placed in tables.unit_aliases),
    ]
    for column, unit_id, placed in named:
        if unit_id and unit_id not in units:
            yield placed.problem(column, catalog_words.UNKNOWN.format(file="units.csv"))


def _target_references(tables: Tables) -> Iterator[str]:
    indicators = {placed.row.indicator_id for placed in tables.indicators}
    scopes = {*(placed.row.unit_id for placed in tables.units), *LEVELS, *GROUP_SCOPES}
    for target in tables.targets:
        if target.row.indicator_id not in indicators:
            yield target.problem("indicator_id", catalog_words.UNKNOWN.format(file="indicators.csv"))
        if target.row.scope not in scopes:
            yield target.problem("scope", catalog_words.SCOPE)


def _thresholds(tables: Tables) -> Iterator[str]:
    for placed in tables.targets:
        target = placed.row
        indicator = indicator_on(tables.indicators, target.indicator_id, target.effective_from)
        if target.green is None or target.amber is None:
            if target.green is not target.amber:
                yield placed.problem("green" if target.green is None else "amber", catalog_words.BOTH_THRESHOLDS)
            continue
        if indicator is None:
            continue
        better = target.amber > target.green if indicator.direction == "higher" else target.amber < target.green
        if better:
            yield placed.problem("amber", catalog_words.AMBER_BETTER.format(green=target.green))
        for column, limit in (("green", target.green), ("amber", target.amber)):
            if indicator.measure.whole is not None and limit > indicator.measure.whole:
                yield placed.problem(column, catalog_words.OVER_100)


def _reserved(units: list[Placed[Unit]]) -> Iterator[str]:
    reserved = {*LEVELS, *GROUP_SCOPES}
    for placed in units:
        if placed.row.unit_id in reserved or ":" in placed.row.unit_id:
            yield placed.problem("unit_id", catalog_words.RESERVED.format(words=", ".join(sorted(reserved)) + ", “:”"))


def _parents(units: list[Placed[Unit]]) -> Iterator[str]:
    districts = [placed.row for placed in units if placed.row.level == "district"]
    for placed in units:
        unit = placed.row
        if unit.parent_id is None:
            # Without its district a commune would silently leave the district's sums; where none lives there is no sum.
            if unit.level == "commune" and any(_meet(unit, district) for district in districts):
                yield placed.problem("parent_id", catalog_words.NO_PARENT)
            continue
        parents = [district for district in districts if district.unit_id == unit.parent_id]
        if not parents:
            yield placed.problem("parent_id", catalog_words.PARENT_LEVEL)
            continue
        if (day := _first_day_without(unit, parents)) is not None:
            yield placed.problem("parent_id", catalog_words.PARENT_DATES.format(day=day))


def _meet(one: Unit, other: Unit) -> bool:
    """Whether there is a day on which both live."""
    begun = max(one.valid_from, other.valid_from)
    return all(unit.valid_to is None or begun <= unit.valid_to for unit in (one, other))


def _first_day_without(unit: Unit, parents: list[Unit]) -> dt.date | None:
    """The first day of a unit's life on which none of its parent's lives is valid; None if there is no such day."""
    day = unit.valid_from
    for parent in sorted(parents, key=lambda item: item.valid_from):
        if parent.valid_from > day:
            break
        if parent.valid_to is None or (unit.valid_to and parent.valid_to >= unit.valid_to):
            return None
        day = max(day, parent.valid_to + dt.timedelta(days=1))
    return day
