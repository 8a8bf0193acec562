"""Corrections: what a revision changed, which later weeks carried it forward, and those weeks published again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import takewhile
from pathlib import Path

from scorecard.catalog import Catalog, archived_catalog
from scorecard.publishing.carried_forward import Known, carried_forward, read_observations
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish
from scorecard.publishing.refusals import refuse_clock_behind
from scorecard.snapshots.index import Snapshot, SnapshotIndex, list_snapshots
from scorecard.snapshots.observation import Observation, Withdrawal
from scorecard.weeks import ReportWeek

Key = tuple[str, str]


@dataclass(frozen=True)
class Carried:
    """A later week whose current revision still holds figures a correction replaced or took back; None is no figure.

    `wanted` is all the correction leaves for that week; a key of `held` that is not in it is taken back.
    """

    snapshot: Snapshot
    held: dict[Key, Observation | None]
    wanted: Known


def published_already(index: SnapshotIndex, publication: Publication, rules_version: str) -> Snapshot | None:
    """The current revision of the week, if it came from the very same files, cut-off and catalogue they are read by."""
    current = index.in_use(publication.week)
    if current is None or not publication.inputs or publication.withdrawn != current.manifest.withdrawn:
        return None
    same = {item.sha256 for item in publication.inputs} == {item.sha256 for item in current.manifest.inputs}
    if publication.cut_off is not None:
        same = same and publication.cut_off == current.manifest.cut_off
    manifest = current.manifest
    return current if same and rules_version == (manifest.read_with or manifest.rules_version) else None


def find_carried(home: Path, index: SnapshotIndex, corrected: Snapshot) -> list[Carried]:
    """The later weeks, oldest first, that hold a figure as a revision before `corrected` had it, and differently now.

    Where the figure was not known before, a later week without it counts too, and so does one with an older figure.
    A week that has a figure of its own of the same day or a newer one, or took back the very figure that stands now,
    does not count; nor does one that cannot have the figure: of a day after its cut-off, of an earlier life of a code.
    """
    after, befores = _known(corrected), [_known(snapshot) for snapshot in _earlier(index, corrected)] or [{}]
    changed = {key for known in befores for key in known.keys() | after.keys() if known.get(key) != after.get(key)}
    catalog_of = cache(partial(archived_catalog, home))
    found = []
    for snapshot in index.weeks():
        if snapshot.week > corrected.week and changed:
            catalog, known = catalog_of(snapshot.manifest.rules_version), _known(snapshot)
            wanted = _left_for(index, snapshot, known, corrected, catalog)
            judged = {item.indicator_id for item in catalog.indicators_on(snapshot.cut_off_day)}
            stale = {
                key: known.get(key)
                for key in sorted(changed)
                if key[1] in judged and _is_stale(befores, key, known.get(key), wanted.get(key))
            }
            found += [Carried(snapshot, stale, wanted)] if stale else []
    return found


def _left_for(index: SnapshotIndex, later: Snapshot, known: Known, corrected: Snapshot, catalog: Catalog) -> Known:
    """What a later week would hold of a correction's figures alone: up to its cut-off, for the units it judged.

    What the week, or one between that it was built on, took back and does not hold is not among it.
    """
    since = takewhile(lambda item: item.week > corrected.week, index.lineage(later))
    taken = {item for snapshot in since for item in snapshot.manifest.withdrawn}
    held = {Withdrawal(*row.key, row.as_of) for row in known.values()}
    return carried_forward(index, corrected, catalog, later.cut_off_day, taken - held)


def _is_stale(befores: Iterable[Known], key: Key, held: Observation | None, wanted: Observation | None) -> bool:
    if held == wanted:
        return False
    older = held is not None and wanted is not None and held.as_of < wanted.as_of
    return older or any(known.get(key) == held for known in befores)


def find_holding(
    index: SnapshotIndex, week: ReportWeek, withdrawn: Iterable[Withdrawal]
) -> list[tuple[Snapshot, list[Withdrawal]]]:
    """The earlier weeks, oldest first, that show one of these very figures, with those each shows."""
    found = []
    for snapshot in index.weeks():
        of_its_time = [item for item in withdrawn if item.as_of <= snapshot.cut_off_day]
        if snapshot.week < week and of_its_time:
            known = _known(snapshot)
            held = [item for item in of_its_time if _day_of(known.get((item.unit_id, item.indicator_id))) == item.as_of]
            found += [(snapshot, held)] if held else []
    return found


def _day_of(row: Observation | None) -> dt.date | None:
    return row.as_of if row else None


def _earlier(index: SnapshotIndex, corrected: Snapshot) -> list[Snapshot]:
    """The revisions of the week before this one; for the first, the snapshot it was built on."""
    same = [item for item in index.all if item.week == corrected.week and item.revision < corrected.revision]
    base = index.named(corrected.manifest.built_on) if corrected.manifest.built_on else None
    return same or ([base] if base else [])


def republish(
    home: Path, corrected: Snapshot, reason: str, published_by: str, *, clock_checked: bool = False
) -> Iterator[Snapshot]:
    """Publishes every week that `find_carried` names again, oldest first, each whole: a revision with the reason.

    Each week keeps its own cut-off and is judged by the catalogue it was judged by: only the correction changes it.
    Stopped half-way, the weeks done stay done, and the next call takes the rest.
    """
    if not clock_checked:  # once: the later weeks only follow the correction
        refuse_clock_behind(corrected, dt.datetime.now(tz=dt.UTC).astimezone(corrected.manifest.published_at.tzinfo))
    for carried in find_carried(home, list_snapshots(home), corrected):
        manifest, wanted = carried.snapshot.manifest, carried.wanted
        publication = Publication(
            week=carried.snapshot.week,
            observations=[wanted[key] for key in carried.held if key in wanted],
            cut_off=manifest.cut_off,
            reason=reason,
            published_by=published_by,
            synthetic=manifest.synthetic,
            inputs=corrected.manifest.inputs,
            withdrawn=tuple(
                Withdrawal(*key, row.as_of)
                for key, row in carried.held.items()
                if row and not (key in wanted and wanted[key].as_of >= row.as_of)
            ),
            clock_checked=True,
        )
        yield publish(home, archived_catalog(home, manifest.rules_version), publication)


def _known(snapshot: Snapshot) -> Known:
    return {row.key: row for row in read_observations(snapshot)}
