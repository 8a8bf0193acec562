"""A week published by mistake taken back: a revision without tables says so; what was published stays as it was."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from scorecard.errors import SnapshotError, UsageError
from scorecard.files.disk_errors import reason_of
from scorecard.publishing.carried_forward import Known, read_observations
from scorecard.publishing.placing import place_revision, publishing_alone
from scorecard.snapshots.folders import next_revision
from scorecard.snapshots.index import FORMAT_VERSION, Manifest, Snapshot, SnapshotIndex, list_snapshots
from scorecard.snapshots.observation import Withdrawal
from scorecard.text import snapshot_words
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class BuiltOn:
    """A later week that was built on what is taken back, and the figures it holds that came with that alone."""

    snapshot: Snapshot
    held: tuple[Withdrawal, ...]


def retract(home: Path, week: ReportWeek, reason: str, published_by: str) -> Snapshot:
    """Takes a week back: from now on only its own address shows its revisions, and nothing is built on them.

    Later weeks keep their lights (see `find_built_on`). Raises SnapshotError where the week has no revision in use,
    UsageError without a reason, and as `publish` where the home cannot be written.
    """
    if not reason.strip():
        raise UsageError(snapshot_words.RETRACT_REASON.format(week=week))
    try:
        with publishing_alone(home):
            current = list_snapshots(home).current(week)
            manifest = _manifest(current.manifest, next_revision(home, week), reason, published_by)
            place_revision(home, manifest, {})
    except OSError as error:
        raise SnapshotError(snapshot_words.NOT_WRITTEN.format(home=home, detail=reason_of(error))) from error
    done = (week, manifest.revision)
    return next(one for one in list_snapshots(home).retractions if (one.week, one.revision) == done)


def _manifest(taken_back: Manifest, revision: int, reason: str, published_by: str) -> Manifest:
    now = dt.datetime.now(tz=taken_back.published_at.tzinfo).replace(microsecond=0)
    return Manifest(
        format_version=FORMAT_VERSION,
        week=taken_back.week,
        revision=revision,
        cut_off=taken_back.cut_off,
        published_at=now,
        published_by=published_by,
        reason=reason.strip(),
        synthetic=taken_back.synthetic,
        rules_version=taken_back.rules_version,
        built_on=None,
        inputs=(),
        retracted=True,
        files={},
    )


def find_built_on(index: SnapshotIndex, week: ReportWeek) -> list[BuiltOn]:
    """The later weeks, oldest first, that were built on a revision of `week`, with what each has from it alone.

    That is every figure it holds just as a revision of the week brought it; what was known before the week is not
    among it. To be asked before or after the week is taken back.
    """
    revisions = index.of_week(week)
    names = {one.name for one in revisions}
    before = _known(index.named(revisions[0].manifest.built_on or ""))
    brought = [_known(one) for one in revisions]
    found = []
    for snapshot in index.weeks():
        if snapshot.week > week and names & set(_bases(index, snapshot)):
            held = tuple(
                Withdrawal(*key, row.as_of)
                for key, row in sorted(_known(snapshot).items())
                if before.get(key) != row and any(known.get(key) == row for known in brought)
            )
            found.append(BuiltOn(snapshot, held))
    return found


def _bases(index: SnapshotIndex, snapshot: Snapshot) -> list[str]:
    names: list[str] = []
    at: Snapshot | None = snapshot
    while at and at.manifest.built_on and at.manifest.built_on not in names:
        names.append(at.manifest.built_on)
        at = index.named(names[-1])
    return names


def _known(snapshot: Snapshot | None) -> Known:
    return {row.key: row for row in read_observations(snapshot)} if snapshot else {}
