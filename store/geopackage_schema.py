# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that make an SQLite file a GeoPackage 1.3 (OGC 12-128r17), and the rows that register ours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from pyproj import CRS

from .columns import WallClock
from .tables import RecordTable, Tables
from .transaction import Bounds

APPLICATION_ID = 0x47504B47  # "GPKG"
# versions 1.0 and 1.1 said it so: "GP10", "GP11"
OLDER_APPLICATION_IDS = (0x47503130, 0x47503131)
USER_VERSION = 10300

metadata = sa.MetaData()

SPATIAL_REF_SYS = sa.Table(
    "gpkg_spatial_ref_sys",
    metadata,
    sa.Column("srs_name", sa.Text, nullable=False),
    sa.Column("srs_id", sa.Integer, primary_key=True),
    sa.Column("organization", sa.Text, nullable=False),
    sa.Column("organization_coordsys_id", sa.Integer, nullable=False),
    sa.Column("definition", sa.Text, nullable=False),
    sa.Column("description", sa.Text),
)

CONTENTS = sa.Table(
    "gpkg_contents",
    metadata,
    sa.Column("table_name", sa.Text, primary_key=True, nullable=False),
    sa.Column("data_type", sa.Text, nullable=False),
    sa.Column("identifier", sa.Text, unique=True),
    sa.Column("description", sa.Text, server_default=""),
    sa.Column(
        "last_change",
        WallClock,
        nullable=False,
        server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ','now'))"),
    ),
    *(sa.Column(side, sa.Double) for side in ("min_x", "min_y", "max_x", "max_y")),
    sa.Column("srs_id", sa.Integer, sa.ForeignKey(SPATIAL_REF_SYS.c.srs_id)),
)

GEOMETRY_COLUMNS = sa.Table(
    "gpkg_geometry_columns",
    metadata,
    sa.Column("table_name", sa.Text, sa.ForeignKey(CONTENTS.c.table_name), unique=True, nullable=False),
    sa.Column("column_name", sa.Text, nullable=False),
    sa.Column("geometry_type_name", sa.Text, nullable=False),
    sa.Column("srs_id", sa.Integer, sa.ForeignKey(SPATIAL_REF_SYS.c.srs_id), nullable=False),
    sa.Column("z", sa.SmallInteger, nullable=False),
    sa.Column("m", sa.SmallInteger, nullable=False),
    sa.PrimaryKeyConstraint("table_name", "column_name"),
)

EXTENSIONS = sa.Table(
    "gpkg_extensions",
    metadata,
    sa.Column("table_name", sa.Text),
    sa.Column("column_name", sa.Text),
    sa.Column("extension_name", sa.Text, nullable=False),
    sa.Column("definition", sa.Text, nullable=False),
    sa.Column("scope", sa.Text, nullable=False),
    sa.UniqueConstraint("table_name", "column_name", "extension_name"),
)

# GDAL's own: the number of features of the layers that it writes, kept by its triggers
OGR_CONTENTS = sa.Table(
    "gpkg_ogr_contents",
    metadata,
    sa.Column("table_name", sa.Text, primary_key=True, nullable=False),
    sa.Column("feature_count", sa.Integer, server_default=sa.text("NULL")),
)


def create(connection: sa.Connection, srid: int) -> None:
    """Make an empty SQLite file a GeoPackage that knows one CRS beside the three of the standard."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {USER_VERSION}")
    metadata.create_all(connection)
    undefined = [
        {"srs_name": f"Undefined {kind} SRS", "srs_id": srs_id, "definition": "undefined"}
        for kind, srs_id in (("Cartesian", -1), ("geographic", 0))
    ]
    for row in undefined:
        row |= {"organization": "NONE", "organization_coordsys_id": row["srs_id"]}
    rows = undefined + [_epsg(code) for code in sorted({4326, srid})]
    connection.execute(sa.insert(SPATIAL_REF_SYS), rows)


def _epsg(code: int) -> dict[str, object]:
    crs = CRS.from_epsg(code)
    return {
        "srs_name": crs.name,
        "srs_id": code,
        "organization": "EPSG",
        "organization_coordsys_id": code,
        "definition": crs.to_wkt("WKT1_GDAL"),
    }


def register(connection: sa.Connection, tables: Tables, plain: sa.MetaData, srid: int) -> None:
    """Register the record tables and the tables without geometry, so that every GIS lists them."""
    for name in plain.tables:
        connection.execute(
            sa.insert(CONTENTS).values(table_name=name, identifier=name, data_type="attributes")
        )
    for table in tables.by_name.values():
        register_table(connection, table, srid)


def register_table(connection: sa.Connection, table: RecordTable[Any], srid: int) -> None:
    """Register one record table."""
    connection.execute(
        sa.insert(CONTENTS).values(
            table_name=table.name,
            identifier=table.name,
            data_type="features" if table.geometry else "attributes",
            srs_id=srid if table.geometry else None,
        )
    )
    if table.geometry:
        connection.execute(
            sa.insert(GEOMETRY_COLUMNS).values(
                table_name=table.name,
                column_name=table.geometry,
                geometry_type_name=table.geometry_type,
                srs_id=srid,
                z=0,
                m=0,
            )
        )


def widen(connection: sa.Connection, written: Mapping[str, Bounds], at: datetime) -> None:
    """Widen each table's extent to the geometries written; it never shrinks, which the standard allows."""
    c = CONTENTS.c
    for name, (min_x, min_y, max_x, max_y) in written.items():
        connection.execute(
            sa.update(CONTENTS)
            .where(c.table_name == name)
            .values(
                last_change=at,
                min_x=sa.func.min(sa.func.coalesce(c.min_x, min_x), min_x),
                min_y=sa.func.min(sa.func.coalesce(c.min_y, min_y), min_y),
                max_x=sa.func.max(sa.func.coalesce(c.max_x, max_x), max_x),
                max_y=sa.func.max(sa.func.coalesce(c.max_y, max_y), max_y),
            )
        )
