# SPDX-License-Identifier: GPL-3.0-or-later
"""Editors of layers that are not the workspace's: a GeoPackage, shapefiles, a schema with its own rights."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely
import sqlalchemy as sa

from ..core.errors import Failure, InputError
from ..network.changes.feature_edits import GEOMETRY, FeatureEdit, Value, as_geometry
from ..planner.asset_changes.carry import Carried, FeatureEditor
from .backend import Backend
from .layer_edits import write_edits
from .layer_files import open_layers
from .layer_rows import layer_table, rows_of
from .whole_file import write_whole
from .workspaces import is_server, open_backend

_RIGHTS = (
    "has_table_privilege(format('%I.%I', current_schema(), CAST(:name AS text)), 'INSERT') AND "
    "has_table_privilege(format('%I.%I', current_schema(), CAST(:name AS text)), 'UPDATE')"
)


@dataclass(frozen=True, slots=True)
class DatabaseEditor:
    """Implements ``planner.asset_changes.carry.FeatureEditor`` on a GeoPackage or a PostGIS schema.

    Everything is written in one transaction; triggers and rights of the server hold as for anybody.
    """

    backend: Backend

    def editable_layers(self) -> Mapping[str, str]:
        """Return the layers, each with the reason why this login may not write it."""
        with self.backend.reading() as connection:
            names = self.backend.layer_names()
            return {name: self._refusal(connection, name) for name in names}

    def columns(self, layer: str) -> tuple[str, ...]:
        """Return the columns of a layer."""
        with self.backend.reading() as connection:
            return layer_table(connection, layer).columns

    def rows(
        self, layer: str, key_column: str, keys: Iterable[str]
    ) -> Mapping[str, Sequence[Mapping[str, Value]]]:
        """Return the rows that have some ids."""
        with self.backend.reading() as connection:
            found = rows_of(connection, layer_table(connection, layer), key_column, keys)
        return {key: [row for _, row in rows] for key, rows in found.items()}

    def apply(self, edits: Sequence[FeatureEdit]) -> None:
        """Write edits in one transaction."""
        with self.backend.writing() as connection:
            write_edits(connection, edits)

    @staticmethod
    def _refusal(connection: sa.Connection, name: str) -> str:
        if connection.dialect.name == "sqlite":
            return ""
        may = connection.execute(sa.text(f"SELECT {_RIGHTS}"), {"name": name}).scalar()
        return "" if may else "read_only"


@dataclass(frozen=True, slots=True)
class ReadOnlyFile:
    """Implements the same on a file that is only read: every change is left, for the change file."""

    names: Sequence[str]

    def editable_layers(self) -> Mapping[str, str]:
        """Return the layers; none can be written."""
        return dict.fromkeys(self.names, "read_only")

    def columns(self, layer: str) -> tuple[str, ...]:  # noqa: ARG002
        """Return nothing: there is none to write."""
        return ()

    def rows(
        self,
        layer: str,  # noqa: ARG002
        key_column: str,  # noqa: ARG002
        keys: Iterable[str],  # noqa: ARG002
    ) -> Mapping[str, Sequence[Mapping[str, Value]]]:
        """Return nothing."""
        return {}

    def apply(self, edits: Sequence[FeatureEdit]) -> None:
        """Refuse; ``Failure``."""
        raise Failure("layer.not_written", layer=edits[0].table, reason="read-only")


@dataclass(slots=True)
class ShapefileEditor:
    """Implements the same on shapefiles, each of which is written again whole.

    What a shapefile cannot hold is cut by its format: names of ten letters, texts of 254 bytes, no times.
    """

    files: Mapping[str, Path]
    _read: dict[str, gpd.GeoDataFrame] = field(default_factory=dict)

    def editable_layers(self) -> Mapping[str, str]:
        """Return the layers, each with the reason why it cannot be written."""
        return {name: "" if _writable(path) else "read_only" for name, path in self.files.items()}

    def columns(self, layer: str) -> tuple[str, ...]:
        """Return the columns of a layer."""
        return tuple(str(name) for name in self._frame(layer).columns if name != GEOMETRY)

    def rows(
        self, layer: str, key_column: str, keys: Iterable[str]
    ) -> Mapping[str, Sequence[Mapping[str, Value]]]:
        """Return the rows that have some ids."""
        frame, wanted = self._frame(layer), set(keys)
        found: dict[str, list[Mapping[str, Value]]] = {}
        chosen = frame.loc[frame[key_column].astype(str).isin(wanted)]
        for row, shape in zip(chosen.to_dict("records"), chosen.geometry, strict=True):
            plain = {str(name): _plain(value) for name, value in row.items() if name != GEOMETRY}
            plain[GEOMETRY] = "" if shape is None else str(shapely.to_wkb(shape, hex=True))
            found.setdefault(str(row[key_column]), []).append(plain)
        return found

    def apply(self, edits: Sequence[FeatureEdit]) -> None:
        """Write edits: each file is written aside, then all are moved in their place."""
        layers = dict.fromkeys(edit.table for edit in edits)
        for layer in layers:
            path = self.files[layer]
            frame = _edited(self._frame(layer), [edit for edit in edits if edit.table == layer])
            with tempfile.TemporaryDirectory(prefix=".regard-", dir=path.parent) as folder:
                aside = Path(folder) / path.name
                try:
                    pyogrio.write_dataframe(frame, aside, driver="ESRI Shapefile", encoding="UTF-8")
                except Exception as error:
                    raise Failure("layer.not_written", layer=layer, reason=error) from error
                # the table last: without it the shapes are those of before for every reader
                for part in sorted(aside.parent.iterdir(), key=lambda one: one.suffix == ".dbf"):
                    shutil.move(part, path.with_suffix(part.suffix))
            self._read.pop(layer, None)

    def _frame(self, layer: str) -> gpd.GeoDataFrame:
        if layer not in self._read:
            self._read[layer] = pyogrio.read_dataframe(self.files[layer])
        return self._read[layer]


@contextmanager
def opened_editor(source: str) -> Iterator[FeatureEditor]:
    """Open layers for writing: a GeoPackage, a shapefile or a folder of them, ``postgresql://…?schema=a``.

    A GeoPackage that may not be written is opened all the same: its changes are left, for the change file.
    ``InputError`` when layers are missing or of a kind that is only read.
    """
    path = Path(source)
    if is_server(source) or path.suffix.lower() == ".gpkg":
        if not is_server(source) and path.exists() and not _writable(path):
            yield ReadOnlyFile(open_layers(path).layer_names())
            return
        backend = open_backend(source)
        try:
            yield DatabaseEditor(backend)
        finally:
            backend.close()
        return
    layers = open_layers(path)
    others = [file for file in layers.files.values() if file.suffix.lower() != ".shp"]
    if others:
        raise InputError("assets.not_editable", file=others[0])
    yield ShapefileEditor(layers.files)


def write_change_file(path: Path, carried: Carried) -> None:
    """Write a change file: a GeoJSON of every edit that was not written, with both values."""
    features = []
    for edit in (*carried.written, *(one.edit for one in carried.left)):
        shape = as_geometry((edit.after or edit.before or {}).get(GEOMETRY))
        said = {"layer": edit.table, "key_column": edit.key_column, "key": edit.key}
        values = {
            side: None if row is None else {name: value for name, value in row.items() if name != GEOMETRY}
            for side, row in (("before", edit.before), ("after", edit.after))
        }
        features.append(
            {
                "type": "Feature",
                "properties": {**said, **values},
                "geometry": None if shape is None else shapely.geometry.mapping(shape),
            }
        )
    document = {"type": "FeatureCollection", "features": features}
    write_whole(path, json.dumps(document, ensure_ascii=False, indent=1))


def _edited(frame: gpd.GeoDataFrame, edits: Sequence[FeatureEdit]) -> gpd.GeoDataFrame:
    changed = frame.copy()
    for edit in edits:
        rows = changed.index[changed[edit.key_column].astype(str) == edit.key]
        if edit.after is None:
            changed = changed.drop(index=rows)
            continue
        if edit.before is None:
            new = {name: edit.after.get(str(name)) for name in changed.columns if name != GEOMETRY}
            row = gpd.GeoDataFrame([new], geometry=[as_geometry(edit.after[GEOMETRY])], crs=changed.crs)
            changed = pd.concat([changed, row], ignore_index=True)
            continue
        for name, value in edit.after.items():
            given = as_geometry(value) if name == GEOMETRY else _of_kind(changed[name], value)
            changed.loc[rows, name] = given
    return changed


def _of_kind(column: pd.Series, value: Value) -> object:
    if value is None:
        return None
    if pd.api.types.is_datetime64_any_dtype(column):
        return pd.Timestamp(str(value)[:19])
    if pd.api.types.is_numeric_dtype(column):
        return float(str(value))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _plain(value: object) -> Value:
    if value is None or value is pd.NaT or value != value:
        return None
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) else str(value)


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
