"""The overview: what is red, what changed, what needs a decision this week."""

from __future__ import annotations

import streamlit as st

from scorecard.ui.frame import begin
from scorecard.ui.overview_read import read_overview
from scorecard.ui.panel import show_panel
from scorecard.ui.reason_read import read_reason

edition = begin("overview")
parts = read_overview(edition)
show_panel("reason", read_reason(edition))
with st.container(key="board"):
    show_panel("side", parts.side)
    show_panel("matrix", parts.matrix)
    with st.container(key="chart"):
        show_panel("trend", parts.trend)
        st.vega_lite_chart(parts.chart, theme=None, key="weeks")
    show_panel("foot", parts.foot)
