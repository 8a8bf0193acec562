"""What would embarrass on the day of the briefing, found before it: late units, jumps without a word, thin sums."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scorecard.catalog import Catalog, archived_catalog
from scorecard.catalog.running_on import find_running_on, named
from scorecard.follow_up.matters.missing_answers import lacking_words
from scorecard.follow_up.matters.reading import Followed, read_followed
from scorecard.follow_up.outstanding.outstanding import find_lacking
from scorecard.format import number
from scorecard.intake.plausibility import JUMP_POINTS, far_apart
from scorecard.lights.ground import ground_between
from scorecard.lights.ground_lines import say_ground
from scorecard.lights.listing import group_lights, indicator_lights, task_lights
from scorecard.lights.rows import GroupLight, IndicatorLight, TaskLight
from scorecard.publishing.carried_forward import read_observations
from scorecard.publishing.computed import units_due
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.text import readiness_words

# What is itself part of what is presented stands in the way of nothing.
_WARNINGS = ("rules", "unanswered", "unverified", "runs_on")


class Finding(NamedTuple):
    """What was found, and of which unit or group, task and indicator."""

    blocking: bool
    kind: str
    owner: str
    task_no: int | None
    indicator_id: str | None
    finding: str


def rehearse(home: Path, index: SnapshotIndex, snapshot: Snapshot) -> list[Finding]:
    """What blocks first (`blocking`), then what is only a warning.

    `kind` is `late` (a unit due sent nothing in time), `jump` (a rate moved by more than 20 points since the published
    week before, in one calendar year where it is counted from 1 January, and its new figure has no note), `coverage` (a
    group's sum stands for fewer of its members than the floor of the catalogue), `unread` (what was asked and answered
    could not be read), or, as a warning, `unanswered` (a unit did not explain a light by the date it was given),
    `unverified` (a threshold in use whose legal basis nobody has checked), `rules` (what is counted otherwise than in
    the week before) and `runs_on` (thresholds made for the steps of the week's year, or of one before it, that no row
    of 1 January ends).
    """
    catalog = archived_catalog(home, snapshot.manifest.rules_version).on(snapshot.cut_off_day)
    history, followed = index.history(snapshot), read_followed(home, snapshot.week)
    lights = task_lights(home, index, snapshot) if followed.matters else []
    return [
        *_late(catalog, snapshot),
        *(_since(home, catalog, history[-2], snapshot) if len(history) > 1 else ()),
        *_thin_sums(catalog, group_lights(home, index, snapshot)),
        *_unanswered(followed, lights, snapshot, catalog),
        *_unverified(indicator_lights(home, snapshot)),
        *_running_on(catalog, snapshot),
    ]


def _late(catalog: Catalog, snapshot: Snapshot) -> Iterator[Finding]:
    sent = snapshot.manifest.sent_in_time
    if sent is None:
        return
    for unit in units_due(catalog, snapshot.cut_off_day):
        if unit.unit_id not in sent:
            yield _finding("late", unit.unit_id, None, None, readiness_words.LATE.format(unit=unit.name))


def _since(home: Path, catalog: Catalog, before: Snapshot, snapshot: Snapshot) -> Iterator[Finding]:
    """What is counted otherwise than in the published week before, after what moved on the same ground."""
    units = catalog.units_on(snapshot.cut_off_day)
    ground = ground_between(before, snapshot, lambda version: archived_catalog(home, version), units)
    yield from _jumps(catalog, before, snapshot, ground.redefined)
    said = say_ground(ground, before.week, {unit.unit_id for unit in units}, {task.task_no for task in catalog.tasks})
    for line in said.lines:
        yield _finding("rules", "", None, None, line)


def _jumps(catalog: Catalog, before: Snapshot, snapshot: Snapshot, redefined: Container[str]) -> Iterator[Finding]:
    known = {row.key: row for row in read_observations(before)}
    indicators = {item.indicator_id: item for item in catalog.indicators}
    units = {unit.unit_id: unit for unit in catalog.units_on(snapshot.cut_off_day)}
    for row in read_observations(snapshot):
        old, indicator, unit = known.get(row.key), indicators.get(row.indicator_id), units.get(row.unit_id)
        # A figure is carried on also of an indicator the catalogue no longer has. An earlier life is another unit.
        if not old or not indicator or not unit or old.as_of < unit.valid_from:
            continue
        # Two definitions are no jump, whether in one catalogue or from one to the next.
        day = snapshot.cut_off_day
        if row.indicator_id in redefined or not catalog.counts_on(day, old.indicator_id, old.as_of):
            continue
        if old.as_of != row.as_of and not row.note and far_apart(row, old, indicator):
            text = readiness_words.JUMP.format(unit=unit.name, indicator=indicator.name, points=JUMP_POINTS)
            yield _finding("jump", row.unit_id, indicator.task_no, row.indicator_id, text)


def _thin_sums(catalog: Catalog, rows: Sequence[GroupLight]) -> Iterator[Finding]:
    floor = catalog.rules.coverage_floor_percent
    for row in rows:
        if row.indicator_id and 100 * row.current < floor * row.members:
            text = readiness_words.COVERAGE.format(current=row.current, members=row.members, floor=number(floor))
            yield _finding("coverage", row.group_id, row.task_no, row.indicator_id, text)


def _unanswered(
    followed: Followed, lights: Sequence[TaskLight], snapshot: Snapshot, catalog: Catalog
) -> Iterator[Finding]:
    day = snapshot.cut_off_day
    if followed.unread:
        yield _finding("unread", "", None, None, followed.unread)
    units = catalog.units_on(day)
    names = {unit.unit_id: unit.name for unit in units}
    for matter in find_lacking(followed.matters, lights, units, day):
        owner, task_no = matter.about.unit_id or "", matter.about.task_no
        text = readiness_words.UNANSWERED.format(unit=names[owner], task=task_no, lacking=lacking_words(matter))
        yield _finding("unanswered", owner, task_no, None, text)


def _unverified(rows: Sequence[IndicatorLight]) -> Iterator[Finding]:
    seen: dict[tuple[str, str], IndicatorLight] = {}
    for row in rows:
        if row.evidence == "unverified":
            seen[row.indicator_id, row.legal_basis or ""] = row
    for (indicator_id, basis), row in sorted(seen.items()):
        yield _finding("unverified", "", row.task_no, indicator_id, readiness_words.UNVERIFIED.format(basis=basis))


def _running_on(catalog: Catalog, snapshot: Snapshot) -> Iterator[Finding]:
    last = max(snapshot.week.sunday, snapshot.cut_off_day)
    if found := [one for one in find_running_on(catalog) if one.judges(snapshot.week.monday, last)]:
        text = readiness_words.RUNNING_ON.format(count=len(found), names=named(found))
        yield _finding("runs_on", "", None, None, text)


def _finding(kind: str, owner: str, task_no: int | None, indicator_id: str | None, finding: str) -> Finding:
    return Finding(kind not in _WARNINGS, kind, owner, task_no, indicator_id, finding)
