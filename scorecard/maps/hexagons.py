"""One hexagon for every unit, near its place, its district in one piece where that can be had."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import lap
import numpy as np

from scorecard.catalog import Unit

_PULLS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)  # how far communes are drawn towards the middle of their district
_ROW = math.sqrt(3) / 2  # distance of two rows of hexagons whose centres are 1 apart
_DENSITY = 0.7  # the points of a province fill about half of their bounding box
_MARGIN = 3
_Points = list[tuple[float, float]]


@dataclass(frozen=True)
class Cell:
    """The hexagon of a unit: `x` to the east, `y` to the north, neighbours exactly 1 apart."""

    unit_id: str
    district: str
    x: float
    y: float


def units_with_cells(units: Sequence[Unit]) -> list[Unit]:
    """Every unit below another, and every district without any: an island has a cell of its own."""
    parents = {unit.parent_id for unit in units if unit.parent_id}
    return [unit for unit in units if unit.parent_id or (unit.level == "district" and unit.unit_id not in parents)]


def place_cells(units: Sequence[Unit]) -> tuple[Cell, ...]:
    """A cell for each of `units_with_cells`, the same for the same units in any order.

    Cells are assigned to points so that the sum of squared distances is least. Communes are drawn towards the middle
    of their district only as far as it takes to leave the fewest districts in pieces.
    """
    shown = sorted(units_with_cells(units), key=lambda unit: unit.unit_id)
    if not shown:
        return ()
    points = _points(shown)
    districts = [unit.parent_id or unit.unit_id for unit in shown]
    placements = [_assign(_pulled(points, districts, pull)) for pull in _PULLS]
    best = min(placements, key=lambda placed: count_pieces(placed, districts))
    return tuple(
        Cell(unit.unit_id, district, x, y) for unit, district, (x, y) in zip(shown, districts, best, strict=True)
    )


def count_pieces(places: Sequence[tuple[float, float]], districts: Sequence[str]) -> int:
    """In how many pieces the districts lie altogether; two cells touch where their centres are 1 apart."""
    waiting = set(range(len(places)))
    pieces = 0
    while waiting:
        pieces += 1
        reached = [waiting.pop()]
        while reached:
            here = reached.pop()
            near = {
                there
                for there in waiting
                if districts[there] == districts[here] and math.dist(places[here], places[there]) < 1.1
            }
            waiting -= near
            reached += near
    return pieces


def _points(units: Sequence[Unit]) -> _Points:
    """Where the units lie, in cells; one without a point lies in the middle of the others of its district."""
    known = {unit.unit_id: (unit.lon, unit.lat) for unit in units if unit.lon is not None and unit.lat is not None}
    middle = _middle(list(known.values()))
    shrink = math.cos(math.radians(middle[1]))
    found = []
    for unit in units:
        near = [known[other.unit_id] for other in units if other.parent_id == unit.parent_id and other.unit_id in known]
        lon, lat = known.get(unit.unit_id) or (_middle(near) if near else middle)
        found.append((lon * shrink, lat))
    (low_x, high_x), (low_y, high_y) = ((min(axis), max(axis)) for axis in zip(*found, strict=True))
    width, height = high_x - low_x, high_y - low_y
    spacing = math.sqrt(width * height * _DENSITY / len(units)) or max(width, height) / len(units) or 1.0
    return [((x - low_x) / spacing, (y - low_y) / spacing) for x, y in found]


def _middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    if not points:
        return 0.0, 0.0
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _pulled(points: _Points, districts: Sequence[str], pull: float) -> _Points:
    middles = {
        district: _middle([point for point, other in zip(points, districts, strict=True) if other == district])
        for district in set(districts)
    }
    return [
        (x + pull * (middles[district][0] - x), y + pull * (middles[district][1] - y))
        for (x, y), district in zip(points, districts, strict=True)
    ]


def _assign(points: _Points) -> _Points:
    """For every point a hexagon of its own, with the least sum of squared distances."""
    grid = _grid(points)
    cost = ((np.array(points)[:, None, :] - np.array(grid)[None, :, :]) ** 2).sum(axis=2)
    _, columns, _ = lap.lapjv(cost, extend_cost=True)
    return [grid[int(column)] for column in columns]


def _grid(points: _Points) -> _Points:
    """The hexagons around the points, at least one for each."""
    right, top = (math.ceil(max(axis)) for axis in zip(*points, strict=True))
    margin = _MARGIN
    while True:
        rows = range(-margin, math.ceil(top / _ROW) + margin + 1)
        grid = [(column + 0.5 * (row % 2), row * _ROW) for row in rows for column in range(-margin, right + margin + 1)]
        if len(grid) >= len(points):
            return grid
        margin += 1
