"""What was known before a publication: the snapshot it builds on and the figures it carries forward."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from scorecard.catalog import Catalog
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.snapshots.observation import Observation, Withdrawal
from scorecard.snapshots.table_reading import read_table
from scorecard.weeks import ReportWeek

Known = dict[tuple[str, str], Observation]


def base_of(index: SnapshotIndex, week: ReportWeek) -> Snapshot | None:
    """The snapshot a new revision of `week` starts from: the week's last revision, else the nearest earlier week's."""
    return max(
        (snapshot for snapshot in index.weeks() if snapshot.week <= week), key=lambda item: item.week, default=None
    )


def read_observations(snapshot: Snapshot) -> list[Observation]:
    """The observations a snapshot holds."""
    return [Observation(**row) for row in read_table(snapshot, "observations").to_pylist()]


def carried_forward(
    index: SnapshotIndex,
    base: Snapshot | None,
    catalog: Catalog,
    day: dt.date,
    withdrawn: Iterable[Withdrawal] = (),
) -> Known:
    """For every unit and indicator the newest figure known up to a day, for units valid then and of that life only.

    Normally that is what the base holds. Where the base's cut-off was later than `day`, or a figure is withdrawn,
    the figures that cannot be taken give way to the older ones they replaced, which the snapshots before it still
    hold. Where a cut-off was earlier than one before it, the figures it passed over are found again in that one.
    What a snapshot withdrew is not found again in those it was built on.
    """
    known: Known = {}
    gone = {(item.unit_id, item.indicator_id, item.as_of) for item in withdrawn}
    replaced, earliest = True, dt.date.max  # whether a figure before this one is wanted; the earliest cut-off so far
    for snapshot in index.lineage(base):
        if replaced or snapshot.cut_off_day > earliest:
            rows = read_observations(snapshot)
            usable = [row for row in rows if row.as_of <= day and (*row.key, row.as_of) not in gone]
            known |= {row.key: row for row in usable if row.key not in known or row.as_of > known[row.key].as_of}
            replaced = len(usable) < len(rows)
        gone |= {(item.unit_id, item.indicator_id, item.as_of) for item in snapshot.manifest.withdrawn}
        earliest = min(earliest, snapshot.cut_off_day)
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
