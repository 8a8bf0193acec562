"""Texts and figures as somebody typed them -> what a move says."""

from __future__ import annotations

import unicodedata

from pydantic import ValidationError

from scorecard.errors import FollowUpError
from scorecard.follow_up.matters.matter import Told
from scorecard.text import follow_up_words


def parse_told(**fields: object) -> Told:
    """What a move says, checked; raises FollowUpError that names the field and what to write."""
    try:
        given = {name: _tidied(value) for name, value in fields.items()}
        told = Told.model_validate({name: value for name, value in given.items() if value not in (None, "")})
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        raise FollowUpError(follow_up_words.BAD_FIELD.format(field=follow_up_words.FIELDS.get(field, field))) from None
    for name, value in told.model_dump().items():
        if isinstance(value, str) and any(not letter.isprintable() and letter not in "\n\t" for letter in value):
            raise FollowUpError(follow_up_words.BAD_LETTERS.format(field=follow_up_words.FIELDS[name]))
    return told


def _tidied(value: object) -> object:
    """A text as it is compared and printed.

    What is pasted brings lines ended twice, spaces that do not break, and letters nobody sees: a mark of the byte
    order, a hyphen that may be, a space without width.
    """
    if not isinstance(value, str):
        return value
    seen = "".join(letter for letter in value if unicodedata.category(letter) != "Cf")
    lines = unicodedata.normalize("NFC", seen).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(" " if unicodedata.category(letter) == "Zs" else letter for letter in lines).strip()
