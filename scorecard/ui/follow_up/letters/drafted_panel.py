"""What was drafted a moment ago: the file to take away, and the short texts to paste."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from scorecard.documents import media_types
from scorecard.format import number
from scorecard.letters.content import Letter
from scorecard.text import letter_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.matter_words import unit_options
from scorecard.ui.shell.audited import download
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render

_MADE = "letters_made"
_WORD, _ZIP = media_types.DOCX, media_types.ZIP


@dataclass(frozen=True)
class Made:
    """What was made of which snapshot: a sentence, a file with the name of its button, and a text for every unit."""

    snapshot: str
    said: str
    button: str
    name: str
    mime: str
    content: bytes
    chats: Mapping[str, str]


def build_made(desk: ChasingDesk, letters: Sequence[Letter], files: Mapping[str, bytes], said: str) -> Made:
    """One letter as it is, several in one archive."""
    from scorecard.letters.bundle import archive_name, pack_letters  # noqa: PLC0415

    if len(files) == 1:
        (name, content), mime, button = next(iter(files.items())), _WORD, letter_words.DOWNLOAD_ONE
    else:
        name = archive_name(letters[0].kind, desk.edition.snapshot.week)
        content, mime = pack_letters(letters, dict(files)), _ZIP
        button = letter_words.DOWNLOAD_MANY.format(count=number(len(files)))
    chats = {unit.unit_id: text for letter in letters for unit, text in letter.chats}
    return Made(desk.edition.snapshot.hash, said, button, name, mime, content, chats)


@contextmanager
def keeping(made: Made) -> Iterator[None]:
    """Keeps it for this reader until letters are drafted again; where what is done meanwhile fails, what was there.

    A second press may end the run wherever it asks for the session's state: nothing asks once the letters are written
    down, else they would be told as not written and drafted twice.
    """
    before = st.session_state.get(_MADE)
    st.session_state[_MADE] = made
    try:
        yield
    except BaseException:
        st.session_state[_MADE] = before
        raise


def show_made(desk: ChasingDesk) -> None:
    """Offers it, as long as the week is shown that it was made of."""
    made = st.session_state.get(_MADE)
    if made is None or made.snapshot != desk.edition.snapshot.hash:
        return
    names = unit_options(desk.edition)
    with st.container(key="letters-made"):
        show_panel("letters-told", render("follow_up/letters/drafted", letters=letter_words, made=made.said))
        file = download(made.name, lambda: made.content)
        st.download_button(made.button, file, made.name, made.mime, on_click="ignore", key="letters-file")
        chosen = st.selectbox(
            letter_words.CHAT_OF,
            list(made.chats),
            format_func=lambda code: names.get(code, code),
            key=f"letters-chat-{made.name}",
        )
        st.code(made.chats[chosen], language=None, wrap_lines=True)
