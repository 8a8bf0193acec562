"""What a form did is told once, on the page it came from, after the page was printed anew."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from scorecard.errors import ScorecardError

_TOLD, _PROBLEMS = "doing_told", "doing_problems"


def told() -> tuple[str, list[str]]:
    """What was just done, and why something was not: each once."""
    return st.session_state.pop(_TOLD, ""), st.session_state.pop(_PROBLEMS, [])


def doing(act: Callable[[], str]) -> None:
    """Does what was asked and runs again, telling what was done, or why not."""
    try:
        st.session_state[_TOLD] = act()
    except ScorecardError as error:
        st.session_state[_PROBLEMS] = str(error).splitlines()
    st.rerun()
