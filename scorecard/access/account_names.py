"""Names of accounts: one spelling for what looks the same, and nothing that looks like another."""

from __future__ import annotations

import unicodedata

from scorecard.errors import AccessError
from scorecard.text import account_words

MOST_NAME, MOST_FULL_NAME = 100, 200
_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._@-\u0111")
# Grave, acute, circumflex, tilde, breve, hook, horn, dot below: the marks of Vietnamese.
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")


def folded_name(text: str) -> str:
    """What user names are compared by; anything may be given, also what no account can be called."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).strip().lower())


def checked_name(text: str) -> str:
    """The user name an account gets; raises AccessError saying what to write."""
    name = folded_name(text)
    apart = set(unicodedata.normalize("NFD", name))
    alone = any(unicodedata.combining(sign) for sign in name)
    if not 1 <= len(name) <= MOST_NAME or alone or not apart <= _SIGNS | _MARKS:
        raise AccessError(account_words.BAD_NAME.format(found=shown(text), most=MOST_NAME))
    return name


def checked_full_name(text: str) -> str:
    """The name of a person or an office as it is shown; raises AccessError saying what to write."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not 1 <= len(name) <= MOST_FULL_NAME or not name.isprintable():
        raise AccessError(account_words.BAD_FULL_NAME.format(found=shown(text), most=MOST_FULL_NAME))
    return name


def shown(text: str) -> str:
    """What was found, short enough for a message and without signs that act on a terminal."""
    clean = "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
    return clean if len(clean) <= 60 else clean[:60] + "…"
