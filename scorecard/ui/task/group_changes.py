"""The lights of groups that changed between two weeks, each with what changed it; pure, computes no colour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from scorecard.address.address import Address
from scorecard.catalog import Catalog, Indicator
from scorecard.format import ABSENT, number
from scorecard.lights.edition import Edition
from scorecard.lights.figure_words import value_of
from scorecard.lights.ground import Ground
from scorecard.lights.light_changes import cause_said, change_said, from_to, limits_changed, side_of
from scorecard.lights.rows import GroupLight
from scorecard.lights.status import MISSING, Status
from scorecard.lights.task_view import Change
from scorecard.text import ground_words, task_page

_REGROUPED = "regrouped"


class GroupChange(NamedTuple):
    """A light of a group that differs from that of the compared week; `indicator_id` None is the task itself."""

    task_no: int
    indicator_id: str | None
    status_before: Status
    status: Status
    numerator_before: Decimal | None
    numerator: Decimal | None
    denominator_before: Decimal | None
    denominator: Decimal | None
    green_before: Decimal | None
    green: Decimal | None
    amber_before: Decimal | None
    amber: Decimal | None
    current_before: int
    current: int
    members_before: int
    members: int
    as_of: dt.date | None
    cause: str = "result"

    @property
    def ends(self) -> tuple[Status, Status]:
        """What it was and what it is."""
        return self.status_before, self.status


def build_group_changes(
    edition: Edition,
    address: Address,
    now: Iterable[GroupLight],
    before: Iterable[GroupLight],
    names: Mapping[str, str],
    others: Collection[str] = (),
) -> tuple[Change, ...]:
    """The changed lights of the groups in `names`, in their order; `now` knows the status of the week of `before`.

    Of the groups in `others`, which have other members since, that alone is told: no result became another.
    The light on the task stands with the first indicator that changed as it did, and by itself where none did.
    """
    earlier = {(row.group_id, row.indicator_id): row for row in before}
    changed: dict[str, list[GroupChange]] = {group_id: [] for group_id in names}
    for row in now:
        if row.group_id in names and row.previous_status not in (None, row.status):
            old = earlier[row.group_id, row.indicator_id]
            change = _change(edition.ground_compared, old, row, row.previous_status)
            changed[row.group_id].append(change._replace(cause=_REGROUPED) if row.group_id in others else change)
    return tuple(
        Change(names[group_id], address.reason_link(group_id, change.task_no), text, change.status)
        for group_id, changes in changed.items()
        for change, text in _in_words(edition.catalog, changes)
    )


def _change(ground: Ground, old: GroupLight, row: GroupLight, previous: Status) -> GroupChange:
    cause = "rule" if ground.changed_by_rule(row) else "result"
    return GroupChange(
        task_no=row.task_no,
        indicator_id=row.indicator_id,
        status_before=previous,
        status=row.status,
        numerator_before=old.numerator,
        numerator=row.numerator,
        denominator_before=old.denominator,
        denominator=row.denominator,
        green_before=old.green,
        green=row.green,
        amber_before=old.amber,
        amber=row.amber,
        current_before=old.current,
        current=row.current,
        members_before=old.members,
        members=row.members,
        as_of=row.as_of,
        cause="definition" if row.indicator_id in ground.redefined else cause,
    )


def _in_words(catalog: Catalog, changes: Sequence[GroupChange]) -> list[tuple[GroupChange, str]]:
    """The changed lights of one group on one task, in words; that on the task itself first."""
    own = next((change for change in changes if change.indicator_id is None), None)
    of_indicators = {change.indicator_id: change for change in changes if change.indicator_id}
    alike = [name for name, change in of_indicators.items() if own and change.ends == own.ends]
    worst = task_page.WORST
    if own and own.cause != "result":
        worst = _regrouped(own) if own.cause == _REGROUPED else ground_words.BY_RULE
    said = [(own, change_said(own, task_page.TASK_LIGHT, worst))] if own and not alike else []
    for indicator in catalog.indicators:
        change = of_indicators.get(indicator.indicator_id)
        if change:
            is_first = alike[:1] == [indicator.indicator_id]
            name = task_page.WITH_TASK.format(name=indicator.name) if is_first else indicator.name
            said.append((change, change_said(change, name, _cause(catalog, change, indicator))))
    return said


def _cause(catalog: Catalog, change: GroupChange, indicator: Indicator) -> str:
    """How many members were counted where that decided, else the thresholds where they changed, else the figures."""
    if change.cause == _REGROUPED:
        return _regrouped(change)
    if change.cause == "definition":
        return cause_said(change, indicator)
    if MISSING in change.ends:
        return _coverage(catalog, change, indicator)
    return cause_said(change._replace(cause="rule") if limits_changed(change, indicator) else change, indicator)


def _regrouped(change: GroupChange) -> str:
    return task_page.REGROUPED.format(members=from_to(f"{change.members_before}", f"{change.members}"))


def _coverage(catalog: Catalog, change: GroupChange, indicator: Indicator) -> str:
    counted = from_to(f"{change.current_before}/{change.members_before}", f"{change.current}/{change.members}")
    floor = f"{number(catalog.rules.coverage_floor_percent)}%"
    pattern = task_page.COVERAGE["under" if change.status == MISSING else "enough"]
    said = pattern.format(coverage=counted, floor=floor)
    before, now = (value_of(side_of(change, end), indicator) for end in ("_before", ""))
    if ABSENT not in (before, now):
        return f"{said} {task_page.FIGURES_BESIDE.format(figures=from_to(before, now))}"
    if before == now:
        return said
    only = (
        task_page.ONLY_BEFORE.format(before=before) if now == ABSENT else task_page.FIGURES_BESIDE.format(figures=now)
    )
    return f"{said} {only}"
