"""The two shipped faces: where they are, and how wide a text is in them; nothing of the system's fonts is used."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import ImageFont

from scorecard.errors import SnapshotError
from scorecard.text import briefing_words

FAMILY = "Be Vietnam Pro"
FOLDER = Path(__file__).resolve().parent / "fonts"
REGULAR, BOLD = "BeVietnamPro-Regular.ttf", "BeVietnamPro-SemiBold.ttf"
_MEASURED_AT = 200


def font_files() -> list[Path]:
    """Both font files; raises SnapshotError if one is missing: another face would set other lines."""
    files = [FOLDER / REGULAR, FOLDER / BOLD]
    for file in files:
        if not file.is_file():
            raise SnapshotError(briefing_words.NO_FONT.format(file=file))
    return files


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line in pixels."""
    return _face(bold).getlength(text) * size / _MEASURED_AT


def wrap(text: str, width: float, size: float, *, bold: bool = False, most: int = 9) -> list[str]:
    """`text` in lines no wider than `width`; where more than `most` are needed the last ends with an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size, bold=bold) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(f"{last}…", size, bold=bold) > width:
        last = last.rpartition(" ")[0]
    return [*lines[: most - 1], f"{last}…"]


@cache
def _face(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FOLDER / (BOLD if bold else REGULAR)), _MEASURED_AT)
