"""What was just done on the page of figures is told once, on the run after it, at the address it leads to."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from scorecard.address.address import Address

_TOLD = "data_told"


@dataclass(frozen=True)
class Done:
    """What was just done, and a receipt for every file that was taken."""

    lines: list[str]
    receipts: list[str]


def to_tell() -> Done:
    """Where it is said what is done, for the next run to print; to be asked for before it is done.

    Whoever presses a button or follows a link meanwhile ends the run as soon as it asks for the state of the session
    again: asked for between doing and saying, something done would be neither said nor written down as done.
    """
    kept: Done = st.session_state.setdefault(_TOLD, Done([], []))
    return kept


def take_told() -> Done:
    """What was said there, once."""
    kept: Done = st.session_state.pop(_TOLD, Done([], []))
    return kept


def go(address: Address) -> None:
    """Run again with another address, which the browser then shows."""
    st.query_params.from_dict(address.filters())
    st.rerun()
