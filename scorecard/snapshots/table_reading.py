"""One table of a snapshot as it was published."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq

from scorecard.errors import SnapshotError
from scorecard.snapshots.index import Snapshot
from scorecard.text import snapshot_words


def read_table(snapshot: Snapshot, table: str) -> pa.Table:
    """The rows of one of TABLES; raises SnapshotError where the disk no longer gives them."""
    try:
        return pq.read_table(snapshot.file(table))
    except (OSError, pa.ArrowException) as error:
        raise SnapshotError(snapshot_words.UNREADABLE_TABLE) from error
