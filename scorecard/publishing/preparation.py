"""A judged publication that nobody has written yet: what a week would become."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from scorecard.catalog import Catalog, archived_catalog
from scorecard.publishing.carried_forward import base_of, carried_forward, with_reports
from scorecard.publishing.computed import computed_figures, sent_in_time
from scorecard.publishing.judge import judge, observation_table
from scorecard.publishing.judged_by import JudgedBy, judged_by
from scorecard.publishing.publication import Publication
from scorecard.publishing.refusals import (
    refuse_clock_behind,
    refuse_computed,
    refuse_future,
    refuse_mixing,
    refuse_moved_on,
    refuse_tomorrow,
    refuse_without_reason,
)
from scorecard.publishing.rule_changes import TABLE as RULE_CHANGES
from scorecard.publishing.rule_changes import rule_changes
from scorecard.snapshots.folders import next_revision
from scorecard.snapshots.index import Snapshot, SnapshotIndex, list_snapshots
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class Prepared:
    """A judged publication that nobody has written yet."""

    revision: int
    base: Snapshot | None
    by: JudgedBy
    sent_in_time: tuple[str, ...]
    compared_rules: str | None
    tables: dict[str, pa.Table]


def prepare(home: Path, in_force: Catalog, publication: Publication) -> Prepared:
    """Carries forward and judges, writes nothing; raises what would refuse the publication.

    `in_force` is the catalogue of today; what a published week is judged by is found by `judged_by`.
    """
    index = list_snapshots(home)
    base = base_of(index, publication.week)
    refuse_mixing(home, index, publication.synthetic)
    refuse_moved_on(index, publication.seen)
    now = dt.datetime.now(tz=in_force.zone)
    if publication.published_at is None and not publication.clock_checked:
        refuse_clock_behind(base, now)
    refuse_future(publication.week, now.date())
    refuse_without_reason(index, publication.week, publication.reason)
    asked = (publication.week, publication.cut_off)
    by = judged_by(home, index, in_force, *asked, current_rules=publication.current_rules)
    catalog, cut_off, day = by.catalog, by.cut_off, by.day
    refuse_tomorrow(publication.observations, day)
    refuse_computed(catalog, publication.withdrawn)
    carried = carried_forward(index, base, catalog, day, publication.withdrawn)
    sent = sent_in_time(catalog, publication, base, carried, cut_off)
    known = with_reports(carried, publication.observations)
    known |= {row.key: row for row in computed_figures(catalog, day, sent)}
    judgement = judge(catalog, known.values(), day)
    compared = _compared_with(home, index, publication.week, by)
    ground = {RULE_CHANGES: rule_changes(compared[0], known.values(), day, judgement.tables)} if compared else {}
    return Prepared(
        revision=next_revision(home, publication.week),
        base=base,
        by=by,
        sent_in_time=sent,
        compared_rules=compared[1] if compared else None,
        tables={"observations": observation_table(known.values()), **judgement.tables} | ground,
    )


def _compared_with(home: Path, index: SnapshotIndex, week: ReportWeek, by: JudgedBy) -> tuple[Catalog, str] | None:
    """The rule of the published week before with its key, where it is another one than the week is judged by."""
    before = base_of(index, week.plus(-1))
    if before is None:
        return None
    same = before.manifest.rules_version == by.catalog.rules_version
    catalog, day = by.catalog if same else archived_catalog(home, before.manifest.rules_version), before.cut_off_day
    if same and catalog.indicators_on(day) == catalog.indicators_on(by.day):
        return None
    return catalog.kept_as_on(day), catalog.rule_key(day)
