# SPDX-License-Identifier: GPL-3.0-or-later
"""Geometries as each database keeps them: GeoPackage binary (OGC 12-128 section 2.1.3) or PostGIS EWKB."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, cast

import shapely
import sqlalchemy as sa
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry

_MAGIC = b"GP"
_LITTLE_ENDIAN = 0b0000_0001
_ENVELOPE_XY = 0b0000_0010
_EMPTY = 0b0001_0000
# bytes of the envelope by its indicator: none, xy, xyz, xym, xyzm
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
_HEADER = struct.Struct("<2sBBi")
_ENVELOPE = struct.Struct("<4d")


def as_geopackage(geometry: BaseGeometry, srid: int, *, with_z: bool = False) -> bytes:
    """Return the GeoPackage binary of a geometry, with its envelope unless it is a point or empty."""
    wkb = shapely.to_wkb(geometry, byte_order=1, output_dimension=3 if with_z else 2, flavor="iso")
    if geometry.is_empty:
        return _HEADER.pack(_MAGIC, 0, _LITTLE_ENDIAN | _EMPTY, srid) + wkb
    if geometry.geom_type == "Point":
        return _HEADER.pack(_MAGIC, 0, _LITTLE_ENDIAN, srid) + wkb
    min_x, min_y, max_x, max_y = geometry.bounds
    envelope = _ENVELOPE.pack(min_x, max_x, min_y, max_y)
    return _HEADER.pack(_MAGIC, 0, _LITTLE_ENDIAN | _ENVELOPE_XY, srid) + envelope + wkb


def from_geopackage(blob: bytes) -> BaseGeometry:
    """Return the geometry of a GeoPackage binary, whoever wrote it."""
    return shapely.from_wkb(wkb_of(blob))


def wkb_of(blob: bytes) -> bytes:
    """Return the WKB within a GeoPackage binary."""
    return blob[_HEADER.size + _ENVELOPE_BYTES[(blob[3] >> 1) & 0b111] :]


def _side(index: int) -> Callable[[bytes | None], float | None]:
    def side(blob: bytes | None) -> float | None:
        if not blob or blob[3] & _EMPTY:
            return None
        return float(from_geopackage(blob).bounds[index])

    return side


# what the triggers of a GeoPackage's spatial indexes call (OGC 12-128 annex F.3)
SPATIAL_FUNCTIONS: Mapping[str, Callable[[bytes | None], Any]] = MappingProxyType(
    {
        "ST_IsEmpty": lambda blob: None if blob is None else bool(blob[3] & _EMPTY),
        "ST_MinX": _side(0),
        "ST_MinY": _side(1),
        "ST_MaxX": _side(2),
        "ST_MaxY": _side(3),
    }
)


def as_ewkb(geometry: BaseGeometry, srid: int) -> str:
    """Return the hexadecimal EWKB that PostGIS takes as text."""
    return shapely.to_wkb(shapely.set_srid(geometry, srid), hex=True, output_dimension=2, include_srid=True)


class GeometryColumn(sa.types.UserDefinedType[Any]):
    """A geometry column as the database declares it."""

    cache_ok = True

    def __init__(self, spec: str) -> None:
        self.spec = spec

    def get_col_spec(self, **_: object) -> str:
        """Return the type's name in SQL."""
        return self.spec


class Geometry(sa.types.TypeDecorator[BaseGeometry]):
    """A geometry column: shapely geometries on this side, the database's own form on the other.

    A column of a multi type takes single geometries too; with ``unwrap`` a multi geometry of one part comes
    back as that part.
    """

    impl = GeometryColumn
    cache_ok = True

    def __init__(self, kind: str, *, srid: int, unwrap: bool = False) -> None:
        super().__init__(kind)
        self.kind = kind
        self.srid = srid
        self.unwrap = unwrap

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        """Name the column type as the dialect does."""
        spec = self.kind if dialect.name == "sqlite" else f"geometry({self.kind},{self.srid})"
        return dialect.type_descriptor(GeometryColumn(spec))

    def process_bind_param(self, value: BaseGeometry | None, dialect: sa.Dialect) -> bytes | str | None:
        """Encode a geometry, promoted to the column's multi type where the column has one."""
        if value is None:
            return None
        encode = as_geopackage if dialect.name == "sqlite" else as_ewkb
        return encode(promoted(value, self.kind), self.srid)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> BaseGeometry | None:
        """Decode what the database kept."""
        if value is None:
            return None
        geometry = from_geopackage(value) if dialect.name == "sqlite" else shapely.from_wkb(value)
        return self.as_read(geometry)

    def as_read(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return a geometry as it comes back from the column."""
        return _single_if_alone(geometry) if self.unwrap else geometry


def promoted(geometry: BaseGeometry, kind: str) -> BaseGeometry:
    """Return a single geometry as the multi one that a column of type ``kind`` wants."""
    if kind.startswith("MULTI") and not geometry.geom_type.startswith("Multi"):
        multi = getattr(shapely.geometry, f"Multi{geometry.geom_type}")
        return cast("BaseGeometry", multi([geometry] if not geometry.is_empty else []))
    return geometry


def _single_if_alone(geometry: BaseGeometry) -> BaseGeometry:
    if isinstance(geometry, BaseMultipartGeometry) and len(geometry.geoms) == 1:
        return cast("BaseGeometry", geometry.geoms[0])
    return geometry
