"""Why an area is as it is on a task or on one indicator, and who makes up what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from scorecard.catalog import Indicator, Task
from scorecard.lights.district_area import Area, Rows
from scorecard.lights.edition import Edition, group_name
from scorecard.lights.figure_words import not_summed
from scorecard.lights.overview import LOOK_BACK
from scorecard.lights.reason import build_clauses, build_history, why_no_light
from scorecard.snapshots.warehouse import files_of
from scorecard.text import district_page, reason_words, task_page
from scorecard.ui.district.shortfall import Shortfall, build_shortfall
from scorecard.ui.reader import session
from scorecard.ui.reader.week_lights import own_row
from scorecard.ui.shell.render import render


def build_why(edition: Edition, area: Area) -> str:
    """Why the area has its light on the task, or on the indicator of the map, and who makes up the shortfall."""
    own = own_row(edition, "group_lights", {"group_id": area.group_id, "task_no": area.task.task_no}, LOOK_BACK)
    history = build_history(own, LOOK_BACK if len(edition.history) > LOOK_BACK else None) if own else ""
    parts = {
        "shortfalls": _shortfalls(edition, area),
        "more": area.address.reason_link(area.group_id, area.task.task_no) if own else "",
        "status": own["status"] if own else "",
        "history": history,
        "task_light": "",
    }
    if area.indicator:
        beside = _beside(area.task, own, history) if own else {}
        return render("district/why", **parts | beside | _of_indicator(edition, area, area.indicator))
    decided: Rows = [row for row in area.figures if _decided(row, own)]
    name = group_name(edition, area.group_id)
    return render(
        "district/why",
        title=district_page.WHY[own["status"]] if own else district_page.WHY_NONE,
        place=district_page.WHY_PLACE.format(area=name, task=area.task.task_no, title=area.task.title),
        no_light="" if own else why_no_light(edition.catalog, edition.units, area.group_id, area.task.task_no),
        clauses=build_clauses(edition.catalog, decided),
        **parts,
    )


def _of_indicator(edition: Edition, area: Area, indicator: Indicator) -> dict[str, Any]:
    """Why the area is on the indicator of the map as it is, whatever the light of the task."""
    rows = [row for row in area.figures if row["indicator_id"] == indicator.indicator_id]
    concerned = any(edition.catalog.applies(indicator, unit) for unit in area.members.values())
    why_none = not_summed(indicator) if concerned else task_page.NOT_HERE
    return {
        "title": district_page.WHY[rows[0]["status"]] if rows else district_page.WHY_INDICATOR_NONE,
        "place": district_page.WHY_PLACE_INDICATOR.format(
            area=group_name(edition, area.group_id), indicator=indicator.name, task=area.task.task_no
        ),
        "status": rows[0]["status"] if rows else "",
        "no_light": "" if rows else why_none,
        "history": "",
        "clauses": build_clauses(edition.catalog, rows),
    }


def _beside(task: Task, own: Mapping[str, Any], history: str) -> dict[str, Any]:
    """The light of the task, named where the reason is that of one indicator."""
    said = district_page.TASK_LIGHT.format(task=task.task_no, status=reason_words.SHORT[own["status"]])
    return {"task_status": own["status"], "task_light": f"{said} {history}"}


def _shortfalls(edition: Edition, area: Area) -> list[Shortfall]:
    """One for every ratio that counts, each with its name where there are several or one was chosen."""
    counted = deciding(edition, area)
    found = [_shortfall(edition, area, indicator) for indicator in counted]
    if len(counted) == 1 and not area.indicator:
        return found
    return [
        replace(one, headline=district_page.SHORTFALL_OF.format(indicator=indicator.name, headline=one.headline))
        if one.headline
        else one
        for indicator, one in zip(counted, found, strict=True)
    ]


def _shortfall(edition: Edition, area: Area, indicator: Indicator) -> Shortfall:
    lights = indicator_rows(edition, indicator)
    statuses = [lights[unit_id]["status"] for unit_id in area.members if unit_id in lights]
    rows = session.warehouse().run(
        "shortfalls",
        files=files_of([edition.snapshot], "lights"),
        units=list(area.members),
        indicator_id=indicator.indicator_id,
        higher=indicator.direction == "higher",
    )
    return build_shortfall(indicator, rows, area.members, area.address, statuses)


def deciding(edition: Edition, area: Area) -> list[Indicator]:
    """The ratios whose shortfall counts: the one the map shows, else those that decided the area's light."""
    shown = area.indicator.indicator_id if area.indicator else None
    rows = [row for row in area.figures if shown == row["indicator_id"] or (not shown and _decided(row, area.own))]
    return [item for row in rows if (item := edition.indicator(row["indicator_id"]))]


def _decided(row: Mapping[str, Any], own: Mapping[str, Any] | None) -> bool:
    return own is not None and row["status"] == own["status"]


def indicator_rows(edition: Edition, indicator: Indicator) -> dict[str, Mapping[str, Any]]:
    """The lights of all units on one indicator."""
    rows = session.warehouse().run(
        "indicator_lights", files=files_of([edition.snapshot], "lights"), unit_id=None, task_no=indicator.task_no
    )
    return {row["unit_id"]: row for row in rows if row["indicator_id"] == indicator.indicator_id}
