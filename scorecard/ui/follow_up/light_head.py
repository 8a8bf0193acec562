"""The head of one light: its status with its sign, how long, on which step, and the figures that decided it."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.address.queries import UnitQuery
from scorecard.catalog import Unit
from scorecard.follow_up.work_list.ladder import Standing
from scorecard.format import date_vi
from scorecard.lights.figure_words import fraction_of, threshold_of, value_of
from scorecard.lights.reason import build_history
from scorecard.lights.status import GREEN, Status
from scorecard.text import follow_up_form_words, general_words, reason_words, work_list_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.reader.week_lights import light_of_unit, unit_figures


@dataclass(frozen=True)
class LightFigure:
    """A core indicator of the light."""

    name: str
    status: Status
    status_name: str
    value: str
    fraction: str
    threshold: str
    date: str


@dataclass(frozen=True)
class LightHead:
    """What stands above the matters of a light; `status` is empty where the task does not apply to the unit."""

    title: str
    task: str
    unit_href: str
    why: str = ""
    status: str = ""
    status_name: str = ""
    history: str = ""
    step: str = ""
    figures: tuple[LightFigure, ...] = ()


def read_head(desk: ChasingDesk, unit: Unit, task_no: int) -> LightHead:
    """The head of the light of a unit on a task, read as far as the reader's scope goes."""
    edition = desk.edition
    task = edition.task(task_no)
    title = follow_up_form_words.TITLE.format(unit=unit.name, task=task_no)
    subtitle, href = task.title if task else "", edition.anchored.link_to(UnitQuery(unit=unit.unit_id))
    own = light_of_unit(edition, unit.unit_id, task_no)
    if own is None:
        return LightHead(title, subtitle, href)
    return LightHead(
        title,
        subtitle,
        href,
        edition.anchored.reason_link(unit.unit_id, task_no),
        own.status,
        reason_words.STATUS[own.status],
        build_history(own, by_rule=edition.ground.changed_by_rule(own)),
        _step(desk, unit, task_no, own.status),
        _figures(desk, unit, task_no),
    )


def _step(desk: ChasingDesk, unit: Unit, task_no: int, status: Status) -> str:
    known = {(light.unit.unit_id, light.task_no): light.standing for light in (*desk.chase.chased, *desk.chase.closed)}
    standing = known.get((unit.unit_id, task_no), Standing(0))
    if standing.closed:
        # It can be amber again, or have nothing to measure: then it is closed, and not green.
        return (follow_up_form_words.CLOSED if status == GREEN else work_list_words.CLOSED).format(step=standing.closed)
    if not standing.step:
        return ""
    step = follow_up_form_words.STEP.format(step=standing.step, name=standing.name)
    return f"{step} ({follow_up_form_words.REOPENED})" if standing.reopened else step


def _figures(desk: ChasingDesk, unit: Unit, task_no: int) -> tuple[LightFigure, ...]:
    found = []
    for row in unit_figures(desk.edition, unit.unit_id, task_no):
        indicator = desk.edition.indicator(row.indicator_id)
        if row.core and indicator:
            found.append(
                LightFigure(
                    name=indicator.name,
                    status=row.status,
                    status_name=general_words.STATUS[row.status],
                    value=value_of(row, indicator),
                    fraction=fraction_of(row, indicator),
                    threshold=threshold_of(row, indicator),
                    date=date_vi(row.as_of),
                )
            )
    return tuple(found)
