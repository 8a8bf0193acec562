"""Files that were made to be downloaded: each is fetched by the session it was made for, and by no other."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from streamlit import runtime

from scorecard.access.accounts.tokens import hash_of
from scorecard.ui.reader.signed_in import session_token

PREFIX = "/media/"
# A file is fetched within seconds of being made; what was made before these is made again.
_MOST = 2000
_made: OrderedDict[tuple[str, str], None] = OrderedDict()  # session and content, both hashed
_lock = Lock()


def for_this_session() -> Callable[[bytes], bytes]:
    """Passes a file on and notes, in any thread, that it was made for the session of this run."""
    token = session_token()

    def noted(content: bytes) -> bytes:
        with _lock:
            _made[_key(token, content)] = None
            _made.move_to_end(_key(token, content))
            while len(_made) > _MOST:
                _made.popitem(last=False)
        return content

    return noted


def may_fetch(token: str, path: str) -> bool:
    """Whether what Streamlit keeps under this path was made for the session that holds the token.

    Streamlit's own note of who uses a file is gone after the next rerun, and its names are hashes of the content: so
    it is the content that is compared.
    """
    if not runtime.exists():
        return False
    file = runtime.get_instance().media_file_mgr.read_file(path.removeprefix(PREFIX).partition(".")[0])
    return file is not None and _key(token, file.content) in _made


def _key(token: str, content: bytes) -> tuple[str, str]:
    return hash_of(token), hashlib.sha256(content).hexdigest()
