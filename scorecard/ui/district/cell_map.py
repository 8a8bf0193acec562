"""The map of cells: every unit a hexagon with its colour, its sign and, where it is chosen, its name."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pydeck as pdk

from scorecard.lights.status import NOT_APPLICABLE, RED, UNKNOWN, rgb_of
from scorecard.ui.district.map_cells import MapCell, fitted_name
from scorecard.ui.district.map_layers import (
    CHOSEN_LAYER,
    FULL,
    HEIGHT,
    INK,
    LAYER,
    WIDTH,
    Drawn,
    Stroke,
    deck_of,
    hatch_layer,
    polygon_layer,
    text_layer,
)

_DEGREES = 0.01  # of a cell; around 0°, 0° degrees are square and nobody takes them for places on earth
_PALE = 115
_PAPER = [246, 248, 250]
_OUTLINE = [139, 150, 168]


def chart_cells(cells: Sequence[MapCell]) -> pdk.Deck:
    """Every cell with its colour and sign; those of the chosen district outlined, in full colour and with names."""
    rest = [cell_row(cell) for cell in cells if not cell.chosen]
    chosen = [cell_row(cell) for cell in cells if cell.chosen]
    scale = _scale(cells)
    sign, letters = round(0.31 * scale), round(0.21 * scale)
    signs = [row | {"offset": [0, round(-0.3 * scale) if row["name"] else 0]} for row in rest + chosen]
    names = [_named(row, scale, letters) for row in chosen]
    outside = [row for row in rest if row["status"] == NOT_APPLICABLE]
    layers = [
        polygon_layer(LAYER, [row for row in rest if row not in outside] + outside, "line", 1.5),
        polygon_layer(CHOSEN_LAYER, chosen, INK, 2),
        hatch_layer([line for cell in cells if cell.status in UNKNOWN for line in hatch_of(cell)]),
        text_layer("signs", signs, "sign", sign),
        text_layer("names", names, "name", "size"),
    ]
    return deck_of(layers, _view(cells, scale))


def cell_row(cell: MapCell) -> Drawn:
    """What the layers draw of a cell: its hexagon, colours, sign, name and tooltip."""
    middle = _place(cell.x * _DEGREES, cell.y * _DEGREES)
    corners = [math.radians(60 * corner + 30) for corner in range(6)]
    reach = _DEGREES / math.sqrt(3)
    opacity = FULL if cell.chosen else _PALE
    ink = rgb_of(RED.look.ink) if cell.status == RED and cell.chosen else INK
    return {
        "unit_id": cell.unit_id,
        "tip": cell.tip,
        "at": middle,
        "polygon": [_place(middle[0] + reach * math.cos(turn), middle[1] + reach * math.sin(turn)) for turn in corners],
        "fill": [*rgb_of(cell.status.look.solid), opacity],
        "ink": [*ink, FULL],
        "status": cell.status,
        "line": INK if cell.chosen else _OUTLINE if cell.status == NOT_APPLICABLE else _PAPER,
        "sign": cell.sign,
        "name": cell.label if cell.chosen else "",
    }


def _named(row: Drawn, scale: float, letters: int) -> Drawn:
    """The row with its name as it fits into the cell, below the sign."""
    name = fitted_name(row["name"], scale, letters)
    return row | {"name": name.text, "size": name.size, "offset": [0, name.below]}


def _place(x: float, y: float) -> list[float]:
    """Far finer than anybody sees, and without the digits that are only noise on the wire."""
    return [round(x, 10), round(y, 10)]


def hatch_of(cell: MapCell) -> list[Stroke]:
    """Seven lines from edge to edge of the hexagon, parallel to two of its sides."""
    side = 1 / math.sqrt(3)
    along = (math.cos(math.radians(30)), math.sin(math.radians(30)))
    lines = []
    for step in range(-3, 4):
        distance = step * side / 4
        half = side * (1 - abs(distance))
        middle = (cell.x - distance * along[1], cell.y + distance * along[0])
        ends = [_place(*((middle[axis] + sign * half * along[axis]) * _DEGREES for axis in (0, 1))) for sign in (-1, 1)]
        lines.append({"from": ends[0], "to": ends[1]})
    return lines


def _scale(cells: Sequence[MapCell]) -> float:
    """Pixels from one cell to the next, as large as fits the column of a small desktop."""
    xs, ys = [cell.x for cell in cells] or [0.0], [cell.y for cell in cells] or [0.0]
    wide, high = (max(axis) - min(axis) + 1.4 for axis in (xs, ys))
    return min(WIDTH / wide, HEIGHT / high, 64)


def _view(cells: Sequence[MapCell], scale: float) -> pdk.ViewState:
    """The whole map in the middle."""
    xs, ys = [cell.x for cell in cells] or [0.0], [cell.y for cell in cells] or [0.0]
    zoom = math.log2(scale * 360 / (512 * _DEGREES))
    return pdk.ViewState(
        longitude=(min(xs) + max(xs)) / 2 * _DEGREES, latitude=(min(ys) + max(ys)) / 2 * _DEGREES, zoom=zoom
    )
