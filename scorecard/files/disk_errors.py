"""What the machine says of a file it will not read or write, in words a person can act on."""

from __future__ import annotations

import errno
import re

from scorecard.text import disk_words

_CODE = re.compile(r"\[?errno (\d+)", re.IGNORECASE)


def reason_of(error: OSError) -> str:
    """Vietnamese words for the error, with the file where it is known; never empty."""
    reason = disk_words.BY_CODE.get(errno.errorcode.get(_number_of(error), ""))
    if reason is None:
        reason = disk_words.UNKNOWN.format(
            detail=(error.strerror or str(error) or type(error).__name__).splitlines()[0]
        )
    return disk_words.PLACE.format(reason=reason, place=error.filename) if error.filename else reason


def _number_of(error: OSError) -> int:
    # pyarrow tells the number in the text only.
    found = _CODE.search(str(error)) if error.errno is None else None
    return int(found[1]) if found else error.errno or 0
