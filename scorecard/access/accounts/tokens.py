"""Random identifiers that open something; only their hashes are kept."""

from __future__ import annotations

import hashlib
import secrets

_BYTES = 32


def new_token() -> str:
    """256 random bits as text that can stand in a cookie or an address."""
    return secrets.token_urlsafe(_BYTES)


def hash_of(token: str) -> str:
    """What is kept of a token: SHA-256 is enough for what nobody can guess."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def form_token(token: str) -> str:
    """What the forms of a session carry; another site cannot know it."""
    return hash_of(f"form:{token}")
