"""The smallest page with one widget: what Streamlit itself costs on this machine."""

from __future__ import annotations

import streamlit as st

st.title("Bare")
ticked = st.checkbox("Tick")
st.markdown("ticked" if ticked else "plain")
