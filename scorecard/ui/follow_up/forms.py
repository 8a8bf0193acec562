"""Forms of the page of chasing: what was typed, and what was seen then, stay until it is really written.

A form keeps what its reader had before their eyes when it was first printed (`seen`: the version of a matter, the
lights of a list), over every later run of the page: a run prints the page again without its reader having asked, and
somebody else may have moved meanwhile. `seen` becomes what is there now once the reader left the page and came back,
once a form of the same matter was written, or once the reader was told. `taken` is read before anything is printed:
a form whose step is gone is not printed any more, and what it held would be lost.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from scorecard.errors import FollowUpError, MovedError, ScorecardError
from scorecard.text import follow_up_form_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.form_fields import Field, show_field
from scorecard.ui.reader.matters_shown import is_newest
from scorecard.ui.shell.render import plain
from scorecard.ui.shell.told_once import doing

_PRINTED, _TURNS, _TOLD = "forms_printed", "forms_turns", "forms_to_look_again"
_LEFT, _REFUSED = "forms_left", "forms_refused"


@dataclass(frozen=True)
class Form:
    """A form; all of its words but the notes are ours. Names of forms of one matter begin with the same `<matter>:`."""

    name: str
    title: str
    button: str
    fields: tuple[Field, ...]
    seen: Any = None
    notes: tuple[str, ...] = ()
    opened: bool = False


@dataclass(frozen=True)
class Filled:
    """A form that was sent, as its reader saw it."""

    key: str
    form: Form
    values: Mapping[str, Any]

    @property
    def seen(self) -> Any:
        """What the reader had before their eyes."""
        return self.form.seen


def show_form(form: Form) -> None:
    """Prints a form in a part that opens; what was typed into it stays."""
    key, told = _key(form.name), _kept(_TOLD)
    printed = _kept(_PRINTED).get(key) if _sent(key) in st.session_state else None
    if printed is None:
        for field in form.fields:
            if field.kind != "file":  # Streamlit lets nobody fill that one
                st.session_state[f"{key}:{field.name}"] = field.default
    elif key not in told:
        form = dataclasses.replace(form, seen=printed.seen)
    told.pop(key, None)
    _kept(_PRINTED)[key] = form
    _kept(_LEFT).pop(key, None)
    with st.expander(form.title, expanded=form.opened), st.form(key, border=False, enter_to_submit=False):
        for note in form.notes:
            st.caption(plain(note))
        for field in form.fields:
            show_field(field, f"{key}:{field.name}")
        st.form_submit_button(form.button, key=_sent(key), type="primary")
        for line in _kept(_REFUSED).pop(key, []):
            st.error(plain(line))


def taken() -> Filled | None:
    """The form that was sent with this run, if one was."""
    for key, form in list(_kept(_PRINTED).items()):
        if _sent(key) not in st.session_state:
            del _kept(_PRINTED)[key]  # not on the page any more
        elif st.session_state[_sent(key)]:
            return Filled(key, form, {field.name: st.session_state.get(f"{key}:{field.name}") for field in form.fields})
    return None


def write(desk: ChasingDesk, filled: Filled, act: Callable[[], str]) -> None:
    """Does what a form asks for and runs again: it is blank once it was written, else it holds what was typed.

    A second press may end this run wherever it next asks for the session's state: a form that is being written is
    another one from before it is until it was refused, so that the second press finds nothing to write.
    """
    turns, left_over, refused = _kept(_TURNS), _kept(_LEFT), _kept(_REFUSED)
    printed, told = _kept(_PRINTED), _kept(_TOLD)
    name, turn = filled.form.name, turns.get(filled.form.name, 0)

    def written() -> str:
        if not is_newest(desk.edition):
            raise FollowUpError(follow_up_form_words.NOT_NEWEST)
        turns[name] = turn + 1
        del printed[filled.key]
        try:
            said = act()
        except BaseException as error:
            turns[name], printed[filled.key] = turn, filled.form
            if isinstance(error, MovedError):
                _look_again(printed, told, name)
            if isinstance(error, ScorecardError):
                refused[filled.key] = str(error).splitlines()
            raise
        left_over.pop(filled.key, None)
        _look_again(printed, told, name)
        return said

    left_over[filled.key] = filled
    doing(written)


def left() -> list[Filled]:
    """What was sent, not written, and has no form any more that holds it."""
    return list(_kept(_LEFT).values())


def drop_left() -> None:
    """Forgets what `left` gives."""
    _kept(_LEFT).clear()


def _look_again(printed: Mapping[str, Form], told: dict[str, Any], name: str) -> None:
    """From the next run on the forms of the same matter were printed with what is there now."""
    matter = name.partition(":")[0]
    told.update({key: True for key, form in printed.items() if form.name.partition(":")[0] == matter})


def _key(name: str) -> str:
    return f"follow:{name}:{_kept(_TURNS).get(name, 0)}"


def _sent(key: str) -> str:
    return f"{key}:send"


def _kept(name: str) -> dict[str, Any]:
    found: dict[str, Any] = st.session_state.setdefault(name, {})
    return found
