"""Which weeks of a drawing hold figures that a revision corrected: those of what is drawn, not of the week's others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scorecard.lights.edition import Edition
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of
from scorecard.text import revision_words
from scorecard.ui.reader import session
from scorecard.weeks import ReportWeek


def read_corrected(
    edition: Edition, drawn: Iterable[Snapshot], units: Sequence[str], indicator_id: str | None = None
) -> str:
    """Names the weeks in which a figure of these units is not the one first published; empty where there is none."""
    revised = {snapshot.week: snapshot.revision for snapshot in drawn if snapshot.revision > 1}
    if not revised:
        return ""
    read = [snapshot for snapshot in edition.index.all if snapshot.revision <= revised.get(snapshot.week, 0)]
    rows = session.warehouse().run(
        "corrected_weeks", files=files_of(read, "lights"), units=list(units), indicator_id=indicator_id
    )
    weeks = [f"{week.number}/{week.year}" for week in (ReportWeek.parse(row["week"]) for row in rows)]
    return revision_words.CORRECTED_WEEKS.format(weeks=", ".join(weeks)) if weeks else ""
