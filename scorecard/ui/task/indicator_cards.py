"""From the rows of one task to its cards and chips; pure, computes no colour."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.address.address import Address
from scorecard.address.queries import TaskQuery
from scorecard.catalog import Catalog, Indicator, Task
from scorecard.lights.figure_words import basis_of, evidence_of, fraction_of, inside, limits_of, not_summed, value_of
from scorecard.lights.rows import GroupLight
from scorecard.lights.status import MISSING
from scorecard.lights.task_view import Card, Chip, Level, Rule, Thresholds
from scorecard.text import general_words, interface_words, task_page

LEVEL_GROUPS = ("level:department", "level:district", "level:commune")


def build_chips(catalog: Catalog, address: Address, chosen: Task) -> tuple[Chip, ...]:
    """Every number of the letter; the page's filters stay, what belongs to one task does not."""
    return tuple(
        Chip(
            task.task_no,
            (task_page.TASK if task.in_letter else task_page.ABSENT).format(task=task.task_no)
            + f": {task.title}" * task.in_letter,
            address.link(task=task.task_no, indicator=None, why=None),
            task.task_no == chosen.task_no,
            task.in_letter,
        )
        for task in catalog.tasks
    )


def build_card(
    indicator: Indicator,
    address: Address,
    rows: Mapping[str, GroupLight],
    thresholds: Thresholds,
    group: tuple[str, str],
    years: str = "",
) -> Card:
    """One indicator with the figure of a group (its id and name); `rows` are the indicator's rows by group.

    `years` is what is said of the calendar year of the group's figure.
    """
    group_id, group_name = group
    row = rows.get(group_id)
    status = row.status if row else ""
    levels = [(level, rows[level]) for level in LEVEL_GROUPS if level in rows]
    return Card(
        name=indicator.name,
        href=address.link(indicator=indicator.indicator_id, why=None),
        chosen=address.of(TaskQuery).indicator == indicator.indicator_id,
        role=task_page.CORE if indicator.core else task_page.NOT_CORE,
        definition=_definition(indicator),
        source=task_page.SOURCE.format(
            source=indicator.source_system or task_page.NO_SOURCE,
            cadence=task_page.CADENCE.get(indicator.cadence, indicator.cadence or task_page.NO_SOURCE),
        ),
        status=status,
        status_name=general_words.STATUS[status] if status else "",
        value=value_of(row, indicator) if row else "",
        reason=address.reason_link(group_id, indicator.task_no),
        figure=" · ".join(filter(None, (_figure(row, indicator, group_name, thresholds), years))),
        thresholds=thresholds,
        levels_title=task_page.BY_LEVEL_OF_ALL if group_id.startswith("area:") else task_page.BY_LEVEL,
        levels=tuple(_level(level, own, indicator, address, thresholds) for level, own in levels),
    )


def _level(level: str, own: GroupLight, indicator: Indicator, address: Address, thresholds: Thresholds) -> Level:
    return Level(
        interface_words.GROUP_NAMES[level],
        own.status,
        value_of(own, indicator),
        address.reason_link(level, indicator.task_no),
        _own_rule(own, indicator, thresholds),
    )


def _own_rule(row: GroupLight, indicator: Indicator, thresholds: Thresholds) -> Rule | None:
    """The threshold a level is held against, unless it is the only one the card names."""
    if row.green is None:
        return None
    text, basis, evidence = limits_of(row.green, row.amber, indicator), basis_of(row), evidence_of(row)
    return None if thresholds.rules == (Rule(text, basis, evidence),) else Rule(inside(text), basis, evidence)


def _definition(indicator: Indicator) -> str:
    if not indicator.measure.divides:
        return indicator.numerator
    return task_page.DEFINITION_RATIO.format(numerator=indicator.numerator, denominator=indicator.denominator)


def _figure(row: GroupLight | None, indicator: Indicator, name: str, thresholds: Thresholds) -> str:
    if row is None:
        return not_summed(indicator) if thresholds.rules else task_page.NOT_HERE
    coverage = f"{row.current}/{row.members}"
    fraction = fraction_of(row, indicator) or general_words.STATUS[MISSING]
    return task_page.GROUP_FIGURE.format(
        group=name, value=value_of(row, indicator), fraction=fraction, coverage=coverage
    )
