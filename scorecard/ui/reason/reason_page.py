"""Reads the reason of the light an address asks for and prints it; nothing where it asks for none."""

from __future__ import annotations

from scorecard.address.queries import UnitQuery
from scorecard.catalog import Unit
from scorecard.format import week_label, week_range
from scorecard.lights.edition import Edition
from scorecard.lights.overview import LOOK_BACK, code_line, with_history
from scorecard.lights.reason_view import Linked, Reason
from scorecard.lights.rows import TaskLight
from scorecard.text import general_words, reason_words
from scorecard.ui.reader import session
from scorecard.ui.reader.matters_shown import matters_key
from scorecard.ui.reason.light_reason import full_name, reason_of_group, reason_of_unit
from scorecard.ui.reason.opinions import follow_key, lacking_tasks
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
        return reason_of_unit(edition, unit, task)
    if unit:
        return _all_of_unit(edition, unit)
    assert task is not None  # open_edition lets nothing else through
    return reason_of_group(edition, asked.group or "province", task)


def _all_of_unit(edition: Edition, unit: Unit) -> Reason:
    """All lights of a unit, each with the way to its own reason."""
    now = with_history([edition.snapshot], "task_lights")
    rows = session.warehouse().run(TaskLight, **now, unit_id=unit.unit_id, task_no=None)
    week = edition.snapshot.week
    lights = [(edition.task(row.task_no), row.status) for row in rows]
    lacks = lacking_tasks(edition, unit, rows)
    return Reason(
        title=full_name(edition, unit),
        subtitle=reason_words.UNIT_SUBTITLE.format(week=f"{week_label(week)} ({week_range(week)})"),
        back=edition.address.without_reason().link(),
        code_line=code_line(edition.snapshot),
        page_name=reason_words.OPEN_UNIT,
        page_href=edition.anchored.link_to(UnitQuery(unit=unit.unit_id)),
        linked=tuple(
            Linked(
                f"{task.task_no} · {task.title}",
                status,
                general_words.STATUS[status],
                edition.anchored.reason_link(unit.unit_id, task.task_no),
                lacks.get(task.task_no, ""),
            )
            for task, status in lights
            if task
        ),
    )
