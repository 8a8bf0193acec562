"""Figures come in here: files checked, compared and published; who has sent; everything that was published."""

from __future__ import annotations

import streamlit as st

from scorecard.catalog.scope import ALL
from scorecard.errors import ScorecardError
from scorecard.ui.data.desk import open_desk
from scorecard.ui.data.load_panel import show_closed, show_load
from scorecard.ui.data.loading_rights import may_send
from scorecard.ui.data.revision_panel import show_published
from scorecard.ui.data.revisions_panel import read_history
from scorecard.ui.data.senders_panel import read_senders
from scorecard.ui.data.unit_panel import show_unit
from scorecard.ui.shell.frame import begin, refuse
from scorecard.ui.shell.panel import show_panel

edition = begin("data", needs_week=False)
try:
    desk = open_desk()
    with st.container(key="data"):
        with st.container(key="data-load"):
            (show_load if may_send() else show_closed)(desk)
        with st.container(key="data-side"):
            if may_send():
                show_unit(desk)
            if edition and edition.scope == ALL:
                show_published(edition, desk)
        if edition and edition.scope == ALL:
            show_panel("senders", read_senders(edition))
            show_panel("history", read_history(edition))
except ScorecardError as error:
    refuse(error, edition.index if edition else None)
