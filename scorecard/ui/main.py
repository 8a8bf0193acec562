"""The script Streamlit runs: which pages there are, and nothing else."""

from __future__ import annotations

import streamlit as st

from scorecard.page_names import PAGES
from scorecard.settings import PAGES as FOLDER
from scorecard.text import ui as words

st.set_page_config(page_title=words.TITLE, page_icon="🚦", layout="wide")
pages = [
    st.Page(FOLDER.resolve() / f"{name}.py", title=title, url_path=name, default=place == 0)
    for place, (name, title) in enumerate(PAGES)
]
st.navigation(pages, position="hidden").run()
