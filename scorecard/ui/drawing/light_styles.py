"""What style sheets know of lights: their colours, patterns, signs and arrows as custom properties."""

from __future__ import annotations

from dataclasses import asdict
from urllib.parse import quote

from scorecard.lights.shapes import ARROWS, SIGNS
from scorecard.lights.status import DOTS, HATCH, PALE, RED, SMALL, Status

_INK = "#1a2332"  # --sc-ink, which a picture in a style sheet cannot name
_AS_IS = " '=:/,.()-"  # may stand in an address within quotation marks
_SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {size} {size}'><g {paint}>{shape}</g></svg>"


def light_styles() -> str:
    """Every tone of every light, as `--red-fill`, then `--sign-red`, `--arrow-better` and what patterns need."""
    looks = {f"{status}-{tone}": colour for status in Status for tone, colour in asdict(status.look).items()}
    signs = {
        f"sign-{status}": _picture(16, f"fill='none' stroke='{status.look.ink}'", shape)
        for status, shape in SIGNS.items()
    }
    arrows = {
        f"arrow-{name}": _picture(10, f"fill='{ink}'", shape)
        for prefix, ink in (("", _INK), ("on-red-", RED.look.ink))
        for name, shape in ((prefix + change, shape) for change, shape in ARROWS.items())
    }
    marks = {"hatch-line": HATCH, "dot": DOTS, "small": SMALL, "pale": PALE}
    return ":root{" + "".join(f"--{name}:{value};" for name, value in (looks | marks | signs | arrows).items()) + "}"


def _picture(size: int, paint: str, shape: str) -> str:
    drawn = _SVG.format(size=size, paint=paint, shape=shape.replace('"', "'"))
    return f'url("data:image/svg+xml,{quote(drawn, safe=_AS_IS)}")'
