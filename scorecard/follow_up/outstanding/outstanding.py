"""What is outstanding in a week: decisions that are open, and explanations that did not come by their date. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scorecard.catalog import Unit
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.missing_answers import lacks_answer
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.work_list.explanation_cases import is_of_case, newest_explanations
from scorecard.lights.rows import TaskLight
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class Outstanding:
    """Open decisions and explanations that are lacking, each by its date, the longest due first."""

    decisions: tuple[Matter, ...] = ()
    lacking: tuple[Matter, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.decisions or self.lacking)


def find_outstanding(
    matters: Sequence[Matter],
    lights: Iterable[TaskLight],
    units: Sequence[Unit],
    day: dt.date,
    *,
    whole: bool = True,
    task_no: int | None = None,
) -> Outstanding:
    """What is outstanding on a day, by the lights of units on tasks of that week.

    With `whole` also decisions that are about no unit, or about one that is gone: they come back until they are closed.
    Without it only what is about the units given, or theirs to do; with `task_no` only what is about that task.
    """
    lives = {unit.unit_id: unit.valid_from for unit in units}
    decisions = [
        matter
        for matter in matters
        if matter.about.kind == Kind.decision
        and matter.is_open
        and (whole or is_of(matter, lives))
        and task_no in (None, matter.about.task_no)
    ]
    lacking = [
        matter for matter in find_lacking(matters, lights, units, day) if task_no in (None, matter.about.task_no)
    ]
    return Outstanding(tuple(sorted(decisions, key=_by_date)), tuple(lacking))


def find_lacking(
    matters: Iterable[Matter], lights: Iterable[TaskLight], units: Iterable[Unit], day: dt.date
) -> list[Matter]:
    """The explanations of these units that did not come by their date, while the light is still one that is chased."""
    lives = {unit.unit_id: str(unit.valid_from) for unit in units}
    statuses = {(row.unit_id, row.task_no): row.status for row in lights}
    found = [
        matter
        for (unit_id, task_no, life), matter in newest_explanations(matters).items()
        if lives.get(unit_id) == life and lacks_answer(matter, statuses.get((unit_id, task_no)), day)
    ]
    return sorted(found, key=_by_date)


def is_of(matter: Matter, lives: Mapping[str, dt.date]) -> bool:
    """Whether a matter is about one of these units, or one's to do; `lives` are their first days by their code."""
    about, owner = matter.about, matter.owner
    if about.unit_id and about.unit_id in lives and about.unit_from in (None, lives[about.unit_id]):
        return True
    # A code stands for who bore it when it was said.
    return owner in lives and lives[owner] <= matter.owner_week.sunday


def explanation_states(
    matters: Iterable[Matter],
    lights: Iterable[TaskLight],
    units: Iterable[Unit],
    since: Mapping[tuple[str, int], ReportWeek | None],
    day: dt.date,
) -> dict[tuple[str, int], str]:
    """By unit and task the state of the explanation of its present case; `lacking` where it did not come in time.

    `since` has the week in which each case began.
    """
    lives = {unit.unit_id: str(unit.valid_from) for unit in units}
    statuses = {(row.unit_id, row.task_no): row.status for row in lights}
    found = {}
    for (unit_id, task_no, life), matter in newest_explanations(matters).items():
        key = (unit_id, task_no)
        if lives.get(unit_id) == life and is_of_case(matter, since.get(key)):
            found[key] = "lacking" if lacks_answer(matter, statuses.get(key), day) else matter.state
    return found


def _by_date(matter: Matter) -> tuple[dt.date, int]:
    return matter.due or dt.date.max, matter.matter_id
