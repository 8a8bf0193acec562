"""Decisions that are remembered until they are closed."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from scorecard.access.roles import Act
from scorecard.follow_up.matters.matter import About, Matter
from scorecard.follow_up.matters.moves import Kind
from scorecard.format import date_vi, number
from scorecard.text import follow_up_form_words, follow_up_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.form_fields import choice
from scorecard.ui.follow_up.forms import Filled, Form, show_form, taken, write
from scorecard.ui.follow_up.leftover_input import show_left
from scorecard.ui.follow_up.matter_words import (
    MatterRow,
    about_in_words,
    button_of,
    matter_row,
    owner_label,
    unit_options,
)
from scorecard.ui.follow_up.move_fields import fields_of
from scorecard.ui.follow_up.move_forms import move_forms
from scorecard.ui.follow_up.move_writing import begin, moved
from scorecard.ui.reader.matters_shown import is_newest
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render

_SHORT = 60


@dataclass(frozen=True)
class DecisionRow:
    """A decision as the list has it; `history` are all its moves."""

    number: int
    about: str
    text: str
    owner: str
    due: str
    overdue: bool
    state: str
    is_open: bool
    history: MatterRow


def show_decisions(desk: ChasingDesk) -> None:
    """The decisions the reader may see, open ones first, the notes, and the forms of those who may write."""
    if filled := taken():
        write(desk, filled, lambda: _do(desk, filled))
    decisions = in_order(desk)
    notes = [_row(desk, matter) for matter in reversed(desk.matters) if matter.about.kind == Kind.note]
    summary = follow_up_form_words.OPEN_FIRST.format(
        open=number(sum(matter.is_open for matter in decisions)),
        overdue=number(sum(matter.is_overdue(desk.day) for matter in decisions)),
        closed=number(sum(not matter.is_open for matter in decisions)),
    )
    rows = [_row(desk, matter) for matter in decisions]
    note = "" if is_newest(desk.edition) else follow_up_form_words.READ_ONLY
    show_panel(
        "decisions",
        render("follow_up/decisions", rows=rows, notes=notes, summary=summary, note=note),
    )
    if desk.may(Act.chase):
        with st.container(key="decision-forms"):
            _show_forms(desk, decisions)
    show_left()


def in_order(desk: ChasingDesk) -> list[Matter]:
    """The decisions: open before closed, the earliest due first; of the closed the newest first."""
    decisions = [matter for matter in desk.matters if matter.about.kind == Kind.decision]
    opened = sorted((m for m in decisions if m.is_open), key=lambda m: (m.due or desk.day, m.matter_id))
    return [*opened, *sorted((m for m in decisions if not m.is_open), key=lambda m: -m.matter_id)]


def _row(desk: ChasingDesk, matter: Matter) -> DecisionRow:
    return DecisionRow(
        number=matter.matter_id,
        about=about_in_words(desk.edition, matter.about, matter.week),
        text=matter.text,
        owner=owner_label(desk.edition, matter.owner, matter.owner_week),
        due=date_vi(matter.due),
        overdue=matter.is_overdue(desk.day),
        state=follow_up_words.STATES[matter.state],
        is_open=matter.is_open,
        history=matter_row(desk.edition, matter, desk.causes, desk.day),
    )


def _show_forms(desk: ChasingDesk, decisions: list[Matter]) -> None:
    if decisions:
        by_id = {matter.matter_id: matter for matter in decisions}
        chosen = st.selectbox(
            follow_up_form_words.CHOOSE_DECISION,
            list(by_id),
            index=None,
            format_func=lambda number: _option(by_id[number]),
            placeholder=follow_up_form_words.CHOOSE,
            key="decision-chosen",
        )
        for form in move_forms(desk, by_id[chosen]) if chosen in by_id else []:
            show_form(form)
    about = (
        choice("about_unit", follow_up_form_words.LABELS["about_unit"], unit_options(desk.edition)),
        choice("about_task", follow_up_form_words.LABELS["about_task"], _tasks(desk)),
    )
    for name, title, notes in (
        ("decide", follow_up_form_words.DECIDE, ()),
        ("write", follow_up_form_words.WRITE_NOTE, (follow_up_form_words.NOTE_SEEN,)),
    ):
        button = button_of(follow_up_words.MOVES[name])
        show_form(Form(f"{name}:", title, button, (*about, *fields_of(desk, name)), notes=notes))


def _option(matter: Matter) -> str:
    line = " ".join(matter.text.split())
    return follow_up_form_words.DECISION_OPTION.format(
        matter=matter.matter_id, text=line[:_SHORT] + "…" * (len(line) > _SHORT)
    )


def _tasks(desk: ChasingDesk) -> dict[str, str]:
    return {str(task.task_no): f"{task.task_no} · {task.title}" for task in desk.edition.tasks}


def _do(desk: ChasingDesk, filled: Filled) -> str:
    name = filled.form.name.partition(":")[0]
    if name.isdigit():
        return moved(desk, filled, {matter.matter_id: matter for matter in desk.matters}, {})
    unit = desk.edition.unit(filled.values["about_unit"] or "")
    task = filled.values["about_task"]
    kind = Kind.decision if name == "decide" else Kind.note
    about = About(kind, unit.unit_id if unit else None, unit.valid_from if unit else None, int(task) if task else None)
    return begin(desk, filled, name, about)
