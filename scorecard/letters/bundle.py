"""The files of letters and their names: each letter as Word, and all texts to paste into a chat."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence

from scorecard.files.zip_files import pack
from scorecard.letters.content import Letter
from scorecard.letters.receivers import Receiver, listed_name
from scorecard.letters.word_file import render_letter
from scorecard.text import letter_words
from scorecard.weeks import ReportWeek

_MOST = 60  # letters of a name


def render_letters(letters: Sequence[Letter], cut_off: dt.datetime) -> dict[str, bytes]:
    """Every letter by its file name, in their order; of two names that read the same the second is numbered."""
    files: dict[str, bytes] = {}
    for letter in letters:
        name, again = letter.name, 1
        while f"{name}.docx" in files:
            again += 1
            name = f"{letter.name}-{again}"
        files[f"{name}.docx"] = render_letter(letter, cut_off)
    return files


def render_chats(letters: Sequence[Letter]) -> bytes:
    """The texts to paste, unit by unit, in one file."""
    texts = [
        f"{letter_words.CHAT_HEAD.format(unit=listed_name(unit, letter.districts))}\n{text}\n"
        for letter in letters
        for unit, text in letter.chats
    ]
    return "\n".join(texts).encode("utf-8-sig")


def letter_name(kind: str, week: ReportWeek, receivers: Sequence[Receiver]) -> str:
    """The name of a letter without its ending: kind, week, and the receiver by its code and name."""
    first = receivers[0]
    who = letter_words.FILE_MANY
    if len(receivers) == 1 and first.through:
        who = letter_words.FILE_MEMBERS.format(district=f"{first.through.unit_id} {first.through.name}")
    elif len(receivers) == 1:
        who = f"{first.units[0].unit_id} {first.units[0].name}"
    return letter_words.FILE.format(kind=letter_words.FILE_KINDS[kind], week=week, who=plain_name(who))


def plain_name(text: str) -> str:
    """`d1-huyen-ba`: small Latin letters, digits and dashes, whatever a unit is called; cut where it is too long."""
    plain = unicodedata.normalize("NFD", text.casefold().replace(letter_words.BARRED_D, "d"))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", plain)).strip("-")[:_MOST].strip("-")


def archive_name(kind: str, week: ReportWeek) -> str:
    """The name of the archive of all letters of a kind."""
    return letter_words.FILE_ALL.format(kind=letter_words.FILE_KINDS[kind], week=week)


def with_chats(letters: Sequence[Letter], files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of the letters and the one of the texts."""
    return files | {letter_words.FILE_CHATS: render_chats(letters)}


def pack_letters(letters: Sequence[Letter], files: dict[str, bytes]) -> bytes:
    """All of it as one archive; the same letters give the same bytes."""
    return pack(with_chats(letters, files))
