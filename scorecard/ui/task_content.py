"""From the rows of one task to its cards, chips and changes; pure, computes no colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scorecard.address import Address
from scorecard.catalog import Catalog, Indicator, Target, Task, Unit
from scorecard.format import date_vi, number
from scorecard.text import reason
from scorecard.text import task_page as say
from scorecard.text import ui as words
from scorecard.ui.blocks import row_name
from scorecard.ui.printed import fraction_of, limit_of, value_of
from scorecard.ui.task_view import Card, Change, Chip, Threshold

Row = Mapping[str, Any]
_MOST_CHANGES = 8
LEVEL_GROUPS = ("level:department", "level:district", "level:commune")


def build_chips(catalog: Catalog, address: Address, chosen: Task) -> tuple[Chip, ...]:
    """Every number of the letter; the page's filters stay, what belongs to one task does not."""
    return tuple(
        Chip(
            task.task_no,
            (say.TASK if task.in_letter else say.ABSENT).format(task=task.task_no) + f": {task.title}" * task.in_letter,
            address.link(task=task.task_no, indicator=None, why=None),
            task.task_no == chosen.task_no,
            task.in_letter,
        )
        for task in catalog.tasks
    )


def build_card(
    indicator: Indicator, address: Address, rows: Mapping[str, Row], targets: Sequence[Target], group: tuple[str, str]
) -> Card:
    """One indicator with the figure of a group (its id and name); `rows` are the indicator's rows by group."""
    group_id, group_name = group
    row = rows.get(group_id)
    status = row["status"] if row else ""
    levels = [(words.GROUP_NAMES[level], rows[level]) for level in LEVEL_GROUPS if level in rows]
    return Card(
        name=indicator.name,
        href=address.link(indicator=indicator.indicator_id, why=None),
        chosen=address.indicator == indicator.indicator_id,
        role=say.CORE if indicator.core else say.NOT_CORE,
        definition=_definition(indicator),
        source=say.SOURCE.format(
            source=indicator.source_system or say.NO_SOURCE,
            cadence=say.CADENCE.get(indicator.cadence, indicator.cadence or say.NO_SOURCE),
        ),
        status=status,
        status_name=words.LIGHT[status] if status else "",
        value=value_of(row, indicator) if row else "",
        figure=_group_figure(row, indicator, group_name) if row else say.NOT_SUMMED,
        threshold=_threshold(row["green"], row["amber"], indicator) if row else "",
        basis=reason.TARGET.format(basis=row["legal_basis"], date=date_vi(row["target_from"]))
        if row and row["target_from"]
        else "",
        evidence=reason.EVIDENCE.get(row["evidence"], "") if row else "",
        thresholds=_time_line(indicator, row, targets, _scopes(group_id)),
        levels=tuple((name, level["status"], value_of(level, indicator)) for name, level in levels),
    )


def _definition(indicator: Indicator) -> str:
    if indicator.measure != "ratio":
        return indicator.numerator
    return say.DEFINITION_RATIO.format(numerator=indicator.numerator, denominator=indicator.denominator)


def _group_figure(row: Row, indicator: Indicator, name: str) -> str:
    coverage = f"{row['current']}/{row['members']}"
    fraction = fraction_of(row, indicator) or words.LIGHT["missing"]
    return say.GROUP_FIGURE.format(group=name, value=value_of(row, indicator), fraction=fraction, coverage=coverage)


def _threshold(green: Any, amber: Any, indicator: Indicator) -> str:
    if green is None:
        return say.NO_THRESHOLD
    pattern = say.THRESHOLD_HIGHER if indicator.direction == "higher" else say.THRESHOLD_LOWER
    return pattern.format(green=limit_of(green, indicator), amber=limit_of(amber, indicator))


def _scopes(group_id: str) -> tuple[str, str]:
    """The target scopes of a group in the rule's order."""
    kind, _, rest = group_id.partition(":")
    return {"area": "area", "communes": "commune", "level": rest}.get(kind, kind), "*"


def _time_line(
    indicator: Indicator, row: Row | None, targets: Sequence[Target], scopes: tuple[str, ...]
) -> tuple[Threshold, ...]:
    """The thresholds of the first scope that has any: the one in force, one before it and two after, oldest first."""
    own = [target for target in targets if target.indicator_id == indicator.indicator_id]
    found = next((rows for scope in scopes if (rows := [item for item in own if item.scope == scope])), [])
    in_force = row["target_from"] if row else None
    ordered = sorted(found, key=lambda target: target.effective_from)
    place = next((at for at, target in enumerate(ordered) if target.effective_from == in_force), len(ordered) - 1)
    return tuple(
        Threshold(
            say.FROM_DAY.format(date=date_vi(target.effective_from)),
            _threshold(target.green, target.amber, indicator),
            target.effective_from == in_force,
        )
        for target in ordered[max(place - 1, 0) : place + 3]
    )


def build_changes(
    catalog: Catalog, address: Address, rows: Iterable[Row], units: Mapping[str, Unit]
) -> tuple[tuple[Change, ...], str]:
    """The lights that changed, in the order of units, and how many more there are than are shown."""
    indicators = {item.indicator_id: item for item in catalog.indicators}
    shown = sorted((row for row in rows if row["unit_id"] in units), key=lambda row: list(units).index(row["unit_id"]))
    changes = tuple(
        Change(
            row_name(units[row["unit_id"]]),
            address.reason_link(row["unit_id"], row["task_no"]),
            _change(row, indicators[row["indicator_id"]]),
            row["status"],
        )
        for row in shown[:_MOST_CHANGES]
    )
    more = len(shown) - len(changes)
    return changes, say.MORE_CHANGES.format(count=number(more)) if more else ""


def _change(row: Row, indicator: Indicator) -> str:
    plain = {"green": None, "amber": None}  # nothing is held against a threshold here
    before = {"numerator": row["numerator_before"], "denominator": row["denominator_before"], **plain}
    cause = say.CAUSE[row["cause"]].format(
        before=value_of(before, indicator), now=value_of({**row, **plain}, indicator), date=date_vi(row["as_of"])
    )
    return say.CHANGE.format(
        before=words.LIGHT[row["status_before"]], now=words.LIGHT[row["status"]], name=indicator.name, cause=cause
    )
