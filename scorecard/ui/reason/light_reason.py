"""The reason of one light, of a unit or of a group on a task: the rule, the figures, and what people said of it."""

from __future__ import annotations

from dataclasses import replace

from scorecard.address.address import Address
from scorecard.address.queries import DistrictQuery, TaskQuery, UnitQuery
from scorecard.catalog import Task, Unit
from scorecard.lights.edition import Edition, group_name
from scorecard.lights.overview import code_line, with_history
from scorecard.lights.reason import build_clauses, build_history, group_notes, why_no_light
from scorecard.lights.reason_view import Reason
from scorecard.lights.rows import GroupLight
from scorecard.lights.status import NOT_APPLICABLE
from scorecard.lights.unit_blocks import labelled
from scorecard.text import reason_words
from scorecard.ui.reader import session
from scorecard.ui.reader.week_lights import light_of_group, light_of_unit, unit_figures
from scorecard.ui.reader.year_notes import with_years
from scorecard.ui.reason.forecast_notes import ahead_of_group, ahead_of_unit
from scorecard.ui.reason.opinions import opinion_of_group, opinion_of_light


def reason_of_unit(edition: Edition, unit: Unit, task: Task) -> Reason:
    """Why a unit has its light on a task, or that the task does not apply to it."""
    begun = replace(
        _begun(edition, full_name(edition, unit), task),
        page_name=reason_words.OPEN_UNIT,
        page_href=edition.anchored.link_to(UnitQuery(unit=unit.unit_id)),
    )
    own = light_of_unit(edition, unit.unit_id, task.task_no)
    if own is None:
        status_name = reason_words.STATUS[NOT_APPLICABLE]
        return replace(begun, status=NOT_APPLICABLE, status_name=status_name, rule=reason_words.NOT_APPLICABLE)
    rows = unit_figures(edition, unit.unit_id, task.task_no)
    ahead = with_years(edition, ahead_of_unit(edition, unit, rows))
    return replace(
        begun,
        status=own.status,
        status_name=reason_words.STATUS[own.status],
        history=build_history(own, by_rule=edition.ground.changed_by_rule(own)),
        rule=reason_words.RULE.format(current=own.core_current, applicable=own.core_applicable),
        core=build_clauses(edition.catalog, (row for row in rows if row.core), ahead),
        others=build_clauses(edition.catalog, (row for row in rows if not row.core), ahead),
        opinion=opinion_of_light(edition, unit, task.task_no, own.status),
    )


def reason_of_group(edition: Edition, group_id: str, task: Task) -> Reason:
    """Why a group has its light on a task, or why it has none."""
    page_name, page_href = _page_of_group(edition, group_id, task)
    name = group_name(edition, group_id) or group_id
    begun = replace(_begun(edition, name, task), page_name=page_name, page_href=page_href)
    own = light_of_group(edition, group_id, task.task_no)
    if own is None:
        return replace(begun, rule=why_no_light(edition.catalog, edition.units, group_id, task.task_no))
    now = with_history([edition.snapshot], "group_lights")
    rows = session.warehouse().run(GroupLight, **now, group_id=group_id, task_no=task.task_no)
    figures = [row for row in rows if row.indicator_id]
    return replace(
        begun,
        status=own.status,
        status_name=reason_words.STATUS[own.status],
        history=build_history(own, by_rule=edition.ground.changed_by_rule(own)),
        rule=reason_words.GROUP_RULE,
        core=build_clauses(edition.catalog, figures, with_years(edition, ahead_of_group(edition, figures))),
        notes=group_notes(edition.catalog, own),
        opinion=opinion_of_group(edition, group_id, task.task_no),
    )


def full_name(edition: Edition, unit: Unit) -> str:
    """The full name of a unit, a commune's with its district: names of communes occur twice."""
    return labelled(unit, edition.unit(unit.parent_id or "")) if unit.level == "commune" else unit.name


def _begun(edition: Edition, name: str, task: Task) -> Reason:
    """What stands above every reason of one light."""
    asked = edition.address.asked
    link = Address(type(edition.address.query)()).reason_link(asked.unit or asked.group or "province", task.task_no)
    return Reason(
        title=reason_words.TITLE.format(unit=name, task=task.task_no),
        subtitle=task.title,
        back=edition.address.without_reason().link(),
        code_line=code_line(edition.snapshot),
        light=link.removeprefix("?"),
    )


def _page_of_group(edition: Edition, group_id: str, task: Task) -> tuple[str, str]:
    """An area has a page of its own; any other group is seen best on the page of the task. Its name and address."""
    kind, _, member = group_id.partition(":")
    if kind in ("area", "communes"):
        href = edition.anchored.link_to(DistrictQuery(district=member, task=task.task_no))
        return reason_words.OPEN_DISTRICT, href
    if edition.address.page == "task":
        return "", ""
    return reason_words.OPEN_TASK, edition.anchored.link_to(TaskQuery(task=task.task_no))
