"""The script Streamlit runs: which pages there are, and what is said where one cannot be read."""

from __future__ import annotations

import streamlit as st
from streamlit.elements import exception as shown_errors

from scorecard.address.page_names import PAGES
from scorecard.errors import ScorecardError
from scorecard.settings import PAGES as FOLDER
from scorecard.text import interface_words
from scorecard.ui.shell.frame import refuse_unread

# What Streamlit says of an error nobody foresaw is English and cannot be set.
setattr(shown_errors, "_GENERIC_UNCAUGHT_EXCEPTION_TEXT", interface_words.UNEXPECTED)  # noqa: B010
pages = [
    st.Page(FOLDER.resolve() / f"{name}.py", title=title, url_path=name, default=place == 0)
    for place, (name, title) in enumerate(PAGES)
]
try:
    st.navigation(pages, position="hidden").run()
except (ScorecardError, OSError) as error:
    refuse_unread(error)
