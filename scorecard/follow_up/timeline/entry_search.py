"""Entries of a time line as they are listed: found by words, and apart by the lives of units. Pure."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scorecard.catalog import Unit
from scorecard.follow_up.timeline.entries import Entry, Life
from scorecard.format import date_vi, week_label
from scorecard.text import follow_up_words, timeline_words


@dataclass(frozen=True)
class Listed:
    """Entries under one heading; it is empty for the units of today."""

    heading: str
    entries: tuple[Entry, ...]


def by_life(entries: Iterable[Entry], present: Iterable[Unit]) -> tuple[Listed, ...]:
    """The entries of the units of today and of no unit, then of every other life of a code; in the order given."""
    today = {(unit.unit_id, unit.valid_from) for unit in present}
    here: list[Entry] = []
    others: dict[Life, list[Entry]] = {}
    for entry in entries:
        life = entry.life
        if life is None or (life.unit_id, life.since) in today:
            here.append(entry)
        else:
            others.setdefault(life, []).append(entry)
    apart = (Listed(_heading(life), tuple(rows)) for life, rows in others.items())
    return tuple(part for part in (Listed("", tuple(here)), *apart) if part.entries)


def cut_to(parts: Sequence[Listed], most: int) -> tuple[Listed, ...]:
    """The first so many entries of all parts together."""
    shown = []
    for part in parts:
        rows = part.entries[: max(most, 0)]
        most -= len(rows)
        if rows:
            shown.append(Listed(part.heading, rows))
    return tuple(shown)


def _heading(life: Life) -> str:
    unit = life.unit
    if life.since is None:
        return timeline_words.NO_LIFE.format(code=life.unit_id)
    if unit is None or unit.valid_to is None:
        return timeline_words.OTHER_LIFE.format(code=life.unit_id, since=date_vi(life.since))
    return timeline_words.EARLIER.format(
        day=date_vi(unit.valid_to + dt.timedelta(days=1)),
        name=unit.name,
        code=unit.unit_id,
        since=date_vi(unit.valid_from),
        until=date_vi(unit.valid_to),
    )


def find_entries(entries: Iterable[Entry], find: str) -> tuple[Entry, ...]:
    """Those in which every word looked for begins a word; all of them where nothing is looked for.

    Letters are compared as the search of the header does: without marks, and \u0111 as d.
    """
    asked = _words_of(find)
    if not asked:
        return () if find.strip() else tuple(entries)
    return tuple(entry for entry in entries if all(f" {word}" in _searched(entry) for word in asked))


def _searched(entry: Entry) -> str:
    unit = entry.life.unit if entry.life else None
    names = (unit.name, unit.unit_id) if unit else ()
    kind = (timeline_words.KINDS | follow_up_words.KINDS)[entry.kind]
    texts = (kind, entry.title, entry.text, entry.who, week_label(entry.week), date_vi(entry.day), *names)
    return " " + " ".join(_words_of(" ".join(texts)))


def _words_of(text: str) -> list[str]:
    apart = unicodedata.normalize("NFD", text.lower())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter)).replace("\u0111", "d")
    return [word for word in re.split(r"[^\w.]+", plain) if word]
