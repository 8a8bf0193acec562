"""The first call of every page: reads the address, prints the header, and stops with a message where it must."""

from __future__ import annotations

import datetime as dt
import logging
import os
from dataclasses import dataclass
from functools import partial
from typing import NoReturn, overload
from urllib.parse import urlencode

import streamlit as st

from scorecard.access.pages import may_open, sees_figures
from scorecard.access.roles import Act, Person
from scorecard.access.scope import build_scope
from scorecard.address.parsing import parse_address
from scorecard.catalog.scope import NOTHING, Scope
from scorecard.errors import AccessError, DatabaseError, ScorecardError, SnapshotError, UsageError
from scorecard.files.disk_errors import reason_of
from scorecard.lights.edition import Edition
from scorecard.lights.edition_opening import open_edition
from scorecard.snapshots.index import SnapshotIndex
from scorecard.text import interface_words, sign_in_words
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import look_up, person
from scorecard.ui.shell.audited import tell_refusal
from scorecard.ui.shell.header import show_header, show_tab
from scorecard.ui.shell.own_week import way_to_own
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render

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
            raise AccessError(sign_in_words.NOT_YOURS)
        index = session.snapshots()
        address = parse_address(st.query_params.to_dict(), page)
        if not needs_week and (not index.all or not sees_figures(who)):
            session.see(_scope_of_today(who))
            show_header(page, (), None)
            return None
        edition = open_edition(index, address, session.catalog_of, partial(build_scope, who))
        session.see(edition.scope)
        if needs_week and edition.scope == NOTHING:
            raise UsageError(sign_in_words.OWN_NOT_THERE)
    except (AccessError, DatabaseError) as error:
        _refuse_person(error)
    except OSError as error:
        show_header(page, (), None)
        refuse_unread(error)
    except ScorecardError as error:
        if isinstance(error, UsageError) and not who.may(Act.see_all):
            # A unit that is not there and one that may not be seen are told alike, and written down alike.
            tell_refusal(f"{page} {urlencode(st.query_params.to_dict())}"[:_TOLD])
        show_header(page, index.weeks() if index else (), None)
        refuse(error, index)
    show_header(page, edition.index.weeks(), edition)
    return edition


def _scope_of_today(who: Person) -> Scope:
    catalog = session.catalog_in_force()
    return build_scope(who, catalog, dt.datetime.now(catalog.zone).date())


def _refuse_person(error: ScorecardError) -> NoReturn:
    """Without a header: it would tell what there is."""
    show_tab(interface_words.TITLE)
    message = Message(str(error), (), "/", sign_in_words.GO_OWN)
    show_panel("message", render("shell/message", message=message))
    st.stop()


def refuse(error: ScorecardError, index: SnapshotIndex | None) -> NoReturn:
    """The error's own words below the header that stands; nothing of any week is shown."""
    weeks = index.weeks() if index else ()
    broken = index.broken if index else ()
    lines = (*str(error).splitlines(), *broken[:_SHOWN_BROKEN])
    message = Message(interface_words.CANNOT_SHOW, tuple(_without_home(line) for line in lines))
    if weeks:
        way = ("?", interface_words.SHOW_NEWEST) if person().may(Act.see_all) else way_to_own(weeks)
        message = Message(message.title, message.lines, *way)
    show_panel("message", render("shell/message", message=message))
    st.stop()


def refuse_unread(error: ScorecardError | OSError) -> NoReturn:
    """In place of what a page could not read: why, and the way to another week; the log says where it was met."""
    _LOG.error("a page could not be read", exc_info=error)
    if isinstance(error, OSError):
        error = SnapshotError(
            interface_words.DISK.format(detail=reason_of(OSError(error.errno or 0, error.strerror or "")))
        )
    refuse(error, None)


def _without_home(line: str) -> str:
    """What is wrong, without telling a reader where on the server the home lies."""
    return line.replace(f"{session.home()}{os.sep}", "").replace(str(session.home()), "")
