"""Reads GeoJSON into shapes by code, and says in words what keeps a file or a shape from being read or used."""

from __future__ import annotations

import json
from typing import Any

import shapely
from shapely.errors import ShapelyError

from scorecard.format import number
from scorecard.text import boundary_words

Shapes = dict[str, shapely.Geometry]
_DIGITS = 5  # of a degree: a metre


def read_shapes(content: bytes, key: str) -> tuple[Shapes, list[str]]:
    """The shapes by the code under `key`, and what is wrong; a shape that cannot be read is told and empty."""
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = content[: error.start].split(b"\n")
        return {}, [boundary_words.NOT_UTF8.format(line=len(before), column=len(before[-1]) + 1)]
    except json.JSONDecodeError as error:
        return {}, [boundary_words.NOT_JSON.format(line=error.lineno, column=error.colno)]
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        return {}, [boundary_words.NOT_COLLECTION]
    shapes: Shapes = {}
    problems: list[str] = []
    for place, feature in enumerate(features, start=1):
        properties = feature.get("properties") or {}
        code = str(properties.get(key, "")).strip()
        if not code:
            known = ", ".join(properties)
            return {}, [boundary_words.NO_KEY.format(place=place, key=key, known=known)]
        if code in shapes:
            problems.append(boundary_words.TWICE.format(code=code))
        shape, found = _shape(code, feature.get("geometry"))
        shapes[code] = shape
        problems += found
    return shapes, problems


def _shape(code: str, geometry: Any) -> tuple[shapely.Geometry, list[str]]:
    if not geometry:
        return shapely.Polygon(), [boundary_words.NO_SHAPE.format(code=code)]
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        return shapely.Polygon(), [
            (boundary_words.NOT_POLYGON if kind else boundary_words.NO_KIND).format(code=code, found=kind)
        ]
    try:
        shape = shapely.from_geojson(json.dumps(geometry))
    except (ShapelyError, TypeError, ValueError):
        return shapely.Polygon(), [boundary_words.NOT_READ.format(code=code)]
    return shape, [boundary_words.NO_SHAPE.format(code=code)] if shape.is_empty else []


def why_invalid(shape: shapely.Geometry) -> str:
    """In words, with the point where there is one; GEOS says `Self-intersection[106.5 16.1]`."""
    kind, _, point = shapely.is_valid_reason(shape).removesuffix("]").partition("[")
    what = boundary_words.INVALID.get(kind, boundary_words.INVALID_OTHER)
    try:
        lon, lat = (number(round(float(part), _DIGITS)) for part in point.split()[:2])
    except ValueError:
        return what
    return boundary_words.AT.format(what=what, lon=lon, lat=lat)
