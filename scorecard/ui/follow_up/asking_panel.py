"""Asks many units at once for an explanation: one due date and one text, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from scorecard.access.roles import Act
from scorecard.errors import FollowUpError, MovedError
from scorecard.follow_up.matters.matter import About
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.writing import begin_matters
from scorecard.follow_up.work_list.work_list import WorkItem
from scorecard.format import date_vi, number
from scorecard.text import follow_up_form_words, general_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.form_fields import Field
from scorecard.ui.follow_up.forms import Filled, Form, show_form, taken, write
from scorecard.ui.follow_up.matter_words import unit_options
from scorecard.ui.follow_up.move_fields import fields_of
from scorecard.ui.follow_up.move_writing import told_of

_NAME, _SOME, _ALL = "asking", "some", "all"


def show_asking(desk: ChasingDesk, listed: Sequence[WorkItem]) -> None:
    """The form that asks for explanations of lights that are listed; those already asked are named and left out."""
    if not desk.may(Act.chase):
        return
    if (filled := taken()) and filled.form.name == _NAME:
        write(desk, filled, lambda: _ask(desk, filled))
    waiting = [light for light in listed if light.explanation is None]
    with st.container(key="asking"):
        if waiting:
            show_form(_form(desk, waiting, listed))


def _is_accepted(light: WorkItem) -> bool:
    """Whether what was explained of this very case was accepted: its light alone can be asked anew, on its own page."""
    return light.explanation is not None and not light.explanation.is_open


def _form(desk: ChasingDesk, waiting: Sequence[WorkItem], listed: Sequence[WorkItem]) -> Form:
    names = _names(desk, waiting)
    notes = [follow_up_form_words.ASKING_NOTE.format(count=number(len(waiting)))]
    asked = [light for light in listed if light.explanation and light.explanation.is_open]
    for lights, pattern in (
        (asked, follow_up_form_words.ASKED_ALREADY),
        (list(filter(_is_accepted, listed)), follow_up_form_words.ACCEPTED_ALREADY),
    ):
        if lights:
            named = _shortened(list(_names(desk, lights).values()))
            notes.append(pattern.format(count=number(len(lights)), names=named))
    ways = {
        _SOME: follow_up_form_words.ASKING_SOME,
        _ALL: follow_up_form_words.ASKING_ALL.format(count=number(len(waiting))),
    }
    whom = (
        Field("whom", follow_up_form_words.ASKING_WHOM, "switch", _SOME, ways),
        Field("chosen", follow_up_form_words.ASKING_CHOSEN, "choices", [], names),
    )
    fields = (*whom, *fields_of(desk, "ask"))
    return Form(
        _NAME,
        follow_up_form_words.ASKING,
        follow_up_form_words.ASKING_BUTTON,
        fields,
        seen=tuple(names),
        notes=tuple(notes),
    )


def _names(desk: ChasingDesk, lights: Iterable[WorkItem]) -> dict[str, str]:
    units = unit_options(desk.edition)
    return {
        f"{light.unit.unit_id}:{light.task_no}": follow_up_form_words.LISTED.format(
            unit=units[light.unit.unit_id], task=light.task_no, light=general_words.STATUS[light.status]
        )
        for light in lights
    }


def _shortened(names: list[str]) -> str:
    rest = len(names) - follow_up_form_words.MOST_NAMED
    more = [follow_up_form_words.AND_MORE.format(count=number(rest))] if rest > 0 else []
    return "; ".join([*names[: follow_up_form_words.MOST_NAMED], *more])


def _ask(desk: ChasingDesk, filled: Filled) -> str:
    """Asks those the form named when it was printed; raises MovedError where one of them is not chased any more."""
    told = told_of(desk, filled.values)
    wanted = filled.seen if filled.values["whom"] == _ALL else filled.values["chosen"]
    if not wanted:
        raise FollowUpError(follow_up_form_words.ASKING_NOBODY)
    chased = {f"{light.unit.unit_id}:{light.task_no}": light for light in desk.chase.chased}
    if not set(wanted) <= set(chased):
        raise MovedError(follow_up_form_words.LIST_CHANGED)
    lights = [chased[name] for name in wanted]
    if any(map(_is_accepted, lights)):  # since the form was printed
        raise MovedError(follow_up_form_words.LIST_CHANGED)
    abouts = [About(Kind.explanation, light.unit.unit_id, light.unit.valid_from, light.task_no) for light in lights]
    begin_matters(desk.engine, desk.writer(), "ask", [(about, told) for about in abouts])
    return follow_up_form_words.ASKED.format(count=number(len(abouts)), due=date_vi(told.due))
