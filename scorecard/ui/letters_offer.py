"""Letters to the units that are listed: the form that drafts them, what was drafted, and that one was sent."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence

import streamlit as st

from scorecard.access.roles import Act
from scorecard.errors import CatalogError
from scorecard.follow_up.chase import Chased
from scorecard.follow_up.dates import ANSWER_DAYS
from scorecard.format import number
from scorecard.letters.content import fits
from scorecard.letters.receivers import may_get
from scorecard.text import letters as say
from scorecard.ui import session
from scorecard.ui.follow_up_desk import Desk
from scorecard.ui.follow_up_fields import Field, date
from scorecard.ui.follow_up_forms import Form, show_form, taken, write
from scorecard.ui.follow_up_words import unit_options
from scorecard.ui.letters_drafting import ALL, EACH, SOME, TOGETHER, draft
from scorecard.ui.letters_made import show_made
from scorecard.ui.letters_sent import SENDING, record_sent, show_sending
from scorecard.ui.plain_text import plain

_DRAFTING = "letters"


def show_letters(desk: Desk, listed: Sequence[Chased]) -> None:
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


def _show_drafting(desk: Desk, lights: Sequence[Chased]) -> None:
    try:
        written: set[str] = {text.letter for text in session.catalog_in_force().letters}
    except CatalogError as error:
        st.info(plain(str(error).splitlines()[0]))
        return
    kinds = {
        kind: name for kind, name in say.KINDS.items() if kind in written and any(fits(kind, light) for light in lights)
    }
    if kinds:
        show_form(_form(desk, lights, kinds))
    else:
        st.info(plain(say.NO_TEMPLATES))


def _form(desk: Desk, lights: Sequence[Chased], kinds: Mapping[str, str]) -> Form:
    """Another list is another form: what was chosen in one may not be there in the other."""
    names = unit_options(desk.edition)
    units = {light.unit.unit_id: names[light.unit.unit_id] for light in lights}
    seen = tuple(f"{light.unit.unit_id}:{light.task_no}" for light in lights)
    count = number(len(units))
    fields = (
        Field("kind", say.KIND, "switch", next(iter(kinds)), kinds),
        Field("shape", say.SHAPE, "switch", EACH, {EACH: say.EACH, TOGETHER: say.TOGETHER}),
        Field("whom", say.WHOM, "switch", ALL, {ALL: say.ALL_UNITS.format(count=count), SOME: say.SOME_UNITS}),
        Field("chosen", say.CHOSEN, "choices", [], units),
        date("due", say.DUE, desk.day + dt.timedelta(days=ANSWER_DAYS)),
    )
    below = any(light.unit.parent_id for light in lights)
    notes = (say.INTRO.format(count=count), *((say.COMMUNES,) if below else ()))
    listed = hashlib.sha256(" ".join((*kinds, *seen)).encode()).hexdigest()[:8]
    return Form(f"{_DRAFTING}-{listed}", say.TITLE, say.DRAFT, fields, seen=seen, notes=notes)
