# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans that operators hand over: DXF, GeoPackage, shapefile, GML, GeoJSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError
from pyproj import CRS
from pyproj.exceptions import CRSError
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..core.errors import InputError
from ..core.near_names import near_names

_KINDS = "DXF, GeoPackage, shapefile, GML, GeoJSON"


def read_outline(path: Path, *, crs: str = "", layer: str = "", wanted: str) -> Polygon:
    """Return the one polygon of a file, or of one of its layers, in the CRS ``wanted``.

    A closed line, as drawings have them, is the polygon that it encloses. ``InputError``, beside those of
    ``read_plan``, for a layer that the file lacks, coordinates that its CRS cannot have, another shape or
    several.
    """
    frames = read_plan(path, crs=crs)
    if layer and layer not in frames:
        near = near_names(layer, frames)
        raise InputError("dig.no_layer", file=path, found=layer, near=near, known=", ".join(frames))
    parts: list[tuple[str, BaseGeometry]] = []
    for name, frame in frames.items():
        if layer in ("", name):
            parts += [(name, part) for part in _placed_parts(path, name, frame, wanted)]
    if len(parts) != 1 or not isinstance(parts[0][1], Polygon):
        found = ", ".join(sorted({part.geom_type for _, part in parts})) or "-"
        names = ", ".join(dict.fromkeys(name for name, _ in parts))
        code = "dig.file_layers" if "," in names else "dig.file"
        raise InputError(code, file=path, found=f"{found} ({len(parts)})", layers=names)
    return parts[0][1]


def _placed_parts(path: Path, name: str, frame: gpd.GeoDataFrame, wanted: str) -> Iterator[BaseGeometry]:
    """Yield the parts of a layer's shapes in a CRS, closed lines as the polygons that they enclose."""
    for shape in frame.to_crs(wanted).geometry:
        if shape is None or shape.is_empty:
            continue
        if not np.isfinite(shape.bounds).all():
            raise InputError("dig.crs_misfit", file=path, layer=name, crs=str(frame.crs.name))
        for part in shapely.get_parts(shape):
            is_ring = part.geom_type == "LineString" and part.is_ring and len(part.coords) > 3
            yield Polygon(part.coords) if is_ring else part


def read_plan(path: Path, *, crs: str = "") -> dict[str, gpd.GeoDataFrame]:
    """Return the layers of a plan by name; ``crs`` is the one of a file that says none.

    ``InputError`` when the file is missing or cannot be read, the CRS is none, or nobody says one.
    """
    if not path.is_file():
        raise InputError("file.missing", file=path)
    try:
        given = CRS.from_user_input(crs) if crs else None
    except CRSError as error:
        raise InputError("notices.unknown_crs", found=crs) from error
    try:
        names = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
        frames = {name: pyogrio.read_dataframe(path, layer=name) for name in names}
    except (DataSourceError, DataLayerError, FeatureError, ValueError) as error:
        raise InputError("source.unreadable", file=path, kind=_KINDS) from error
    for name, frame in frames.items():
        if frame.crs is None:
            if given is None:
                raise InputError("notices.needs_crs", file=path, layer=name)
            frames[name] = frame.set_crs(given)
    return frames
