"""From the rows of one light to its reason in words; the status is read, never computed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import TypeVar

from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.format import ABSENT, date_vi, number
from scorecard.lights.figure_words import basis_of, equation_of, evidence_of, limit_of, number_printed
from scorecard.lights.figure_years import members_of
from scorecard.lights.needed_to_green import needed_text
from scorecard.lights.reason_view import Clause
from scorecard.lights.rows import GroupLight, Standing, UnitLight
from scorecard.lights.status import MISSING, NO_RULE, NONE_ARISING, RED, STALE, WANTING
from scorecard.text import general_words, ground_words, reason_words

Row = TypeVar("Row", bound=UnitLight | GroupLight)


def build_clauses(
    catalog: Catalog, rows: Iterable[Row], ahead: Callable[[Row, Indicator], tuple[str, ...]] | None = None
) -> tuple[Clause, ...]:
    """One clause per indicator row, in the order given; `ahead` adds what else is said of a figure."""
    indicators: dict[str | None, Indicator] = {indicator.indicator_id: indicator for indicator in catalog.indicators}
    floor = catalog.rules.coverage_floor_percent
    clauses = []
    for row in rows:
        indicator = indicators[row.indicator_id]
        clause = _clause(row, indicator, f"{number(floor)}%")
        later = ahead(row, indicator) if ahead else ()
        clauses.append(dataclasses.replace(clause, notes=(*clause.notes, *later)))
    return tuple(clauses)


def group_notes(catalog: Catalog, own: GroupLight) -> tuple[str, ...]:
    """What stands beside a group's light: its members by status, and the core indicators that cannot be summed."""
    names = {indicator.indicator_id: indicator.name for indicator in catalog.indicators}
    counts = [f"{count} {general_words.COLOUR[status]}" for status, count in own.counts.items() if count]
    notes = [reason_words.MEMBERS.format(counts=", ".join(counts))] if counts else []
    if own.not_included:
        listed = ", ".join(names[indicator_id] for indicator_id in own.not_included)
        notes.append(reason_words.NOT_INCLUDED.format(names=listed))
    return tuple(notes)


def why_no_light(catalog: Catalog, units: Iterable[Unit], group_id: str, task_no: int) -> str:
    """Why a group has no light on a task; `units` are those of the day."""
    members = members_of(units, group_id)
    core = [item for item in catalog.indicators if item.core and item.task_no == task_no]
    if not members:
        return reason_words.NO_MEMBERS
    concerns = any(catalog.applies(item, unit) for item in core for unit in members)
    return reason_words.NOTHING_SUMMED if concerns else reason_words.NOT_OF_GROUP


def build_history(own: Standing, uncertain_from: int | None = None, *, by_rule: bool = False) -> str:
    """How long a light has been so, and what it was the week before if it is new; `by_rule`: another rule made it so.

    From `uncertain_from` weeks on it may be longer, since no more were looked at.
    """
    if own.weeks_in_status > 1:
        certain = uncertain_from is None or own.weeks_in_status < uncertain_from
        return (reason_words.WEEKS if certain else reason_words.WEEKS_LEAST).format(weeks=own.weeks_in_status)
    if own.previous_status is None:
        return reason_words.FIRST_WEEK
    if by_rule:
        return ground_words.BY_RULE
    return reason_words.NEW.format(status=general_words.COLOUR[own.previous_status])


def _clause(row: UnitLight | GroupLight, indicator: Indicator, floor: str) -> Clause:
    return Clause(
        name=indicator.name,
        status=row.status,
        status_name=reason_words.STATUS[row.status],
        clause=_matched(row, indicator, floor),
        target=basis_of(row),
        evidence=evidence_of(row),
        figure=_figure(row),
        notes=_notes(row, indicator),
    )


def _matched(row: UnitLight | GroupLight, indicator: Indicator, floor: str) -> str:
    """The clause of the rule that gave the status, with this row's numbers."""
    status, value = row.status, equation_of(row, indicator)
    if status is MISSING:
        return _uncovered(row, indicator, floor) if isinstance(row, GroupLight) else reason_words.MISSING
    if status is STALE and isinstance(row, UnitLight):
        return reason_words.STALE.format(value=value, age=row.age_days, limit=indicator.max_age_days)
    if status is NONE_ARISING:
        return reason_words.NONE_ARISING
    if status is NO_RULE:
        return reason_words.NO_RULE.format(value=value, date=date_vi(row.as_of))
    words = reason_words.HIGHER if indicator.direction == "higher" else reason_words.LOWER
    pattern = words["red_without_amber" if status is RED and row.amber in (None, row.green) else status]
    return pattern.format(value=value, green=limit_of(row.green, indicator), amber=limit_of(row.amber, indicator))


def _uncovered(row: GroupLight, indicator: Indicator, floor: str) -> str:
    """The figure is kept and said, though it decides nothing."""
    pattern = reason_words.COVERAGE if number_printed(row, indicator) is None else reason_words.COVERAGE_OF
    return pattern.format(
        value=equation_of(row, indicator),
        current=row.current,
        members=row.members,
        coverage=percent(row.coverage),
        floor=floor,
    )


def _figure(row: UnitLight | GroupLight) -> str:
    if row.as_of is None:
        return ""
    if isinstance(row, GroupLight):
        coverage = percent(row.coverage)
        return reason_words.GROUP_FIGURE.format(
            date=date_vi(row.as_of), current=row.current, members=row.members, coverage=coverage
        )
    age = reason_words.AGE.format(days=row.age_days) if row.age_days else reason_words.SAME_DAY
    return reason_words.FIGURE.format(date=date_vi(row.as_of), age=age, source=row.source or reason_words.NO_SOURCE)


def percent(fraction: float | None) -> str:
    """A coverage in percent, cut and not rounded: 89,96 % is under a floor of 90 and must not print 90."""
    return ABSENT if fraction is None else f"{number(int(fraction * 1000 + 1e-9) / 10)}%"


def _notes(row: UnitLight | GroupLight, indicator: Indicator) -> tuple[str, ...]:
    notes = [reason_words.SMALL] if row.small_n else []
    needed = needed_text(row, indicator) if row.status in WANTING else ""
    if needed:
        notes.append((reason_words.NEED_SAME if indicator.measure.divides else reason_words.NEED).format(needed=needed))
    if isinstance(row, UnitLight) and row.note:
        notes.append(reason_words.NOTE.format(note=row.note))
    return tuple(notes)
