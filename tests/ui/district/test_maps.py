"""The layers of the map: a sign for every status, colours of the light, names only as text, nothing from elsewhere."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
import shapely

from scorecard.catalog import Unit
from scorecard.lights.status import Status
from scorecard.text import general_words
from scorecard.ui.district.boundary_map import chart_boundaries, hatch_across
from scorecard.ui.district.cell_map import cell_row, chart_cells, hatch_of
from scorecard.ui.district.map_cells import MapCell, fitted_name, short_label


def cell(unit_id: str, x: float, status: str = "red", *, chosen: bool = False) -> MapCell:
    return MapCell(unit_id, "<b>Name</b>", "Name", "D", Status(status), f"<b>Name</b>\n{status}", "?", x, 0.0, chosen)


def layers(deck: Any) -> dict[str, dict[str, Any]]:
    document = json.loads(deck.to_json())
    assert not document.get("mapProvider") and "://" not in deck.to_json()
    return {layer["id"]: layer for layer in document["layers"]}


def test_every_status_has_a_sign_and_equal_signs_mean_the_same() -> None:
    cells = [cell(status, place, status) for place, status in enumerate(general_words.SIGNS)]
    rows = layers(chart_cells(cells))["cells"]["data"]
    assert [row["sign"] for row in rows] == [*"✓!✕??–○", ""]
    # What the task is not for has no sign, but an outline, drawn last and not hidden by its neighbours' edges.
    assert [row["line"] == rows[-1]["line"] for row in rows] == [False] * 7 + [True]


def test_the_chosen_district_is_full_outlined_and_named_and_the_rest_pale() -> None:
    found = layers(chart_cells([cell("a", 0), cell("b", 1, chosen=True)]))
    (rest,), (chosen,) = found["cells"]["data"], found["chosen"]["data"]
    assert (rest["unit_id"], chosen["unit_id"]) == ("a", "b")
    assert rest["fill"][:3] == chosen["fill"][:3] and rest["fill"][3] < chosen["fill"][3] == 255
    assert [row["name"] for row in found["names"]["data"]] == ["Name"]
    assert found["chosen"]["pickable"] and found["cells"]["pickable"]


def test_a_tooltip_is_text_and_never_html() -> None:
    deck = chart_cells([cell("a", 0)])
    assert deck._tooltip["text"] == "{tip}" and "html" not in deck._tooltip


def test_boundaries_keep_holes_and_parts_and_small_units_get_a_disc() -> None:
    hole = shapely.Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(1, 1), (2, 1), (2, 2)]])
    two = shapely.MultiPolygon([shapely.box(10, 0, 14, 4), shapely.box(15, 0, 16, 4)])
    shapes = {"a": hole, "b": two, "c": shapely.box(20, 0, 20.1, 0.1)}
    found = layers(chart_boundaries([cell("a", 0), cell("b", 1, chosen=True), cell("c", 2)], shapes))
    assert [len(row["polygon"]) for row in found["cells"]["data"] if row["unit_id"] == "a"] == [2]
    assert [row["unit_id"] for row in found["chosen"]["data"]] == ["b", "b"]
    assert [row["unit_id"] for row in found["discs"]["data"]] == ["c"]
    assert all(shapes[row["unit_id"]].contains(shapely.Point(row["at"])) for row in found["signs"]["data"])


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Xã Hướng Lập", "Hướng\nLập"),
        ("TT Khe Sanh", "Khe\nSanh"),
        ("Phường 3", "P. 3"),
        ("Xã Xy", "Xy"),
        ("Unit 7", "Unit\n7"),
    ],
)
def test_a_name_fits_its_cell(name: str, label: str) -> None:
    unit = Unit.model_validate({"unit_id": "u", "name": name, "level": "commune", "valid_from": "2020-01-01"})
    assert short_label(unit) == label


def test_cells_without_a_figure_are_hatched_and_no_other() -> None:
    statuses = ["red", "missing", "green", "stale", "none_arising", "not_applicable"]
    cells = [cell(status, place, status) for place, status in enumerate(statuses)]
    hatch = layers(chart_cells(cells))["hatch"]["data"]
    middles = [(line["from"][0] + line["to"][0]) / 2 / 0.01 for line in hatch]
    assert len(hatch) == 14 and all(min(abs(middle - 1), abs(middle - 3)) < 0.5 for middle in middles)


def test_hatch_lines_run_from_edge_to_edge() -> None:
    one = cell("a", 2.5, "missing")
    edge = shapely.Polygon(cell_row(one)["polygon"])
    for line in hatch_of(one):
        assert edge.buffer(1e-9).contains(shapely.LineString([line["from"], line["to"]]))
        for end in (line["from"], line["to"]):
            assert edge.exterior.distance(shapely.Point(end)) < 1e-9


def test_shapes_without_a_figure_are_hatched_inside_and_no_other() -> None:
    ring = shapely.Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (6, 3), (6, 6), (3, 6)]])
    shapes = {"a": ring, "b": shapely.box(9, 0, 18, 9), "c": shapely.box(18, 0, 27, 9)}
    cells = [cell("a", 0, "missing"), cell("b", 1, "green"), cell("c", 2, "stale")]
    lines = [
        shapely.LineString([row["from"], row["to"]]) for row in layers(chart_boundaries(cells, shapes))["hatch"]["data"]
    ]
    assert lines and all(ring.union(shapes["c"]).buffer(1e-9).covers(line) for line in lines)
    assert {name for name in shapes if any(shapes[name].intersection(line).length > 0.1 for line in lines)} == {
        "a",
        "c",
    }


def test_lines_across_neighbours_continue_each_other_and_leave_nothing_wider_than_the_gap() -> None:
    whole, left, right = shapely.box(0, 0, 10, 10), shapely.box(0, 0, 4, 10), shapely.box(4, 0, 10, 10)

    def length(shape: shapely.Geometry) -> float:
        return float(sum(math.dist(line["from"], line["to"]) for line in hatch_across(shape, 1)))

    assert length(left) + length(right) == pytest.approx(length(whole))
    drawn = shapely.union_all([shapely.LineString([line["from"], line["to"]]) for line in hatch_across(whole, 1)])
    assert shapely.difference(whole, drawn.buffer(0.75)).area < 0.2
    assert hatch_across(shapely.box(0.1, 0.4, 0.2, 0.45), 1) == []


@pytest.mark.parametrize("scale", [20, 37, 64])
@pytest.mark.parametrize(
    ("label", "drawn"),
    [
        ("Hướng\nPhùng", "Hướng\nPhùng"),
        ("Xy", "Xy"),
        ("P. 3", "P. 3"),
        ("Hải\nThượng", "Hải\nThượng"),
        ("Hải\nTrường", "Hải\nTrường"),
        ("Hướng\nPhương Phương", "H.Phương\nPhương"),
        ("Nghiêng\nNghiêngg", "Nghiêng\nNghiêngg"),
        ("Quảngtrung", ""),
    ],
)
def test_sign_and_whole_words_of_a_name_stay_inside_of_their_cell(label: str, drawn: str, scale: int) -> None:
    letters = round(0.21 * scale)
    name = fitted_name(label, scale, letters)
    letters, lines = name.size, name.text.split("\n")
    district_page = {word.rpartition(".")[2].strip() for word in name.text.split()}
    assert district_page <= set(label.split()) | {""}
    if scale == 37:
        assert name.text == drawn
    cell = shapely.Polygon([(math.sin(turn), math.cos(turn)) for turn in (math.pi / 3 * k for k in range(6))])
    side = scale / math.sqrt(3)
    for place, line in enumerate(lines):
        middle = name.below + (place - (len(lines) - 1) / 2) * letters * 1.05
        half, low = len(line) * letters * 0.55 / 2, middle + letters * 0.4
        assert cell.buffer(0.02).contains(shapely.Point(half / side, low / side)), (line, low)
