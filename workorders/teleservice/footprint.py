# SPDX-License-Identifier: GPL-3.0-or-later
"""Footprints as GML 3.2 (ISO 19136) and as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from xml.etree import ElementTree as ET

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from shapely.geometry import MultiPolygon, Polygon, mapping

from ...core.errors import InputError
from ...core.messages import Message

GML = "http://www.opengis.net/gml/3.2"
_ANY_GML = re.compile(r"\{http://www\.opengis\.net/gml(?:/3\.2)?\}(\w+)$")
_SHORT_CRS = re.compile(r"EPSG:\d+$", re.IGNORECASE)


# positions of a ring, an (n, 2) array
Positions = npt.NDArray[np.float64]
Bounds = tuple[float, float, float, float]


def read_gml(element: ET.Element, *, file: str, areas: Sequence[Bounds]) -> tuple[MultiPolygon, str]:
    """Return the polygons under an element, x or longitude first, and their CRS as ``EPSG:…``.

    A CRS named by a URN or URL has the axes of its authority (EPSG:4326: latitude first). The short form
    does not tell: latitude first is taken where only that falls into one of the ``areas`` (west, south, east,
    north) that the teleservice serves.

    Raises
    ------
    InputError
        There is no polygon or no CRS, a ring is not closed or has fewer than four positions, or a number
        cannot be read.
    """
    names = {found for part in element.iter() if (found := part.get("srsName"))}
    if len(names) != 1:
        raise _misfit(file, "srsName", ", ".join(sorted(names)) or "-", Message("expected.epsg"))
    name = names.pop()
    polygons = [_polygon(part, file=file) for part in element.iter() if _gml_name(part) == "Polygon"]
    if not polygons:
        raise _misfit(file, "emprise", "-", "gml:Polygon")
    crs = _crs(name, file=file)
    placed = MultiPolygon(polygons)
    turned = shapely.transform(placed, lambda pairs: pairs[:, ::-1])
    if _is_north_first(crs) and (
        not _SHORT_CRS.match(name) or (_lies_in(areas, turned) and not _lies_in(areas, placed))
    ):
        placed = turned
    if not placed.is_valid or placed.area <= 0:
        raise _misfit(file, "emprise", shapely.is_valid_reason(placed), Message("expected.simple_polygon"))
    return placed, f"EPSG:{crs.to_epsg()}"


def write_gml(footprint: MultiPolygon, crs: str, *, tag: str = f"{{{GML}}}MultiSurface") -> ET.Element:
    """Return the footprint as a GML 3.2 multi-surface, the CRS named by its URN and in its axes."""
    known = CRS.from_user_input(crs)
    urn = f"urn:ogc:def:crs:EPSG::{known.to_epsg()}"
    root = ET.Element(tag, {"srsName": urn, "srsDimension": "2"})
    for number, polygon in enumerate(footprint.geoms, start=1):
        member = ET.SubElement(root, f"{{{GML}}}surfaceMember")
        surface = ET.SubElement(member, f"{{{GML}}}Polygon", {f"{{{GML}}}id": f"emprise.{number}"})
        for side, ring in _rings(polygon):
            linear = ET.SubElement(ET.SubElement(surface, f"{{{GML}}}{side}"), f"{{{GML}}}LinearRing")
            pairs = np.asarray(ring.coords)[:, :2]
            if _is_north_first(known):
                pairs = pairs[:, ::-1]
            ET.SubElement(linear, f"{{{GML}}}posList").text = " ".join(repr(float(v)) for v in pairs.ravel())
    return root


def geojson(footprint: MultiPolygon, crs: str) -> str:
    """Return the footprint as a GeoJSON feature in WGS84, to the centimetre."""
    transformer = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    turned = shapely.transform(
        footprint, lambda pairs: np.column_stack(transformer.transform(pairs[:, 0], pairs[:, 1]))
    )
    oriented = shapely.orient_polygons(shapely.set_precision(turned, 1e-7))
    feature = {"type": "Feature", "properties": {}, "geometry": mapping(oriented)}
    return json.dumps({"type": "FeatureCollection", "features": [feature]})


def _polygon(element: ET.Element, *, file: str) -> Polygon:
    rings: dict[str, list[Positions]] = {"exterior": [], "interior": []}
    for side in element:
        name = {"outerBoundaryIs": "exterior", "innerBoundaryIs": "interior"}.get(
            _gml_name(side), _gml_name(side)
        )
        if name in rings:
            rings[name].append(_ring(side, file=file))
    if len(rings["exterior"]) != 1:
        raise _misfit(file, "gml:exterior", len(rings["exterior"]), "1")
    return Polygon(rings["exterior"][0], rings["interior"])


def _ring(side: ET.Element, *, file: str) -> Positions:
    """Return a ring's positions as an (n, 2) array."""
    dimensions = {part.get("srsDimension", "2") for part in side.iter()} - {"2"}
    texts = [part.text or "" for part in side.iter() if _gml_name(part) in ("posList", "pos", "coordinates")]
    try:
        numbers = np.array([float(word) for word in re.split(r"[\s,]+", " ".join(texts).strip())])
        pairs = numbers.reshape(-1, 3 if dimensions == {"3"} else 2)[:, :2]
    except ValueError as error:
        raise _misfit(
            file, "gml:posList", " ".join(texts)[:40] or "-", Message("expected.positions")
        ) from error
    if len(pairs) < 4 or not np.isfinite(pairs).all() or not (pairs[0] == pairs[-1]).all():
        raise _misfit(file, "gml:posList", f"{len(pairs)}", Message("expected.closed_ring"))
    return pairs


def _rings(polygon: Polygon) -> Iterator[tuple[str, shapely.LinearRing]]:
    yield "exterior", polygon.exterior
    for hole in polygon.interiors:
        yield "interior", hole


@cache
def _known_crs(name: str) -> CRS:
    return CRS.from_user_input(name)


def _crs(name: str, *, file: str) -> CRS:
    try:
        crs = _known_crs(name)
    except CRSError as error:
        raise _misfit(file, "srsName", name, Message("expected.epsg")) from error
    if crs.to_epsg() is None:
        raise _misfit(file, "srsName", name, Message("expected.epsg"))
    return crs


def _is_north_first(crs: CRS) -> bool:
    return crs.axis_info[0].direction.lower() == "north"


def _lies_in(areas: Sequence[Bounds], footprint: MultiPolygon) -> bool:
    place = shapely.box(*footprint.bounds)
    return any(shapely.box(*area).contains(place) for area in areas)


def _gml_name(element: ET.Element) -> str:
    match = _ANY_GML.match(element.tag) if isinstance(element.tag, str) else None
    return match[1] if match else ""


def _misfit(file: str, field: str, found: object, expected: object) -> InputError:
    return InputError("teleservice.field", file=file, field=field, found=found, expected=expected)
