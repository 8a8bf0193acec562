"""The audit: who did what, when and from where. For administrators."""

from __future__ import annotations

import streamlit as st

from scorecard.errors import ScorecardError
from scorecard.ui.audit.audit_panel import show_audit
from scorecard.ui.shell.frame import begin, refuse

begin("audit", needs_week=False)
try:
    with st.container(key="audit"):
        show_audit()
except ScorecardError as error:
    refuse(error, None)
