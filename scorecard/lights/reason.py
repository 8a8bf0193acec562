"""From the rows of one light to its reason in words; the status is read, never computed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.format import date_vi, number
from scorecard.lights.figure_words import (
    basis_of,
    evidence_of,
    fraction_of,
    limit_of,
    needed_text,
    number_printed,
    value_of,
)
from scorecard.lights.reason_view import Clause
from scorecard.text import reason_words

Row = Mapping[str, Any]
_STATUSES = ("green", "amber", "red", "missing", "none_arising", "no_rule")


def build_clauses(
    catalog: Catalog, rows: Iterable[Row], ahead: Callable[[Row, Indicator], tuple[str, ...]] | None = None
) -> tuple[Clause, ...]:
    """One clause per indicator row, in the order given; `ahead` adds what is said of the time to come."""
    indicators = {indicator.indicator_id: indicator for indicator in catalog.indicators}
    floor = catalog.rules.coverage_floor_percent
    clauses = []
    for row in rows:
        indicator = indicators[row["indicator_id"]]
        clause = _clause(row, indicator, f"{number(floor)}%")
        later = ahead(row, indicator) if ahead else ()
        clauses.append(dataclasses.replace(clause, notes=(*clause.notes, *later)))
    return tuple(clauses)


def group_notes(catalog: Catalog, own: Row) -> tuple[str, ...]:
    """What stands beside a group's light: its members by status, and the core indicators that cannot be summed."""
    names = {indicator.indicator_id: indicator.name for indicator in catalog.indicators}
    counts = [f"{own[f'n_{status}']} {reason_words.SHORT[status]}" for status in _STATUSES if own[f"n_{status}"]]
    notes = [reason_words.MEMBERS.format(counts=", ".join(counts))] if counts else []
    if own["not_included"]:
        listed = ", ".join(names[indicator_id] for indicator_id in own["not_included"])
        notes.append(reason_words.NOT_INCLUDED.format(names=listed))
    return tuple(notes)


def why_no_light(catalog: Catalog, units: Iterable[Unit], group_id: str, task_no: int) -> str:
    """Why a group has no light on a task; `units` are those of the day."""
    kind, _, name = group_id.partition(":")
    member_of: Callable[[Unit], bool] = {
        "area": lambda unit: unit.unit_id == name or (unit.level == "commune" and unit.parent_id == name),
        "communes": lambda unit: unit.level == "commune" and unit.parent_id == name,
        "level": lambda unit: unit.level == name,
    }.get(kind, lambda _unit: True)
    members = [unit for unit in units if member_of(unit)]
    core = [item for item in catalog.indicators if item.core and item.task_no == task_no]
    if not members:
        return reason_words.NO_MEMBERS
    concerns = any(catalog.applies(item, unit) for item in core for unit in members)
    return reason_words.NOTHING_SUMMED if concerns else reason_words.NOT_OF_GROUP


def build_history(own: Row, uncertain_from: int | None = None) -> str:
    """How long a light has been so, and what it was the week before if it is new.

    From `uncertain_from` weeks on it may be longer, since no more were looked at.
    """
    if own["weeks_in_status"] > 1:
        certain = uncertain_from is None or own["weeks_in_status"] < uncertain_from
        return (reason_words.WEEKS if certain else reason_words.WEEKS_LEAST).format(weeks=own["weeks_in_status"])
    if own["previous_status"] is None:
        return reason_words.FIRST_WEEK
    return reason_words.NEW.format(status=reason_words.SHORT[own["previous_status"]])


def _clause(row: Row, indicator: Indicator, floor: str) -> Clause:
    return Clause(
        name=indicator.name,
        status=row["status"],
        status_name=reason_words.STATUS[row["status"]],
        clause=_matched(row, indicator, floor),
        target=basis_of(row),
        evidence=evidence_of(row),
        figure=_figure(row),
        notes=_notes(row, indicator),
    )


def _matched(row: Row, indicator: Indicator, floor: str) -> str:
    """The clause of the rule that gave the status, with this row's numbers."""
    status, value = row["status"], _value(row, indicator)
    if status == "missing":
        return _uncovered(row, indicator, floor) if row.get("coverage") is not None else reason_words.MISSING
    if status == "stale":
        return reason_words.STALE.format(value=value, age=row["age_days"], limit=indicator.max_age_days)
    if status == "none_arising":
        return reason_words.NONE_ARISING
    if status == "no_rule":
        return reason_words.NO_RULE.format(value=value, date=date_vi(row["as_of"]))
    if status == "red" and row["amber"] in (None, row["green"]):
        status = "red_without_amber"
    pattern = (reason_words.HIGHER if indicator.direction == "higher" else reason_words.LOWER)[status]
    return pattern.format(value=value, green=limit_of(row["green"], indicator), amber=limit_of(row["amber"], indicator))


def _uncovered(row: Row, indicator: Indicator, floor: str) -> str:
    """The figure is kept and said, though it decides nothing."""
    pattern = reason_words.COVERAGE if number_printed(row, indicator) is None else reason_words.COVERAGE_OF
    return pattern.format(
        value=_value(row, indicator),
        current=row["current"],
        members=row["members"],
        coverage=percent(row["coverage"]),
        floor=floor,
    )


def _value(row: Row, indicator: Indicator) -> str:
    fraction = fraction_of(row, indicator)
    value = value_of(row, indicator)
    return reason_words.EQUALS.format(value=value, fraction=fraction) if fraction else value


def _figure(row: Row) -> str:
    if row["as_of"] is None:
        return ""
    if "members" in row:
        coverage = percent(row["coverage"])
        return reason_words.GROUP_FIGURE.format(
            date=date_vi(row["as_of"]), current=row["current"], members=row["members"], coverage=coverage
        )
    age = reason_words.AGE.format(days=row["age_days"]) if row["age_days"] else reason_words.SAME_DAY
    return reason_words.FIGURE.format(
        date=date_vi(row["as_of"]), age=age, source=row["source"] or reason_words.NO_SOURCE
    )


def percent(fraction: float) -> str:
    """A coverage in percent, cut and not rounded: 89,96 % is under a floor of 90 and must not print 90."""
    return f"{number(int(fraction * 1000 + 1e-9) / 10)}%"


def _notes(row: Row, indicator: Indicator) -> tuple[str, ...]:
    notes = [reason_words.SMALL] if row["small_n"] else []
    needed = needed_text(row, indicator) if row["status"] in ("red", "amber") else ""
    if needed:
        notes.append(
            (reason_words.NEED_SAME if indicator.measure == "ratio" else reason_words.NEED).format(needed=needed)
        )
    if row.get("note"):
        notes.append(reason_words.NOTE.format(note=row["note"]))
    return tuple(notes)
