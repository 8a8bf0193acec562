"""Text from outside inside Streamlit's own elements, which read their labels and messages as Markdown."""

from __future__ import annotations

import re

# Whatever starts something in Markdown or in Streamlit's additions to it: an image in a file's name would be fetched.
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+!:|~$<>&-])")


def plain(text: str) -> str:
    """Markdown that shows exactly this text on one line."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
