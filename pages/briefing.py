"""The weekly briefing: the very drawing the files are made from, and the files."""

from __future__ import annotations

import streamlit as st

from scorecard.ui.briefing.briefing_page import offers, read_briefing
from scorecard.ui.shell.frame import begin
from scorecard.ui.shell.panel import show_panel

edition = begin("briefing")
shown = read_briefing(edition)
show_panel("briefing", shown.frame)
with st.container(key="files", horizontal=True):
    for offer in offers(shown):
        st.download_button(offer.label, offer.make, offer.file, offer.mime, on_click="ignore", key=offer.file)
show_panel("said", shown.said)
