"""Every published revision, newest first, with links to look at it as it was."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.address.address import Address
from scorecard.address.queries import DataQuery
from scorecard.format import moment_vi, number, week_label
from scorecard.lights.edition import Edition
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.text import data_page
from scorecard.ui.data.desk import overview_of
from scorecard.ui.reader import session
from scorecard.ui.shell.render import render

MOST = 60
NEWEST = 10


@dataclass(frozen=True)
class Published:
    """One revision: `current` is whether its week still uses it."""

    week: str
    revision: str
    current: bool
    at: str
    by: str
    why: str
    catalog: str
    files: str
    details: str
    overview: str


def read_history(edition: Edition) -> str:
    """The newest revisions of the home; kept until one more is published."""
    index = edition.index
    key = ("revisions", *(snapshot.hash for snapshot in index.everything[-MOST:]), str(len(index.everything)))
    return session.kept(key, lambda: _make(edition))


def _make(edition: Edition) -> str:
    index = edition.index
    current = {snapshot.name for snapshot in index.weeks()}
    rows = [
        Published(
            week_label(snapshot.week),
            number(snapshot.revision),
            snapshot.name in current,
            moment_vi(snapshot.manifest.published_at),
            snapshot.manifest.published_by or data_page.NOT_NAMED,
            snapshot.manifest.reason or data_page.NO_REASON,
            _catalog(index, snapshot),
            number(len(snapshot.manifest.inputs)),
            "" if snapshot.manifest.retracted else Address(DataQuery(), snapshot.week, snapshot.revision).link(),
            "" if snapshot.manifest.retracted else overview_of(snapshot),
        )
        for snapshot in reversed(index.everything[-MOST:])
    ]
    total = len(index.everything)
    more = data_page.HISTORY_MORE.format(shown=number(MOST), total=number(total)) if total > MOST else ""
    return render("data/revisions", newest=rows[:NEWEST], older=rows[NEWEST:], more=more)


def _catalog(index: SnapshotIndex, snapshot: Snapshot) -> str:
    """The version it is judged by, and whether the week before is judged by another one; or that it is a retraction."""
    if snapshot.manifest.retracted:
        return data_page.RETRACTION
    version = snapshot.manifest.rules_version[:10]
    before = [one for one in index.weeks() if one.week < snapshot.week][-1:]
    other = bool(before) and before[0].manifest.rules_version != snapshot.manifest.rules_version
    return data_page.OTHER_CATALOG.format(version=version) if other else version
