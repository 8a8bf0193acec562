"""The map of cells: every commune one cell of its own, near its place, districts in one piece, always the same."""

from __future__ import annotations

import math
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.catalog import Unit, load_catalog
from scorecard.maps.hexagons import Cell, count_pieces, place_cells, units_with_cells
from scorecard.settings import ROOT
from tests.catalogs.catalogue_rows import catalogue, unit, write_catalogue

UNITS = load_catalog(ROOT / "data" / "catalog").units_on(load_catalog(ROOT / "data" / "catalog").units[0].valid_from)


def pieces(cells: tuple[Cell, ...]) -> int:
    return count_pieces([(cell.x, cell.y) for cell in cells], [cell.district for cell in cells])


def test_every_commune_and_every_district_without_communes_has_a_cell_of_its_own() -> None:
    cells = place_cells(UNITS)
    parents = {unit.parent_id for unit in UNITS if unit.parent_id}
    alone = [unit.unit_id for unit in UNITS if unit.level == "district" and unit.unit_id not in parents]
    assert len(alone) == 1
    expected = {unit.unit_id for unit in UNITS if unit.level == "commune"} | set(alone)
    assert {cell.unit_id for cell in cells} == expected
    assert all(
        math.dist((one.x, one.y), (other.x, other.y)) > 0.99 for one in cells for other in cells if one is not other
    )


def test_the_districts_of_the_tracked_catalogue_lie_each_in_one_piece() -> None:
    cells = place_cells(UNITS)
    assert pieces(cells) == len({cell.district for cell in cells})


def test_an_island_touches_nobody() -> None:
    cells = place_cells(UNITS)
    (island,) = (cell for cell in cells if cell.district == cell.unit_id)
    others = [math.dist((island.x, island.y), (cell.x, cell.y)) for cell in cells if cell is not island]
    assert min(others) > 1.5


def test_cells_keep_the_directions_of_the_places() -> None:
    places = {unit.unit_id: unit for unit in units_with_cells(UNITS)}
    cells = place_cells(UNITS)
    for axis, degrees in (("x", "lon"), ("y", "lat")):
        pairs = [(getattr(cell, axis), getattr(places[cell.unit_id], degrees)) for cell in cells]
        turned = sum(
            (one[0] - other[0]) * (one[1] - other[1]) < 0 for i, one in enumerate(pairs) for other in pairs[:i]
        )
        assert turned < 0.08 * len(pairs) ** 2 / 2, axis


def test_the_order_of_the_units_changes_nothing() -> None:
    shuffled = list(UNITS)
    random.Random(3).shuffle(shuffled)
    assert place_cells(shuffled) == place_cells(UNITS)


@pytest.mark.parametrize(
    ("places", "together", "expected"),
    [
        ([(0, 0), (1, 0), (0.5, 0.866)], "aaa", 1),
        ([(0, 0), (2, 0)], "aa", 2),
        ([(0, 0), (1, 0)], "ab", 2),
        ([(0, 0), (1, 0), (2, 0)], "aba", 3),
        ([], "", 0),
    ],
)
def test_pieces_are_counted_by_touching_cells_of_one_district(
    places: list[tuple[float, float]], together: str, expected: int
) -> None:
    assert count_pieces(places, together) == expected


def below(number: int, lon: str, lat: str) -> dict[str, str]:
    return unit(f"D-{number}", "commune", "D", lon=lon, lat=lat)


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "106.1", "106.2", "107"]), st.sampled_from(["16.1", "16.2", "17"])), max_size=12
    )
)
def test_any_points_give_each_unit_one_cell(points: list[tuple[str, str]]) -> None:
    import tempfile

    rows = [below(number, lon, lat if lon else "") for number, (lon, lat) in enumerate(points)]
    with tempfile.TemporaryDirectory() as folder:
        tables = catalogue(units=[unit("D", "district"), *rows])
        units: tuple[Unit, ...] = load_catalog(write_catalogue(tables, Path(folder))).units
    cells = place_cells(units)
    assert len({(round(cell.x, 3), round(cell.y, 3)) for cell in cells}) == len(cells) == max(len(points), 1)
    assert count_pieces([(0, 0)], ["a"]) == 1


def test_a_catalogue_without_districts_has_no_cells() -> None:
    assert place_cells([one for one in UNITS if one.level == "department"]) == ()
