# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of layers by their own ids, in either database, as plain values that an edit can keep.

Dates are ISO texts, geometries hexadecimal WKB without their CRS, which is that of the layer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import shapely
import sqlalchemy as sa

from ..core.errors import InputError
from ..network.changes.feature_edits import GEOMETRY, Value
from .geometry import as_ewkb, as_geopackage, from_geopackage, promoted

# how each database names the row itself
_ROW = {"sqlite": "rowid", "postgresql": "ctid"}

Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class LayerTable:
    """A layer as a table: its columns with their declared types, its geometry column, kind and CRS."""

    name: str
    types: Mapping[str, str]
    geometry: str
    kind: str
    srid: int
    has_z: bool
    is_sqlite: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns of attributes."""
        return tuple(name for name in self.types if name != self.geometry)

    def decoded(self, values: Sequence[Any]) -> Row:
        """Return a row read as plain values."""
        row: Row = {}
        for name, value in zip(self.types, values, strict=True):
            if name == self.geometry:
                row[GEOMETRY] = self._wkb(value)
            elif self.is_sqlite and value is not None and self.types[name].upper().startswith("BOOL"):
                row[name] = bool(value)
            elif isinstance(value, Decimal):
                row[name] = float(value)
            elif isinstance(value, date):
                row[name] = value.isoformat()
            else:
                row[name] = value
        return row

    def encoded(self, name: str, value: Value) -> Any:
        """Return a plain value as the database takes it."""
        if value is None or name == GEOMETRY:
            return None if not value else self._blob(str(value))
        kind = self.types[name].upper()
        text = str(value)
        if kind.startswith(("INT", "BIGINT", "MEDIUMINT", "SMALLINT", "TINYINT")) and not isinstance(
            value, bool
        ):
            return int(float(text)) if _is_number(text) else value
        if kind == "DATETIME" and len(text) == len("2026-06-03"):
            return f"{text}T00:00:00.000Z"
        if kind.startswith(("BOOL",)):
            return text.strip().lower() in ("true", "1", "t", "oui", "yes")
        if kind.startswith(("TEXT", "CHARACTER", "VARCHAR")):
            # a year or a diameter kept as text has no decimals
            return str(int(value)) if isinstance(value, float) and value.is_integer() else text
        return value

    def column(self, name: str) -> str:
        """Return the column's own name."""
        return self.geometry if name == GEOMETRY else name

    def bind(self, name: str, parameter: str) -> str:
        """Return how a statement takes a value of a column."""
        if self.is_sqlite:
            return f":{parameter}"
        return f"CAST(:{parameter} AS {self.types[self.column(name)]})"

    def _wkb(self, value: Any) -> str:
        if value is None:
            return ""
        shape = from_geopackage(value) if self.is_sqlite else shapely.from_wkb(value)
        return str(shapely.to_wkb(shapely.set_srid(shape, 0), hex=True))

    def _blob(self, text: str) -> bytes | str:
        shape = promoted(shapely.from_wkb(text), self.kind)
        shape = shapely.force_3d(shape) if self.has_z and not shapely.has_z(shape) else shape
        if self.is_sqlite:
            return as_geopackage(shape, self.srid, with_z=self.has_z)
        if not self.has_z:
            return as_ewkb(shape, self.srid)
        return shapely.to_wkb(shapely.set_srid(shape, self.srid), hex=True, include_srid=True)


def layer_table(connection: sa.Connection, name: str) -> LayerTable:
    """Return a layer of the database; ``InputError`` when there is none of this name."""
    is_sqlite = connection.dialect.name == "sqlite"
    found = _of_geopackage(connection, name) if is_sqlite else _of_postgis(connection, name)
    if found is None:
        raise InputError("layer.missing", layer=name, known="-")
    return found


def rows_of(
    connection: sa.Connection,
    table: LayerTable,
    key_column: str,
    keys: Iterable[str],
    *,
    locked: bool = False,
) -> dict[str, list[tuple[Any, Row]]]:
    """Return the rows of some ids, with what names each row itself, in one pass over the layer.

    ``locked`` rows are changed by nobody else until the transaction ends.
    """
    quote = connection.dialect.identifier_preparer.quote_identifier
    listed = ", ".join(quote(name) for name in table.types)
    key = f"CAST({quote(key_column)} AS TEXT)"
    within = (
        "(SELECT value FROM json_each(:keys))"
        if table.is_sqlite
        else "(SELECT unnest(CAST(:keys AS text[])))"
    )
    lock = " FOR UPDATE" if locked and not table.is_sqlite else ""
    row_name = _ROW[connection.dialect.name]
    wanted: Any = sorted(set(keys))
    statement = sa.text(
        f"SELECT {row_name}, {key}, {listed} FROM {quote(table.name)} "  # noqa: S608
        f"WHERE {key} IN {within}{lock}"
    )
    given = json.dumps(wanted) if table.is_sqlite else wanted
    found: dict[str, list[tuple[Any, Row]]] = {}
    for row, name, *values in connection.execute(statement, {"keys": given}):
        found.setdefault(str(name), []).append((row, table.decoded(values)))
    return found


def _of_geopackage(connection: sa.Connection, name: str) -> LayerTable | None:
    drawn = connection.execute(
        sa.text(
            "SELECT column_name, geometry_type_name, srs_id, z FROM gpkg_geometry_columns "
            "WHERE table_name = :name"
        ),
        {"name": name},
    ).first()
    if drawn is None:
        return None
    listed = connection.execute(
        sa.text("SELECT name, type FROM pragma_table_info(:name) WHERE pk = 0 ORDER BY cid"), {"name": name}
    )
    types = {row.name: str(row.type) for row in listed}
    geometry, kind, srid, z = drawn
    return LayerTable(name, types, geometry, str(kind).upper(), int(srid), z == 1, is_sqlite=True)


def _of_postgis(connection: sa.Connection, name: str) -> LayerTable | None:
    drawn = connection.execute(
        sa.text(
            "SELECT f_geometry_column, type, srid, coord_dimension FROM geometry_columns "
            "WHERE f_table_schema = current_schema() AND f_table_name = :name LIMIT 1"
        ),
        {"name": name},
    ).first()
    if drawn is None:
        return None
    listed = connection.execute(
        sa.text(
            "SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type FROM pg_attribute a "
            "JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = current_schema() AND c.relname = :name AND a.attnum > 0 "
            "AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = '' ORDER BY a.attnum"
        ),
        {"name": name},
    )
    types = {row.name: str(row.type) for row in listed}
    geometry, kind, srid, dimensions = drawn
    return LayerTable(name, types, geometry, str(kind).upper(), int(srid), dimensions > 2, is_sqlite=False)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
