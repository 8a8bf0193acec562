"""Chasing: which lights are behind, what was asked and answered, letters, and decisions that are remembered."""

from __future__ import annotations

import streamlit as st

from scorecard.address.queries import FollowUpQuery
from scorecard.errors import ScorecardError
from scorecard.ui.follow_up.asking_panel import show_asking
from scorecard.ui.follow_up.decisions_panel import show_decisions
from scorecard.ui.follow_up.desk import open_desk
from scorecard.ui.follow_up.leftover_input import show_left
from scorecard.ui.follow_up.letters.letters_panel import show_letters
from scorecard.ui.follow_up.light_panel import show_light
from scorecard.ui.follow_up.work_panel import show_work
from scorecard.ui.reason.reason_page import read_reason
from scorecard.ui.shell.frame import begin, refuse
from scorecard.ui.shell.panel import show_panel

edition = begin("follow_up")
try:
    desk = open_desk(edition)
    show_panel("reason", read_reason(edition))
    with st.container(key="follow"):
        listed = show_work(desk)
        if edition.address.of(FollowUpQuery).listed == "decisions":
            show_decisions(desk)
        elif edition.address.of(FollowUpQuery).light:
            show_light(desk)
        else:
            show_asking(desk, listed)
            show_letters(desk, listed)
            show_left()
except ScorecardError as error:
    refuse(error, edition.index)
