"""Passwords: hashed as streamlit-authenticator does, of any length up to a thousand letters of any language."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
import unicodedata
from functools import cache
from pathlib import Path

import bcrypt

from scorecard.errors import AccessError
from scorecard.text import account_words

COST = 12  # of bcrypt; what streamlit-authenticator 0.4.2 uses
SHORTEST, LONGEST = 10, 1000
_FEWEST_SIGNS = 4
_MOST_BYTES = 72  # bcrypt looks no further
_HASH = re.compile(r"\$2[aby]\$(0[4-9]|1[0-4])\$[./A-Za-z0-9]{53}")
_READABLE = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is taken for another: i l o 0 1
_GROUPS, _GROUP = 5, 4
_WORST = Path(__file__).with_name("worst_passwords.txt")


def hash_password(text: str) -> str:
    """The hash to keep; raises AccessError for a password longer than anybody types."""
    if len(text) > LONGEST:
        raise AccessError(account_words.TOO_LONG.format(most=LONGEST))
    return bcrypt.hashpw(_taken(text), bcrypt.gensalt(COST)).decode("ascii")


def is_password(text: str, hashed: str | None) -> bool:
    """Whether the hash is this password's; takes as long where there is no hash, or one that is none."""
    known = hashed is not None and is_hash(hashed) and len(text) <= LONGEST
    right = bcrypt.checkpw(_taken(text[:LONGEST]), (hashed if known and hashed else _dummy()).encode("ascii"))
    return known and right


def is_hash(text: str) -> bool:
    """Whether this is a bcrypt hash that can be compared in reasonable time."""
    return _HASH.fullmatch(text) is not None


def check_new_password(text: str, user_name: str) -> None:
    """Raises AccessError, saying why, for a password that is too short or that many would try first."""
    length = len(unicodedata.normalize("NFC", text))
    if length < SHORTEST:
        raise AccessError(account_words.TOO_SHORT.format(least=SHORTEST, found=length))
    if len(text) > LONGEST:
        raise AccessError(account_words.TOO_LONG.format(most=LONGEST))
    if len(set(text)) < _FEWEST_SIGNS:
        raise AccessError(account_words.FEW_SIGNS.format(least=_FEWEST_SIGNS))
    # Whoever is told "at least ten" writes the old word and fills it up.
    tried = {_folded(text), _folded(text).rstrip("0123456789!@#$%^&*()._-+=?"), _folded(text).lstrip("0123456789")}
    if user_name and _folded(user_name) in tried:
        raise AccessError(account_words.SAME_AS_NAME)
    if tried & _worst():
        raise AccessError(account_words.EASILY_GUESSED)


def random_password() -> str:
    """Five groups of four signs that can be read out and typed; 99 bits."""
    groups = ("".join(secrets.choice(_READABLE) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def _taken(text: str) -> bytes:
    """The bytes bcrypt gets: the password's own while they fit, else 44 that stand for all of them."""
    content = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    if len(content) > _MOST_BYTES or b"\0" in content:
        return base64.b64encode(hashlib.sha256(content).digest())
    return content


def _dummy() -> str:
    """A hash nobody's password has, of the cost of all others."""
    return f"$2b${COST:02d}${'.' * 53}"


def _folded(text: str) -> str:
    """Letters without capitals, marks and blanks."""
    apart = unicodedata.normalize("NFKD", text).casefold().replace("\u0111", "d")
    return "".join(sign for sign in apart if not unicodedata.combining(sign) and not sign.isspace())


@cache
def _worst() -> frozenset[str]:
    return frozenset(_WORST.read_text(encoding="ascii").split())
