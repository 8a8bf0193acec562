"""What the revisions of a week corrected: their reasons, and the lights that became another, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scorecard.address.queries import BriefingQuery
from scorecard.format import number
from scorecard.lights.edition import Edition
from scorecard.lights.overview import with_history
from scorecard.lights.rows import Run, TaskLight
from scorecard.lights.status import Status
from scorecard.lights.unit_blocks import row_name
from scorecard.snapshots.index import Snapshot
from scorecard.text import briefing_words, general_words

_NAMED = 3


@dataclass(frozen=True)
class Correction:
    """What one revision corrected: which revisions, how many lights became another, and the sentence that says so."""

    revision: int
    before: int
    lights: int
    sentence: str


Revision = tuple[Snapshot, Sequence[TaskLight]]


def read_revisions(edition: Edition, run: Run) -> tuple[Revision, ...]:
    """The lights of every readable revision of the week up to the one shown, oldest first."""
    last = edition.snapshot
    found = [one for one in edition.index.all if one.week == last.week and one.revision <= last.revision]
    if len(found) == 1:
        return ()
    return tuple(
        (one, run(TaskLight, **with_history([one], "task_lights"), unit_id=None, task_no=None)) for one in found
    )


def say_corrections(edition: Edition, revisions: tuple[Revision, ...]) -> tuple[Correction, ...]:
    """One sentence a revision after the first, of the units and tasks shown.

    Nothing tells which revision was presented last, so all are named: what a reader has not seen yet is among them.
    """
    return tuple(_said(edition, before, now) for before, now in reversed(list(pairwise(revisions))))


def _said(edition: Edition, before: Revision, now: Revision) -> Correction:
    changed = list(_changed(edition, before, now))
    named = [
        briefing_words.CORRECTED_LIGHT.format(
            unit=unit, task=task, before=general_words.COLOUR[old], now=general_words.COLOUR[new]
        )
        for unit, task, old, new in changed[:_NAMED]
    ]
    more = [briefing_words.CORRECTED_MORE.format(count=number(len(changed) - _NAMED))] if len(changed) > _NAMED else []
    lights = briefing_words.CORRECTED_LIGHTS.format(count=number(len(changed)), lights="; ".join([*named, *more]))
    sentence = briefing_words.CORRECTED.format(
        revision=now[0].revision,
        before=before[0].revision,
        reason=now[0].manifest.reason.rstrip(". "),
        lights=lights if changed else briefing_words.CORRECTED_NO_LIGHT,
    )
    return Correction(now[0].revision, before[0].revision, len(changed), sentence)


def _changed(edition: Edition, before: Revision, now: Revision) -> Iterator[tuple[str, int, Status, Status]]:
    # Two revisions may have two cut-offs: an earlier life of a code is another unit, which nothing was corrected of.
    day = before[0].cut_off_day
    shown = (unit for block in edition.blocks for unit in block.units if unit.valid_from <= day)
    names = {unit.unit_id: row_name(unit) for unit in shown}
    tasks = {task.task_no for task in edition.tasks if edition.address.of(BriefingQuery).task in (None, task.task_no)}
    old, new = _by_place(before[1]), _by_place(now[1])
    for unit_id, name in names.items():
        for task in sorted(tasks):
            place = unit_id, task
            if place in old and place in new and old[place] != new[place]:
                yield name, task, old[place], new[place]


def _by_place(rows: Sequence[TaskLight]) -> dict[tuple[str, int], Status]:
    return {(row.unit_id, row.task_no): row.status for row in rows}
