"""Re-hashes everything a home holds and names whatever is not as it was published."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from scorecard.catalog import archive, archived_catalog
from scorecard.errors import CatalogError
from scorecard.snapshots.index import Snapshot, SnapshotIndex, list_snapshots
from scorecard.snapshots.originals import original_problem
from scorecard.text import snapshot_words


def verify_home(home: Path) -> list[str]:
    """Every difference, one message each; an empty list is a home in which every byte is as published."""
    index = list_snapshots(home)
    problems = list(index.broken)
    for snapshot in index.everything:
        problems += _file_problems(snapshot)
        problems += _lineage_problems(index, snapshot)
    for version in sorted({name for one in index.everything for name in one.manifest.catalogs}):
        problems += _catalog_problems(home, version)
    return problems + _original_problems(home, index)


def _original_problems(home: Path, index: SnapshotIndex) -> list[str]:
    """What became of the files the figures came in, each looked at once."""
    problems, seen = [], set()
    for snapshot in index.everything:
        # A manifest that does not speak of withdrawals is of the time before originals were kept.
        kept = snapshot.manifest.inputs if "withdrawn" in snapshot.manifest.model_fields_set else ()
        for item in kept:
            if item.sha256 not in seen and (detail := original_problem(home, item.sha256)):
                problems.append(
                    snapshot_words.NO_ORIGINAL.format(folder=snapshot.folder, file=item.name, detail=detail)
                )
            seen.add(item.sha256)
    return problems


def _file_problems(snapshot: Snapshot) -> list[str]:
    problems = []
    for name, wanted in snapshot.manifest.files.items():
        path = snapshot.folder / name
        place = {"folder": snapshot.folder, "file": name}
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            if found != wanted.sha256:
                problems.append(snapshot_words.WRONG_HASH.format(**place, found=found, wanted=wanted.sha256))
            elif (rows := pq.read_metadata(path).num_rows) != wanted.rows:
                problems.append(snapshot_words.WRONG_ROWS.format(**place, found=rows, wanted=wanted.rows))
        except (OSError, pa.ArrowInvalid) as error:
            problems.append(snapshot_words.UNREADABLE.format(**place, detail=str(error).splitlines()[0]))
    return problems


def _lineage_problems(index: SnapshotIndex, snapshot: Snapshot) -> list[str]:
    base = snapshot.manifest.built_on
    if base is None or index.named(base):
        return []
    return [snapshot_words.NO_BASE.format(folder=snapshot.folder, base=base)]


def _catalog_problems(home: Path, version: str) -> list[str]:
    catalogs = home / archive.FOLDER
    try:
        archived_catalog(home, version)
    except (CatalogError, OSError) as error:
        return [snapshot_words.NO_CATALOG.format(folder=home, version=version, catalogs=catalogs, detail=error)]
    return []
