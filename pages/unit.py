"""One unit on all its tasks and indicators, ready to be printed on one sheet."""

from __future__ import annotations

import streamlit as st

from scorecard.address.queries import UnitQuery
from scorecard.follow_up.timeline.entry_reading import Of
from scorecard.ui.reason.reason_page import read_reason
from scorecard.ui.shell.frame import begin
from scorecard.ui.shell.panel import send_ahead, show_panel
from scorecard.ui.timeline.timeline_panel import show_history
from scorecard.ui.unit.unit_page import read_unit

edition = begin("unit")
show_panel("reason", read_reason(edition))
with st.container(key="unit-page"):
    show_panel("unit", read_unit(edition))
    send_ahead()
if edition.address.of(UnitQuery).unit:
    show_history(edition, Of(unit_id=edition.address.of(UnitQuery).unit))
