"""What somebody who loads figures works with: the catalogue in force, the week, and the files waiting for it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from scorecard.access.roles import Act
from scorecard.address.address import OVERVIEW, Address, page_path
from scorecard.address.parsing import parse_address
from scorecard.catalog import Catalog, Unit
from scorecard.errors import UsageError
from scorecard.format import moment_vi, week_label
from scorecard.intake.inbox import Draft, list_drafts, read_draft
from scorecard.lights.unit_blocks import Option
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.text import data_page, inbox_words
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import person
from scorecard.weeks import ReportWeek

_AHEAD, _BACK = 8, 26
_TOLD = "data_told"


@dataclass(frozen=True)
class Desk:
    """One reader's work: `week` is the one figures are loaded for; `draft` None is nothing handed in yet."""

    home: Path
    catalog: Catalog
    index: SnapshotIndex
    address: Address
    week: ReportWeek
    draft: Draft | None

    @property
    def current(self) -> Snapshot | None:
        """The revision of the week that is in use; None where the week was never published."""
        return next((snapshot for snapshot in self.index.weeks() if snapshot.week == self.week), None)

    @property
    def cut_off(self) -> dt.datetime | None:
        """The cut-off a correction keeps; None is the catalogue's."""
        return self.current.manifest.cut_off if self.current else None

    @property
    def day(self) -> dt.date:
        """The day of the week's cut-off."""
        return self.catalog.day_of(self.cut_off or self.catalog.cut_off(self.week))

    @property
    def synthetic(self) -> bool:
        """Whether the home holds synthetic figures, so that whatever comes to them is synthetic too."""
        return any(snapshot.manifest.synthetic for snapshot in self.index.all)

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that may send figures for the week."""
        return session.scope().visible(self.catalog.units_on(self.day))

    @property
    def unit(self) -> Unit | None:
        """The unit chosen for a template or for typing."""
        return next((unit for unit in self.units if unit.unit_id == self.address.unit), None)

    def with_draft(self, draft: Draft) -> Address:
        """The address of the page with a draft open."""
        return dataclasses.replace(self.address, draft=draft.draft_id, load=None, clean="")

    def without_draft(self) -> Address:
        """The address of the page with no draft open, still at the same week."""
        return dataclasses.replace(self.address, draft=None, load=self.week, clean="")

    @property
    def key(self) -> tuple[str, ...]:
        """What a check depends on: the files, the choice among them, the catalogue and all that is published."""
        published = hashlib.sha256("".join(snapshot.hash for snapshot in self.index.all).encode()).hexdigest()
        draft = self.draft.draft_id if self.draft else ""
        return (draft, self.address.clean, self.catalog.rules_version, published)


def open_desk() -> Desk:
    """The desk as the address asks for it; raises a ScorecardError for a draft or a week that cannot be."""
    catalog, index = session.catalog_in_force(), session.snapshots()
    address = parse_address(st.query_params.to_dict(), "data")
    draft = read_draft(session.home(), address.draft) if address.draft else None
    if draft and not may_open_draft(draft):
        raise UsageError(inbox_words.NO_DRAFT.format(found=draft.draft_id))
    today = ReportWeek.of(dt.datetime.now(catalog.zone).date())
    week = draft.week if draft else address.load or _week_due(index, today)
    if week > today:
        raise UsageError(data_page.BAD_WEEK_TO_LOAD.format(found=week))
    return Desk(session.home(), catalog, index, address, week, draft)


def _week_due(index: SnapshotIndex, today: ReportWeek) -> ReportWeek:
    """The week after the newest published one, but never one that has not begun."""
    weeks = index.weeks()
    return min(weeks[-1].week.next(), today) if weeks else today


def weeks_to_load(desk: Desk) -> list[Option]:
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


def may_open_draft(draft: Draft) -> bool:
    """Whether this reader sees a draft: who publishes every one, a unit those it sent."""
    return may_publish() or (may_send() and draft.sent_by == person().unit_id)


def drafts_waiting(desk: Desk) -> list[tuple[str, str]]:
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


def overview_of(snapshot: Snapshot) -> str:
    """The overview as of one revision, relative to any page."""
    return page_path(OVERVIEW) + Address(OVERVIEW, snapshot.week, snapshot.revision).link()


def may_publish() -> bool:
    """Whether this reader publishes, corrects and withdraws."""
    return person().may(Act.publish)


def may_send() -> bool:
    """Whether this reader hands figures in: a unit its own, which then wait for somebody who publishes."""
    return person().may(Act.send) or may_publish()


def go(address: Address) -> None:
    """Run again with another address, which the browser then shows."""
    st.query_params.from_dict(address.filters())
    st.rerun()


@dataclass(frozen=True)
class Told:
    """What was just done, and a receipt for every file that was taken."""

    lines: list[str]
    receipts: list[str]


def telling() -> Told:
    """Where it is said what is done, for the next run to print; to be asked for before it is done.

    Whoever presses a button or follows a link meanwhile ends the run as soon as it asks for the state of the session
    again: asked for between doing and saying, something done would be neither said nor written down as done.
    """
    kept: Told = st.session_state.setdefault(_TOLD, Told([], []))
    return kept


def told() -> Told:
    """What was said there, once."""
    kept: Told = st.session_state.pop(_TOLD, Told([], []))
    return kept
