# SPDX-License-Identifier: GPL-3.0-or-later
"""Imported layers in a GeoPackage.

GDAL writes layers, with their spatial indexes, to a file aside; the finished layers are then brought into the
workspace inside one transaction of ours. They are therefore replaced whole or not at all, and GDAL never
holds the workspace open for writing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import geopandas as gpd
import pyogrio
import sqlalchemy as sa
from pyogrio.errors import DataLayerError, DataSourceError

from ..core.errors import Failure
from .geopackage_frames import feature_layers
from .geopackage_schema import CONTENTS, EXTENSIONS, GEOMETRY_COLUMNS, OGR_CONTENTS
from .tables import RECORD_KINDS

_GEOMETRY = "geom"
# what SQLite adds to the name of a spatial index for the tables that it makes itself
_SHADOWS = ("_node", "_rowid", "_parent")
_REGISTERS = (CONTENTS, GEOMETRY_COLUMNS, EXTENSIONS, OGR_CONTENTS)


def names(connection: sa.Connection) -> list[str]:
    """Return the names of the feature layers that are not record tables."""
    return [name for name in feature_layers(connection) if name not in RECORD_KINDS]


def write_aside(path: Path, name: str, frame: gpd.GeoDataFrame) -> None:
    """Write a layer to the GeoPackage aside, which is made if it is not there."""
    taken = {str(column).lower() for column in frame.columns}
    fid = next(fid for fid in ("fid", "ogc_fid", "gpkg_fid") if fid not in taken)
    try:
        pyogrio.write_dataframe(
            frame,
            path,
            layer=name,
            driver="GPKG",
            promote_to_multi=frame.geom_type.nunique() > 1,
            geometry_type=frame.attrs.get("geometry_type") if frame.empty else None,
            dataset_options=None if path.exists() else {"VERSION": "1.3"},
            layer_options={"FID": fid, "GEOMETRY_NAME": _GEOMETRY},
        )
    except (DataSourceError, DataLayerError, NotImplementedError) as error:
        raise Failure("layer.not_written", layer=name, reason=error) from error


def bring_in(connection: sa.Connection, aside: Path, names: Iterable[str]) -> None:
    """Replace layers by those of the file ``aside``, in the connection's open transaction.

    The connection is closed after it: a file can't be let go of within a transaction.
    """
    connection.detach()
    connection.exec_driver_sql("ATTACH DATABASE ? AS aside", (str(aside),))
    for name in names:
        _replace(connection, name)


def _replace(connection: sa.Connection, name: str) -> None:
    _drop(connection, name)
    index = f"rtree_{name}_{_GEOMETRY}"
    parts = (name, index, *(f"{index}{part}" for part in _SHADOWS))
    objects = list(
        connection.exec_driver_sql(
            "SELECT type, name, sql FROM aside.sqlite_master "  # noqa: S608
            f"WHERE tbl_name IN ({', '.join('?' * len(parts))})",
            parts,
        )
    )
    tables = [row for row in objects if row.type == "table"]
    for table in tables:
        if not _is_shadow(table.name):
            connection.exec_driver_sql(table.sql)
    for table in tables:
        if not table.sql.startswith("CREATE VIRTUAL"):
            _copy_rows(connection, table.name)
    # the triggers keep the index and the count up to date: they come after the rows
    for trigger in objects:
        if trigger.type in ("trigger", "index") and trigger.sql:
            connection.exec_driver_sql(trigger.sql)
    _register(connection, name)


def _copy_rows(connection: sa.Connection, table: str) -> None:
    quoted = _quoted(connection, table)
    connection.exec_driver_sql(f"DELETE FROM main.{quoted}")  # noqa: S608
    connection.exec_driver_sql(f"INSERT INTO main.{quoted} SELECT * FROM aside.{quoted}")  # noqa: S608


def _register(connection: sa.Connection, name: str) -> None:
    for register in _REGISTERS:
        columns = ", ".join(register.c.keys())
        connection.exec_driver_sql(
            f"INSERT INTO main.{register.name} ({columns}) "  # noqa: S608
            f"SELECT {columns} FROM aside.{register.name} WHERE table_name = ?",
            (name,),
        )


def _drop(connection: sa.Connection, name: str) -> None:
    geometry = sa.select(GEOMETRY_COLUMNS.c.column_name).where(GEOMETRY_COLUMNS.c.table_name == name)
    for column in connection.scalars(geometry).all():
        index = _quoted(connection, f"rtree_{name}_{column}")
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS main.{index}")
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS main.{_quoted(connection, name)}")
    for register in reversed(_REGISTERS):
        connection.execute(sa.delete(register).where(register.c.table_name == name))


def _is_shadow(table: str) -> bool:
    """Tell whether SQLite makes this table itself: it holds the nodes of a spatial index."""
    return table.startswith("rtree_") and table.endswith(_SHADOWS)


def _quoted(connection: sa.Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote_identifier(name)
