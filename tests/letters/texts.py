"""Plain texts of letters in which every field stands, so that a test sees what is filled in."""

from __future__ import annotations

from tests.catalogs.catalogue_rows import Row

TEXTS = {
    "subject": "letter of {week} ({range}), {cut_off}, {by}, {due}",
    "opening": "{unit} has {tasks}; {to}.",
    "item": "Task {task} {title}: {status}, {weeks}. {asked}",
    "closing": "Let {to} act.",
    "reply": "Reply by {due}.",
    "chat": "Dear {unit}: {tasks}",
    "chat_item": "- {task}: {status}, {weeks}: {figures}",
    "chat_end": "By {due}, {to}.",
}


def letter_rows(letter: str) -> list[Row]:
    """Every part of a kind of letter, in their order."""
    return [{"letter": letter, "part": part, "text": text, "note": ""} for part, text in TEXTS.items()]
