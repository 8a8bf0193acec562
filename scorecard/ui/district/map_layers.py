"""The layers maps are made of, and the deck that holds them: no tiles, no style, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pydeck as pdk

from scorecard.lights.status import HATCH_SOLID, rgb_of

Drawn = dict[str, Any]  # what the browser is sent of one thing that is drawn
Stroke = dict[str, list[float]]  # `from` and `to`, each a longitude and a latitude
HEIGHT = 500
WIDTH = 600  # what the map column of a 1366 px screen can show
FULL = 255
INK = [26, 35, 50]
LAYER = "cells"
CHOSEN_LAYER = "chosen"
_FONT = "'Be Vietnam Pro', 'Segoe UI', sans-serif"


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


def polygon_layer(name: str, rows: list[Drawn], line: list[int] | str, width: float) -> pdk.Layer:
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
        get_color=[*rgb_of(HATCH_SOLID), FULL],
        get_width=1.5,
    )


def text_layer(name: str, rows: list[Drawn], column: str, size: int | str) -> pdk.Layer:
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
