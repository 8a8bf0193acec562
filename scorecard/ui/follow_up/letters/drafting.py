"""Drafts the letters a form asks for: the files, and a matter for every unit that gets one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

import streamlit as st

from scorecard.errors import FollowUpError, MovedError
from scorecard.follow_up.matters.due_dates import refuse_past
from scorecard.follow_up.matters.matter import About, Told
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.writing import begin_matters
from scorecard.format import date_vi, number
from scorecard.letters.content import Letter, Order
from scorecard.letters.drafting import build_letters
from scorecard.text import letter_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.forms import Filled
from scorecard.ui.follow_up.letters.drafted_panel import build_made, keeping
from scorecard.ui.reader import session

EACH, TOGETHER = "each", "together"
ALL, SOME = "all", "some"


def draft(desk: ChasingDesk, filled: Filled) -> str:
    """Writes the letters about the lights the form named when it was printed, and tells what was drafted.

    Raises MovedError where one of them is not chased any more, and a ScorecardError that says what to fill in.
    """
    values = filled.values
    chased = {f"{light.unit.unit_id}:{light.task_no}": light for light in desk.chase.chased}
    if not set(filled.seen) <= set(chased):
        raise MovedError(letter_words.LIST_CHANGED)
    if values["whom"] != ALL and not values["chosen"]:
        raise FollowUpError(letter_words.CHOOSE_ONE)
    if values["due"] is None:
        raise FollowUpError(letter_words.CHOOSE_DUE)
    refuse_past(parse_told(due=values["due"]), desk.day)
    lights = [chased[name] for name in filled.seen]
    if values["whom"] != ALL:
        lights = [light for light in lights if light.unit.unit_id in values["chosen"]]
    order = Order(values["kind"], values["due"], values["shape"] == TOGETHER, desk.day)
    with st.spinner(letter_words.DRAFTING):
        letters = build_letters(desk.edition, session.catalog_in_force().letters, order, lights)
        files = _rendered(desk, letters)
    units = number(sum(len(letter.units) for letter in letters))
    counted = {"letters": number(len(letters)), "units": units}
    kind = letter_words.KINDS[order.kind]
    made = build_made(desk, letters, files, letter_words.MADE.format(kind=kind, due=date_vi(order.due), **counted))
    writer = desk.writer()
    with keeping(made):
        begin_matters(desk.engine, writer, "draft", _matters(letters, files, order))
    return letter_words.DRAFTED.format(**counted)


def _rendered(desk: ChasingDesk, letters: Sequence[Letter]) -> dict[str, bytes]:
    # Loaded when letters are wanted: the page does not wait for the library that writes them.
    from scorecard.letters.bundle import render_letters  # noqa: PLC0415

    return render_letters(letters, desk.edition.snapshot.manifest.cut_off)


def _matters(letters: Sequence[Letter], files: Mapping[str, bytes], order: Order) -> Iterator[tuple[About, Told]]:
    """One for every unit; it names the task where the letter is about one task of that unit."""
    for letter, (name, content) in zip(letters, files.items(), strict=True):
        told = parse_told(
            letter=order.kind,
            due=order.due,
            text=letter.subject,
            file_name=name,
            file_sha256=hashlib.sha256(content).hexdigest(),
        )
        for unit in letter.units:
            tasks = [fact.task_no for fact in letter.facts if fact.unit == unit]
            task_no = tasks[0] if len(tasks) == 1 else None
            yield About(Kind.letter, unit.unit_id, unit.valid_from, task_no), told
