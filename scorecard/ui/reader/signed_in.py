"""Who looks at the page: asked again on every run, since an open page outlives a session that was ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import streamlit as st

from scorecard.access.accounts.tokens import form_token
from scorecard.access.audit.record import Actor
from scorecard.access.lives import bind
from scorecard.access.roles import Person
from scorecard.access.sign_in.sessions import SESSION_COOKIE, find_person
from scorecard.database.engine import open_database
from scorecard.errors import AccessError, CatalogError
from scorecard.text import sign_in_words
from scorecard.ui.reader import session
from scorecard.ui.reader.listening import listens_here_alone

_PERSON = "person"


def look_up() -> Person:
    """The person of this run, from the cookie the page was opened with; raises AccessError once the session ended."""
    st.session_state.pop(_PERSON, None)
    found = _holder_of(session_token())
    if found is None:
        raise AccessError(sign_in_words.ENDED)
    st.session_state[_PERSON] = found
    return found


def still_signed_in() -> Callable[[], bool]:
    """Asks later, in any thread, whether the session of this run is still the same person's."""
    token, then = session_token(), person()
    return lambda: _holder_of(token) == then


def _holder_of(token: str) -> Person | None:
    engine, now = open_database(session.home()), dt.datetime.now(dt.UTC)
    found = find_person(engine, now, token, local=listens_here_alone())
    return None if found is None or found.must_change else _bound(found)


def _bound(found: Person) -> Person:
    """With the life of the unit's code: an account of before it was kept needs the catalogue in force to tell it."""
    if found.unit_id is None or found.unit_from is not None:
        return found
    try:
        return bind(found, session.catalog_in_force())
    except CatalogError:
        raise AccessError(sign_in_words.NO_CATALOG) from None


def person() -> Person:
    """Who was looked up at the beginning of this run."""
    found: Person = st.session_state[_PERSON]
    return found


def actor() -> Actor:
    """The same person, as the audit names them."""
    # Streamlit tells no address for this machine itself; an empty one would say it was a command.
    return Actor(person().user_name, st.context.ip_address or "127.0.0.1")


def sign_out_token() -> str:
    """What the form that signs out carries."""
    return form_token(session_token())


def session_token() -> str:
    """The token of the cookie the page of this run was opened with."""
    return st.context.cookies.get(SESSION_COOKIE, "")
