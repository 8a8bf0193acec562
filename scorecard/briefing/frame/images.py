"""The frame as PNG, drawn by resvg with the shipped fonts only: the same bytes on every machine."""

from __future__ import annotations

import resvg_py

from scorecard.briefing.frame.drawing_check import check_image
from scorecard.briefing.frame.frame import HEIGHT, WIDTH
from scorecard.documents.fonts import FAMILY, font_files
from scorecard.errors import SnapshotError
from scorecard.text import briefing_words

SCALES = (1, 2)


def render_images(svg: str) -> dict[str, bytes]:
    """The two pictures by their size (`1920x1080`); raises SnapshotError for a blank or a wrong one."""
    found: dict[str, bytes] = {}
    for scale in SCALES:
        size = WIDTH * scale, HEIGHT * scale
        name = f"{size[0]}x{size[1]}"
        found[name] = _drawn(svg, size[0])
        check_image(name, found[name], size, svg)
    return found


def _drawn(svg: str, width: int) -> bytes:
    fonts = [str(file) for file in font_files()]
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg, width=width, skip_system_fonts=True, font_files=fonts, font_family=FAMILY
            )
        )
    except ValueError as error:
        raise SnapshotError(briefing_words.NOT_RENDERED.format(format="png", detail=error)) from None
