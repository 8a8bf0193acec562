"""Letters to the units that are listed: the form that drafts them, what was drafted, and that one was sent."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence

import streamlit as st

from scorecard.access.roles import Act
from scorecard.errors import CatalogError
from scorecard.follow_up.matters.due_dates import ANSWER_DAYS
from scorecard.follow_up.work_list.work_list import WorkItem
from scorecard.format import number
from scorecard.letters.content import fits
from scorecard.letters.receivers import may_get
from scorecard.text import letter_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.form_fields import Field, date
from scorecard.ui.follow_up.forms import Form, show_form, taken, write
from scorecard.ui.follow_up.letters.drafted_panel import show_made
from scorecard.ui.follow_up.letters.drafting import ALL, EACH, SOME, TOGETHER, draft
from scorecard.ui.follow_up.letters.sent_form import SENDING, record_sent, show_sending
from scorecard.ui.follow_up.matter_words import unit_options
from scorecard.ui.reader import session
from scorecard.ui.shell.render import plain

_DRAFTING = "letters"


def show_letters(desk: ChasingDesk, listed: Sequence[WorkItem]) -> None:
    """The letters to the units that are listed; nothing for who may not draft them."""
    if not desk.may(Act.chase):
        return
    if (filled := taken()) and filled.form.name.startswith(_DRAFTING):
        write(desk, filled, lambda: draft(desk, filled))
    elif filled and filled.form.name.startswith(SENDING):
        write(desk, filled, lambda: record_sent(desk, filled))
    lights = [light for light in listed if may_get(desk.edition, light.unit)]
    with st.container(key="letters"):
        show_made(desk)
        if lights:
            _show_drafting(desk, lights)
        show_sending(desk, {light.unit.unit_id for light in listed})


def _show_drafting(desk: ChasingDesk, lights: Sequence[WorkItem]) -> None:
    try:
        written: set[str] = {text.letter for text in session.catalog_in_force().letters}
    except CatalogError as error:
        st.info(plain(str(error).splitlines()[0]))
        return
    kinds = {
        kind: name
        for kind, name in letter_words.KINDS.items()
        if kind in written and any(fits(kind, light) for light in lights)
    }
    if kinds:
        show_form(_form(desk, lights, kinds))
    else:
        st.info(plain(letter_words.NO_TEMPLATES))


def _form(desk: ChasingDesk, lights: Sequence[WorkItem], kinds: Mapping[str, str]) -> Form:
    """Another list is another form: what was chosen in one may not be there in the other."""
    names = unit_options(desk.edition)
    units = {light.unit.unit_id: names[light.unit.unit_id] for light in lights}
    seen = tuple(f"{light.unit.unit_id}:{light.task_no}" for light in lights)
    count = number(len(units))
    fields = (
        Field("kind", letter_words.KIND, "switch", next(iter(kinds)), kinds),
        Field("shape", letter_words.SHAPE, "switch", EACH, {EACH: letter_words.EACH, TOGETHER: letter_words.TOGETHER}),
        Field(
            "whom",
            letter_words.WHOM,
            "switch",
            ALL,
            {ALL: letter_words.ALL_UNITS.format(count=count), SOME: letter_words.SOME_UNITS},
        ),
        Field("chosen", letter_words.CHOSEN, "choices", [], units),
        date("due", letter_words.DUE, desk.day + dt.timedelta(days=ANSWER_DAYS)),
    )
    below = any(light.unit.parent_id for light in lights)
    notes = (letter_words.INTRO.format(count=count), *((letter_words.COMMUNES,) if below else ()))
    listed = hashlib.sha256(" ".join((*kinds, *seen)).encode()).hexdigest()[:8]
    return Form(f"{_DRAFTING}-{listed}", letter_words.TITLE, letter_words.DRAFT, fields, seen=seen, notes=notes)
