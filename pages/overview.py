"""The overview: what is red, what changed, what needs a decision this week."""

from __future__ import annotations

import streamlit as st

from scorecard.ui.overview.outstanding_panel import read_owed
from scorecard.ui.overview.overview_page import read_matrix, read_overview
from scorecard.ui.reason.reason_page import read_reason
from scorecard.ui.shell.file_offers import offer_shown
from scorecard.ui.shell.frame import begin
from scorecard.ui.shell.panel import send_ahead, show_panel
from scorecard.ui.shell.saved_views import read_views

edition = begin("overview")
show_panel("reason", read_reason(edition))
with st.container(key="board"):
    aside = st.container(key="aside")
    # The matrix goes out before the rest is computed, though it stands after the counts.
    show_panel("matrix", read_matrix(edition))
    send_ahead()
    parts = read_overview(edition)
    with aside:
        if views := read_views(edition):
            show_panel("views", views)
        show_panel("side", parts.side)
    if owed := read_owed(edition):
        show_panel("owed", owed)
    with st.container(key="chart"):
        show_panel("trend", parts.trend)
        st.vega_lite_chart(parts.chart, theme=None, key="weeks")
    show_panel("foot", parts.foot)
    with st.container(key="file"):
        offer = offer_shown(edition)
        st.download_button(offer.label, offer.make, offer.file, offer.mime, on_click="ignore", key="shown")
