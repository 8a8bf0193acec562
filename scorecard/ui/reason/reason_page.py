"""Reads the reason of the light an address asks for and prints it; nothing where it asks for none."""

from __future__ import annotations

from scorecard.address.address import Address
from scorecard.catalog import Task, Unit
from scorecard.format import week_label, week_range
from scorecard.lights.edition import Edition, group_name
from scorecard.lights.overview import LOOK_BACK, code_line, with_history
from scorecard.lights.reason import build_clauses, build_history, group_notes, why_no_light
from scorecard.lights.reason_view import Linked, Reason
from scorecard.lights.unit_blocks import labelled
from scorecard.snapshots.warehouse import files_of
from scorecard.text import interface_words, reason_words
from scorecard.ui.reader import session
from scorecard.ui.reader.matters_shown import matters_key
from scorecard.ui.reader.week_lights import own_row
from scorecard.ui.reason.forecast_notes import ahead_of_group, ahead_of_unit
from scorecard.ui.reason.opinions import follow_key, lacking_tasks, opinion_of_group, opinion_of_light
from scorecard.ui.shell.render import render


def read_reason(edition: Edition) -> str:
    """The dialog as HTML, or an empty text; cached by snapshot, address, and what was followed up."""
    if not edition.address.asked:
        return ""
    looked_at = [snapshot.hash for snapshot in edition.history[-LOOK_BACK:]]
    key = ("reason", edition.address.page, edition.address.link(), *looked_at, str(len(edition.history)))
    key = (*key, matters_key(), *follow_key(edition))
    return session.kept(key, lambda: render("reason/reason", reason=_make(edition)))


def _make(edition: Edition) -> Reason:
    asked = edition.address.asked
    unit = edition.unit(asked.unit) if asked.unit else None
    task = edition.task(asked.task) if asked.task else None
    if unit and task:
        return _light(edition, unit, task)
    if unit:
        return _all_of_unit(edition, unit)
    assert task is not None  # open_edition lets nothing else through
    return _group(edition, asked.group or "province", task)


def _light(edition: Edition, unit: Unit, task: Task) -> Reason:
    place = {"unit_id": unit.unit_id, "task_no": task.task_no}
    own = own_row(edition, "task_lights", place)
    if own is None:
        return _reason(
            edition,
            _named(edition, unit),
            task,
            status="not_applicable",
            rule=reason_words.NOT_APPLICABLE,
            **_page_of_unit(edition, unit),
        )
    rows = session.warehouse().run(
        "unit_lights",
        lights=files_of([edition.snapshot], "lights"),
        observations=files_of([edition.snapshot], "observations"),
        **place,
    )
    core = [row for row in rows if row["core"]]
    ahead = ahead_of_unit(edition, unit, rows)
    return _reason(
        edition,
        _named(edition, unit),
        task,
        status=own["status"],
        history=build_history(own),
        rule=reason_words.RULE.format(current=own["core_current"], applicable=own["core_applicable"]),
        core=build_clauses(edition.catalog, core, ahead),
        others=build_clauses(edition.catalog, (row for row in rows if not row["core"]), ahead),
        opinion=opinion_of_light(edition, unit, task.task_no, own["status"]),
        **_page_of_unit(edition, unit),
    )


def _group(edition: Edition, group_id: str, task: Task) -> Reason:
    name = group_name(edition, group_id) or group_id
    place = {"group_id": group_id, "task_no": task.task_no}
    own = own_row(edition, "group_lights", place)
    if own is None:
        why = why_no_light(edition.catalog, edition.units, group_id, task.task_no)
        return _reason(edition, name, task, rule=why, **_page_of_group(edition, group_id, task))
    rows = session.warehouse().run("group_lights", **with_history([edition.snapshot], "group_lights"), **place)
    figures = [row for row in rows if row["indicator_id"]]
    return _reason(
        edition,
        name,
        task,
        status=own["status"],
        history=build_history(own),
        rule=reason_words.GROUP_RULE,
        core=build_clauses(edition.catalog, figures, ahead_of_group(edition, figures)),
        notes=group_notes(edition.catalog, own),
        opinion=opinion_of_group(edition, group_id, task.task_no),
        **_page_of_group(edition, group_id, task),
    )


def _named(edition: Edition, unit: Unit) -> str:
    """The full name of a unit, a commune's with its district: names of communes occur twice."""
    return labelled(unit, edition.unit(unit.parent_id or "")) if unit.level == "commune" else unit.name


def _page_of_unit(edition: Edition, unit: Unit) -> dict[str, str]:
    return {"page_name": reason_words.OPEN_UNIT, "page_href": edition.anchored.link_to("unit", unit=unit.unit_id)}


def _page_of_group(edition: Edition, group_id: str, task: Task) -> dict[str, str]:
    """An area has a page of its own; any other group is seen best on the page of the task."""
    kind, _, member = group_id.partition(":")
    if kind in ("area", "communes"):
        href = edition.anchored.link_to("district", district=member, task=task.task_no)
        return {"page_name": reason_words.OPEN_DISTRICT, "page_href": href}
    if edition.address.page == "task":
        return {}
    return {"page_name": reason_words.OPEN_TASK, "page_href": edition.anchored.link_to("task", task=task.task_no)}


def _all_of_unit(edition: Edition, unit: Unit) -> Reason:
    now = with_history([edition.snapshot], "task_lights")
    rows = session.warehouse().run("task_lights", **now, unit_id=unit.unit_id, task_no=None)
    week = edition.snapshot.week
    lights = [(edition.task(row["task_no"]), row["status"]) for row in rows]
    lacks = lacking_tasks(edition, unit, rows)
    return Reason(
        title=_named(edition, unit),
        subtitle=reason_words.UNIT_SUBTITLE.format(week=f"{week_label(week)} ({week_range(week)})"),
        back=edition.address.without_reason().link(),
        code_line=code_line(edition.snapshot),
        page_name=reason_words.OPEN_UNIT,
        page_href=edition.anchored.link_to("unit", unit=unit.unit_id),
        linked=tuple(
            Linked(
                f"{task.task_no} · {task.title}",
                status,
                interface_words.LIGHT[status],
                edition.anchored.reason_link(unit.unit_id, task.task_no),
                lacks.get(task.task_no, ""),
            )
            for task, status in lights
            if task
        ),
    )


def _reason(edition: Edition, name: str, task: Task, *, status: str = "", **parts: object) -> Reason:
    asked = edition.address.asked
    link = Address(edition.address.page).reason_link(asked.unit or asked.group or "province", task.task_no)
    return Reason(
        title=reason_words.TITLE.format(unit=name, task=task.task_no),
        subtitle=task.title,
        back=edition.address.without_reason().link(),
        code_line=code_line(edition.snapshot),
        light=link.removeprefix("?"),
        status=status,
        status_name=reason_words.STATUS[status] if status else "",
        **parts,  # type: ignore[arg-type]
    )
