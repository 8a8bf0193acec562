"""A judged publication that nobody has written yet: what a week would become."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from scorecard.catalog import Catalog
from scorecard.errors import UsageError
from scorecard.publishing.carried_forward import base_of, carried_forward, with_reports
from scorecard.publishing.computed import computed_figures, sent_in_time
from scorecard.publishing.judge import judge, observation_table
from scorecard.publishing.publication import Publication, cut_off_for
from scorecard.publishing.refusals import (
    refuse_clock_behind,
    refuse_computed,
    refuse_mixing,
    refuse_moved_on,
    refuse_tomorrow,
)
from scorecard.snapshots.folders import snapshot_folders
from scorecard.snapshots.index import (
    Snapshot,
    list_snapshots,
)
from scorecard.text import snapshot_words


@dataclass(frozen=True)
class Prepared:
    """A judged publication that nobody has written yet."""

    revision: int
    base: Snapshot | None
    cut_off: dt.datetime
    sent_in_time: tuple[str, ...]
    tables: dict[str, pa.Table]


def prepare(home: Path, catalog: Catalog, publication: Publication) -> Prepared:
    """Carries forward and judges, writes nothing; raises what would refuse the publication."""
    index = list_snapshots(home)
    base = base_of(index, publication.week)
    refuse_mixing(home, index, publication.synthetic)
    refuse_moved_on(index, publication.seen)
    if publication.published_at is None and not publication.clock_checked:
        refuse_clock_behind(base, dt.datetime.now(tz=catalog.zone))
    if base and base.week == publication.week and not publication.reason.strip():
        raise UsageError(snapshot_words.NEEDS_REASON.format(week=base.week, revision=base.revision))
    cut_off = cut_off_for(catalog, publication.week, publication.cut_off)
    day = catalog.day_of(cut_off)
    refuse_tomorrow(publication.observations, day)
    refuse_computed(catalog, publication.withdrawn)
    carried = carried_forward(index, base, catalog, day, publication.withdrawn)
    sent = sent_in_time(catalog, publication, base, carried, cut_off)
    known = with_reports(carried, publication.observations)
    known |= {row.key: row for row in computed_figures(catalog, day, sent)}
    judgement = judge(catalog, known.values(), day)
    # A broken folder keeps its number: a new revision never lands on what it may still hold.
    taken = [found.revision for found in snapshot_folders(home, []) if found.week == publication.week]
    return Prepared(
        revision=max(taken, default=0) + 1,
        base=base,
        cut_off=cut_off,
        sent_in_time=sent,
        tables={"observations": observation_table(known.values()), **judgement.tables},
    )
