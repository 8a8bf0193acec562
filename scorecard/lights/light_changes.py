"""The lights that changed between two weeks, each with what changed it, in words; pure, computes no colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scorecard.address.address import Address
from scorecard.catalog import Catalog, Indicator
from scorecard.format import date_vi
from scorecard.lights.figure_words import inside, limits_of, number_of, value_of
from scorecard.lights.ranking import value_in
from scorecard.lights.rows import Caused, ChangedLight, Figure, LightChange, PlainFigure, Turned, TwoSides
from scorecard.lights.status import KNOWN, TOLD_FIRST
from scorecard.lights.task_view import Change
from scorecard.text import general_words, task_page

_RANKS = {status: rank for rank, alike in enumerate(TOLD_FIRST) for status in alike}


def build_changes(
    catalog: Catalog, address: Address, rows: Iterable[LightChange], names: Mapping[str, str]
) -> tuple[Change, ...]:
    """The changed lights of the units in `names`, the worst first: to red, missing, amber, no colour, green.

    Those alike stand in the order of `names`; after all that decide a light come those that are followed only.
    """
    indicators = {item.indicator_id: item for item in catalog.indicators}
    places = {unit_id: place for place, unit_id in enumerate(names)}
    shown = sorted(
        (row for row in rows if row.unit_id in names),
        key=lambda row: (not row.core, _RANKS[row.status], places[row.unit_id]),
    )
    return tuple(
        Change(
            names[row.unit_id],
            address.reason_link(row.unit_id, row.task_no),
            _said(row, indicators[row.indicator_id]),
            row.status,
        )
        for row in shown
    )


def _said(row: LightChange, indicator: Indicator) -> str:
    name = indicator.name if row.core else task_page.FOLLOWED.format(name=indicator.name)
    return change_said(row, name, cause_said(row, indicator))


def change_said(row: Turned, name: str, cause: str) -> str:
    """From which light to which, of what, and why."""
    return task_page.CHANGE.format(
        before=general_words.STATUS[row.status_before],
        now=general_words.STATUS[row.status],
        name=name,
        cause=cause,
    )


def cause_said(row: Caused, indicator: Indicator) -> str:
    """The words of the row's cause, with its figures before and now, and the thresholds where they changed."""
    if row.cause == "definition":  # two figures that are not of one thing are never named side by side
        return task_page.CAUSE["definition"]
    limits = limits_changed(row, indicator)
    before, now = _values(row, indicator, both=bool(limits))
    return _pattern(row, indicator).format(
        before=before,
        now=now,
        figures=from_to(before, now),
        limits=f"; {inside(limits)}" if limits else "",
        rule=limits or task_page.RULE_CHANGED,
        date=date_vi(row.as_of),
    )


def from_to(before: str, now: str) -> str:
    """Both, or the one where they are the same."""
    return now if before == now else task_page.FROM_TO.format(before=before, now=now)


def _pattern(row: Caused, indicator: Indicator) -> str:
    """The words of a cause, which are others where a figure is gone, something arose, or nothing does any more."""
    cause, plain = row.cause, task_page.CAUSE[row.cause]
    if cause == "correction" and row.numerator is None:
        return task_page.TAKEN_BACK
    if _nothing(row, indicator):
        return task_page.NOTHING_ARISES.get(cause, plain)
    arose = row.numerator is not None and _nothing(side_of(row, "_before"), indicator)
    return task_page.AROSE.get(cause, plain) if arose else plain


def _nothing(side: Figure, indicator: Indicator) -> bool:
    """Whether a figure was sent, and says that nothing arose."""
    return indicator.measure.divides and side.numerator is not None and not side.denominator


def _values(row: Caused, indicator: Indicator, *, both: bool) -> list[str]:
    """The value before and after, each on its own side of its thresholds, or of `both` where both are named."""
    sides = [side_of(row, end) for end in ("_before", "")]
    exact = [value_in(side, indicator) for side in sides]
    return [
        value_of(side, indicator) if value is None or not both else number_of(value, sides, indicator)
        for side, value in zip(sides, exact, strict=True)
    ]


def side_of(row: TwoSides, end: str) -> PlainFigure:
    """The figure before (`_before`) or after (empty), with the thresholds it was judged by."""
    if end:
        return PlainFigure(row.numerator_before, row.denominator_before, row.green_before, row.amber_before)
    return PlainFigure(row.numerator, row.denominator, row.green, row.amber)


def limits_changed(row: ChangedLight, indicator: Indicator) -> str:
    """The thresholds before and after; empty where they are the same, or a light was not judged by any."""
    before, now = ((side.green, side.amber) for side in (side_of(row, end) for end in ("_before", "")))
    if before == now or row.status_before not in KNOWN or row.status not in KNOWN:
        return ""
    return task_page.LIMITS_CHANGED.format(
        before=inside(limits_of(*before, indicator)), now=inside(limits_of(*now, indicator))
    )
