"""The lights of groups that changed between two weeks, each with what changed it; pure, computes no colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scorecard.address.address import Address
from scorecard.catalog import Catalog, Indicator
from scorecard.format import ABSENT, number
from scorecard.lights.figure_words import value_of
from scorecard.lights.light_changes import cause_said, change_said, from_to, limits_changed, side_of
from scorecard.lights.task_view import Change
from scorecard.text import task_page

Row = Mapping[str, Any]
_JUDGED_BY = ("numerator", "denominator", "green", "amber", "current", "members")


def build_group_changes(
    catalog: Catalog, address: Address, now: Iterable[Row], before: Iterable[Row], names: Mapping[str, str]
) -> tuple[Change, ...]:
    """The changed lights of the groups in `names`, in their order; `now` knows the status of the week of `before`.

    The light on the task stands with the first indicator that changed as it did, and by itself where none did.
    """
    earlier = {(row["group_id"], row["indicator_id"]): row for row in before}
    changed: dict[str, list[Row]] = {group_id: [] for group_id in names}
    for row in now:
        if row["group_id"] in names and row["previous_status"] not in (None, row["status"]):
            old = earlier[row["group_id"], row["indicator_id"]]
            both = {f"{name}_before": old[name] for name in _JUDGED_BY}
            changed[row["group_id"]].append({**row, **both, "status_before": row["previous_status"]})
    return tuple(
        Change(names[group_id], address.reason_link(group_id, row["task_no"]), text, row["status"])
        for group_id, rows in changed.items()
        for row, text in _told(catalog, rows)
    )


def _told(catalog: Catalog, rows: Sequence[Row]) -> list[tuple[Row, str]]:
    """The changed lights of one group on one task, in words; that on the task itself first."""
    own = next((row for row in rows if row["indicator_id"] is None), None)
    of_indicators = {row["indicator_id"]: row for row in rows if row["indicator_id"]}
    alike = [name for name, row in of_indicators.items() if own and _ends(row) == _ends(own)]
    told = [(own, change_said(own, task_page.TASK_LIGHT, task_page.WORST))] if own and not alike else []
    for indicator in catalog.indicators:
        row = of_indicators.get(indicator.indicator_id)
        if row:
            is_first = alike[:1] == [indicator.indicator_id]
            name = task_page.WITH_TASK.format(name=indicator.name) if is_first else indicator.name
            told.append((row, change_said(row, name, _cause(catalog, row, indicator))))
    return told


def _ends(row: Row) -> tuple[str, str]:
    return row["status_before"], row["status"]


def _cause(catalog: Catalog, row: Row, indicator: Indicator) -> str:
    """How many members were counted where that decided, else the thresholds where they changed, else the figures."""
    if "missing" in _ends(row):
        return _coverage(catalog, row, indicator)
    return cause_said({**row, "cause": "rule" if limits_changed(row, indicator) else "result"}, indicator)


def _coverage(catalog: Catalog, row: Row, indicator: Indicator) -> str:
    counted = from_to(*(f"{row[f'current{end}']}/{row[f'members{end}']}" for end in ("_before", "")))
    floor = f"{number(catalog.rules.coverage_floor_percent)}%"
    said = task_page.COVERAGE["under" if row["status"] == "missing" else "enough"].format(coverage=counted, floor=floor)
    before, now = (value_of(side_of(row, end), indicator) for end in ("_before", ""))
    if ABSENT not in (before, now):
        return f"{said} {task_page.FIGURES_BESIDE.format(figures=from_to(before, now))}"
    if before != now:
        only = (
            task_page.ONLY_BEFORE.format(before=before)
            if now == ABSENT
            else task_page.FIGURES_BESIDE.format(figures=now)
        )
        return f"{said} {only}"
    return said
