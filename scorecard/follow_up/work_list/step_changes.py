"""What revisions changed on the ladder: steps by every week as first published, against steps as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scorecard.catalog import Catalog
from scorecard.follow_up.work_list.ladder import Standing, Stretch, climb
from scorecard.follow_up.work_list.work_list import LOOK_BACK, read_stretches
from scorecard.lights.rows import Run
from scorecard.lights.status import SETTLED, Status
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.weeks import ReportWeek

StretchesOf = Mapping[tuple[str, int], Sequence[Stretch]]


@dataclass(frozen=True)
class StepChange:
    """A light that stands on another step than it would without revisions, and the weeks whose revision did it."""

    unit_id: str
    task_no: int
    before: Standing
    after: Standing
    weeks: tuple[ReportWeek, ...]


def read_step_changes(
    run: Run, index: SnapshotIndex, history: Sequence[Snapshot], catalog: Catalog
) -> tuple[StepChange, ...]:
    """What the revisions of a history changed in its last week; reads nothing where there was none."""
    looked_at = history[-LOOK_BACK:]
    first = first_revisions(index, looked_at)
    if list(first) == list(looked_at):
        return ()
    weeks = [snapshot.week for snapshot in looked_at]
    return compare_steps(read_stretches(run, first), read_stretches(run, looked_at), catalog, weeks)


def first_revisions(index: SnapshotIndex, history: Iterable[Snapshot]) -> list[Snapshot]:
    """The same weeks as they were first published."""
    first: dict[ReportWeek, Snapshot] = {}
    for snapshot in index.all:
        first.setdefault(snapshot.week, snapshot)
    return [first[snapshot.week] for snapshot in history]


def compare_steps(
    before: StretchesOf, after: StretchesOf, catalog: Catalog, weeks: Sequence[ReportWeek]
) -> tuple[StepChange, ...]:
    """The lights whose steps differ between two histories of the same weeks, by unit and task."""
    found: list[StepChange] = []
    for unit_id, task_no in sorted(before.keys() | after.keys()):
        was, now = before.get((unit_id, task_no), ()), after.get((unit_id, task_no), ())
        if list(was) == list(now):
            continue
        old, new = (climb(stretches, catalog.ladder, catalog.rules.reopen_weeks) for stretches in (was, now))
        if old.step != new.step:
            since = min(_first_counted(one, found) for one, found in ((old, was), (new, now)) if one.step)
            places = [place for place in _different(was, now, len(weeks)) if place >= since]
            found.append(StepChange(unit_id, task_no, old, new, tuple(weeks[place - 1] for place in places)))
    return tuple(found)


def _first_counted(standing: Standing, stretches: Sequence[Stretch]) -> int:
    """The first place that counts for a case: weeks before it began do, back to the last with nothing to chase."""
    ended = [one.last + 1 for one in stretches if one.status in SETTLED and one.last < standing.since]
    return max(ended, default=1)


def _different(was: Iterable[Stretch], now: Iterable[Stretch], weeks: int) -> list[int]:
    """The places at which two histories of a light have different statuses."""
    old, new = _by_place(was), _by_place(now)
    return [place for place in range(1, weeks + 1) if old.get(place) != new.get(place)]


def _by_place(stretches: Iterable[Stretch]) -> dict[int, Status]:
    return {place: one.status for one in stretches for place in range(one.first, one.last + 1)}
