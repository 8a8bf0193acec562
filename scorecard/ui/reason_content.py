"""From the rows of one light to its reason in words; the status is read, never computed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from scorecard.catalog import Catalog, Indicator
from scorecard.format import date_vi, number
from scorecard.text import reason as say
from scorecard.ui.printed import fraction_of, limit_of, needed_text, value_of
from scorecard.ui.reason_view import Clause

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
    counts = [f"{own[f'n_{status}']} {say.SHORT[status]}" for status in _STATUSES if own[f"n_{status}"]]
    notes = [say.MEMBERS.format(counts=", ".join(counts))] if counts else []
    if own["not_included"]:
        listed = ", ".join(names[indicator_id] for indicator_id in own["not_included"])
        notes.append(say.NOT_INCLUDED.format(names=listed))
    return tuple(notes)


def build_history(own: Row, uncertain_from: int | None = None) -> str:
    """How long a light has been so, and what it was the week before if it is new.

    From `uncertain_from` weeks on it may be longer, since no more were looked at.
    """
    if own["weeks_in_status"] > 1:
        certain = uncertain_from is None or own["weeks_in_status"] < uncertain_from
        return (say.WEEKS if certain else say.WEEKS_LEAST).format(weeks=own["weeks_in_status"])
    if own["previous_status"] is None:
        return say.FIRST_WEEK
    return say.NEW.format(status=say.SHORT[own["previous_status"]])


def _clause(row: Row, indicator: Indicator, floor: str) -> Clause:
    return Clause(
        name=indicator.name,
        status=row["status"],
        status_name=say.STATUS[row["status"]],
        clause=_matched(row, indicator, floor),
        target=say.TARGET.format(basis=row["legal_basis"], date=date_vi(row["target_from"]))
        if row["target_from"]
        else "",
        evidence=say.EVIDENCE.get(row["evidence"], ""),
        figure=_figure(row),
        notes=_notes(row, indicator),
    )


def _matched(row: Row, indicator: Indicator, floor: str) -> str:
    """The clause of the rule that gave the status, with this row's numbers."""
    status, value = row["status"], _value(row, indicator)
    if status == "missing":
        return _uncovered(row, floor) if row.get("coverage") is not None else say.MISSING
    if status == "stale":
        return say.STALE.format(value=value, age=row["age_days"], limit=indicator.max_age_days)
    if status == "none_arising":
        return say.NONE_ARISING
    if status == "no_rule":
        return say.NO_RULE.format(value=value, date=date_vi(row["as_of"]))
    if status == "red" and row["amber"] is None:
        status = "red_without_amber"
    pattern = (say.HIGHER if indicator.direction == "higher" else say.LOWER)[status]
    return pattern.format(value=value, green=limit_of(row["green"], indicator), amber=limit_of(row["amber"], indicator))


def _uncovered(row: Row, floor: str) -> str:
    coverage = percent(row["coverage"])
    return say.COVERAGE.format(current=row["current"], members=row["members"], coverage=coverage, floor=floor)


def _value(row: Row, indicator: Indicator) -> str:
    fraction = fraction_of(row, indicator)
    value = value_of(row, indicator)
    return say.EQUALS.format(value=value, fraction=fraction) if fraction else value


def _figure(row: Row) -> str:
    if row["as_of"] is None:
        return ""
    if "members" in row:
        coverage = percent(row["coverage"])
        return say.GROUP_FIGURE.format(
            date=date_vi(row["as_of"]), current=row["current"], members=row["members"], coverage=coverage
        )
    age = say.AGE.format(days=row["age_days"]) if row["age_days"] else say.SAME_DAY
    return say.FIGURE.format(date=date_vi(row["as_of"]), age=age, source=row["source"] or say.NO_SOURCE)


def percent(fraction: float) -> str:
    """A coverage in percent, cut and not rounded: 89,96 % is under a floor of 90 and must not print 90."""
    return f"{number(int(fraction * 1000 + 1e-9) / 10)}%"


def _notes(row: Row, indicator: Indicator) -> tuple[str, ...]:
    notes = [say.SMALL] if row["small_n"] else []
    needed = needed_text(row, indicator) if row["status"] in ("red", "amber") else ""
    if needed:
        notes.append((say.NEED_SAME if indicator.measure == "ratio" else say.NEED).format(needed=needed))
    if row.get("note"):
        notes.append(say.NOTE.format(note=row["note"]))
    return tuple(notes)
