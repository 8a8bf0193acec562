"""The name of a unit inside of its cell on the map: in whole words, as large as fits. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

_LETTER = 0.6  # the width of a letter, of its size
_SMALLEST = 0.15  # letters, of their cell


def named(row: dict[str, Any], scale: float, letters: int) -> dict[str, Any]:
    """The name below the sign in whole words, in the largest letters that stay inside of the cell.

    Where even the smallest do not fit, first words give way to their initials, and at last there is no name.
    """
    for texts in _ways(row["name"].split()) if "\n" in row["name"] else [[row["name"]]]:
        for size in range(letters, max(1, round(_SMALLEST * scale)) - 1, -1):
            for text in texts:
                if _fits(text.split("\n"), size / scale):
                    return row | {"name": text, "size": size, "offset": [0, round(_below(text) * scale)]}
    return row | {"name": "", "size": letters, "offset": [0, 0]}


def _ways(words: Sequence[str]) -> list[list[str]]:
    """The name in full, then with more and more initials: each in two lines, the first line short, or in one."""
    ways = []
    for count in range(len(words)):
        parts = ["".join(f"{word[0]}." for word in words[:count]) + words[count], *words[count + 1 :]]
        lines = ["\n".join((" ".join(parts[:end]), " ".join(parts[end:]))) for end in range(1, len(parts))]
        ways.append([*lines, " ".join(parts)])
    return ways


def _fits(lines: Sequence[str], size: float) -> bool:
    """Whether lines of letters of this size, as a share of the cell, stand inside of it."""
    for place, line in enumerate(lines):
        low = _below("\n".join(lines)) + (1.05 * (place - (len(lines) - 1) / 2) + 0.45) * size
        # The edges of a cell stand upright to 0.29 below its middle; from there it tapers at 60°.
        if len(line) * size * _LETTER > 0.95 - 2 * math.sqrt(3) * max(0.0, low - 0.29):
            return False
    return True


def _below(text: str) -> float:
    """How far below the middle of its cell a name stands, as a share of the cell."""
    return 0.14 if "\n" in text else 0.08
