"""Accounts: who has one, with which role; invited, changed, shut out. For administrators."""

from __future__ import annotations

import streamlit as st

from scorecard.errors import ScorecardError
from scorecard.ui.accounts.account_forms import show_add, show_change, show_import
from scorecard.ui.accounts.accounts_panel import show_list, show_told
from scorecard.ui.accounts.desk import open_desk
from scorecard.ui.accounts.hand_over_form import show_hand_over
from scorecard.ui.shell.frame import begin, refuse

begin("accounts", needs_week=False)
try:
    desk = open_desk()
    with st.container(key="accounts"):
        with st.container(key="accounts-main"):
            show_told()
            show_list(desk)
        with st.container(key="accounts-side"):
            show_change(desk)
            show_hand_over(desk)
            show_add(desk)
            show_import(desk)
except ScorecardError as error:
    refuse(error, None)
