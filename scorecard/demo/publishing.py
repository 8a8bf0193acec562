"""Publishes the demo week by week, with a correction now and then; running it again changes nothing."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from scorecard.catalog import Catalog
from scorecard.demo.figures import build_reports
from scorecard.errors import SnapshotError, UsageError
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish
from scorecard.snapshots.index import Snapshot, SnapshotIndex, list_snapshots
from scorecard.snapshots.observation import Observation
from scorecard.text import demo_words, snapshot_words
from scorecard.weeks import ReportWeek

_SOON_AFTER = dt.timedelta(minutes=35)
_CORRECTED_AFTER = dt.timedelta(days=2, hours=16)
# Weeks that get a second revision, counted from the last one.
_CORRECTED = (3, 19, 40)


def publish_demo(
    home: Path,
    catalog: Catalog,
    *,
    weeks: int = 60,
    end: ReportWeek,
    seed: int = 7,
    progress: Callable[[str], None] | None = None,
) -> list[Snapshot]:
    """The snapshots this call published: synthetic weeks up to `end`, the same for the same arguments and catalogue.

    What an interrupted run left out is added, what is there stays. Raises SnapshotError onto a home with real figures,
    UsageError onto one with other synthetic figures and for a week in which no unit is valid; then nothing changes.
    """
    by = demo_words.PUBLISHED_BY.format(weeks=weeks, end=end, seed=seed)
    report_weeks = [end.plus(place - weeks + 1) for place in range(weeks)]
    _refuse_empty_weeks(catalog, report_weeks)
    index = list_snapshots(home)
    _refuse_others(home, index, catalog, by)
    publications = _publications(catalog, report_weeks, seed, by)
    there = {(snapshot.week, snapshot.revision) for snapshot in index.all}
    wanted = [item for revision, item in publications if (item.week, revision) not in there]
    tell = progress or (lambda _: None)
    if not wanted:
        tell(demo_words.NOTHING_TO_DO.format(home=home, count=len(publications)))
    return list(_publish_each(home, catalog, wanted, tell))


def _publish_each(
    home: Path, catalog: Catalog, wanted: Sequence[Publication], tell: Callable[[str], None]
) -> Iterator[Snapshot]:
    for done, publication in enumerate(wanted, start=1):
        yield publish(home, catalog, publication)
        if done % 10 == 0 or done == len(wanted):
            tell(demo_words.PROGRESS.format(done=done, count=len(wanted), week=publication.week))


def _refuse_empty_weeks(catalog: Catalog, weeks: Sequence[ReportWeek]) -> None:
    for week in weeks:
        if not catalog.units_on(catalog.day_of(catalog.cut_off(week))):
            raise UsageError(demo_words.NO_UNITS.format(folder=catalog.folder, week=week))


def _refuse_others(home: Path, index: SnapshotIndex, catalog: Catalog, by: str) -> None:
    for snapshot in index.all:
        manifest = snapshot.manifest
        if not manifest.synthetic:
            raise SnapshotError(snapshot_words.SYNTHETIC_ONTO_REAL.format(home=home))
        if (manifest.published_by, manifest.rules_version) != (by, catalog.rules_version):
            message = demo_words.OTHER_DEMO.format(
                home=home, week=snapshot.week, revision=snapshot.revision, published_by=manifest.published_by
            )
            raise UsageError(message)


def _publications(catalog: Catalog, weeks: Sequence[ReportWeek], seed: int, by: str) -> list[tuple[int, Publication]]:
    """Every publication of the demo in order, with the revision it becomes."""
    found: list[tuple[int, Publication]] = []
    for place, (week, reports) in enumerate(zip(weeks, build_reports(catalog, weeks, seed), strict=True)):
        cut_off = catalog.cut_off(week)
        plain = Publication(week, reports, published_by=by, synthetic=True, published_at=cut_off + _SOON_AFTER)
        mistaken = _mistaken(catalog, reports, seed, week) if len(weeks) - 1 - place in _CORRECTED else []
        if not mistaken:
            found.append((1, plain))
            continue
        wrong = {row.key: replace(row, numerator=row.numerator // 2) for row in mistaken}
        found.append((1, replace(plain, observations=[wrong.get(row.key, row) for row in reports])))
        unit = next(unit for unit in catalog.units_on(cut_off.date()) if unit.unit_id == mistaken[0].unit_id)
        later = cut_off + _CORRECTED_AFTER
        reason = demo_words.CORRECTION.format(unit=unit.label)
        found.append((2, replace(plain, observations=mistaken, reason=reason, published_at=later)))
    return found


def _mistaken(catalog: Catalog, reports: list[Observation], seed: int, week: ReportWeek) -> list[Observation]:
    """The ratios one of the heads sent in this week: what is corrected should show on the overview."""
    day = catalog.day_of(catalog.cut_off(week))
    heads = {unit.unit_id for unit in catalog.units_on(day) if unit.parent_id is None}
    rows = [row for row in reports if row.unit_id in heads and row.denominator and row.numerator > 1]
    if not rows:
        return []
    unit_id = random.Random(f"{seed}/correction/{week}").choice(rows).unit_id
    return [row for row in rows if row.unit_id == unit_id]
