"""One district: its area, its own office and its communes, and every commune on a map of cells."""

from __future__ import annotations

import streamlit as st

from scorecard.errors import ScorecardError
from scorecard.ui.district.district_page import read_area, read_board, read_filters, read_why
from scorecard.ui.district.map_panel import show_map
from scorecard.ui.reason.reason_page import read_reason
from scorecard.ui.shell.frame import begin, refuse
from scorecard.ui.shell.panel import send_ahead, show_panel

edition = begin("district")
try:
    area = read_area(edition)
except ScorecardError as error:
    refuse(error, edition.index)
show_panel("reason", read_reason(edition))
with st.container(key="area"):
    above = st.container(key="area_above")
    # The matrix goes out before the rest is computed, though it stands below the filters.
    show_panel("area_matrix", read_board(edition, area))
    send_ahead()
    with above:
        show_panel("area_filters", read_filters(edition, area))
    why, foot = read_why(edition, area)
    with st.container(key="area_map"):
        place = st.container(key="map")
        show_panel("why", why)
    show_panel("foot", foot)
    with place:  # last: its script is the heaviest, and nothing else may wait for it
        show_map(edition, area)
