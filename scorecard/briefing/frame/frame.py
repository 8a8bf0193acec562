"""The frame of 1920×1080 as SVG, which the page shows, and as PNG, drawn from it: the same bytes on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
import resvg_py

from scorecard.briefing.content.content import Briefing
from scorecard.briefing.frame.drawing_check import check_image
from scorecard.briefing.frame.matrix_layout import lay_out_board
from scorecard.briefing.frame.matrix_places import Board
from scorecard.briefing.frame.side_layout import Side, lay_out_side
from scorecard.documents.fonts import FAMILY, font_files, width_of, wrap
from scorecard.errors import SnapshotError
from scorecard.lights.shapes import ARROWS, SIGNS
from scorecard.lights.status import HATCH, SMALL, UNKNOWN, Status
from scorecard.text import briefing_words, general_words, interface_words

WIDTH, HEIGHT = 1920, 1080
_SCALES = (1, 2)
_LOWEST_ROOM = 1340.0
_TITLE_SIZE, _TITLE_ROOM = 26, 1240.0  # what the mark of invented figures and the week leave


@dataclass(frozen=True)
class Mark:
    """One entry of the legend: a status, a direction of change, or (empty) the outline of a small denominator."""

    status: str
    name: str
    x: float


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).resolve().parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render_frame(briefing: Briefing) -> str:
    """The briefing as SVG; the same content gives the same text."""
    font_files()
    board: Board = lay_out_board(briefing)
    side: Side = lay_out_side(briefing)
    origin = briefing.origin
    title = f"{briefing.title} · {briefing.scope}" if briefing.scope else briefing.title
    title_width = width_of(title, _TITLE_SIZE, bold=True)
    shrunk = min(1.0, _TITLE_ROOM / title_width)
    return (
        _environment()
        .get_template("frame.svg.j2")
        .render(
            width=WIDTH,
            height=HEIGHT,
            family=FAMILY,
            label=briefing_words.FRAME_TITLE.format(title=title, week=origin.week),
            title=title,
            title_size=_TITLE_SIZE * shrunk,
            mark_x=28 + title_width * shrunk + 24,
            lowest=_lowest(briefing),
            cut_off=briefing_words.CUT_OFF.format(moment=origin.cut_off, revision=origin.revision),
            briefing=briefing,
            board=board,
            side=side,
            legend=tuple(_legend()),
            looks={status: status.look for status in Status},
            unknown=UNKNOWN,
            signs=SIGNS,
            arrows=ARROWS,
            hatch=HATCH,
            small=SMALL,
            words=interface_words,
            say=briefing_words,
            general=general_words,
        )
    )


def render_images(svg: str) -> dict[str, bytes]:
    """The two pictures by their size (`1920x1080`); raises SnapshotError for a blank or a wrong one."""
    found: dict[str, bytes] = {}
    for scale in _SCALES:
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


def _lowest(briefing: Briefing) -> str:
    """The lowest line, as much of it as stands beside the hash: what nobody may miss comes first."""
    origin = briefing.origin
    mark = general_words.SYNTHETIC if origin.synthetic else ""
    cut_off = briefing_words.CUT_OFF.format(moment=origin.cut_off, revision=origin.revision)
    source = " · ".join(filter(None, (mark, origin.week, cut_off)))
    text = " ".join(
        [
            f"{source}.",
            *(one.sentence for one in origin.corrected),
            *origin.ground.short(0)[:1],
            interface_words.RULE_LINE,
            briefing.compared,
        ]
    )
    return "".join(wrap(text, _LOWEST_ROOM, 12, most=1))


def _legend() -> Iterator[Mark]:
    changes = {
        "": interface_words.LEGEND_SMALL,
        "better": interface_words.BETTER,
        "worse": interface_words.WORSE,
        "other": interface_words.OTHER,
    }
    x = 28.0
    for status, name in (interface_words.LEGEND_STATUS | changes).items():
        yield Mark(status, name, x)
        x += 28 + width_of(name, 12) + 20
