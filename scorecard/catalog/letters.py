"""letters.csv: the texts of letters to units, one paragraph or part a row; what stands in braces is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from pydantic import Field

from scorecard.catalog.cell_types import Text
from scorecard.catalog.model import CatalogRow
from scorecard.catalog.rows import Placed
from scorecard.text import catalog_words

_WEEK = ("week", "range", "cut_off", "by", "due")
_OF_LETTER = (*_WEEK, "to", "unit", "tasks")
_OF_LIGHT = (*_WEEK, "task", "title", "status", "weeks", "figures", "asked")
# The parts of a letter, and what each may have in braces. A letter has every part but OPTIONAL_PARTS.
FIELDS: dict[str, tuple[str, ...]] = {
    "subject": _WEEK,
    "opening": _OF_LETTER,
    "item": _OF_LIGHT,
    "closing": _OF_LETTER,
    "reply": _OF_LETTER,
    "chat": _OF_LETTER,
    "chat_item": _OF_LIGHT,
    "chat_end": _OF_LETTER,
}
OPTIONAL_PARTS = ("chat_end",)
_ONCE = ("subject", "item", "chat_item")
# Without these a letter would not say what it is about, or until when it is to be answered.
_NEEDED = {"item": "task", "chat_item": "task", "reply": "due"}
_FIELD = re.compile(r"\{([a-z_]+)\}")
_MOST_TEXT = 1500


class LetterText(CatalogRow):
    """A paragraph or part of one kind of letter."""

    letter: Literal["figures", "low", "explain"]
    part: Literal["subject", "opening", "item", "closing", "reply", "chat", "chat_item", "chat_end"]
    text: Text = Field(max_length=_MOST_TEXT)
    note: str = ""


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its fields filled in; what is filled in is not read again, whatever stands in it."""
    return _FIELD.sub(lambda field: values[field[1]], text)


def check_letters(rows: Sequence[Placed[LetterText]]) -> Iterator[str]:
    """Every text can be filled in, a part that stands once stands once, and no letter lacks a part."""
    seen: dict[tuple[str, str], int] = {}
    for placed in rows:
        yield from (placed.problem("text", advice) for advice in _wrong_text(placed.row))
        first = seen.setdefault((placed.row.letter, placed.row.part), placed.raw.line)
        if placed.row.part in _ONCE and first != placed.raw.line:
            yield placed.problem("part", catalog_words.TWICE.format(row=first))
    for letter in dict.fromkeys(placed.row.letter for placed in rows):
        for part in FIELDS:
            if part not in OPTIONAL_PARTS and (letter, part) not in seen:
                last = [placed for placed in rows if placed.row.letter == letter][-1]
                yield last.problem("letter", catalog_words.LETTER_PART.format(letter=letter, part=part))


def _wrong_text(row: LetterText) -> Iterator[str]:
    allowed = FIELDS[row.part]
    fields = ", ".join(f"{{{name}}}" for name in allowed)
    if not row.text.isprintable():
        yield catalog_words.LETTER_SIGNS
    for name in _FIELD.findall(row.text):
        if name not in allowed:
            yield catalog_words.LETTER_FIELD.format(field=f"{{{name}}}", part=row.part, fields=fields)
    if set("{}") & set(_FIELD.sub("", row.text)):
        yield catalog_words.LETTER_BRACE.format(fields=fields)
    needed = _NEEDED.get(row.part)
    if needed and f"{{{needed}}}" not in row.text:
        yield catalog_words.LETTER_NEEDS.format(part=row.part, field=f"{{{needed}}}")
