"""Chasing: which lights are behind, what was asked and answered, letters, and decisions that are remembered."""

from __future__ import annotations

import streamlit as st

from scorecard.errors import ScorecardError
from scorecard.ui.follow_up_asking import show_asking
from scorecard.ui.follow_up_decisions import show_decisions
from scorecard.ui.follow_up_desk import open_desk
from scorecard.ui.follow_up_left import show_left
from scorecard.ui.follow_up_light import show_light
from scorecard.ui.follow_up_work import show_work
from scorecard.ui.frame import begin, refuse
from scorecard.ui.letters_offer import show_letters
from scorecard.ui.panel import show_panel
from scorecard.ui.reason_read import read_reason

edition = begin("follow_up")
try:
    desk = open_desk(edition)
    show_panel("reason", read_reason(edition))
    with st.container(key="follow"):
        listed = show_work(desk)
        if edition.address.listed == "decisions":
            show_decisions(desk)
        elif edition.address.light:
            show_light(desk)
        else:
            show_asking(desk, listed)
            show_letters(desk, listed)
            show_left()
except ScorecardError as error:
    refuse(error, edition.index)
