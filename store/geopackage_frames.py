# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of a GeoPackage as frames, read through the SQLite that QGIS uses as well.

A file that QGIS shows must not be read through another SQLite, such as the one in pyogrio's wheel, nor be
opened as plain bytes: on Unix, closing any handle of a file drops all locks that the process has on it
(https://www.sqlite.org/howtocorrupt.html, section 2.2). QGIS's write-ahead log is then deleted while in use.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, cast

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
import sqlalchemy as sa

from .geometry import wkb_of
from .geopackage_schema import CONTENTS, GEOMETRY_COLUMNS, SPATIAL_REF_SYS

_BLOCK = 50_000
_INTEGERS = {"SMALLINT": np.int16, "TINYINT": np.int32, "MEDIUMINT": np.int32}
_REALS = {"FLOAT": np.float32, "DOUBLE": np.float64, "REAL": np.float64}


def feature_layers(connection: sa.Connection) -> list[str]:
    """Return the names of all layers with a geometry."""
    return sorted(
        connection.scalars(sa.select(CONTENTS.c.table_name).where(CONTENTS.c.data_type == "features"))
    )


def read_frame(connection: sa.Connection, name: str) -> gpd.GeoDataFrame:
    """Return a layer with its own columns, in its own CRS; the row's own number is left out.

    Integers and booleans with unknown values are floats, as GDAL gives them. ``LookupError`` when the file
    has no such layer, ``sqlite3.Error`` when a page of the file is damaged.
    """
    geometry, crs = _geometry(connection, name)
    quote = connection.dialect.identifier_preparer.quote_identifier
    described = connection.exec_driver_sql(f"PRAGMA table_info({quote(name)})").all()
    types = {row.name: _kind(row.type) for row in described if not row.pk}
    columns = [column for column, kind in types.items() if kind != "BLOB" or column == geometry]
    chosen = ", ".join(map(quote, columns))
    cursor = cast("sqlite3.Connection", connection.connection.driver_connection).cursor()
    cursor.execute(f"SELECT {chosen} FROM {quote(name)}")  # noqa: S608
    parts: list[list[Any]] = [[] for _ in columns]
    while rows := cursor.fetchmany(_BLOCK):
        for column, part, values in zip(columns, parts, zip(*rows, strict=True), strict=True):
            part.append(_shapes(values) if column == geometry else _array(values, types[column]))
    series = {
        column: _joined(part, types[column])
        for column, part in zip(columns, parts, strict=True)
        if column != geometry
    }
    shapes = parts[columns.index(geometry)]
    return gpd.GeoDataFrame(series, geometry=np.concatenate(shapes) if shapes else [], crs=crs)


def _geometry(connection: sa.Connection, name: str) -> tuple[str, str | None]:
    """Return the column of a layer's geometries, and their CRS as authority and code or as WKT."""
    query = (
        sa.select(
            GEOMETRY_COLUMNS.c.column_name,
            SPATIAL_REF_SYS.c.organization,
            SPATIAL_REF_SYS.c.organization_coordsys_id,
            SPATIAL_REF_SYS.c.definition,
        )
        .outerjoin(SPATIAL_REF_SYS, SPATIAL_REF_SYS.c.srs_id == GEOMETRY_COLUMNS.c.srs_id)
        .where(GEOMETRY_COLUMNS.c.table_name == name)
    )
    found = connection.execute(query).first()
    if found is None:
        raise LookupError(name)
    return found.column_name, _crs(found)


def _crs(found: sa.Row[Any]) -> str | None:
    organization = (found.organization or "NONE").upper()
    # GDAL names itself for what it was given without a CRS
    if organization == "GDAL" or found.definition in (None, "", "undefined"):
        return None
    return (
        str(found.definition)
        if organization == "NONE"
        else f"{organization}:{found.organization_coordsys_id}"
    )


def _kind(declared: str) -> str:
    """Return a column's type without its length, as the names above have it."""
    return declared.upper().partition("(")[0].strip()


def _shapes(blobs: Sequence[bytes | None]) -> Any:
    return shapely.from_wkb(
        np.array([None if blob is None else wkb_of(blob) for blob in blobs], dtype=object)
    )


def _array(values: Sequence[Any], kind: str) -> Any:
    """Return some values of a column as an array of the type that it is declared with."""
    if kind in _REALS:
        return _numbers(values, _REALS[kind])
    if kind == "BOOLEAN":
        return np.array(values, dtype=np.float64 if None in values else np.bool_)
    if kind in _INTEGERS or kind in ("INTEGER", "INT"):
        return _numbers(values, np.float64 if None in values else _INTEGERS.get(kind, np.int64))
    return np.array(values, dtype=object)


def _numbers(values: Sequence[Any], dtype: Any) -> Any:
    try:
        return np.array(values, dtype=dtype)
    except (TypeError, ValueError, OverflowError):
        # SQLite keeps a text in a column of numbers
        return pd.to_numeric(pd.Series(values, dtype=object), errors="coerce").to_numpy(dtype=np.float64)


def _joined(parts: Sequence[Any], kind: str) -> pd.Series:
    """Return a whole column from its parts."""
    values = np.concatenate(parts) if parts else _array((), kind)
    if values.dtype != object:
        return pd.Series(values)
    if kind in ("DATE", "DATETIME"):
        return _moments(values)
    return pd.Series([_text(value) for value in values]) if len(values) else pd.Series(values, dtype="str")


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def _moments(values: Any) -> pd.Series:
    """Return dates as GDAL gives them: to the millisecond, in UTC where one of them says so."""
    texts = pd.Series(values, dtype=object)
    is_zoned = texts.astype("str").str.contains(r"(?:Z|[+-]\d\d:?\d\d)$", na=False).any()
    found = pd.to_datetime(texts, format="ISO8601", utc=bool(is_zoned), errors="coerce")
    return found.dt.as_unit("ms")
