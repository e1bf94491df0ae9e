# SPDX-License-Identifier: GPL-3.0-or-later
"""The asset base in the tables of a national layout, whatever layout the workspace has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from ...network.assets.roles import Role
from ...network.changes.feature_edits import Value
from ...network.changes.writing import TableWriter
from ...network.layouts.exports import FieldType, RaepaTable, exports
from ...network.layouts.mapping import table_name
from ..ports import Workspace
from .asset_tables import AssetTables

STAREAU_PREFIXES = ("aep_", "ass_", "pei", "point_geolocalisation")


@dataclass(frozen=True, slots=True)
class ExportTable:
    """One table to hand out: its rows with their geometry, and the type of each field (empty: as it is)."""

    name: str
    geometry: str
    frame: gpd.GeoDataFrame
    types: Mapping[str, FieldType]


def raepa_tables(workspace: Workspace) -> list[ExportTable]:
    """Return the tables of RAEPA v1.2 that have rows, in their DBF types.

    A field comes from the layer's own column of that name, else from the attribute that stands for it; what
    neither tells is empty. RAEPA has no delivery points and no state of valves: these stay in the workspace.
    """
    layout = exports().raepa
    tables = AssetTables(workspace)
    found = []
    for name, table in layout.tables.items():
        frame = _own(workspace, table, tables) if table.own else _of_roles(workspace, table, tables)
        if frame is not None and len(frame):
            types = {field: layout.field_types[field] for field in table.fields}
            found.append(ExportTable(name, table.geometry, _typed(frame, types), types))
    return found


def stareau_tables(workspace: Workspace) -> list[ExportTable]:
    """Return the layers of StaR-Eau V2024, hydrants and repairs, as the workspace keeps them."""
    names = [name for name in workspace.layer_names() if table_name(name).startswith(STAREAU_PREFIXES)]
    own = [table.own for table in exports().raepa.tables.values() if table.own in workspace.layer_names()]
    frames = {name: workspace.read_layer(name) for name in (*names, *own)}
    return [ExportTable(name, "", frame, {}) for name, frame in frames.items() if len(frame)]


def pei_table(workspace: Workspace) -> list[ExportTable]:
    """Return the hydrants in the national hydrant schema; columns that the layer lacks are empty."""
    columns = exports().pei
    tables = AssetTables(workspace)
    frames = []
    for writer in tables.writers(Role.HYDRANT):
        layer = workspace.read_layer(writer.table)
        rows = _rows(layer)
        playing = [number for number, row in enumerate(rows) if writer.plays(row)]
        here = {name.lower(): name for name in writer.columns}
        data = {name: [rows[n].get(here.get(name, "")) for n in playing] for name in columns}
        data["id_gestion"] = [str(rows[n].get(writer.key_column) or "") for n in playing]
        if "disponible" not in here:
            data["disponible"] = [writer.text("in_service", rows[n]) != "false" for n in playing]
        frames.append(gpd.GeoDataFrame(data, geometry=layer.geometry.iloc[playing].to_numpy(), crs=layer.crs))
    if not frames:
        return []
    return [ExportTable("pei", "Point", pd.concat(frames, ignore_index=True), {})]


def _own(workspace: Workspace, table: RaepaTable, tables: AssetTables) -> gpd.GeoDataFrame | None:
    if table.own not in tables.names:
        return None
    layer = workspace.read_layer(table.own)
    renamed = layer.rename(columns={name: name.upper() for name in layer.columns if name != "geometry"})
    for name in table.fields:
        if name not in renamed:
            renamed[name] = None
    return renamed[[*table.fields, "geometry"]]


def _of_roles(workspace: Workspace, table: RaepaTable, tables: AssetTables) -> gpd.GeoDataFrame | None:
    frames = []
    for role, constants in table.roles.items():
        for writer in tables.writers(Role(role)):
            layer = workspace.read_layer(writer.table)
            rows = _rows(layer)
            playing = [number for number, row in enumerate(rows) if writer.plays(row)]
            shapes = layer.geometry.iloc[playing].to_numpy()
            fill = _Filling(writer, constants, role)
            data = {name: [fill.field(name, rows[n]) for n in playing] for name in table.fields}
            frame = gpd.GeoDataFrame(data, geometry=shapes, crs=layer.crs)
            frames.append(_measured(frame, writer))
    if not frames:
        return None
    return pd.concat(frames, ignore_index=True)


@dataclass(frozen=True, slots=True)
class _Filling:
    writer: TableWriter
    constants: Mapping[str, str]
    role: str

    def field(self, name: str, row: Mapping[str, Value]) -> Value:
        """Return the value of a field of RAEPA for a row of a layer of any layout."""
        layout = exports().raepa
        own = next((column for column in self.writer.columns if column.lower() == name.lower()), None)
        if own is not None:
            return row.get(own)
        if name in ("IDCANA", "IDAPPAREIL", "IDOUVRAGE"):
            return str(row.get(self.writer.key_column) or "")
        if name in self.constants:
            return self.constants[name]
        if name == "TYPRESEAU":
            return layout.codes["kind_sewer"].get(self.writer.text("kind", row))
        attribute = layout.attributes.get(name)
        if attribute is None:
            return None
        text = self.writer.text(attribute, row)
        return layout.codes.get(attribute, {}).get(text, text) or None


def _measured(frame: gpd.GeoDataFrame, writer: TableWriter) -> gpd.GeoDataFrame:
    """Return a frame with the lengths and places that the layer has no columns for."""
    own = {name.upper() for name in writer.columns}
    if "LONGCANA" in frame and "LONGCANA" not in own:
        frame["LONGCANA"] = np.round(frame.length)
    if "X" in frame and "X" not in own:
        frame["X"], frame["Y"] = frame.geometry.x.round(3), frame.geometry.y.round(3)
    return frame


def _rows(layer: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    plain = pd.DataFrame(layer.drop(columns=layer.geometry.name)).astype(object)
    rows = plain.where(plain.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]


def _typed(frame: gpd.GeoDataFrame, types: Mapping[str, FieldType]) -> gpd.GeoDataFrame:
    """Return a frame with the values that its DBF types can hold."""
    for name, kind in types.items():
        frame[name] = _CASTS[kind.kind](frame[name], kind)
    return frame[[*types, "geometry"]]


def _as_text(values: pd.Series, kind: FieldType) -> pd.Series:
    def text(value: object) -> str | None:
        if value is None or value != value:
            return None
        plain = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
        return plain[: kind.width]

    return pd.Series([text(value) for value in values], index=values.index, dtype=object)


def _as_number(values: pd.Series, kind: FieldType) -> pd.Series:
    numbers = pd.to_numeric(values, errors="coerce").round(kind.decimals)
    most = 10.0 ** (kind.width - (kind.decimals + 1 if kind.decimals else 0))
    return numbers.where(numbers.abs() < most)


def _as_date(values: pd.Series, kind: FieldType) -> pd.Series:  # noqa: ARG001
    return (
        pd.to_datetime(values, errors="coerce", format="mixed", utc=True).dt.tz_localize(None).dt.normalize()
    )


_CASTS: Mapping[str, Callable[[pd.Series, FieldType], pd.Series]] = {
    "C": _as_text,
    "N": _as_number,
    "D": _as_date,
}
