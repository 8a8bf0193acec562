"""Who looks at a page that runs without a server: the person a session would have named."""

from __future__ import annotations

import datetime as dt

import pytest
import streamlit as st

from scorecard.access.audit.record import Actor
from scorecard.access.roles import Person, Role

LEADER = Person(2, "leader", "Võ Văn Hưng", Role.leader)
ADMIN = Person(3, "admin", "Quản trị", Role.admin)
STEWARD = Person(1, "steward", "Nguyễn Thị Lan", Role.steward)


def read_as(monkeypatch: pytest.MonkeyPatch, reader: Person) -> None:
    """From here on pages are run for this person."""

    def look_up() -> Person:
        st.session_state["person"] = reader
        return reader

    monkeypatch.setattr("scorecard.ui.shell.frame.look_up", look_up)
    monkeypatch.setattr("scorecard.ui.shell.audited.actor", lambda: Actor(reader.user_name))
    monkeypatch.setattr("scorecard.ui.shell.audited.still_signed_in", lambda: lambda: True)


SINCE_LONG = dt.date(2020, 1, 1)  # of the units of made-up catalogues, and of most of the tracked one


def of_unit(unit_id: str, since: dt.date = SINCE_LONG) -> Person:
    """Somebody of one unit, by the first day of its life."""
    return Person(4, "unit", "Trần Thị Hoa", Role.unit, unit_id, unit_from=since)
