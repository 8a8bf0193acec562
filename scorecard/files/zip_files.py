"""Office files are zip files: the same members in the same order with the same date give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_FIRST = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)


def repack(content: bytes, changed: Mapping[str, bytes] | None = None) -> bytes:
    """The same archive with sorted members (the content types first, as Office wants them) and one fixed date.

    `changed` are members that get other bytes.
    """
    source = zipfile.ZipFile(io.BytesIO(content))
    return pack({name: (changed or {}).get(name) or source.read(name) for name in source.namelist()})


def pack(members: Mapping[str, bytes]) -> bytes:
    """An archive of files by name: sorted, with one fixed date, so that the same files give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name in sorted(members, key=lambda name: (name != _FIRST, name)):
            member = zipfile.ZipInfo(name, _DATE)
            member.compress_type, member.create_system, member.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            target.writestr(member, members[name])
    return made.getvalue()
