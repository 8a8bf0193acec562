"""A file that was handed in: the name it came with, and where its bytes lie now."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_LONGEST = 120
_NAMELESS = "tep"


@dataclass(frozen=True)
class GivenFile:
    """The name is only ever shown and kept in manifests; `path` alone is opened."""

    name: str
    path: Path


def given(files: Iterable[Path | GivenFile]) -> list[GivenFile]:
    """Files on the disk under their own names, and those that came from elsewhere under the name they came with."""
    return [file if isinstance(file, GivenFile) else GivenFile(file.name, file) for file in files]


def plain_name(name: str) -> str:
    """The last part of a name from outside, without signs that act on a terminal and no longer than can be read."""
    last = re.split(r"[/\\]", name)[-1]
    clean = "".join(sign for sign in last if sign.isprintable()).strip()
    stem, dot, ending = clean.rpartition(".")
    if len(clean) > _LONGEST:
        clean = f"{stem[: _LONGEST - len(ending) - 1]}{dot}{ending}" if dot and len(ending) <= 5 else clean[:_LONGEST]
    return clean if clean.strip(".") else _NAMELESS
