"""Reads what the page of a district shows and prints it into its parts; made once per snapshot and address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from scorecard.catalog import Indicator
from scorecard.format import number, week_label, week_range
from scorecard.text import as_of, ui
from scorecard.text import district_page as words
from scorecard.ui import session
from scorecard.ui.area import Area, Rows, build_area, chosen_district
from scorecard.ui.blocks import Option, OptionGroup
from scorecard.ui.comparing import against_choices, compared_pair, compared_task_rows, since
from scorecard.ui.edition import Edition, group_name
from scorecard.ui.overview_content import MatrixBuilder, WeekRows
from scorecard.ui.overview_read import LOOK_BACK, code_line, figures_of, group_rows_of, task_rows
from scorecard.ui.printed import inside
from scorecard.ui.reason_content import build_clauses, build_history, percent, why_no_light
from scorecard.ui.reason_read import own_row
from scorecard.ui.render import render
from scorecard.ui.shortfall import Shortfall, build_shortfall
from scorecard.warehouse import files_of


def read_area(edition: Edition) -> Area:
    """The district, task and order of the address; raises UsageError where the catalogue has no districts."""
    district = chosen_district(edition)
    rows = [row for row in group_rows_of(compared_pair(edition)) if row["group_id"] == f"area:{district.unit_id}"]
    return build_area(edition, district, rows, task_rows(edition))


def read_board(edition: Edition, area: Area) -> str:
    """The matrix of the area; apart from the rest, since it is what a reader waits for."""
    return session.kept(("district", *keys(edition, area)), lambda: _matrix(edition, area))


def read_filters(edition: Edition, area: Area) -> str:
    """The filters with the coverage."""
    return session.kept(("district_filters", *keys(edition, area)), lambda: _filters(edition, area))


def read_why(edition: Edition, area: Area) -> tuple[str, str]:
    """The reason of the area's light on the task with who makes up the shortfall; and the foot of the page."""
    return session.kept(("district_why", *keys(edition, area)), lambda: (_why(edition, area), _foot(edition)))


def _hashes(edition: Edition) -> list[str]:
    compared = [edition.compared.hash] if edition.compared else []
    return [snapshot.hash for snapshot in edition.history[-LOOK_BACK:]] + [*compared, str(len(edition.history))]


def keys(edition: Edition, area: Area) -> tuple[str, ...]:
    """What every part of the page depends on: its address and the snapshots it reads."""
    return area.address.link(), *_hashes(edition)


def _matrix(edition: Edition, area: Area) -> str:
    figures = figures_of(edition, list(area.members))
    read = WeekRows(compared_task_rows(edition), figures, area.group_rows, since(edition) or as_of.SINCE_PREVIOUS)
    week = edition.snapshot.week
    name = inside(area.district.name)
    caption = words.CAPTION.format(name=name, week=week_label(week), range=week_range(week))
    return render("matrix", matrix=MatrixBuilder(edition.catalog, area.address, read).build(area.blocks, caption))


def _filters(edition: Edition, area: Area) -> str:
    tasks = [Option(str(t.task_no), words.TASK_OPTION.format(task=t.task_no, title=t.title)) for t in edition.tasks]
    core = [item for item in edition.catalog.indicators if item.core and item.task_no == area.task.task_no]
    choices = SimpleNamespace(
        district=area.district.unit_id,
        districts=[OptionGroup("", tuple(Option(unit.unit_id, unit.name) for unit in edition.districts))],
        task=str(area.task.task_no),
        tasks=[OptionGroup("", tuple(tasks))],
        indicator=area.indicator.indicator_id if area.indicator else "",
        indicators=[OptionGroup("", tuple(Option(item.indicator_id, item.name) for item in core))],
        order=area.address.order,
        **against_choices(edition),
        only=area.address.only,
    )
    kept = {name: value for name, value in area.address.filters().items() if name in ("week", "revision", "shape")}
    return render("district_filters", choices=choices, kept=kept, coverage=_coverage(edition, area))


def deciding(edition: Edition, area: Area) -> list[Indicator]:
    """The ratios whose shortfall counts: the one the map shows, else those that decided the area's light."""
    shown = area.indicator.indicator_id if area.indicator else None
    rows = [row for row in area.figures if shown == row["indicator_id"] or (not shown and _decided(row, area.own))]
    return [item for row in rows if (item := edition.indicator(row["indicator_id"]))]


def _decided(row: Mapping[str, Any], own: Mapping[str, Any] | None) -> bool:
    return own is not None and row["status"] == own["status"]


def _coverage(edition: Edition, area: Area) -> str:
    """`21/21 communes have reported, 98,7 % of the units covered`, of the first ratio whose shortfall counts."""
    indicator = next(iter(deciding(edition, area)), None)
    if indicator is None:
        return ""
    row = next(row for row in area.figures if row["indicator_id"] == indicator.indicator_id)
    communes = [unit for unit in area.members.values() if unit.level == "commune"]
    bound = [unit.unit_id for unit in communes if edition.catalog.applies(indicator, unit)]
    all_alike = all(unit.name.startswith(words.COMMUNE) for unit in communes)
    pattern = words.REPORTED if all_alike else words.REPORTED_MIXED
    lights = indicator_rows(edition, indicator)
    current = [unit_id for unit_id in bound if lights[unit_id]["status"] not in ("missing", "stale")]
    parts = [pattern.format(current=number(len(current)), all=number(len(bound)))] if bound else []
    counted = {name: number(row[name]) for name in ("current", "members")}
    parts.append(words.COVERED.format(coverage=percent(row["coverage"]), **counted))
    return words.OF_INDICATOR.format(indicator=indicator.name, parts=" · ".join(parts))


def indicator_rows(edition: Edition, indicator: Indicator) -> dict[str, Mapping[str, Any]]:
    """The lights of all units on one indicator."""
    rows = session.warehouse().run(
        "indicator_lights", files=files_of([edition.snapshot], "lights"), unit_id=None, task_no=indicator.task_no
    )
    return {row["unit_id"]: row for row in rows if row["indicator_id"] == indicator.indicator_id}


def _why(edition: Edition, area: Area) -> str:
    own = own_row(edition, "group_lights", {"group_id": area.group_id, "task_no": area.task.task_no}, LOOK_BACK)
    decided: Rows = [row for row in area.figures if _decided(row, own)]
    name = group_name(edition, area.group_id)
    return render(
        "district_why",
        title=words.WHY[own["status"]] if own else words.WHY_NONE,
        place=words.WHY_PLACE.format(area=name, task=area.task.task_no, title=area.task.title),
        status=own["status"] if own else "",
        no_light="" if own else why_no_light(edition.catalog, edition.units, area.group_id, area.task.task_no),
        history=build_history(own, LOOK_BACK if len(edition.history) > LOOK_BACK else None) if own else "",
        clauses=build_clauses(edition.catalog, decided),
        shortfalls=_shortfalls(edition, area),
        more=area.address.reason_link(area.group_id, area.task.task_no),
    )


def _shortfalls(edition: Edition, area: Area) -> list[Shortfall]:
    """One for every ratio that counts, each with its name where there are several."""
    counted = deciding(edition, area)
    found = [_shortfall(edition, area, indicator) for indicator in counted]
    if len(counted) == 1:
        return found
    return [
        replace(one, headline=words.SHORTFALL_OF.format(indicator=indicator.name, headline=one.headline))
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


def _foot(edition: Edition) -> str:
    return render("foot", rule_line=ui.RULE_LINE, code_line=code_line(edition.snapshot))
