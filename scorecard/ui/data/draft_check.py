"""The files of a draft, checked, and held against what is published."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from scorecard.address.queries import DataQuery
from scorecard.format import week_label
from scorecard.intake.ingest import Progress, check_files
from scorecard.intake.taken import Intake
from scorecard.publishing.light_differences import compare_lights, read_lights
from scorecard.publishing.preparation import prepare
from scorecard.publishing.publication import Publication
from scorecard.publishing.republishing import published_already
from scorecard.snapshots.index import Snapshot
from scorecard.text import data_page
from scorecard.ui.data.changed_figures import Changed, Publications, changed_lights
from scorecard.ui.data.desk import FiguresDesk
from scorecard.ui.reader import session
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class Compared:
    """What publishing would change; `revision` is the number the new revision would get."""

    revision: int
    against: str
    changed: Changed


def check(desk: FiguresDesk, progress: Progress) -> Intake:
    """The draft's files against the catalogue in force and what is published; kept until one of them changes."""
    draft = desk.draft
    assert draft
    given = (desk.home, desk.catalog, draft.files, draft.week, desk.cut_off)
    skip_bad, scope = bool(desk.address.of(DataQuery).clean), desk.scope
    today = dt.datetime.now(desk.catalog.zone).date()  # a figure of tomorrow is right tomorrow
    return session.last(
        "checked",
        (*desk.key, desk.scope.key, str(today)),
        lambda: check_files(*given, skip_bad=skip_bad, scope=scope, progress=progress, today=today),
    )


def publication_of(desk: FiguresDesk, intake: Intake, reason: str, by: str) -> Publication:
    """What would be published: a correction keeps the cut-off of its week."""
    return Publication(
        week=desk.week,
        observations=intake.checked.observations,
        cut_off=desk.cut_off,
        reason=reason,
        published_by=by,
        synthetic=desk.synthetic or bool(intake.synthetic and not desk.index.all),
        inputs=intake.inputs,
        left_out=intake.left_out,
    )


def already(desk: FiguresDesk, intake: Intake) -> Snapshot | None:
    """The current revision of the week, if it came from these very files."""
    return published_already(desk.index, publication_of(desk, intake, "", ""), desk.catalog.rules_version)


def compare(desk: FiguresDesk, intake: Intake) -> Compared:
    """Judges the draft without writing it, and holds the lights against the snapshot it would build on."""
    return session.kept(("compare", *desk.key, desk.scope.key), lambda: _compare(desk, intake))


def _compare(desk: FiguresDesk, intake: Intake) -> Compared:
    prepared = prepare(desk.home, desk.catalog, publication_of(desk, intake, "?", ""))
    rows = compare_lights(read_lights(prepared.base), prepared.tables) if prepared.base else []
    rows = [row for row in rows if desk.scope.sees_life(row["unit_id"], row["valid_from"])]
    changed = changed_lights(rows, desk.judged_by, desk.units, Publications(prepared.base))
    return Compared(prepared.revision, against_of(prepared.base, desk.week), changed)


def against_of(base: Snapshot | None, week: ReportWeek) -> str:
    """What a comparison is made with, in words."""
    if base is None:
        return data_page.COMPARED_NOTHING
    if base.week == week:
        return data_page.COMPARED_REVISION.format(revision=base.revision)
    return data_page.COMPARED_WEEK.format(week=week_label(base.week), revision=base.revision)
