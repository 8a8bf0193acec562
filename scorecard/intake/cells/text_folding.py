"""Text of a cell as it is compared: one spelling for what looks the same."""

from __future__ import annotations

import re
import unicodedata

from scorecard.text import workbook_words

_TCVN3 = re.compile(workbook_words.TCVN3_SIGNS)
_VNI = re.compile(workbook_words.VNI_PAIRS)


def cleaned(text: str) -> str:
    """Composed letters, plain digits and spaces (NFKC), without blanks at the ends or twice in a row."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def folded(text: str) -> str:
    """`cleaned`, without the difference of capitals; what headings and names are compared by."""
    return cleaned(text).casefold()


def old_encoding(text: str) -> str:
    """What to say of text in TCVN3 or VNI; empty for any other. Only to be asked where a text is not recognised."""
    composed = unicodedata.normalize("NFC", text)
    if _TCVN3.search(composed):
        return workbook_words.TCVN3
    return workbook_words.VNI if _VNI.search(composed) else ""
