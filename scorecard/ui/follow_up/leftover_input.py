"""What was typed into a form that is not there any more: kept in sight until its reader drops it."""

from __future__ import annotations

import streamlit as st

from scorecard.text import follow_up_form_words
from scorecard.ui.follow_up.form_fields import said
from scorecard.ui.follow_up.forms import drop_left, left
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render


def show_left() -> None:
    """Prints it after all forms; nothing where every form still holds what was typed into it."""
    if not left():
        return
    shown = [
        (
            follow_up_form_words.LEFT.format(title=filled.form.title),
            [(field.label, said(field, filled.values.get(field.name))) for field in filled.form.fields],
        )
        for filled in left()
    ]
    with st.container(key="left-over"):
        show_panel("left", render("follow_up/leftover", shown=shown))
        st.button(follow_up_form_words.LEFT_DROP, key="left-drop", on_click=drop_left)
