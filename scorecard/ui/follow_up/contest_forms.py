"""A contested figure on the page: proposed by the unit with a file, accepted into a new revision."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from scorecard.access.roles import Act
from scorecard.catalog import Unit
from scorecard.errors import CatalogError
from scorecard.follow_up.contested.contested_figure import MOVE, Given, accept, contestable, propose, settle
from scorecard.follow_up.matters.matter import About, Matter
from scorecard.follow_up.matters.move_checks import refuse_lacking
from scorecard.follow_up.matters.moves import Kind
from scorecard.intake.workbooks.cost_limits import MOST_BYTES
from scorecard.snapshots.originals import read_original
from scorecard.text import follow_up_form_words, follow_up_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.form_fields import Field, choice, date, line, text
from scorecard.ui.follow_up.forms import Filled, Form
from scorecard.ui.follow_up.matter_words import about_in_words, button_of
from scorecard.ui.follow_up.move_writing import done, told_for, told_of
from scorecard.ui.follow_up.proposal_compared import place_of
from scorecard.ui.reader import session
from scorecard.ui.shell.audited import audited, download
from scorecard.ui.shell.render import plain


def contest_form(desk: ChasingDesk, unit: Unit, task_no: int) -> Form | None:
    """The form by which a unit contests a figure of a task; None where it sends none, may not, or has contested all.

    None too where the catalogue cannot be read.
    """
    life = (unit.unit_id, unit.valid_from)
    abouts = [matter.about for matter in desk.matters if matter.is_open]
    waiting = {about.indicator_id for about in abouts if (about.unit_id, about.unit_from) == life}
    try:
        sent = contestable(session.catalog_in_force().on(desk.edition.snapshot.cut_off_day), unit, task_no)
    except CatalogError:  # nothing can be checked now; the rest of the page stays
        return None
    offered = [indicator for indicator in sent if indicator.indicator_id not in waiting]
    if not offered or not desk.may(Act.explain):
        return None
    names = {indicator.indicator_id: indicator.name for indicator in offered}
    fields = (
        choice(
            "indicator_id",
            follow_up_form_words.CONTEST_INDICATOR,
            names,
            next(iter(names)) if len(names) == 1 else None,
        ),
        line("numerator", follow_up_form_words.LABELS["propose numerator"]),
        line("denominator", follow_up_form_words.LABELS["propose denominator"]),
        date("as_of", follow_up_form_words.LABELS["propose as_of"], desk.edition.snapshot.cut_off_day),
        text("text", follow_up_form_words.LABELS["propose text"]),
        Field("file", follow_up_form_words.CONTEST_FILE.format(most=MOST_BYTES // 1024 // 1024), "file", None),
    )
    name = f"propose:{unit.unit_id}:{task_no}"
    return Form(
        name,
        follow_up_form_words.CONTEST,
        button_of(follow_up_form_words.CONTEST),
        fields,
        notes=(follow_up_form_words.CONTEST_NOTE,),
    )


def proposed(desk: ChasingDesk, filled: Filled, unit: Unit, task_no: int) -> str:
    """Keeps what the form proposes; returns what was done."""
    values, upload = filled.values, filled.values["file"]
    about = About(Kind.correction, unit.unit_id, unit.valid_from, task_no, values["indicator_id"])
    given = Given(
        told=told_of(desk, {"text": values["text"], "as_of": values["as_of"]}),
        numerator=values["numerator"] or "",
        denominator=values["denominator"] or "",
        file=(upload.name, upload.getvalue()) if upload is not None else None,
    )
    refuse_lacking(
        replace(MOVE, needs=("text", "as_of")),
        given.told,
        follow_up_words.FIELDS | {"text": follow_up_form_words.LABELS["propose text"]},
    )
    propose(place_of(desk), desk.writer(), about, given)
    return done(desk, "propose", about)


def accepted(desk: ChasingDesk, filled: Filled, matter: Matter, _name: str) -> str:
    """Publishes what was proposed; returns what was done."""
    said = told_of(desk, filled.values).text
    subject = f"{desk.edition.snapshot.week} follow_up {matter.matter_id}"
    given = (place_of(desk), desk.writer(), matter.matter_id, filled.seen, said)
    snapshot = audited("publish", subject, lambda: accept(*given))
    return follow_up_form_words.PUBLISHED.format(
        revision=snapshot.name, about=about_in_words(desk.edition, matter.about)
    )


def settled(desk: ChasingDesk, filled: Filled, matter: Matter, name: str) -> str:
    """Withdraws or declines what was proposed; returns what was done."""
    told = told_for(desk, filled, matter, name)
    settle(session.home(), desk.engine, desk.writer(), matter.matter_id, filled.seen, name, told)
    return done(desk, name, matter.about)


def offer_proof(matter: Matter) -> None:
    """The file a proposal came with, for whoever sees the proposal."""
    told, home = matter.moves[0].told, session.home()
    if told.file_sha256:
        st.download_button(
            plain(follow_up_form_words.PROOF.format(name=told.file_name)),
            download(told.file_name, lambda: read_original(home, told.file_sha256)),
            told.file_name,
            "application/octet-stream",  # never shown by a browser, whatever it holds
            on_click="ignore",
            key=f"proof:{matter.matter_id}",
        )
