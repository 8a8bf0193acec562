"""Observations and a catalogue -> a new revision of a week, whole or not at all."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from scorecard.catalog import Catalog, archive, archive_catalog
from scorecard.errors import SnapshotError
from scorecard.files.disk_errors import reason_of
from scorecard.files.home_lock import writing_alone
from scorecard.files.whole_files import place_folder, sync_file, sync_folder, write_durably
from scorecard.publishing.preparation import Prepared, prepare
from scorecard.publishing.publication import Publication
from scorecard.snapshots.index import (
    FOLDER,
    FORMAT_VERSION,
    MANIFEST,
    FileContent,
    Manifest,
    Snapshot,
    list_snapshots,
    week_folder,
)
from scorecard.snapshots.originals import unfinished
from scorecard.text import snapshot_words

_TEMPORARY = ".publishing-"


def publish(home: Path, catalog: Catalog, publication: Publication) -> Snapshot:
    """The new current revision of the week.

    Raises UsageError (a reason is missing, the cut-off is outside the week) or SnapshotError (real and synthetic
    figures would mix, somebody else is publishing, the disk refuses); then the home is as it was before. A process
    that dies at any moment leaves the old state or the new one: everything is written and synced in a temporary
    folder and gets its name in one rename.
    """
    try:
        with _publishing_alone(home):
            prepared = prepare(home, catalog, publication)
            archive_catalog(home, catalog)
            _write(home, catalog, publication, prepared)
    except OSError as error:
        raise SnapshotError(snapshot_words.NOT_WRITTEN.format(home=home, detail=reason_of(error))) from error
    return list_snapshots(home).get(publication.week, prepared.revision)


@contextmanager
def _publishing_alone(home: Path) -> Iterator[None]:
    with writing_alone(home):
        (home / FOLDER).mkdir(exist_ok=True)
        for leftover in leftovers(home):
            shutil.rmtree(leftover)
        yield


def _write(home: Path, catalog: Catalog, publication: Publication, prepared: Prepared) -> None:
    target = week_folder(home, publication.week) / f"revision={prepared.revision:03d}"
    target.parent.mkdir(exist_ok=True)
    sync_folder(target.parent.parent)
    temporary = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=home / FOLDER))
    try:
        files = {f"{name}.parquet": _write_table(temporary, name, table) for name, table in prepared.tables.items()}
        manifest = _manifest(catalog, publication, prepared, files)
        write_durably(temporary / MANIFEST, manifest.model_dump_json(indent=1).encode())
        place_folder(temporary, target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _write_table(folder: Path, name: str, table: pa.Table) -> FileContent:
    path = folder / f"{name}.parquet"
    pq.write_table(table, path, compression="zstd")
    sync_file(path)
    return FileContent(rows=table.num_rows, sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def _manifest(
    catalog: Catalog, publication: Publication, prepared: Prepared, files: dict[str, FileContent]
) -> Manifest:
    now = publication.published_at or dt.datetime.now(tz=dt.UTC)
    return Manifest(
        format_version=FORMAT_VERSION,
        week=str(publication.week),
        revision=prepared.revision,
        cut_off=prepared.cut_off,
        published_at=now.astimezone(catalog.zone).replace(microsecond=0),
        published_by=publication.published_by,
        reason=publication.reason.strip(),
        synthetic=publication.synthetic,
        rules_version=catalog.rules_version,
        built_on=prepared.base.name if prepared.base else None,
        inputs=publication.inputs,
        withdrawn=publication.withdrawn,
        left_out=publication.left_out,
        sent_in_time=prepared.sent_in_time,
        files=files,
    )


def leftovers(home: Path) -> list[Path]:
    """Temporary folders of those who were killed while writing; the next publication removes them."""
    kept = (home / archive.FOLDER).glob(f"{archive.TEMPORARY}*")
    return sorted([*(home / FOLDER).glob(f"{_TEMPORARY}*"), *kept, *unfinished(home)])
