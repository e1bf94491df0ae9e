# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans that operators hand over: DXF, GeoPackage, shapefile, GML, GeoJSON."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError
from pyproj import CRS
from pyproj.exceptions import CRSError
from shapely.geometry import Polygon

from ..core.errors import InputError

_KINDS = "DXF, GeoPackage, shapefile, GML, GeoJSON"


def read_outline(path: Path, *, crs: str = "", wanted: str) -> Polygon:
    """Return the one polygon of a file in the CRS ``wanted``; else, and as ``read_plan``: ``InputError``."""
    shapes = [
        shape
        for frame in read_plan(path, crs=crs).values()
        for shape in frame.to_crs(wanted).geometry
        if shape is not None and not shape.is_empty
    ]
    parts = [part for shape in shapes for part in shapely.get_parts(shape)]
    if len(parts) != 1 or not isinstance(parts[0], Polygon):
        found = ", ".join(sorted({part.geom_type for part in parts})) or "-"
        raise InputError("dig.file", file=path, found=f"{found} ({len(parts)})")
    return parts[0]


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
