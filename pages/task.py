"""One task: its indicators and thresholds, the units in order, 26 weeks, and what changed this week."""

from __future__ import annotations

import streamlit as st

from scorecard.follow_up.history_read import Of
from scorecard.ui.frame import begin
from scorecard.ui.history_show import show_history
from scorecard.ui.panel import send_ahead, show_panel
from scorecard.ui.reason_read import read_reason
from scorecard.ui.task_read import read_task

edition = begin("task")
parts = read_task(edition)
show_panel("reason", read_reason(edition))
with st.container(key="task-page"):
    show_panel("task", parts.main)
    show_panel("foot", parts.foot)
send_ahead()
show_history(edition, Of(task_no=parts.task_no))
