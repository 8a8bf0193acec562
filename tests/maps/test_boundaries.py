"""Boundaries: invented squares around the catalogue's points, then one thing at a time made wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import load_catalog
from scorecard.maps.boundaries import boundary_files, load_boundaries
from scorecard.maps.hexagons import units_with_cells
from tests.catalogs.catalogue_rows import catalogue, district, unit, write_catalogue
from tests.cli.command_line import Scorecard

Document = dict[str, Any]
_NORTH = {"D1-1": 16.1, "D1-2": 16.2, "D1-3": 16.3, "D2": 17.2}


def square(lon: float, lat: float, half: float = 0.04) -> list[list[list[float]]]:
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
    return [[[lon + half * x, lat + half * y] for x, y in corners]]


def invented() -> Document:
    features = [
        {
            "type": "Feature",
            "properties": {"ma": code, "ten": code},
            "geometry": {"type": "Polygon", "coordinates": square(106.5, lat)},
        }
        for code, lat in _NORTH.items()
    ]
    return {"type": "FeatureCollection", "features": features}


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    rows = [unit("S1"), *district("D1", 3), *district("D2", 0)]
    placed = [
        row | {"lon": "106.5", "lat": str(_NORTH[row["unit_id"]])} if row["unit_id"] in _NORTH else row for row in rows
    ]
    return Scorecard(tmp_path / "home", write_catalogue(catalogue(units=placed), tmp_path / "catalog"))


def given(folder: Path, document: Document | bytes) -> Path:
    file = folder / "given.geojson"
    file.write_bytes(document if isinstance(document, bytes) else json.dumps(document).encode())
    return file


def test_sound_boundaries_are_installed_and_read_back(scorecard: Scorecard, tmp_path: Path) -> None:
    document = invented()
    document["features"].append({**document["features"][0], "properties": {"ma": 99}})
    ran = scorecard("boundaries", given(tmp_path, document), "--key", "ma")
    assert ran.code == 0 and "4 đơn vị" in ran.out and "99" in ran.err
    (file,) = boundary_files(scorecard.home)
    units = load_catalog(scorecard.catalog).units
    shapes = load_boundaries([file], units)
    assert set(shapes) == {one.unit_id for one in units_with_cells(units)}
    assert shapes["D2"].bounds == pytest.approx((106.46, 17.16, 106.54, 17.24))
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_installing_again_changes_nothing(scorecard: Scorecard, tmp_path: Path) -> None:
    for _ in range(2):
        assert scorecard("boundaries", given(tmp_path, invented()), "--key", "ma").code == 0
    assert len(boundary_files(scorecard.home)) == 1


def test_boundaries_of_other_units_are_not_used_in_part(scorecard: Scorecard, tmp_path: Path) -> None:
    scorecard("boundaries", given(tmp_path, invented()), "--key", "ma")
    others = load_catalog(write_catalogue(catalogue(units=district("D1", 4)), tmp_path / "other")).units
    assert load_boundaries(boundary_files(scorecard.home), others) == {}


def without_one(document: Document) -> None:
    del document["features"][1]


def twice(document: Document) -> None:
    document["features"].append(document["features"][0])


def crossing(document: Document) -> None:
    ring = document["features"][0]["geometry"]["coordinates"][0]
    ring[1], ring[2] = ring[2], ring[1]


def elsewhere(document: Document) -> None:
    document["features"][0]["geometry"]["coordinates"] = square(105.0, 21.0)


def metres(document: Document) -> None:
    document["features"][0]["geometry"]["coordinates"] = square(587_000, 1_850_000, 900)


def a_point(document: Document) -> None:
    document["features"][0]["geometry"] = {"type": "Point", "coordinates": [106.5, 16.1]}


def no_collection(document: Document) -> None:
    del document["features"]


def outside(document: Document) -> None:
    document["features"][0]["geometry"]["coordinates"] += square(105.0, 16.1)


def nothing(document: Document) -> None:
    document["features"][0]["geometry"] = None


def no_kind(document: Document) -> None:
    del document["features"][0]["geometry"]["type"]


def no_rings(document: Document) -> None:
    document["features"][0]["geometry"]["coordinates"] = []


def flat(document: Document) -> None:
    document["features"][0]["geometry"]["coordinates"] = [[[106.5, 16.1]] * 4]


def no_number(document: Document) -> None:
    document["features"][0]["geometry"]["coordinates"][0][1] = ["x", "y"]


def open_ring(document: Document) -> None:
    del document["features"][0]["geometry"]["coordinates"][0][2:]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (without_one, "thiếu 1 đơn vị: D1-2"),
        (twice, "mã D1-1 có hai lần"),
        (crossing, "mã D1-1: hình không hợp lệ: đường biên tự cắt tại điểm (106,5; 16,1)"),
        (outside, "mã D1-1: hình không hợp lệ: phần khoét nằm ngoài hình tại điểm (104,96; 16,06)"),
        (nothing, "mã D1-1: chưa có hình (geometry trống)"),
        (no_kind, "mã D1-1: cần Polygon hoặc MultiPolygon, tệp không ghi loại hình"),
        (no_rings, "mã D1-1: chưa có hình (geometry trống)"),
        (flat, "mã D1-1: hình không hợp lệ: một vòng có quá ít điểm khác nhau tại điểm (106,5; 16,1)"),
        (no_number, "mã D1-1: không đọc được tọa độ"),
        (elsewhere, "mã D1-1: điểm của đơn vị trong danh mục"),
        (metres, "VN-2000"),
        (a_point, "mã D1-1: cần Polygon hoặc MultiPolygon, tệp ghi Point"),
        (no_collection, "không phải là FeatureCollection"),
        (open_ring, "mã D1-1: không đọc được tọa độ; mỗi vòng cần ít nhất 4 điểm"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_installed(
    scorecard: Scorecard, tmp_path: Path, spoil: Callable[[Document], None], said: str
) -> None:
    document = invented()
    spoil(document)
    ran = scorecard("boundaries", given(tmp_path, document), "--key", "ma")
    assert ran.code == 1 and said in ran.err, ran.said
    assert "có 1 lỗi" in ran.err and not re.search("None|Self|Ring|Valid|Line|column", ran.err)
    assert boundary_files(scorecard.home) == ()


@pytest.mark.parametrize(
    ("content", "key", "said"),
    [
        (b'{"type": 1,\n "features" [}', "ma", "sai cú pháp JSON ở dòng 2, cột 13\n"),
        (b" ", "ma", "sai cú pháp JSON ở dòng 1, cột 2\n"),
        (b'{"type":\n "\xff"}', "ma", "không phải UTF-8, từ dòng 2, byte 3 của dòng\n"),
        (None, "code", "không có thuộc tính “code”"),
    ],
)
def test_a_file_that_is_none_and_a_key_that_is_not_there(
    scorecard: Scorecard, tmp_path: Path, content: bytes | None, key: str, said: str
) -> None:
    ran = scorecard("boundaries", given(tmp_path, content or invented()), "--key", key)
    assert ran.code == 1 and said in ran.err


def test_the_size_is_limited_before_and_after(
    scorecard: Scorecard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit, said in (("_LARGEST_FILE", "tối đa"), ("_LARGEST_RESULT", "sau khi giản lược")):
        with monkeypatch.context() as patch:
            patch.setattr(f"scorecard.maps.boundaries.{limit}", 50)
            ran = scorecard("boundaries", given(tmp_path, invented()), "--key", "ma")
            assert ran.code == 1 and said in ran.err
