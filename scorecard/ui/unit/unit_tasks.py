"""From the rows of one unit to its tasks with their figures; pure, computes no colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.address.address import Address
from scorecard.address.queries import TaskQuery
from scorecard.catalog import Catalog, Task, Unit
from scorecard.lights.rows import TaskLight
from scorecard.text import general_words, unit_page
from scorecard.ui.unit.unit_figure import build_figure, held
from scorecard.ui.unit.unit_rows import UnitRows
from scorecard.ui.unit.unit_view import Figure, TaskRows


@dataclass(frozen=True)
class UnitFigures:
    """What the page shows of one unit whatever its links lead to: task lights by number, and figures by task."""

    lights: Mapping[int, TaskLight]
    figures: Mapping[int, tuple[Figure, ...]]
    uncertain_from: int
    may_open_tasks: bool


def build_figures(catalog: Catalog, read: UnitRows) -> UnitFigures:
    """Everything that needs drawing or counting; figures of a task in the order they were read, the deciding first."""
    indicators = {item.indicator_id: item for item in catalog.indicators}
    figures: dict[int, tuple[Figure, ...]] = {}
    for row in read.figures:
        figure = build_figure(held(row, catalog.targets, read), indicators[row.indicator_id], read)
        figures[row.task_no] = (*figures.get(row.task_no, ()), figure)
    lights = {row.task_no: row for row in read.lights}
    return UnitFigures(lights, figures, read.uncertain_from, read.may_open_tasks)


def build_tasks(catalog: Catalog, address: Address, unit: Unit, built: UnitFigures) -> tuple[TaskRows, ...]:
    """The unit's tasks in the letter's order, each with its figures and its links."""
    tasks = {task.task_no: task for task in catalog.tasks}
    return tuple(_task(address, unit, tasks[number], built) for number in sorted(built.figures))


def _task(address: Address, unit: Unit, task: Task, built: UnitFigures) -> TaskRows:
    light = built.lights.get(task.task_no)
    return TaskRows(
        title=unit_page.TASK.format(task=task.task_no, title=task.title),
        href=address.reason_link(unit.unit_id, task.task_no),
        task_href=address.link_to(TaskQuery(task=task.task_no)) if built.may_open_tasks else "",
        status=light.status if light else "",
        status_name=general_words.STATUS[light.status] if light else "",
        weeks=_weeks(light, built.uncertain_from) if light else "",
        figures=built.figures[task.task_no],
    )


def _weeks(light: TaskLight, uncertain_from: int) -> str:
    weeks = light.weeks_in_status
    if weeks == 1 and light.previous_status:
        return unit_page.NEW
    return (unit_page.WEEKS if weeks < uncertain_from else unit_page.WEEKS_LEAST).format(weeks=weeks)
