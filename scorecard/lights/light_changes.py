"""The lights that changed between two weeks, each with what changed it, in words; pure, computes no colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from scorecard.address.address import Address
from scorecard.catalog import Catalog, Indicator
from scorecard.format import date_vi
from scorecard.lights.figure_words import inside, limits_of, number_of, value_of
from scorecard.lights.ranking import value_in
from scorecard.lights.task_view import Change
from scorecard.text import interface_words, task_page

Row = Mapping[str, Any]
_SEVERITY = {"red": 0, "missing": 1, "stale": 1, "amber": 2, "none_arising": 3, "no_rule": 3, "green": 4}
_JUDGED = ("red", "amber", "green", "no_rule")


def build_changes(
    catalog: Catalog, address: Address, rows: Iterable[Row], names: Mapping[str, str]
) -> tuple[Change, ...]:
    """The changed lights of the units in `names`, the worst first: to red, missing, amber, no colour, green.

    Those alike stand in the order of `names`; after all that decide a light come those that are followed only.
    """
    indicators = {item.indicator_id: item for item in catalog.indicators}
    places = {unit_id: place for place, unit_id in enumerate(names)}
    shown = sorted(
        (row for row in rows if row["unit_id"] in names),
        key=lambda row: (not row["core"], _SEVERITY[row["status"]], places[row["unit_id"]]),
    )
    return tuple(
        Change(
            names[row["unit_id"]],
            address.reason_link(row["unit_id"], row["task_no"]),
            _said(row, indicators[row["indicator_id"]]),
            row["status"],
        )
        for row in shown
    )


def _said(row: Row, indicator: Indicator) -> str:
    name = indicator.name if row["core"] else task_page.FOLLOWED.format(name=indicator.name)
    return change_said(row, name, cause_said(row, indicator))


def change_said(row: Row, name: str, cause: str) -> str:
    """From which light to which, of what, and why."""
    return task_page.CHANGE.format(
        before=interface_words.LIGHT[row["status_before"]],
        now=interface_words.LIGHT[row["status"]],
        name=name,
        cause=cause,
    )


def cause_said(row: Row, indicator: Indicator) -> str:
    """The words of the row's cause, with its figures before and now, and the thresholds where they changed."""
    limits = limits_changed(row, indicator)
    before, now = _values(row, indicator, both=bool(limits))
    return _pattern(row, indicator).format(
        before=before,
        now=now,
        figures=from_to(before, now),
        limits=f"; {inside(limits)}" if limits else "",
        rule=limits or task_page.RULE_CHANGED,
        date=date_vi(row["as_of"]),
    )


def from_to(before: str, now: str) -> str:
    """Both, or the one where they are the same."""
    return now if before == now else task_page.FROM_TO.format(before=before, now=now)


def _pattern(row: Row, indicator: Indicator) -> str:
    """The words of a cause, which are others where a figure is gone, something arose, or nothing does any more."""
    cause, plain = row["cause"], task_page.CAUSE[row["cause"]]
    if cause == "correction" and row["numerator"] is None:
        return task_page.TAKEN_BACK
    if _nothing(row, indicator):
        return task_page.NOTHING_ARISES.get(cause, plain)
    arose = row["numerator"] is not None and _nothing(side_of(row, "_before"), indicator)
    return task_page.AROSE.get(cause, plain) if arose else plain


def _nothing(side: Row, indicator: Indicator) -> bool:
    """Whether a figure was sent, and says that nothing arose."""
    return indicator.measure == "ratio" and side["numerator"] is not None and not side["denominator"]


def _values(row: Row, indicator: Indicator, *, both: bool) -> list[str]:
    """The value before and after, each on its own side of its thresholds, or of `both` where both are named."""
    sides = [side_of(row, end) for end in ("_before", "")]
    exact = [value_in(side, indicator) for side in sides]
    return [
        value_of(side, indicator) if value is None or not both else number_of(value, sides, indicator)
        for side, value in zip(sides, exact, strict=True)
    ]


def side_of(row: Row, end: str) -> Row:
    """The figure before (`_before`) or after (empty), with the thresholds it was judged by."""
    return {name: row[f"{name}{end}"] for name in ("numerator", "denominator", "green", "amber")}


def limits_changed(row: Row, indicator: Indicator) -> str:
    """The thresholds before and after; empty where they are the same, or a light was not judged by any."""
    before, now = ((row[f"green{end}"], row[f"amber{end}"]) for end in ("_before", ""))
    if before == now or not {row["status_before"], row["status"]} <= set(_JUDGED):
        return ""
    return task_page.LIMITS_CHANGED.format(
        before=inside(limits_of(*before, indicator)), now=inside(limits_of(*now, indicator))
    )
