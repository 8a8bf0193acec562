"""Observations and a catalogue -> a new revision of a week, whole or not at all."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from scorecard.catalog import Catalog, archive_catalog
from scorecard.errors import SnapshotError
from scorecard.files.disk_errors import reason_of
from scorecard.publishing.placing import place_revision, publishing_alone
from scorecard.publishing.preparation import Prepared, prepare
from scorecard.publishing.publication import Publication
from scorecard.snapshots.index import FORMAT_VERSION, Manifest, Snapshot, list_snapshots
from scorecard.text import snapshot_words


def publish(home: Path, in_force: Catalog, publication: Publication) -> Snapshot:
    """The new current revision of the week, judged as `judged_by` says; `in_force` is the catalogue of today.

    Raises UsageError (a reason is missing, the cut-off is outside the week or another than the week's) or
    SnapshotError (the week has not begun, real and synthetic figures would mix, somebody else is publishing, the disk
    refuses); then the home is as it was before. A process that dies at any moment leaves the old state or the new one:
    everything is written and synced in a temporary folder and gets its name in one rename.
    """
    try:
        with publishing_alone(home):
            prepared = prepare(home, in_force, publication)
            for catalog in (prepared.by.catalog, in_force):
                archive_catalog(home, catalog)
            place_revision(home, _manifest(in_force, publication, prepared), prepared.tables)
    except OSError as error:
        raise SnapshotError(snapshot_words.NOT_WRITTEN.format(home=home, detail=reason_of(error))) from error
    return list_snapshots(home).get(publication.week, prepared.revision)


def _manifest(in_force: Catalog, publication: Publication, prepared: Prepared) -> Manifest:
    now = publication.published_at or dt.datetime.now(tz=dt.UTC)
    catalog = prepared.by.catalog
    return Manifest(
        format_version=FORMAT_VERSION,
        week=str(publication.week),
        revision=prepared.revision,
        cut_off=prepared.by.cut_off,
        published_at=now.astimezone(catalog.zone).replace(microsecond=0),
        published_by=publication.published_by,
        reason=publication.reason.strip(),
        synthetic=publication.synthetic,
        rules_version=catalog.rules_version,
        read_with=in_force.rules_version,
        compared_rules=prepared.compared_rules,
        built_on=prepared.base.name if prepared.base else None,
        inputs=publication.inputs,
        withdrawn=publication.withdrawn,
        left_out=publication.left_out,
        sent_in_time=prepared.sent_in_time,
        files={},
    )
