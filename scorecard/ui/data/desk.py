"""What somebody who loads figures works with: the catalogue in force, the week, and the files waiting for it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from scorecard.access.scope import build_scope
from scorecard.address.address import OVERVIEW, Address, page_path
from scorecard.address.parsing import parse_address
from scorecard.address.queries import DataQuery, OverviewQuery
from scorecard.catalog import Catalog, Unit
from scorecard.catalog.scope import Scope
from scorecard.errors import UsageError
from scorecard.intake.inbox import Draft, read_draft
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.text import data_page, inbox_words
from scorecard.ui.data.loading_rights import may_open_draft
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import person
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class FiguresDesk:
    """One reader's work: `week` is the one figures are loaded for; `draft` None is nothing handed in yet.

    `catalog` is the one in force: files are read by it. What a published week may take is said by `judged_by`.
    """

    home: Path
    catalog: Catalog
    index: SnapshotIndex
    address: Address
    week: ReportWeek
    draft: Draft | None
    of_week: Catalog | None = None

    @property
    def current(self) -> Snapshot | None:
        """The revision of the week that is in use; None where the week was never published."""
        return self.index.in_use(self.week)

    @property
    def cut_off(self) -> dt.datetime | None:
        """The cut-off a correction keeps; None is the catalogue's."""
        return self.current.manifest.cut_off if self.current else None

    @property
    def judged_by(self) -> Catalog:
        """The catalogue the week's lights are judged by: that of its revision in use, else the one in force."""
        return self.of_week or self.catalog

    @property
    def day(self) -> dt.date:
        """The day of the week's cut-off."""
        return self.judged_by.day_of(self.cut_off or self.catalog.cut_off(self.week))

    @property
    def synthetic(self) -> bool:
        """Whether the home holds synthetic figures, so that whatever comes to them is synthetic too."""
        return any(snapshot.manifest.synthetic for snapshot in self.index.all)

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that may send figures for the week."""
        return self.scope.visible(self.judged_by.units_on(self.day))

    @property
    def scope(self) -> Scope:
        """Whose figures this reader hands in for the week: a unit its own, as on the day of its cut-off."""
        return build_scope(person(), self.judged_by, self.day)

    @property
    def unit(self) -> Unit | None:
        """The unit chosen for a template or for typing."""
        return next((unit for unit in self.units if unit.unit_id == self.address.of(DataQuery).unit), None)

    def with_draft(self, draft: Draft) -> Address:
        """The address of the page with a draft open."""
        return self.address.having(draft=draft.draft_id, load=None, clean="")

    def without_draft(self) -> Address:
        """The address of the page with no draft open, still at the same week."""
        return self.address.having(draft=None, load=self.week, clean="")

    @property
    def key(self) -> tuple[str, ...]:
        """What a check depends on: the files, the choice among them, the catalogue and all that is published."""
        published = hashlib.sha256("".join(snapshot.hash for snapshot in self.index.everything).encode()).hexdigest()
        draft = self.draft.draft_id if self.draft else ""
        return (draft, self.address.of(DataQuery).clean, self.catalog.rules_version, published)


def open_desk() -> FiguresDesk:
    """The desk as the address asks for it; raises a ScorecardError for a draft or a week that cannot be."""
    catalog, index = session.catalog_in_force(), session.snapshots()
    address = parse_address(st.query_params.to_dict(), "data")
    asked = address.of(DataQuery)
    draft = read_draft(session.home(), asked.draft) if asked.draft else None
    if draft and not may_open_draft(draft):
        raise UsageError(inbox_words.NO_DRAFT.format(found=draft.draft_id))
    today = ReportWeek.of(dt.datetime.now(catalog.zone).date())
    week = draft.week if draft else asked.load or _week_due(index, today)
    if week > today:
        raise UsageError(data_page.BAD_WEEK_TO_LOAD.format(found=week))
    current = index.in_use(week)
    of_week = session.catalog_of(current.manifest.rules_version) if current else None
    desk = FiguresDesk(session.home(), catalog, index, address, week, draft, of_week)
    day = desk.day
    return dataclasses.replace(desk, catalog=catalog.on(day), of_week=of_week.on(day) if of_week else None)


def _week_due(index: SnapshotIndex, today: ReportWeek) -> ReportWeek:
    """The week after the newest published one, but never one that has not begun."""
    weeks = index.weeks()
    return min(weeks[-1].week.next(), today) if weeks else today


def overview_of(snapshot: Snapshot) -> str:
    """The overview as of one revision, relative to any page."""
    return page_path(OVERVIEW) + Address(OverviewQuery(), snapshot.week, snapshot.revision).link()
