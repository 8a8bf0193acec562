"""One light: its figures, what was asked and answered, and what can be done now."""

from __future__ import annotations

import streamlit as st

from scorecard.access.roles import Act
from scorecard.address.queries import FollowUpQuery
from scorecard.catalog import Unit
from scorecard.errors import FollowUpError
from scorecard.follow_up.matters.matter import About, Matter
from scorecard.follow_up.matters.missing_answers import ASKING
from scorecard.follow_up.matters.moves import Kind
from scorecard.text import follow_up_form_words
from scorecard.ui.follow_up.contest_forms import accepted, contest_form, offer_proof, proposed, settled
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.forms import Filled, Form, show_form, taken, write
from scorecard.ui.follow_up.leftover_input import show_left
from scorecard.ui.follow_up.light_head import LightHead, read_head
from scorecard.ui.follow_up.matter_words import button_of, matter_row
from scorecard.ui.follow_up.move_fields import fields_of
from scorecard.ui.follow_up.move_forms import move_forms
from scorecard.ui.follow_up.move_writing import begin, moved
from scorecard.ui.follow_up.proposal_compared import compare
from scorecard.ui.reader.matters_shown import is_newest
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render

_CONTESTED = {"accept": accepted, "withdraw": settled, "decline": settled}
_MORE_THAN_WRITTEN = {(Kind.correction, name): making for name, making in _CONTESTED.items()}


def show_light(desk: ChasingDesk) -> None:
    """The light the address opens, with its matters and the forms of the reader."""
    unit_id, _, number = (desk.edition.address.of(FollowUpQuery).light or "").partition(":")
    unit, task_no = desk.edition.unit(unit_id), int(number)
    if unit is None:  # open_edition let nobody else through
        return
    matters = matters_of_light(desk, unit, task_no)
    if filled := taken():
        write(desk, filled, lambda: _do(desk, filled, unit, task_no))
    head = read_head(desk, unit, task_no)
    note = "" if is_newest(desk.edition) else follow_up_form_words.READ_ONLY
    with st.container(key="light"):
        show_panel("light-head", render("follow_up/light", head=head))
        with st.container(key="light-matters"):
            show_panel("light-history", render("follow_up/moves", empty=not matters, note=note))
            for matter in matters:
                _show_matter(desk, matter, head.status)
            for form in _beginnings(desk, unit, task_no, head, matters):
                show_form(form)
            show_left()


def matters_of_light(desk: ChasingDesk, unit: Unit, task_no: int) -> list[Matter]:
    """What is about this light, or its unit or task as a whole, open and new first; of this life of the code only."""
    found = []
    for matter in desk.matters:
        about = matter.about
        same_unit = (about.unit_id, about.unit_from) == (unit.unit_id, unit.valid_from)
        named = about.unit_id is not None or about.task_no is not None
        if named and (about.unit_id is None or same_unit) and about.task_no in (None, task_no):
            found.append(matter)
    return sorted(found, key=lambda matter: (not matter.is_open, -matter.matter_id))


def _show_matter(desk: ChasingDesk, matter: Matter, status: str) -> None:
    row = matter_row(desk.edition, matter, desk.causes, desk.day, status)
    compared = compare(desk, matter)
    html = render("follow_up/matter", row=row, compared=compared)
    with st.container(key=f"matter-{matter.matter_id}"):
        show_panel(f"matter:{matter.matter_id}", html)
        if matter.about.kind == Kind.correction:
            offer_proof(matter)
        for form in move_forms(desk, matter):
            show_form(form)


def _beginnings(desk: ChasingDesk, unit: Unit, task_no: int, head: LightHead, matters: list[Matter]) -> list[Form]:
    """What can be begun about this light."""
    forms = []
    light = f"{unit.unit_id}:{task_no}"
    asked = any(matter.about.kind == Kind.explanation and matter.is_open for matter in matters)
    if desk.may(Act.chase):
        if head.status in ASKING and not asked:
            forms.append(
                Form(
                    f"ask:{light}",
                    follow_up_form_words.ASK,
                    button_of(follow_up_form_words.ASK),
                    fields_of(desk, "ask"),
                )
            )
        note, notes = fields_of(desk, "write"), (follow_up_form_words.NOTE_SEEN,)
        forms.append(
            Form(f"write:{light}", follow_up_form_words.NOTE, button_of(follow_up_form_words.NOTE), note, notes=notes)
        )
    contest = contest_form(desk, unit, task_no) if head.status else None
    return [*forms, contest] if contest else forms


def _do(desk: ChasingDesk, filled: Filled, unit: Unit, task_no: int) -> str:
    """Does what a form asks for; returns what was done."""
    name, _, light = filled.form.name.partition(":")
    if name.isdigit():
        return moved(desk, filled, {matter.matter_id: matter for matter in desk.matters}, _MORE_THAN_WRITTEN)
    if light != f"{unit.unit_id}:{task_no}":
        raise FollowUpError(follow_up_form_words.LIST_CHANGED)
    if name == "propose":
        return proposed(desk, filled, unit, task_no)
    kind = Kind.explanation if name == "ask" else Kind.note
    return begin(desk, filled, name, About(kind, unit.unit_id, unit.valid_from, task_no))
