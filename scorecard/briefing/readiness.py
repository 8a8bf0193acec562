"""What would embarrass on the day of the briefing, found before it: late units, jumps without a word, thin sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from scorecard.catalog import Catalog, archived_catalog
from scorecard.follow_up.matters.missing_answers import lacking_words
from scorecard.follow_up.matters.week_end import read_followed
from scorecard.follow_up.outstanding.outstanding import find_lacking
from scorecard.format import number
from scorecard.intake.plausibility import JUMP_POINTS, far_apart
from scorecard.lights.listing import light_rows
from scorecard.publishing.carried_forward import read_observations
from scorecard.publishing.computed import units_due
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.text import readiness_words

Row = dict[str, Any]
# What is itself part of what is presented stands in the way of nothing.
_WARNINGS = ("unanswered", "unverified")
COLUMNS = ("blocking", "kind", "owner", "task_no", "indicator_id", "finding")


def rehearse(home: Path, index: SnapshotIndex, snapshot: Snapshot) -> list[Row]:
    """One row a finding, with COLUMNS: what blocks first (`blocking`), then what is only a warning.

    `kind` is `late` (a unit due sent nothing in time), `jump` (a rate moved by more than 20 points since the published
    week before, and its new figure has no note), `coverage` (a group's sum stands for fewer of its members than the
    floor of the catalogue), `unread` (what was asked and answered could not be read), or, as a warning, `unanswered` (a
    unit did not explain a light by the date it was given) and `unverified` (a threshold in use whose legal basis nobody
    has checked).
    """
    catalog = archived_catalog(home, snapshot.manifest.rules_version)
    history = index.history(snapshot)
    rows = [
        *_late(catalog, snapshot),
        *(_jumps(catalog, history[-2], snapshot) if len(history) > 1 else ()),
        *_thin_sums(catalog, light_rows(home, index, snapshot, "group", None, None)),
        *_unanswered(home, index, snapshot, catalog),
        *_unverified(light_rows(home, index, snapshot, "indicator", None, None)),
    ]
    return [row | {"blocking": row["kind"] not in _WARNINGS} for row in rows]


def _late(catalog: Catalog, snapshot: Snapshot) -> Iterator[Row]:
    sent = snapshot.manifest.sent_in_time
    if sent is None:
        return
    for unit in units_due(catalog, snapshot.cut_off_day):
        if unit.unit_id not in sent:
            yield _row("late", unit.unit_id, None, None, readiness_words.LATE.format(unit=unit.name))


def _jumps(catalog: Catalog, before: Snapshot, snapshot: Snapshot) -> Iterator[Row]:
    known = {row.key: row for row in read_observations(before)}
    indicators = {item.indicator_id: item for item in catalog.indicators}
    names = {unit.unit_id: unit.name for unit in catalog.units_on(snapshot.cut_off_day)}
    for row in read_observations(snapshot):
        old, indicator = known.get(row.key), indicators.get(row.indicator_id)
        # A figure is carried on also of an indicator the catalogue no longer has.
        if old and indicator and old.as_of != row.as_of and not row.note and far_apart(row, old):
            text = readiness_words.JUMP.format(unit=names[row.unit_id], indicator=indicator.name, points=JUMP_POINTS)
            yield _row("jump", row.unit_id, indicator.task_no, row.indicator_id, text)


def _thin_sums(catalog: Catalog, rows: Sequence[Row]) -> Iterator[Row]:
    floor = catalog.rules.coverage_floor_percent
    for row in rows:
        if row["indicator_id"] and 100 * row["current"] < floor * row["members"]:
            text = readiness_words.COVERAGE.format(current=row["current"], members=row["members"], floor=number(floor))
            yield _row("coverage", row["group"], row["task_no"], row["indicator_id"], text)


def _unanswered(home: Path, index: SnapshotIndex, snapshot: Snapshot, catalog: Catalog) -> Iterator[Row]:
    followed, day = read_followed(home, snapshot.week), snapshot.cut_off_day
    if followed.unread:
        yield _row("unread", "", None, None, followed.unread)
    units = catalog.units_on(day)
    names = {unit.unit_id: unit.name for unit in units}
    lights = light_rows(home, index, snapshot, "task", None, None) if followed.matters else []
    for matter in find_lacking(followed.matters, lights, units, day):
        owner, task_no = matter.about.unit_id or "", matter.about.task_no
        text = readiness_words.UNANSWERED.format(unit=names[owner], task=task_no, lacking=lacking_words(matter))
        yield _row("unanswered", owner, task_no, None, text)


def _unverified(rows: Sequence[Row]) -> Iterator[Row]:
    seen = {}
    for row in rows:
        if row["evidence"] == "unverified":
            seen[row["indicator_id"], row["legal_basis"]] = row
    for (indicator_id, basis), row in sorted(seen.items()):
        yield _row("unverified", "", row["task_no"], indicator_id, readiness_words.UNVERIFIED.format(basis=basis))


def _row(kind: str, owner: str, task_no: int | None, indicator_id: str | None, finding: str) -> Row:
    return {"kind": kind, "owner": owner, "task_no": task_no, "indicator_id": indicator_id, "finding": finding}
