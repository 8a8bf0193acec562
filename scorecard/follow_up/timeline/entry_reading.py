"""Reads a time line from published lights; `run` reads as far as its scope goes."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scorecard.catalog import Catalog
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.timeline.entries import Entry, Place, Revised, TimeLine
from scorecard.follow_up.timeline.entry_words import Words
from scorecard.follow_up.work_list.work_list import read_stretches
from scorecard.lights.rows import Run, TaskLight
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of


@dataclass(frozen=True)
class Of:
    """What a time line is of: a unit, a task, or a unit on a task."""

    unit_id: str | None = None
    task_no: int | None = None

    def includes(self, matter: Matter) -> bool:
        """Whether a matter is about it, or is the unit's to do."""
        about = matter.about
        if self.task_no is not None and about.task_no != self.task_no:
            # What is asked of a unit as a whole is asked of it on every task.
            return self.unit_id is not None and about.task_no is None and about.unit_id == self.unit_id
        return self.unit_id is None or self.unit_id in (about.unit_id, matter.owner)


def read_time_line(
    run: Run,
    catalog: Catalog,
    history: Sequence[Snapshot],
    revisions: Sequence[Snapshot],
    matters: Iterable[Matter],
    of: Of,
    words: Words,
) -> tuple[Entry, ...]:
    """Everything that happened to what it is of, newest first; `revisions` are all there are, oldest first."""
    line = TimeLine(catalog.units, words)
    for part, ended in _earlier(catalog, history, of):
        stretches = read_stretches(run, part, unit_id=of.unit_id, task_no=of.task_no)
        line.add_lights({place: rows for place, rows in stretches.items() if place[0] in ended}, part)
    line.add_lights(read_stretches(run, history, unit_id=of.unit_id, task_no=of.task_no), history)
    for revised in _revised(run, history, revisions, of):
        line.add_revision(revised)
    for matter in matters:
        if of.includes(matter):
            line.add_matter(matter, catalog.zone)
    return line.build()


def _earlier(catalog: Catalog, history: Sequence[Snapshot], of: Of) -> Iterator[tuple[Sequence[Snapshot], set[str]]]:
    """The weeks up to the end of earlier lives of the codes it is of, and the codes whose life ended then.

    A life ended with its own last day, and the day before the next began: a catalogue may know only the next one.
    """
    ended: dict[int, set[str]] = defaultdict(set)
    days = [snapshot.cut_off_day for snapshot in history]
    for unit in catalog.units:
        if of.unit_id in (None, unit.unit_id):
            for day in (unit.valid_to, unit.valid_from - dt.timedelta(days=1)):
                ended[bisect_right(days, day) if day else 0].add(unit.unit_id)
    for weeks, codes in sorted(ended.items()):
        if 0 < weeks < len(history):
            yield history[:weeks], codes


def _revised(run: Run, history: Sequence[Snapshot], revisions: Sequence[Snapshot], of: Of) -> Iterator[Revised]:
    last = history[-1]
    first = [snapshot for snapshot in revisions if snapshot.revision == 1 and snapshot.week <= last.week]
    for before, now in pairwise(revisions):
        shown = now.week < last.week or (now.week == last.week and now.revision <= last.revision)
        if before.week == now.week and shown:
            then = now.manifest.published_at
            week = max((one.week for one in first if one.manifest.published_at <= then), default=now.week)
            yield Revised(now, _lights(run, before, of), _lights(run, now, of), max(week, now.week))


def _lights(run: Run, snapshot: Snapshot, of: Of) -> dict[Place, str]:
    files, days = files_of([snapshot], "task_lights"), [snapshot.cut_off_day]
    rows = run(TaskLight, files=files, cut_off_days=days, unit_id=of.unit_id, task_no=of.task_no)
    return {(row.unit_id, row.task_no): row.status for row in rows}
