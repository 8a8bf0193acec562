"""Reads what the page of a district shows and prints it into its parts; made once per snapshot and address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.address.queries import DistrictQuery
from scorecard.format import number, week_label, week_range
from scorecard.lights.district_area import Area, build_area, chosen_district
from scorecard.lights.edition import Edition
from scorecard.lights.figure_words import inside
from scorecard.lights.matrix import MatrixBuilder, WeekRows
from scorecard.lights.overview import LOOK_BACK, code_line
from scorecard.lights.reason import percent
from scorecard.lights.status import UNKNOWN
from scorecard.lights.unit_blocks import Option, OptionGroup
from scorecard.text import district_page, interface_words, revision_words
from scorecard.ui.district.why_panel import build_why, deciding
from scorecard.ui.drawing.choices import WeekChoices
from scorecard.ui.reader import session
from scorecard.ui.reader.compared_week import compared_pair, compared_task_rows, since, week_choices
from scorecard.ui.reader.week_lights import figures_of, group_rows_of, indicator_rows, task_rows
from scorecard.ui.shell.render import render


@dataclass(frozen=True)
class AreaFilters:
    """The lists above the matrix with what is chosen of each; `indicator` is empty where the map shows the task."""

    district: str
    districts: Sequence[OptionGroup]
    task: str
    tasks: Sequence[OptionGroup]
    indicator: str
    indicators: Sequence[OptionGroup]
    order: str
    only: bool
    compared: WeekChoices


def read_area(edition: Edition) -> Area:
    """The district, task and order of the address; raises UsageError where the catalogue has no districts."""
    district = chosen_district(edition)
    rows = [
        row
        for row in edition.ground_compared.without_rule_changes(group_rows_of(compared_pair(edition)))
        if row.group_id == f"area:{district.unit_id}"
    ]
    return build_area(edition, district, rows, task_rows(edition))


def read_board(edition: Edition, area: Area) -> str:
    """The matrix of the area; apart from the rest, since it is what a reader waits for."""
    return session.kept(("district", *keys(edition, area)), lambda: _matrix(edition, area))


def read_filters(edition: Edition, area: Area) -> str:
    """The filters with the coverage."""
    return session.kept(("district_filters", *keys(edition, area)), lambda: _filters(edition, area))


def read_why(edition: Edition, area: Area) -> tuple[str, str]:
    """The reason of the area's light on the task with who makes up the shortfall; and the foot of the page."""
    return session.kept(("district_why", *keys(edition, area)), lambda: (build_why(edition, area), _foot(edition)))


def _hashes(edition: Edition) -> list[str]:
    compared = [edition.compared.hash] if edition.compared else []
    return [snapshot.hash for snapshot in edition.history[-LOOK_BACK:]] + [*compared, str(len(edition.history))]


def keys(edition: Edition, area: Area) -> tuple[str, ...]:
    """What every part of the page depends on: its address and the snapshots it reads."""
    return area.address.link(), *_hashes(edition)


def _matrix(edition: Edition, area: Area) -> str:
    figures = figures_of(edition, list(area.members))
    read = WeekRows(
        compared_task_rows(edition), figures, area.group_rows, since(edition) or revision_words.SINCE_PREVIOUS
    )
    week = edition.snapshot.week
    name = inside(area.district.name)
    caption = district_page.CAPTION.format(name=name, week=week_label(week), range=week_range(week))
    return render(
        "drawing/matrix", matrix=MatrixBuilder(edition.catalog, area.address, read).build(area.blocks, caption)
    )


def _filters(edition: Edition, area: Area) -> str:
    tasks = [
        Option(str(t.task_no), district_page.TASK_OPTION.format(task=t.task_no, title=t.title)) for t in edition.tasks
    ]
    core = [item for item in edition.catalog.indicators if item.core and item.task_no == area.task.task_no]
    choices = AreaFilters(
        district=area.district.unit_id,
        districts=[OptionGroup("", tuple(Option(unit.unit_id, unit.name) for unit in edition.districts))],
        task=str(area.task.task_no),
        tasks=[OptionGroup("", tuple(tasks))],
        indicator=area.indicator.indicator_id if area.indicator else "",
        indicators=[OptionGroup("", tuple(Option(item.indicator_id, item.name) for item in core))],
        order=area.address.of(DistrictQuery).order,
        only=area.address.query.only,
        compared=week_choices(edition),
    )
    kept = {name: value for name, value in area.address.filters().items() if name in ("week", "revision", "shape")}
    return render("district/filters", choices=choices, kept=kept, coverage=_coverage(edition, area))


def _coverage(edition: Edition, area: Area) -> str:
    """`21/21 communes have reported, 98,7 % of the units covered`, of the first ratio whose shortfall counts."""
    indicator = next(iter(deciding(edition, area)), None)
    if indicator is None:
        return ""
    row = next(row for row in area.figures if row.indicator_id == indicator.indicator_id)
    communes = [unit for unit in area.members.values() if unit.level == "commune"]
    bound = [unit.unit_id for unit in communes if edition.catalog.applies(indicator, unit)]
    all_alike = all(unit.name.startswith(district_page.COMMUNE) for unit in communes)
    pattern = district_page.REPORTED if all_alike else district_page.REPORTED_MIXED
    lights = indicator_rows(edition.snapshot, indicator)
    current = [unit_id for unit_id in bound if lights[unit_id].status not in UNKNOWN]
    parts = [pattern.format(current=number(len(current)), all=number(len(bound)))] if bound else []
    covered = {"current": number(row.current), "members": number(row.members)}
    parts.append(district_page.COVERED.format(coverage=percent(row.coverage or 0), **covered))
    return district_page.OF_INDICATOR.format(indicator=indicator.name, parts=" · ".join(parts))


def _foot(edition: Edition) -> str:
    return render("drawing/foot", rule_line=interface_words.RULE_LINE, code_line=code_line(edition.snapshot))
