"""The map of cells as a deck of layers: no tiles, no style, nothing from elsewhere."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pydeck as pdk

from scorecard.ui.district.cell_names import named
from scorecard.ui.district.map_cells import MapCell

Stroke = dict[str, list[float]]  # `from` and `to`, each a longitude and a latitude
HEIGHT = 500
WIDTH = 600  # what the map column of a 1366 px screen can show
_DEGREES = 0.01  # of a cell; around 0°, 0° degrees are square and nobody takes them for places on earth
_FULL, _PALE = 255, 115
INK = [26, 35, 50]
PAPER = [246, 248, 250]
_FILLS = {
    "green": [169, 214, 182],
    "amber": [255, 210, 102],
    "red": [198, 40, 40],
    "missing": [223, 227, 234],
    "stale": [223, 227, 234],
    "none_arising": [225, 230, 238],
    "no_rule": [225, 230, 238],
    "not_applicable": [240, 243, 247],
}
_OUTLINE = [139, 150, 168]
HATCHED = ("missing", "stale")
_HATCH = [176, 185, 199]
_FONT = "'Be Vietnam Pro', 'Segoe UI', sans-serif"
LAYER = "cells"
CHOSEN_LAYER = "chosen"


def chart_cells(cells: Sequence[MapCell]) -> pdk.Deck:
    """Every cell with its colour and sign; those of the chosen district outlined, in full colour and with names."""
    rest = [cell_row(cell) for cell in cells if not cell.chosen]
    chosen = [cell_row(cell) for cell in cells if cell.chosen]
    scale = _scale(cells)
    sign, letters = round(0.31 * scale), round(0.21 * scale)
    signs = [row | {"offset": [0, round(-0.3 * scale) if row["name"] else 0]} for row in rest + chosen]
    names = [named(row, scale, letters) for row in chosen]
    outside = [row for row in rest if row["status"] == "not_applicable"]
    layers = [
        polygon_layer(LAYER, [row for row in rest if row not in outside] + outside, "line", 1.5),
        polygon_layer(CHOSEN_LAYER, chosen, INK, 2),
        hatch_layer([line for cell in cells if cell.status in HATCHED for line in hatch_of(cell)]),
        text_layer("signs", signs, "sign", sign),
        text_layer("names", names, "name", "size"),
    ]
    return deck_of(layers, _view(cells, scale))


def deck_of(layers: list[pdk.Layer], view: pdk.ViewState) -> pdk.Deck:
    """Layers without any map below them, which cannot be dragged or zoomed."""
    return pdk.Deck(
        map_provider=None,
        initial_view_state=view,
        views=[pdk.View(type="MapView", controller=False)],
        layers=layers,
        tooltip={"text": "{tip}", "style": _TIP},  # text, never html: names are typed by others
    )


_TIP = {
    "backgroundColor": "#172030",
    "color": "#fff",
    "fontFamily": _FONT,
    "fontSize": "13.5px",
    "lineHeight": "1.45",
    "borderRadius": "6px",
    "maxWidth": "380px",
    "whiteSpace": "pre-line",
}


def cell_row(cell: MapCell) -> dict[str, Any]:
    """What the layers draw of a cell: its hexagon, colours, sign, name and tooltip."""
    middle = _place(cell.x * _DEGREES, cell.y * _DEGREES)
    corners = [math.radians(60 * corner + 30) for corner in range(6)]
    reach = _DEGREES / math.sqrt(3)
    opacity = _FULL if cell.chosen else _PALE
    ink = [255, 255, 255] if cell.status == "red" and cell.chosen else INK
    return {
        "unit_id": cell.unit_id,
        "tip": cell.tip,
        "at": middle,
        "polygon": [_place(middle[0] + reach * math.cos(turn), middle[1] + reach * math.sin(turn)) for turn in corners],
        "fill": [*_FILLS[cell.status], opacity],
        "ink": [*ink, _FULL],
        "status": cell.status,
        "line": INK if cell.chosen else _OUTLINE if cell.status == "not_applicable" else PAPER,
        "sign": cell.sign,
        "name": cell.label if cell.chosen else "",
    }


def _place(x: float, y: float) -> list[float]:
    """Far finer than anybody sees, and without the digits that are only noise on the wire."""
    return [round(x, 10), round(y, 10)]


def polygon_layer(name: str, rows: list[dict[str, Any]], line: list[int] | str, width: float) -> pdk.Layer:
    """Filled polygons that answer to the pointer; `line` is a colour or the column that has it."""
    return pdk.Layer(
        "PolygonLayer",
        rows,
        id=name,
        pickable=True,
        get_polygon="polygon",
        get_fill_color="fill",
        get_line_color=line,
        line_width_units=pdk.types.String("pixels"),
        get_line_width=width,
    )


def hatch_layer(lines: Sequence[Stroke]) -> pdk.Layer:
    """Lines across what has no figure: the pattern that stands for it everywhere else."""
    return pdk.Layer(
        "LineLayer",
        list(lines),
        id="hatch",
        pickable=False,
        get_source_position="from",
        get_target_position="to",
        get_color=[*_HATCH, _FULL],
        get_width=1.5,
    )


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


def text_layer(name: str, rows: list[dict[str, Any]], column: str, size: int | str) -> pdk.Layer:
    """Texts at the middles of cells, in any letters; of each row only what is drawn goes to the browser.

    `size` is that of all, or the column that has it.
    """
    drawn = ["unit_id", "at", "ink", "offset", column, *([size] if isinstance(size, str) else [])]
    return pdk.Layer(
        "TextLayer",
        [{field: row[field] for field in drawn} for row in rows],
        id=name,
        pickable=False,
        get_position="at",
        get_text=column,
        get_color="ink",
        get_size=size,
        get_pixel_offset="offset",
        font_family=pdk.types.String(_FONT),
        font_weight=600,
        line_height=1.05,
        character_set=pdk.types.String("auto"),
    )


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
