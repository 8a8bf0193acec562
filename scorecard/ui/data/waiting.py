"""What can be opened from the page of figures: the weeks a file may be loaded for, and the drafts that wait."""

from __future__ import annotations

import datetime as dt

from scorecard.format import moment_vi, week_label
from scorecard.intake.inbox import Draft, list_drafts
from scorecard.lights.unit_blocks import Option
from scorecard.snapshots.index import Snapshot
from scorecard.text import data_page
from scorecard.ui.data.desk import FiguresDesk
from scorecard.ui.data.loading_rights import may_open_draft
from scorecard.weeks import ReportWeek

_AHEAD, _BACK = 8, 26


def weeks_to_load(desk: FiguresDesk) -> list[Option]:
    """The weeks a file may be loaded for, newest first: those to come up to today, and those to correct."""
    today = ReportWeek.of(dt.datetime.now(desk.catalog.zone).date())
    published = {snapshot.week: snapshot for snapshot in desk.index.weeks()}
    newest = max(published, default=today)
    near = [newest.plus(step) for step in range(-_BACK, _AHEAD + 1)]
    weeks = {week for week in (*near, desk.week, today) if week <= today and (week in published or week >= newest)}
    gaps = {week for week in near if min(published, default=newest) < week < newest}
    return [_option(week, published.get(week)) for week in sorted(weeks | gaps | {desk.week}, reverse=True)]


def _option(week: ReportWeek, published: Snapshot | None) -> Option:
    if published is None:
        return Option(str(week), data_page.WEEK_NEW.format(week=week_label(week)))
    return Option(str(week), data_page.WEEK_AGAIN.format(week=week_label(week), revision=published.revision + 1))


def drafts_waiting(desk: FiguresDesk) -> list[tuple[str, str]]:
    """Address and description of every draft; what the home can no longer read is passed over."""
    return [
        (
            desk.with_draft(draft).link(),
            _described(draft),
        )
        for draft in list_drafts(desk.home)
        if may_open_draft(draft)
    ]


def _described(draft: Draft) -> str:
    values = {"week": week_label(draft.week), "count": len(draft.inputs), "moment": moment_vi(draft.received_at)}
    return data_page.DRAFT.format(**values) + (data_page.SENT_BY.format(unit=draft.sent_by) if draft.sent_by else "")
