"""One task: its indicators and thresholds, the units in order, 26 weeks, and what changed this week."""

from __future__ import annotations

import streamlit as st

from scorecard.follow_up.timeline.entry_reading import Of
from scorecard.ui.reason.reason_page import read_reason
from scorecard.ui.shell.frame import begin
from scorecard.ui.shell.panel import send_ahead, show_panel
from scorecard.ui.task.task_page import read_task
from scorecard.ui.timeline.timeline_panel import show_history

edition = begin("task")
parts = read_task(edition)
show_panel("reason", read_reason(edition))
with st.container(key="task-page"):
    show_panel("task", parts.main)
    show_panel("foot", parts.foot)
send_ahead()
show_history(edition, Of(task_no=parts.task_no))
