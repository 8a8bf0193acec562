"""The upper part of the page of figures: files come in, and are shown checked and compared."""

from __future__ import annotations

import datetime as dt
import hashlib

import streamlit as st

from scorecard.address.address import CLEAN_ONLY, Address
from scorecard.format import date_vi, moment_vi, number, week_label
from scorecard.intake.inbox import keep_draft
from scorecard.intake.taken import Intake
from scorecard.snapshots.index import Snapshot
from scorecard.text import data_page
from scorecard.ui.data.desk import FiguresDesk, overview_of
from scorecard.ui.data.done_once import Done, take_told
from scorecard.ui.data.draft_check import already, check, compare
from scorecard.ui.data.draft_rows import file_rows, listed
from scorecard.ui.data.loading_rights import may_publish
from scorecard.ui.data.marked_copies import offer_copies
from scorecard.ui.data.publish_panel import doing, offer_publication
from scorecard.ui.data.waiting import drafts_waiting, weeks_to_load
from scorecard.ui.reader.signed_in import person
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render

TYPES = ["xlsx", "xlsm", "xls", "ods", "csv"]
MOST_FILES = 200
_TURN = "files_turn"


def show_load(desk: FiguresDesk) -> None:
    """The step the reader is at: choosing files, or what became of them."""
    done = take_told()
    if desk.draft is None:
        show_panel("load", _choose(desk, done))
        _take_files(desk)
        return
    place = st.empty()

    def progress(done: int, total: int) -> None:
        place.progress(done / total, data_page.CHECKING.format(number=done, total=total))

    intake = check(desk, progress)
    place.empty()
    published = None if intake.checked.problems else already(desk, intake)
    show_panel("load", _checked(desk, intake, published, done))
    offer_copies(desk, intake)
    publishable = not intake.checked.problems and not published
    offer_publication(desk, intake, publishable=publishable and may_publish(), waits=publishable and not may_publish())


def show_closed(_desk: FiguresDesk) -> None:
    """Instead of loading: why it cannot be done here."""
    show_panel("load", render("data/closed"))


def _choose(desk: FiguresDesk, done: Done) -> str:
    kept = {name: value for name, value in desk.address.filters().items() if name in ("week", "revision", "unit")}
    return render(
        "data/choose",
        step=1,
        told=done,
        kept=kept,
        weeks=weeks_to_load(desk),
        week=str(desk.week),
        drafts=drafts_waiting(desk),
        note=data_page.SYNTHETIC_HOME if desk.synthetic else "" if desk.index.all else data_page.FIRST_WEEK,
    )


def _take_files(desk: FiguresDesk) -> None:
    with st.form("files", border=False, enter_to_submit=False):
        key = f"files-{st.session_state.get(_TURN, 0)}"
        files = st.file_uploader(data_page.FILES, type=TYPES, accept_multiple_files=True, key=key)
        pressed = st.form_submit_button(data_page.CHECK, type="primary")
    if pressed and files and len(files) <= MOST_FILES:
        sent = [(file.name, file.getvalue()) for file in files]
        doing("upload", told_files(desk, sent), lambda: keep_files(desk, sent))
    elif pressed:
        count = len(files or ())
        st.warning(data_page.MOST_FILES.format(most=MOST_FILES, found=count) if count else data_page.NOTHING_CHOSEN)


def told_files(desk: FiguresDesk, files: list[tuple[str, bytes]]) -> str:
    """Files as the audit names them: week, and the beginning of every hash."""
    return " ".join([str(desk.week), *(hashlib.sha256(content).hexdigest()[:12] for _, content in files)])


def keep_files(desk: FiguresDesk, files: list[tuple[str, bytes]]) -> Address:
    """Keeps files as a draft and gives its address; the same for what was sent and what was typed."""
    now, who = dt.datetime.now(desk.catalog.zone), person()
    draft = keep_draft(desk.home, desk.week, files, now, who.unit_id or "", who.unit_from)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1  # an uploader with another key is an empty one
    return desk.with_draft(draft)


def _checked(desk: FiguresDesk, intake: Intake, published: Snapshot | None, done: Done) -> str:
    draft, problems = desk.draft, intake.checked.problems
    assert draft
    clean = len(intake.files) - len(intake.bad)
    return render(
        "data/checked",
        step=2 if problems else 4,
        told=done,
        draft=data_page.DRAFT_OPEN.format(week=week_label(draft.week), moment=moment_vi(draft.received_at)),
        back=desk.without_draft().link(),
        files=file_rows(intake),
        problems=listed(problems),
        warnings=listed(intake.checked.warnings),
        take_clean=desk.address.link(clean=CLEAN_ONLY) if problems and clean else "",
        clean=number(clean),
        take_all=desk.address.link(clean="") if intake.left_out else "",
        already=_already(published),
        already_link=overview_of(published) if published else "",
        invented=bool(intake.synthetic) and not desk.index.all,
        compared=None if problems or published else compare(desk, intake),
    )


def _already(published: Snapshot | None) -> str:
    if published is None:
        return ""
    return data_page.ALREADY.format(
        revision=published.revision,
        week=week_label(published.week),
        day=date_vi(published.manifest.published_at.date()),
    )
