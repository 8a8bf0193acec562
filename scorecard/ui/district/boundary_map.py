"""The map with real boundaries, where the home has them: the same colours, signs, tooltips and clicks as the cells."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pydeck as pdk
import shapely

from scorecard.lights.status import UNKNOWN
from scorecard.ui.district.cell_map import cell_row
from scorecard.ui.district.map_cells import MapCell
from scorecard.ui.district.map_layers import (
    CHOSEN_LAYER,
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

_SMALL = 0.03  # a shape smaller than this share of the map gets a disc, or nobody would find it
_DISC = 9  # pixels
_GAP = 0.012  # between two lines across a shape without a figure, as a share of the map
DISCS = "discs"


def chart_boundaries(cells: Sequence[MapCell], shapes: Mapping[str, shapely.Geometry]) -> pdk.Deck:
    """Every unit of `cells` in its shape; those of the chosen district outlined and in full colour."""
    view, extent = _view(shapes)
    marks = [_mark(cell, shapes[cell.unit_id]) for cell in cells]
    pieces = [(cell, piece) for cell in cells for piece in _pieces(cell, shapes[cell.unit_id])]
    small = [mark for mark, cell in zip(marks, cells, strict=True) if _size(shapes[cell.unit_id]) < _SMALL * extent]
    layers = [
        polygon_layer(LAYER, [piece for cell, piece in pieces if not cell.chosen], "line", 1),
        polygon_layer(CHOSEN_LAYER, [piece for cell, piece in pieces if cell.chosen], INK, 2),
        hatch_layer([line for shape in _without(cells, shapes) for line in hatch_across(shape, _GAP * extent)]),
        _discs(small),
        text_layer("signs", [mark | {"offset": [0, 0]} for mark in marks], "sign", 12),
    ]
    return deck_of(layers, view)


def _without(cells: Sequence[MapCell], shapes: Mapping[str, shapely.Geometry]) -> list[shapely.Geometry]:
    return [shapes[cell.unit_id] for cell in cells if cell.status in UNKNOWN]


def hatch_across(shape: shapely.Geometry, gap: float) -> list[Stroke]:
    """Rising lines from edge to edge of a shape, so far apart; those of neighbours continue each other."""
    west, south, east, north = shape.bounds
    steps = range(math.ceil((south - east) / gap), math.floor((north - west) / gap) + 1)
    rising = [[(west, west + step * gap), (east, east + step * gap)] for step in steps]
    inside = shapely.get_parts(shapely.intersection(shapely.multilinestrings(rising), shape)) if rising else ()
    return [{"from": list(line.coords[0]), "to": list(line.coords[-1])} for line in inside if line.length]


def _pieces(cell: MapCell, shape: shapely.Geometry) -> list[Drawn]:
    """A row for every polygon of a shape, with its holes."""
    row = cell_row(cell)
    return [
        row | {"polygon": [list(map(list, ring.coords)) for ring in (polygon.exterior, *polygon.interiors)]}
        for polygon in shapely.get_parts(shape)
    ]


def _mark(cell: MapCell, shape: shapely.Geometry) -> Drawn:
    """Where the sign of a unit stands: inside of its shape, whatever the shape is."""
    point = shape.representative_point()
    return cell_row(cell) | {"at": [point.x, point.y]}


def _discs(rows: list[Drawn]) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        rows,
        id=DISCS,
        pickable=True,
        get_position="at",
        get_fill_color="fill",
        get_line_color=INK,
        stroked=True,
        radius_units=pdk.types.String("pixels"),
        line_width_units=pdk.types.String("pixels"),
        get_radius=_DISC,
        get_line_width=1,
    )


def _size(shape: shapely.Geometry) -> float:
    west, south, east, north = shape.bounds
    return float(max(east - west, north - south))


def _view(shapes: Mapping[str, shapely.Geometry]) -> tuple[pdk.ViewState, float]:
    """All shapes in the middle, and the larger side of their frame in degrees."""
    west, south, east, north = (float(side) for side in shapely.total_bounds(list(shapes.values())))
    stretch = 1 / math.cos(math.radians((south + north) / 2))  # Mercator: a degree of latitude is longer
    scale = 0.95 * min(WIDTH / (east - west), HEIGHT / ((north - south) * stretch))
    zoom = math.log2(scale * 360 / 512)
    return pdk.ViewState(longitude=(west + east) / 2, latitude=(south + north) / 2, zoom=zoom), max(
        east - west, north - south
    )
