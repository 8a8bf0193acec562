"""The header of every page: where one can go, the weeks, the search, who is signed in; and the browser's tab."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import streamlit as st

from scorecard.access.pages import pages_for
from scorecard.address.address import Address, page_path
from scorecard.address.page_names import PAGES
from scorecard.address.queries import QUERIES, TaskQuery, UnitQuery
from scorecard.format import moment_vi, week_label
from scorecard.lights.district_area import chosen_district
from scorecard.lights.edition import Edition
from scorecard.lights.ground_lines import GroundSaid
from scorecard.lights.revision_words import revision_options, superseded_note
from scorecard.lights.week_options import week_options
from scorecard.snapshots.index import Snapshot
from scorecard.text import interface_words, task_page
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import person, sign_out_token
from scorecard.ui.shell.ground_note import ground_of_page
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render
from scorecard.ui.shell.saved_views import saved_links
from scorecard.ui.shell.search import Search, build_entries, build_search
from scorecard.weeks import ReportWeek


def show_tab(title: str) -> None:
    """Once in every run: the browser draws the whole page again each time it is told of its tab."""
    st.set_page_config(page_title=title, page_icon="🚦", layout="wide")


def show_header(page: str, weeks: Sequence[Snapshot], edition: Edition | None) -> None:
    """The header of a page as of these weeks; without an edition only what leads elsewhere."""
    values: dict[str, object] = {"week": "", "kept": {}, "earlier": "", "later": "", "cut_off": "", "revisions": ()}
    values |= {"superseded": "", "current": "", "ground": GroundSaid()}
    if edition:
        values |= _edition_values(weeks, edition)
    show_tab(page_title(page, edition))
    show_panel(
        "head",
        render(
            "shell/head",
            title=(edition.catalog.rules.title if edition else "") or interface_words.TITLE,
            navigation=[(_page_link(edition, name), title, name == page) for name, title in _opened(page, edition)],
            person=person(),
            token=sign_out_token(),
            broken=interface_words.BROKEN.format(number=len(edition.index.broken))
            if edition and edition.index.broken
            else "",
            synthetic=edition is not None and edition.snapshot.manifest.synthetic,
            search=_search(edition) if edition else None,
            weeks=week_options(weeks, edition.snapshot.week if edition else None),
            **values,
        ),
    )
    if edition:
        _show_findable(edition)


def _opened(page: str, edition: Edition | None) -> list[tuple[str, str]]:
    """The pages this reader may open; that of districts only where there is one, or it is open already."""
    opened = set(pages_for(person(), session.scope()))
    if page != "district" and edition and not edition.districts:
        opened.discard("district")
    return [(name, title) for name, title in PAGES if name in opened]


def _edition_values(weeks: Sequence[Snapshot], edition: Edition) -> dict[str, object]:
    address = dataclasses.replace(edition.address.without_reason(), week=None, revision=None)
    ordered = sorted({*(snapshot.week for snapshot in weeks), edition.snapshot.week})
    place = ordered.index(edition.snapshot.week)
    revisions = [snapshot.revision for snapshot in edition.index.of_week(edition.snapshot.week)]
    return {
        "week": str(edition.snapshot.week),
        "kept": address.filters(),
        "earlier": _step(address, ordered[place - 1]) if place else "",
        "later": _step(address, ordered[place + 1]) if place + 1 < len(ordered) else "",
        "cut_off": interface_words.CUT_OFF.format(moment=moment_vi(edition.snapshot.manifest.cut_off)),
        "revision": str(edition.snapshot.revision),
        "newest_revision": str(max(revisions)),
        "revisions": revision_options(revisions),
        "superseded": superseded_note(edition),
        "ground": ground_of_page(edition),
        "current": edition.anchored.link(revision=None),
    }


def _search(edition: Edition) -> Search:
    return build_search(edition, [(link.name, link.href) for link in saved_links(edition)])


def _show_findable(edition: Edition) -> None:
    """Apart from the header, since it is the same on every page: a browser that has it is not sent it again."""
    manifest, own = edition.snapshot.manifest, person().unit_id
    key = ("findable", manifest.rules_version, str(edition.snapshot.cut_off_day), own or "")
    show_panel("findable", session.shared(key, lambda: render("shell/findable", entries=build_entries(edition, own))))


def _step(address: Address, week: ReportWeek) -> str:
    """The same page in another week; a week to compare with stays as long as it lies before it."""
    against = address.against if address.against and address.against < week else None
    return address.link(week=week, against=against)


def _page_link(edition: Edition | None, page: str) -> str:
    """Another page as of the week that is shown; the newest week stays unnamed, so that the link grows old well."""
    return edition.address.link_to(QUERIES[page]()) if edition else page_path(page)


def page_title(page: str, edition: Edition | None) -> str:
    """The unit, task or district and its week; without an edition the page's name and the product's."""
    name = dict(PAGES)[page]
    if edition is None:
        return interface_words.PAGE_TITLE.format(page=name, week=interface_words.TITLE)
    return interface_words.PAGE_TITLE.format(page=_about(page, edition) or name, week=week_label(edition.snapshot.week))


def _about(page: str, edition: Edition) -> str:
    """The unit, task or district a page is about; empty where it is about none."""
    query = edition.address.query
    unit = edition.unit(query.unit) if isinstance(query, UnitQuery) and query.unit else None
    if unit:
        return unit.name
    if page == "district" and edition.districts:
        return chosen_district(edition).name
    if isinstance(query, TaskQuery) and edition.tasks:
        return task_page.TASK.format(task=query.task or edition.tasks[0].task_no)
    return ""
