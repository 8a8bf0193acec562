"""Which lights of the work list are wanted: those of a list, of this week's news, of a district, a task, a step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scorecard.catalog import Unit
from scorecard.follow_up.matters.missing_answers import lacks_answer as lacks
from scorecard.follow_up.matters.moves import UNANSWERED
from scorecard.follow_up.work_list.work_item import WorkItem, WorkList
from scorecard.lights.status import SETTLED

# Days ahead within which an answer is said to be due.
_SOON = dt.timedelta(days=7)


@dataclass(frozen=True)
class Wanted:
    """What is asked for; None and an empty text mean all.

    `listed` is `low` (reached too little) or `figures` (nothing current was sent), `news` one of NEWS, `area` a
    district: its own office and its communes, `level` one of LEVELS: of it
    those that belong to no other unit, as the overview has them.
    """

    listed: str = ""
    news: str = ""
    area: str | None = None
    unit_id: str | None = None
    task_no: int | None = None
    step: int | None = None
    level: str | None = None


def pick(work: WorkList, wanted: Wanted, day: dt.date) -> list[WorkItem]:
    """The lights wanted, in the order of the work list.

    News also hold what is not chased any more: what was closed this week, and what still waits for somebody.
    """
    lights: Iterable[WorkItem] = work.chased
    if wanted.news:
        fits = NEWS[wanted.news]
        lights = [light for light in (*work.chased, *work.closed, *work.waiting) if fits(light, day)]
    return [light for light in lights if _fits(light, wanted)]


def _fits(light: WorkItem, wanted: Wanted) -> bool:
    lists = {"": True, "low": not light.lacks_figures, "figures": light.lacks_figures}
    return (
        lists[wanted.listed]
        and wanted.area in (None, light.unit.unit_id, light.unit.parent_id)
        and _is_head(light.unit, wanted.level)
        and wanted.unit_id in (None, light.unit.unit_id)
        and wanted.task_no in (None, light.task_no)
        and wanted.step in (None, light.standing.step)
    )


def _is_head(unit: Unit, level: str | None) -> bool:
    return level is None or (unit.level == level and unit.parent_id is None)


def lacks_answer(light: WorkItem, day: dt.date) -> bool:
    """Whether it was asked to explain by a day that has passed, did not, and still has something to explain."""
    return lacks(light.explanation, light.status, day)


def _is_due(light: WorkItem, day: dt.date) -> bool:
    """Whether an answer is waited for, by this day or one of the next seven."""
    matter = light.explanation
    return matter is not None and matter.state in UNANSWERED and matter.due is not None and _near(matter.due, day)


def _near(due: dt.date, day: dt.date) -> bool:
    return day <= due <= day + _SOON


def _is_promised(light: WorkItem, day: dt.date) -> bool:
    """Whether it was promised to be green by this day, and is not."""
    promised = light.explanation.promised if light.explanation else None
    return promised is not None and promised <= day and light.status not in SETTLED


# What of this week can be listed alone.
NEWS: dict[str, Callable[[WorkItem, dt.date], bool]] = {
    "new": lambda light, _: light.is_new,
    "better": lambda light, _: light.got_better,
    "promised": _is_promised,
    "due": _is_due,
    "unanswered": lacks_answer,
    "review": lambda light, _: light.to_review,
}
