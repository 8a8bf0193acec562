"""Fields of the forms of the page of chasing, and how what was typed into one is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from scorecard.follow_up.contested.proof_files import TYPES
from scorecard.follow_up.matters.matter import MOST_LINE, MOST_TEXT
from scorecard.format import date_vi
from scorecard.text import follow_up_form_words

DATE_FORM = "DD/MM/YYYY"
# Wide: which days can be meant is said in our own words, with what was typed still there.
_FIRST, _LAST = dt.date(2000, 1, 1), dt.date(2099, 12, 31)


@dataclass(frozen=True)
class Field:
    """A field; `options` are the codes that can be chosen and how each is called, `default` what it holds at first.

    `label` is ours: it is read as Markdown and, as it stands, aloud.
    """

    name: str
    label: str
    kind: str = "text"
    default: Any = ""
    options: Mapping[str, str] = field(default_factory=dict)


def text(name: str, label: str, default: str = "") -> Field:
    """Several lines."""
    return Field(name, label, "text", default)


def line(name: str, label: str, default: str = "") -> Field:
    """One line."""
    return Field(name, label, "line", default)


def date(name: str, label: str, default: dt.date | None = None) -> Field:
    """A day."""
    return Field(name, label, "date", default)


def choice(name: str, label: str, options: Mapping[str, str], default: str | None = None) -> Field:
    """One of some codes, or none."""
    return Field(name, label, "choice", default, options)


def said(item: Field, value: Any) -> str:
    """What stands in a field, in words; empty where nothing does."""
    if isinstance(value, dt.date):
        return date_vi(value)
    if isinstance(value, list):
        return ", ".join(item.options.get(code, str(code)) for code in value)
    if isinstance(value, str):
        return item.options.get(value, value)
    return follow_up_form_words.FILE_LEFT if value is not None else ""


def show_field(item: Field, key: str) -> None:
    """Prints a field under a key; what it holds at first was put there before."""
    _SHOWN[item.kind](item, item.label, key)


def _named(item: Field) -> Callable[[str], str]:
    return lambda code: item.options.get(code, code)


def _text(_item: Field, label: str, key: str) -> None:
    st.text_area(label, key=key, max_chars=MOST_TEXT, height=96)


def _line(_item: Field, label: str, key: str) -> None:
    st.text_input(label, key=key, max_chars=MOST_LINE, autocomplete="off")


def _date(_item: Field, label: str, key: str) -> None:
    st.date_input(label, value=None, min_value=_FIRST, max_value=_LAST, format=DATE_FORM, key=key)


def _choice(item: Field, label: str, key: str) -> None:
    st.selectbox(
        label,
        list(item.options),
        index=None,
        format_func=_named(item),
        placeholder=follow_up_form_words.CHOOSE,
        key=key,
    )


def _choices(item: Field, label: str, key: str) -> None:
    st.multiselect(
        label, list(item.options), format_func=_named(item), placeholder=follow_up_form_words.CHOOSE, key=key
    )


def _switch(item: Field, label: str, key: str) -> None:
    st.radio(label, list(item.options), format_func=_named(item), key=key)


def _file(_item: Field, label: str, key: str) -> None:
    st.file_uploader(label, type=list(TYPES), key=key)


_SHOWN: dict[str, Callable[[Field, str, str], None]] = {
    "text": _text,
    "line": _line,
    "date": _date,
    "choice": _choice,
    "choices": _choices,
    "switch": _switch,
    "file": _file,
}
