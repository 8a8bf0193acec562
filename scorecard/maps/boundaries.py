"""Boundaries of units as GeoJSON: checked as a whole, made light, installed in one step, read back for a day."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely

from scorecard.catalog import Unit
from scorecard.files.whole_files import sync_folder, write_durably
from scorecard.format import number
from scorecard.maps.geojson import Shapes, read_shapes, why_invalid
from scorecard.maps.hexagons import units_with_cells
from scorecard.text import boundary_words

FOLDER = "boundaries"
_MEGABYTE = 1_000_000
_LARGEST_FILE = 60 * _MEGABYTE
_LARGEST_RESULT = 3 * _MEGABYTE  # goes to the browser with the page
_TOLERANCE = 0.0008  # degrees, about 80 m: less than a pixel of the map
_DIGITS = 5
_SLACK = 0.05  # degrees a unit's point may lie outside of its own frame: offices stand at the edge
_LISTED = 8
_SIDES = ("west", "south", "east", "north")


@dataclass(frozen=True)
class Checked:
    """Boundaries that can be installed, or the problems that are in the way; `ignored` are codes nobody needs."""

    content: bytes
    count: int
    problems: tuple[str, ...]
    ignored: tuple[str, ...] = ()


def check_boundaries(content: bytes, key: str, units: Sequence[Unit]) -> Checked:
    """Every code there once, every polygon valid and where the catalogue's point is, and all of it small enough."""
    if len(content) > _LARGEST_FILE:
        found = boundary_words.TOO_LARGE.format(found=_megabytes(len(content)), most=_megabytes(_LARGEST_FILE))
        return Checked(b"", 0, (found,))
    wanted = {unit.unit_id: unit for unit in units_with_cells(units)}
    read, problems = read_shapes(content, key)
    shapes = {code: shape for code, shape in read.items() if code in wanted}
    absent = [code for code in wanted if code not in read]
    if absent and not problems:
        problems.append(boundary_words.ABSENT.format(count=len(absent), codes=listed(absent)))
    problems += [found for code, shape in shapes.items() if (found := _problem(wanted[code], shape))]
    if problems:
        return Checked(b"", len(shapes), tuple(problems))
    lighter = _written(_simplified(shapes))
    if len(lighter) > _LARGEST_RESULT:
        large = boundary_words.RESULT_TOO_LARGE.format(found=_megabytes(len(lighter)), most=_megabytes(_LARGEST_RESULT))
        return Checked(b"", len(shapes), (large,))
    return Checked(lighter, len(shapes), (), tuple(code for code in read if code not in wanted))


def install_boundaries(home: Path, content: bytes) -> Path:
    """Puts checked boundaries into the home under a name made of their content, whole or not at all."""
    target = home / FOLDER / f"{hashlib.sha256(content).hexdigest()[:16]}.geojson"
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(".installing")
    try:
        write_durably(temporary, content)
        os.replace(temporary, target)  # noqa: PTH105
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(target.parent)
    return target


def boundary_files(home: Path) -> tuple[Path, ...]:
    """What is installed, newest first; several catalogues may each have their own."""
    found = (home / FOLDER).glob("*.geojson")
    return tuple(sorted(found, key=lambda file: (-file.stat().st_mtime_ns, file.name)))


def load_boundaries(files: Sequence[Path], units: Sequence[Unit]) -> Shapes:
    """The shapes of the first file that has all of these units; empty where none has, never a part of them."""
    wanted = [unit.unit_id for unit in units_with_cells(units)]
    for file in files:
        shapes, problems = read_shapes(file.read_bytes(), "unit_id")
        if not problems and wanted and all(code in shapes for code in wanted):
            return {code: shapes[code] for code in wanted}
    return {}


def listed(codes: Sequence[str]) -> str:
    """The first codes, and how many more there are."""
    named = ", ".join(codes[:_LISTED])
    more = len(codes) - _LISTED
    return f"{named}, {boundary_words.MORE.format(count=more)}" if more > 0 else named


def _problem(unit: Unit, shape: shapely.Geometry) -> str:
    if shape.is_empty:
        return ""  # that it is none, and why, was said when it was read
    if not shape.is_valid or not shape.area:
        return boundary_words.NOT_VALID.format(code=unit.unit_id, detail=why_invalid(shape))
    if unit.lon is None or unit.lat is None:
        return ""
    west, south, east, north = shape.bounds
    if west - _SLACK <= unit.lon <= east + _SLACK and south - _SLACK <= unit.lat <= north + _SLACK:
        return ""
    frame = {name: number(round(side, 3)) for name, side in zip(_SIDES, shape.bounds, strict=True)}
    return boundary_words.ELSEWHERE.format(code=unit.unit_id, lon=number(unit.lon), lat=number(unit.lat), **frame)


def _simplified(shapes: Shapes) -> Shapes:
    """Fewer corners, neighbours still touching; a shape that would vanish stays as it is."""
    simpler = shapely.coverage_simplify(list(shapes.values()), _TOLERANCE)
    return {
        code: shape if shape.is_valid and shape.area else shapes[code]
        for code, shape in zip(shapes, simpler, strict=True)
    }


def _written(shapes: Shapes) -> bytes:
    features = [
        {
            "type": "Feature",
            "properties": {"unit_id": code},
            "geometry": _rounded(shapely.geometry.mapping(shapes[code])),
        }
        for code in sorted(shapes)
    ]
    document = {"type": "FeatureCollection", "features": features}
    return json.dumps(document, separators=(",", ":")).encode()


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, dict):
        return {name: _rounded(item) for name, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, (list, tuple)) else value


def _megabytes(size: int) -> str:
    return number(round(size / _MEGABYTE, 1))
