"""The first call of every page: reads the address, prints the header, and stops with a message where it must."""

from __future__ import annotations

import dataclasses
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import NoReturn, overload
from urllib.parse import urlencode

import streamlit as st

from scorecard.access.pages import may_open, pages_for, sees_figures
from scorecard.access.roles import Act
from scorecard.access.scope import NOTHING, build_scope
from scorecard.address import Address, page_path
from scorecard.address_parsing import parse_address
from scorecard.disk import reason_of
from scorecard.errors import AccessError, DatabaseError, ScorecardError, SnapshotError, UsageError
from scorecard.format import moment_vi
from scorecard.page_names import PAGES
from scorecard.snapshots import Snapshot, SnapshotIndex
from scorecard.text import sign_in as entry
from scorecard.text import ui as words
from scorecard.ui import session
from scorecard.ui.as_of import revision_options, superseded_note
from scorecard.ui.audited import tell_refusal
from scorecard.ui.edition import Edition, open_edition
from scorecard.ui.page_title import page_title
from scorecard.ui.panel import show_panel
from scorecard.ui.render import render
from scorecard.ui.saved_views import saved_links
from scorecard.ui.search import Search, build_entries, build_search
from scorecard.ui.signed_in import look_up, person, sign_out_token
from scorecard.ui.week_options import week_options
from scorecard.weeks import ReportWeek

_SHOWN_BROKEN = 3
_TOLD = 300  # letters of an address the audit keeps
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Message:
    """What is said instead of a page."""

    title: str
    lines: tuple[str, ...]
    link: str = ""
    link_name: str = ""


@overload
def begin(page: str) -> Edition: ...


@overload
def begin(page: str, *, needs_week: bool) -> Edition | None: ...


def begin(page: str, *, needs_week: bool = True) -> Edition | None:
    """The edition this page shows, its header printed; does not return where the address cannot be shown.

    Nobody gets further whose session ended, or whose role does not open this page. A page that can do without any
    published week (`needs_week` False) gets None where there is none, or where the reader may see no figures.
    """
    session.see(NOTHING)
    index: SnapshotIndex | None = None
    try:
        who = look_up()
        if not may_open(who, page):
            tell_refusal(page)
            raise AccessError(entry.NOT_YOURS)
        index = session.snapshots()
        address = parse_address(st.query_params.to_dict(), page)
        if not needs_week and (not index.all or not sees_figures(who)):
            session.see(build_scope(who, session.catalog_in_force()))
            _show_head(page, (), None)
            return None
        edition = open_edition(index, address, session.catalog_of, partial(build_scope, who))
        session.see(edition.scope)
    except (AccessError, DatabaseError) as error:
        _refuse_person(error)
    except ScorecardError as error:
        if isinstance(error, UsageError) and not who.may(Act.see_all):
            # A unit that is not there and one that may not be seen are told alike, and written down alike.
            tell_refusal(f"{page} {urlencode(st.query_params.to_dict())}"[:_TOLD])
        _show_head(page, index.weeks() if index else (), None)
        refuse(error, index)
    _show_head(page, edition.index.weeks(), edition)
    return edition


def _refuse_person(error: ScorecardError) -> NoReturn:
    """Without a header: it would tell what there is."""
    _show_tab(words.TITLE)
    message = Message(str(error), (), "/", entry.GO_OWN)
    show_panel("message", render("message", message=message))
    st.stop()


def refuse(error: ScorecardError, index: SnapshotIndex | None) -> NoReturn:
    """The error's own words below the header that stands; nothing of any week is shown."""
    weeks = index.weeks() if index else ()
    broken = index.broken if index else ()
    lines = (*str(error).splitlines(), *broken[:_SHOWN_BROKEN])
    message = Message(words.CANNOT_SHOW, tuple(_without_home(line) for line in lines))
    if weeks:
        way = ("?", words.SHOW_NEWEST) if person().may(Act.see_all) else ("/", entry.GO_OWN)
        message = Message(message.title, message.lines, *way)
    show_panel("message", render("message", message=message))
    st.stop()


def refuse_unread(error: ScorecardError | OSError) -> NoReturn:
    """In place of what a page could not read: why, and the way to another week; the log says where it was met."""
    _LOG.error("a page could not be read", exc_info=error)
    _show_tab(words.TITLE)
    if isinstance(error, OSError):
        error = SnapshotError(words.DISK.format(detail=reason_of(OSError(error.errno or 0, error.strerror or ""))))
    refuse(error, None)


def _show_tab(title: str) -> None:
    """Once in every run: the browser draws the whole page again each time it is told of its tab."""
    st.set_page_config(page_title=title, page_icon="🚦", layout="wide")


def _without_home(line: str) -> str:
    """What is wrong, without telling a reader where on the server the home lies."""
    return line.replace(f"{session.home()}{os.sep}", "").replace(str(session.home()), "")


def _show_head(page: str, weeks: Sequence[Snapshot], edition: Edition | None) -> None:
    values: dict[str, object] = {"week": "", "kept": {}, "earlier": "", "later": "", "cut_off": "", "revisions": ()}
    values |= {"superseded": "", "current": ""}
    if edition:
        values |= _edition_values(weeks, edition)
    _show_tab(page_title(page, edition))
    opened = pages_for(person(), session.scope())
    show_panel(
        "head",
        render(
            "head",
            title=(edition.catalog.rules.title if edition else "") or words.TITLE,
            navigation=[(_page_link(edition, name), title, name == page) for name, title in PAGES if name in opened],
            person=person(),
            token=sign_out_token(),
            broken=words.BROKEN.format(number=len(edition.index.broken)) if edition and edition.index.broken else "",
            synthetic=edition is not None and edition.snapshot.manifest.synthetic,
            search=_search(edition) if edition else None,
            weeks=week_options(weeks, edition.snapshot.week if edition else None),
            **values,
        ),
    )
    if edition:
        _show_findable(edition)


def _edition_values(weeks: Sequence[Snapshot], edition: Edition) -> dict[str, object]:
    address = dataclasses.replace(edition.address.without_reason(), week=None, revision=None)
    ordered = [snapshot.week for snapshot in weeks]
    place = ordered.index(edition.snapshot.week)
    revisions = [snapshot.revision for snapshot in edition.index.all if snapshot.week == edition.snapshot.week]
    return {
        "week": str(edition.snapshot.week),
        "kept": address.filters(),
        "earlier": _step(address, ordered[place - 1]) if place else "",
        "later": _step(address, ordered[place + 1]) if place + 1 < len(ordered) else "",
        "cut_off": words.CUT_OFF.format(moment=moment_vi(edition.snapshot.manifest.cut_off)),
        "revision": str(edition.snapshot.revision),
        "newest_revision": str(max(revisions)),
        "revisions": revision_options(revisions),
        "superseded": superseded_note(edition),
        "current": edition.anchored.link(revision=None),
    }


def _search(edition: Edition) -> Search:
    return build_search(edition, [(link.name, link.href) for link in saved_links(edition)])


def _show_findable(edition: Edition) -> None:
    """Apart from the header, since it is the same on every page: a browser that has it is not sent it again."""
    manifest, own = edition.snapshot.manifest, person().unit_id
    key = ("findable", manifest.rules_version, str(edition.snapshot.cut_off_day), own or "")
    show_panel("findable", session.shared(key, lambda: render("findable", entries=build_entries(edition, own))))


def _step(address: Address, week: ReportWeek) -> str:
    """The same page in another week; a week to compare with stays as long as it lies before it."""
    against = address.against if address.against and address.against < week else None
    return address.link(week=week, against=against)


def _page_link(edition: Edition | None, page: str) -> str:
    """Another page as of the week that is shown; the newest week stays unnamed, so that the link grows old well."""
    return edition.address.link_to(page) if edition else page_path(page)
