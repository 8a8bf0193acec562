"""What was known before a publication: the snapshot it builds on and the figures it carries forward."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pyarrow.parquet as pq

from scorecard.catalog import Catalog
from scorecard.observations import Observation
from scorecard.snapshots import Snapshot, SnapshotIndex
from scorecard.weeks import ReportWeek

Known = dict[tuple[str, str], Observation]


def base_of(index: SnapshotIndex, week: ReportWeek) -> Snapshot | None:
    """The snapshot a new revision of `week` starts from: the week's last revision, else the nearest earlier week's."""
    return max(
        (snapshot for snapshot in index.weeks() if snapshot.week <= week), key=lambda item: item.week, default=None
    )


def read_observations(snapshot: Snapshot) -> list[Observation]:
    """The observations a snapshot holds."""
    return [Observation(**row) for row in pq.read_table(snapshot.file("observations")).to_pylist()]


def carried_forward(index: SnapshotIndex, base: Snapshot | None, catalog: Catalog, day: dt.date) -> Known:
    """For every unit and indicator the newest figure known up to a day, for units valid then and of that life only.

    Normally that is what the base holds. Where the base's cut-off was later than `day`, the figures that are too
    new give way to the older ones they replaced, which the snapshots before it still hold.
    """
    known: Known = {}
    while base:
        rows = read_observations(base)
        for row in rows:
            if row.as_of <= day:
                known.setdefault(row.key, row)
        too_new = any(row.as_of > day for row in rows)
        base = index.named(base.manifest.built_on) if too_new and base.manifest.built_on else None
    starts = {unit.unit_id: unit.valid_from for unit in catalog.units_on(day)}
    return {key: row for key, row in known.items() if key[0] in starts and row.as_of >= starts[key[0]]}


def with_reports(known: Known, reports: Iterable[Observation]) -> Known:
    """The figures known after new reports: a report replaces a figure of the same or an older date, never a newer one.

    Of several reports for one unit and indicator the newest counts, whatever their order; of equal dates the last by
    content, so that the order of rows changes nothing.
    """
    result = dict(known)
    ordered = sorted(reports, key=lambda item: (item.as_of, item.numerator, item.source, item.note))
    for report in ordered:
        if report.key not in result or result[report.key].as_of <= report.as_of:
            result[report.key] = report
    return result
