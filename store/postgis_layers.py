# SPDX-License-Identifier: GPL-3.0-or-later
"""Imported layers in PostGIS: tables made from frames and filled with COPY, whole or not at all."""

from __future__ import annotations

from typing import Any, cast

import geopandas as gpd
import numpy as np
import pandas as pd
import psycopg
import shapely
import sqlalchemy as sa
from psycopg import sql

from ..core.errors import Failure
from .geometry import GeometryColumn, promoted
from .tables import RECORD_KINDS

_GEOMETRY = "geom"
_TYPES: dict[str, type[sa.types.TypeEngine[Any]]] = {
    "boolean": sa.Boolean,
    "integer": sa.BigInteger,
    "floating": sa.Double,
    "mixed-integer-float": sa.Double,
    "date": sa.Date,
    "datetime64": sa.DateTime,
    "datetime": sa.DateTime,
}


def names(connection: sa.Connection, schema: str) -> list[str]:
    """Return the names of the tables with a geometry that are not record tables."""
    query = sa.text("SELECT f_table_name FROM geometry_columns WHERE f_table_schema = :schema")
    found = connection.scalars(query, {"schema": schema})
    return sorted(set(found) - set(RECORD_KINDS))


def read(connection: sa.Connection, schema: str, name: str, *, keep_key: bool = False) -> gpd.GeoDataFrame:
    """Return a layer with its own columns; without the key that the database gave its rows unless asked.

    ``sqlalchemy.exc.DBAPIError`` when the server goes away, as from any other statement: pandas and
    geopandas would wrap it, and take a lost connection for an unknown CRS.
    """
    registered = sa.text(
        "SELECT f_geometry_column, srid FROM geometry_columns "
        "WHERE f_table_schema = :schema AND f_table_name = :name LIMIT 1"
    )
    geometry, srid = connection.execute(registered, {"schema": schema, "name": name}).one()
    key = (
        []
        if keep_key
        else sa.inspect(connection).get_pk_constraint(name, schema=schema)["constrained_columns"]
    )
    everything = sa.select(sa.text("*")).select_from(sa.table(name, schema=schema))
    result = connection.execute(everything)
    columns, rows = list(result.keys()), [tuple(row) for row in result]
    frame = pd.DataFrame.from_records(rows, columns=columns, coerce_float=True)
    place = columns.index(geometry)
    shapes = shapely.from_wkb(np.array([row[place] for row in rows], dtype=object))
    crs = _crs(connection, _srid(shapes) or srid)
    frame[geometry] = gpd.GeoSeries(shapes, index=frame.index, crs=crs)
    return gpd.GeoDataFrame(frame.drop(columns=key), geometry=geometry).rename_geometry("geometry")


def _srid(shapes: Any) -> int:
    """Return what the first geometry says of its CRS; 0 where it, or the layer, says nothing."""
    present = shapes[~shapely.is_missing(shapes)]
    return int(shapely.get_srid(present[0])) if present.size else 0


def _crs(connection: sa.Connection, srid: int) -> str | None:
    """Return the CRS behind a number of the database, by its authority or else as WKT."""
    query = sa.text("SELECT auth_name, auth_srid, srtext FROM spatial_ref_sys WHERE srid = :srid")
    found = connection.execute(query, {"srid": srid}).one_or_none()
    if found is None:
        return None
    return f"{found.auth_name}:{found.auth_srid}" if found.auth_name else found.srtext


def write(connection: sa.Connection, name: str, frame: gpd.GeoDataFrame) -> None:
    """Create or replace a table in the open transaction."""
    attributes = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    kind, geometries = _one_kind(frame.geometry.to_numpy())
    kind = str(frame.attrs.get("geometry_type", kind)).upper() if frame.empty else kind
    srid = frame.crs.to_epsg()
    table = _table(name, attributes, f"geometry({kind},{srid})")
    table.drop(connection, checkfirst=True)
    table.create(connection, checkfirst=False)
    ewkb = shapely.to_wkb(shapely.set_srid(geometries, srid), hex=True, include_srid=True)
    _copy(connection, table, [*(_plain(attributes[column]) for column in attributes), ewkb.tolist()])


def _table(name: str, attributes: pd.DataFrame, geometry_spec: str) -> sa.Table:
    taken = {str(column) for column in attributes}
    fid = next(fid for fid in ("fid", "ogc_fid", "gpkg_fid") if fid not in taken)
    return sa.Table(
        name,
        sa.MetaData(),
        sa.Column(fid, sa.BigInteger, sa.Identity(), primary_key=True),
        *(sa.Column(str(column), _column_type(attributes[column])) for column in attributes),
        sa.Column(_GEOMETRY, GeometryColumn(geometry_spec)),
        sa.Index(f"ix_{name}_{_GEOMETRY}", _GEOMETRY, postgresql_using="gist"),
    )


def _column_type(values: pd.Series) -> type[sa.types.TypeEngine[Any]]:
    return _TYPES.get(pd.api.types.infer_dtype(values, skipna=True), sa.Text)


def _one_kind(geometries: Any) -> tuple[str, Any]:
    """Return the geometry type that holds all of a layer's geometries, and them promoted to it."""
    present = geometries[~shapely.is_missing(geometries)]
    kinds = {geometry.geom_type for geometry in present}
    suffix = "Z" if shapely.has_z(present).any() else ""
    if suffix:
        geometries = shapely.force_3d(geometries)
    if len(kinds) == 1:
        return kinds.pop().upper() + suffix, geometries
    singles = {kind.removeprefix("Multi") for kind in kinds}
    if len(singles) != 1:
        return "GEOMETRY" + suffix, geometries
    kind = f"MULTI{singles.pop().upper()}"
    return kind + suffix, np.array([g and promoted(g, kind) for g in geometries], dtype=object)


def _plain(values: pd.Series) -> list[Any]:
    """Return a column's values as COPY takes them, unknown ones as None."""
    return values.astype(object).where(values.notna(), None).tolist()


def _copy(connection: sa.Connection, table: sa.Table, columns: list[list[Any]]) -> None:
    listed = [sql.Identifier(column.name) for column in table.columns if not column.primary_key]
    command = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.name), sql.SQL(", ").join(listed)
    )
    cursor = cast("psycopg.Cursor[Any]", connection.connection.cursor())
    try:
        with cursor.copy(command) as copy:
            for row in zip(*columns, strict=True):
                copy.write_row(row)
    except psycopg.Error as error:
        raise Failure("layer.not_written", layer=table.name, reason=error) from error
