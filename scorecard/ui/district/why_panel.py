"""Why an area is as it is on a task or on one indicator, and who makes up what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scorecard.catalog import Indicator
from scorecard.lights.district_area import Area
from scorecard.lights.edition import Edition, group_name
from scorecard.lights.figure_words import not_summed
from scorecard.lights.figure_years import summed_rows
from scorecard.lights.overview import LOOK_BACK
from scorecard.lights.reason import build_clauses, build_history, why_no_light
from scorecard.lights.reason_view import Clause
from scorecard.lights.rows import GroupLight, Shortfall
from scorecard.lights.status import Status
from scorecard.snapshots.warehouse import files_of
from scorecard.text import district_page, general_words, task_page
from scorecard.ui.district.shortfall import ShortfallSaid, build_shortfall
from scorecard.ui.reader import session
from scorecard.ui.reader.week_lights import indicator_rows, light_of_group
from scorecard.ui.reader.year_notes import year_of_row
from scorecard.ui.shell.render import render


@dataclass(frozen=True)
class Why:
    """The reason of a light, or in `no_light` why there is none, and the shortfalls behind it.

    `task_light` names the light of the task beside the reason of one indicator; `more` leads to the whole reason.
    """

    title: str
    place: str
    status: Status | None
    no_light: str
    clauses: Sequence[Clause]
    shortfalls: Sequence[ShortfallSaid]
    more: str
    history: str = ""
    task_status: Status | None = None
    task_light: str = ""


def build_why(edition: Edition, area: Area) -> str:
    """Why the area has its light on the task, or on the indicator of the map, and who makes up the shortfall."""
    own = light_of_group(edition, area.group_id, area.task.task_no, LOOK_BACK)
    history = ""
    if own:
        uncertain_from = LOOK_BACK if len(edition.history) > LOOK_BACK else None
        history = build_history(own, uncertain_from, by_rule=edition.ground.changed_by_rule(own))
    why = _of_indicator(edition, area, area.indicator) if area.indicator else _of_task(edition, area, own)
    if own and area.indicator:
        said = district_page.TASK_LIGHT.format(task=area.task.task_no, status=general_words.COLOUR[own.status])
        why = replace(why, task_status=own.status, task_light=f"{said} {history}")
    elif own:
        why = replace(why, history=history)
    if own:
        why = replace(why, more=area.address.reason_link(area.group_id, area.task.task_no))
    return render("district/why", why=why)


def _clauses(edition: Edition, rows: Sequence[GroupLight]) -> tuple[Clause, ...]:
    """The clauses of the rule, with the calendar year of a figure beside its date."""

    def dated(clause: Clause, row: GroupLight) -> Clause:
        indicator = edition.indicator(row.indicator_id or "")
        year = year_of_row(edition, row, indicator) if indicator else ""
        return replace(clause, figure=" · ".join(filter(None, (clause.figure, year))))

    built = build_clauses(edition.catalog, rows)
    return tuple(dated(clause, row) for clause, row in zip(built, rows, strict=True))


def _of_task(edition: Edition, area: Area, own: GroupLight | None) -> Why:
    """Why the area has its light on the task."""
    decided = [row for row in area.figures if _decided(row, own)]
    name = group_name(edition, area.group_id)
    return Why(
        title=district_page.WHY[own.status] if own else district_page.WHY_NONE,
        place=district_page.WHY_PLACE.format(area=name, task=area.task.task_no, title=area.task.title),
        status=own.status if own else None,
        no_light="" if own else why_no_light(edition.catalog, edition.units, area.group_id, area.task.task_no),
        clauses=_clauses(edition, decided),
        shortfalls=_shortfalls(edition, area),
        more="",
    )


def _of_indicator(edition: Edition, area: Area, indicator: Indicator) -> Why:
    """Why the area is on the indicator of the map as it is, whatever the light of the task."""
    rows = [row for row in area.figures if row.indicator_id == indicator.indicator_id]
    concerned = any(edition.catalog.applies(indicator, unit) for unit in area.members.values())
    why_none = not_summed(indicator) if concerned else task_page.NOT_HERE
    return Why(
        title=district_page.WHY[rows[0].status] if rows else district_page.WHY_INDICATOR_NONE,
        place=district_page.WHY_PLACE_INDICATOR.format(
            area=group_name(edition, area.group_id), indicator=indicator.name, task=area.task.task_no
        ),
        status=rows[0].status if rows else None,
        no_light="" if rows else why_none,
        clauses=_clauses(edition, rows),
        shortfalls=_shortfalls(edition, area),
        more="",
    )


def _shortfalls(edition: Edition, area: Area) -> list[ShortfallSaid]:
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


def _shortfall(edition: Edition, area: Area, indicator: Indicator) -> ShortfallSaid:
    own = next((row for row in area.figures if row.indicator_id == indicator.indicator_id), None)
    # A figure of another year than the sum makes up none of its shortfall.
    lights = summed_rows(indicator_rows(edition.snapshot, indicator), own, indicator)
    statuses = [lights[unit_id].status for unit_id in area.members if unit_id in lights]
    rows = session.warehouse().run(
        Shortfall,
        files=files_of([edition.snapshot], "lights"),
        units=[unit_id for unit_id in area.members if unit_id in lights],
        indicator_id=indicator.indicator_id,
        higher=indicator.direction == "higher",
    )
    return build_shortfall(indicator, rows, area.members, area.address, statuses)


def deciding(edition: Edition, area: Area) -> list[Indicator]:
    """The ratios whose shortfall counts: the one the map shows, else those that decided the area's light."""
    shown = area.indicator.indicator_id if area.indicator else None
    rows = [row for row in area.figures if shown == row.indicator_id or (not shown and _decided(row, area.own))]
    return [item for row in rows if (item := edition.indicator(row.indicator_id or ""))]


def _decided(row: GroupLight, own: GroupLight | None) -> bool:
    return own is not None and row.status == own.status
