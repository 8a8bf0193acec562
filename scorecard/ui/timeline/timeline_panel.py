"""The time line of a unit or a task: printed after everything a reader waits for, found by words, and as a file."""

from __future__ import annotations

import hashlib

import streamlit as st

from scorecard.address.address import page_path
from scorecard.address.queries import TaskQuery, UnitQuery
from scorecard.catalog.scope import Scope
from scorecard.errors import ScorecardError
from scorecard.follow_up.timeline.csv_file import render_entries
from scorecard.follow_up.timeline.entries import LIGHT, REVISION, Entry
from scorecard.follow_up.timeline.entry_reading import Of, read_time_line
from scorecard.follow_up.timeline.entry_search import by_life, cut_to, find_entries
from scorecard.follow_up.timeline.entry_words import Words
from scorecard.format import date_vi, number, week_label
from scorecard.lights.edition import Edition
from scorecard.text import follow_up_words, timeline_words
from scorecard.ui.reader import session
from scorecard.ui.reader.matters_shown import cause_names, lives_of, matters_key, matters_of
from scorecard.ui.shell.audited import download
from scorecard.ui.shell.frame import refuse_unread
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render
from scorecard.ui.timeline.page import EntryRow, TimeLinePage

_SHOWN = 30


def show_history(edition: Edition, of: Of) -> None:
    """The section, and the button that gives all that is listed as a file."""
    try:
        entries = time_line_of(edition, of)
    except ScorecardError as error:
        refuse_unread(error)
    found = find_entries(entries, _find(edition))
    with st.container(key="history"):
        show_panel("time-line", _printed(edition, of, entries, found))
        if found:
            name = _file_name(edition, of)
            st.download_button(
                timeline_words.FILE,
                download(name, lambda: _file(edition, of)),
                name,
                "text/csv",
                on_click="ignore",
                key="history-file",
            )


def time_line_of(edition: Edition, of: Of) -> tuple[Entry, ...]:
    """Everything this reader may see of what happened up to the week shown, newest first."""
    revisions = edition.index.all
    digest = hashlib.sha256("".join(one.hash for one in revisions).encode()).hexdigest()
    causes, task = cause_names(), str(of.task_no or "")
    key = ("time_line", of.unit_id or "", task, matters_key(), edition.snapshot.hash, digest, str(causes))
    matters = matters_of(edition)
    run = session.warehouse().run
    all_units = edition.scope.units is None
    words = Words(causes, lives_of(edition).owner, with_task=not of.task_no, reasons=all_units)
    scope = edition.scope

    def make() -> tuple[Entry, ...]:
        entries = read_time_line(run, edition.catalog, edition.history, revisions, matters, of, words)
        # The weeks before hold lights of who bore a code then; matters were chosen by their life.
        lights = (LIGHT, REVISION)
        return tuple(entry for entry in entries if entry.kind not in lights or _is_own(entry, scope))

    return session.shared(key, make)


def _is_own(entry: Entry, scope: Scope) -> bool:
    life = entry.life
    if life is None or scope.units is None:
        return True
    return life.since is not None and scope.sees_life(life.unit_id, life.since)


def _printed(edition: Edition, of: Of, entries: tuple[Entry, ...], found: tuple[Entry, ...]) -> str:
    address, find = edition.anchored.without_reason(), _find(edition)
    parts = by_life(found, edition.units)
    shown = cut_to(parts, _SHOWN)
    rows = sum(len(part.entries) for part in shown)
    page = TimeLinePage(
        count=timeline_words.COUNT.format(count=number(len(entries))),
        find=find,
        found=timeline_words.FOUND.format(found=number(len(found)), count=number(len(entries))) if find else "",
        nothing=timeline_words.NOTHING_FOUND.format(find=find) if find else timeline_words.NOTHING,
        parts=[(part.heading, [_row(entry, of, edition) for entry in part.entries]) for part in shown],
        more=timeline_words.MORE.format(count=number(len(found) - rows)) if len(found) > rows else "",
        clear=address.link(find="") if find else "",
    )
    kept = {name: value for name, value in address.filters().items() if name != "find"}
    return render("timeline/timeline", page=page, kept=kept)


def _row(entry: Entry, of: Of, edition: Edition) -> EntryRow:
    unit = entry.life.unit if entry.life else None
    return EntryRow(
        day=date_vi(entry.day),
        iso=entry.day.isoformat(),
        week=week_label(entry.week),
        kind=kind_name(entry),
        before=entry.before,
        now=entry.now,
        unit=unit.name if unit and of.unit_id is None else "",
        title=entry.title,
        why=_why(entry, edition) if entry.kind == LIGHT and entry.now else "",
        lines=entry.text.splitlines(),
        who=entry.who,
    )


def _why(entry: Entry, edition: Edition) -> str:
    """The reason of the light as of the week in which it changed, on the page of the unit."""
    unit_id = entry.life.unit_id if entry.life else ""
    why = f"{unit_id}:{entry.task_no}"
    link = edition.address.link_to(UnitQuery(unit=unit_id), week=entry.week, revision=None, against=None, why=why)
    return link.removeprefix(page_path("unit")) if edition.address.page == "unit" else link


def _find(edition: Edition) -> str:
    """What is looked for; only pages with a time line can ask."""
    query = edition.address.query
    return query.find if isinstance(query, TaskQuery | UnitQuery) else ""


def kind_name(entry: Entry) -> str:
    """What kind of thing happened, in words."""
    return (timeline_words.KINDS | follow_up_words.KINDS)[entry.kind]


def _file(edition: Edition, of: Of) -> bytes:
    found = find_entries(time_line_of(edition, of), _find(edition))
    return render_entries(found, synthetic=edition.snapshot.manifest.synthetic)


def _file_name(edition: Edition, of: Of) -> str:
    about = (
        timeline_words.ABOUT_UNIT.format(unit=of.unit_id)
        if of.unit_id
        else timeline_words.ABOUT_TASK.format(task=of.task_no)
    )
    return timeline_words.FILE_NAME.format(about=about, week=edition.snapshot.week)
