"""What was typed into a form that is not there any more: kept in sight until its reader drops it."""

from __future__ import annotations

import streamlit as st

from scorecard.text import follow_up_forms as say
from scorecard.ui.follow_up_fields import said
from scorecard.ui.follow_up_forms import drop_left, left
from scorecard.ui.panel import show_panel
from scorecard.ui.render import render


def show_left() -> None:
    """Prints it after all forms; nothing where every form still holds what was typed into it."""
    if not left():
        return
    shown = [
        (
            say.LEFT.format(title=filled.form.title),
            [(field.label, said(field, filled.values.get(field.name))) for field in filled.form.fields],
        )
        for filled in left()
    ]
    with st.container(key="left-over"):
        show_panel("left", render("follow_left", forms=say, shown=shown))
        st.button(say.LEFT_DROP, key="left-drop", on_click=drop_left)
