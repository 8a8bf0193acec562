"""What a briefing is made from: one snapshot, the weeks before it, and the rows of their lights as published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scorecard.address.address import Address
from scorecard.address.queries import BriefingQuery
from scorecard.address.query import ALL
from scorecard.briefing.content.corrected_weeks import Revision, read_revisions
from scorecard.briefing.content.outstanding_week import outstanding_of
from scorecard.briefing.content.task_matrix import TaskRows, build_task_matrix
from scorecard.catalog import Task, archived_catalog
from scorecard.errors import SnapshotError, UsageError
from scorecard.follow_up.matters.reading import Followed, read_followed
from scorecard.follow_up.outstanding.outstanding_words import NOTHING_OUTSTANDING, OutstandingSaid
from scorecard.lights.attention import Situation
from scorecard.lights.edition import Edition
from scorecard.lights.edition_opening import open_edition
from scorecard.lights.matrix_view import Matrix
from scorecard.lights.overview import LOOK_BACK, count_rows, figure_rows, matrix_of, situation_of, with_history
from scorecard.lights.rows import GroupLight, IndicatorLight, OverviewCount, OverviewFigure, Run, TaskLight
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.warehouse import Warehouse, files_of
from scorecard.text import briefing_words
from scorecard.weeks import ReportWeek

NOTHING = Followed()


@dataclass(frozen=True)
class Asked:
    """Which briefing: a week, a revision (None is the current one), and of what: all, one district, or one task."""

    week: ReportWeek
    revision: int | None = None
    district: str | None = None
    task: int | None = None


@dataclass(frozen=True)
class WeekRead:
    """Everything read: `lights` of the units and tasks shown, `every_light` and `indicator_lights` of all units.

    `counts` are by week. `of_task` has the rows of the one task the briefing is about, if it is about one; `revisions`
    the lights of the week's revisions up to this one, where there are several. `outstanding` is what people still
    have to do, `unread` why it could not be read.
    """

    edition: Edition
    tasks: tuple[Task, ...]
    lights: Sequence[TaskLight]
    every_light: Sequence[TaskLight]
    figures: Sequence[OverviewFigure]
    indicator_lights: Sequence[IndicatorLight]
    group_lights: Sequence[GroupLight]
    counts: Mapping[str, OverviewCount]
    matrix: Matrix
    situation: Situation
    of_task: TaskRows | None = None
    revisions: tuple[Revision, ...] = ()
    outstanding: OutstandingSaid = NOTHING_OUTSTANDING
    unread: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing is left out: every unit, every task, every colour."""
        address = self.edition.address
        return address.query.block == ALL and not address.query.only and self.of_task is None


def read_week(home: Path, asked: Asked) -> WeekRead:
    """Reads one week; raises a ScorecardError where it is not there, or has no light to show."""
    block = f"district:{asked.district}" if asked.district else ALL
    address = Address(BriefingQuery(block=block, task=asked.task), asked.week, asked.revision)
    edition = open_edition(list_snapshots(home), address, lambda version: archived_catalog(home, version))
    return read_edition(edition, Warehouse(home).run, read_followed(home, asked.week))


def read_edition(edition: Edition, run: Run, followed: Followed = NOTHING) -> WeekRead:
    """The same for an edition that is open already; of the task its address names, else of all tasks."""
    tasks = _tasks(edition)
    looked_at = with_history(edition.history[-LOOK_BACK:], "task_lights")
    rows = edition.ground.without_rule_changes(run(TaskLight, **looked_at, unit_id=None, task_no=None))
    shown, numbers = set(edition.shown_ids), {task.task_no for task in tasks}
    lights = [row for row in rows if row.unit_id in shown and row.task_no in numbers]
    if not lights:
        raise SnapshotError(briefing_words.EMPTY_MATRIX.format(week=edition.snapshot.week))
    figures = [row for row in figure_rows(edition, run) if row.unit_id in shown]
    situation = situation_of(edition, lights, figures, run)
    # The group's weeks in status are printed in the frame of a task only; elsewhere two weeks tell the change.
    task_no = edition.address.of(BriefingQuery).task
    looked_at = with_history(edition.history[-(LOOK_BACK if task_no else 2) :], "group_lights")
    of_group = run(GroupLight, **looked_at, group_id=situation.group_id, task_no=task_no)
    groups = edition.ground.without_rule_changes(of_group)
    counts = {row.week: row for row in count_rows(edition, run, tasks)}
    every = run(IndicatorLight, files=files_of([edition.snapshot], "lights"), unit_id=None, task_no=None)
    of_task = _task_rows(edition, situation, every, groups) if task_no else None
    matrix = build_task_matrix(edition.blocks, of_task) if of_task else matrix_of(edition, lights, figures, groups)
    return WeekRead(
        edition=edition,
        tasks=tasks,
        lights=lights,
        every_light=rows,
        figures=figures,
        indicator_lights=every,
        group_lights=groups,
        counts=counts,
        matrix=matrix,
        situation=situation,
        of_task=of_task,
        revisions=read_revisions(edition, run),
        outstanding=outstanding_of(edition, followed, rows),
        unread=followed.unread,
    )


def _tasks(edition: Edition) -> tuple[Task, ...]:
    number = edition.address.of(BriefingQuery).task
    if number and edition.address.query.block != ALL:
        raise UsageError(briefing_words.ONE_FRAME)
    return tuple(task for task in edition.tasks if number in (None, task.task_no))


def _task_rows(
    edition: Edition, situation: Situation, figures: Sequence[IndicatorLight], groups: Sequence[GroupLight]
) -> TaskRows:
    shown, number = set(edition.shown_ids), edition.address.of(BriefingQuery).task
    return TaskRows(
        task=next(task for task in edition.tasks if task.task_no == number),
        indicators=edition.catalog.indicators,
        lights=situation.lights,
        figures=[row for row in figures if row.task_no == number and row.unit_id in shown],
        group_id=situation.group_id,
        group_rows=[row for row in groups if row.task_no == number],
        uncertain_from=situation.uncertain_from,
    )
