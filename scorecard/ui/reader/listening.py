"""Whom the server answers."""

from __future__ import annotations

import streamlit as st


def listens_here_alone() -> bool:
    """Whether the server answers its own machine alone."""
    return st.get_option("server.address") in ("127.0.0.1", "localhost", "::1")
