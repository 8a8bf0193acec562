"""What the files of letters are called: plain letters only, whatever a unit is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from scorecard.letters.receivers import Receiver
from scorecard.text import letter_words
from scorecard.weeks import ReportWeek

_MOST = 60


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
    """`d1-huyen-ba`: small Latin letters, digits and dashes, cut where it is too long."""
    plain = unicodedata.normalize("NFD", text.casefold().replace(letter_words.BARRED_D, "d"))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", plain)).strip("-")[:_MOST].strip("-")
