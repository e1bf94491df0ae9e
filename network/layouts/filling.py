# SPDX-License-Identifier: GPL-3.0-or-later
"""Fill role frames from the tables of a layout, as its mapping says."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...core.errors import InputError
from ...core.messages import Message
from ..assets.roles import COLUMNS, LINEAR_ROLES, Role
from .mapping import LayerMapping, StandardMapping, table_name
from .table_columns import TableReader, code_remarks

Read = Callable[[str], gpd.GeoDataFrame]
Frames = Mapping[Role, gpd.GeoDataFrame]

# what geometries are drawn as, by their dimensions
_KINDS = ("point", "line", "area")


@dataclass(frozen=True, slots=True)
class Filled:
    """The frames that tables fill, and what was odd in the tables: codes and figures that no list knows."""

    frames: dict[Role, gpd.GeoDataFrame] = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()


def fill_roles(read: Read, names: Collection[str], mapping: StandardMapping) -> dict[Role, gpd.GeoDataFrame]:
    """Return the frames of ``read_roles`` for one mapping."""
    return read_roles(read, [(mapping, names)]).frames


def read_roles(read: Read, tables: Iterable[tuple[StandardMapping, Collection[str]]]) -> Filled:
    """Return the frames of the roles that tables fill, each table by the mapping that it is listed under.

    Tables are matched without regard to case or schema (``stareau_aep.aep_vanne`` is ``aep_vanne``). Several
    tables of one role follow each other in its frame; a role without table is left out. Each table is read
    once.

    Raises
    ------
    InputError
        A needed column is missing, a value is in no value map, no geometry of a table can play its role, a
        CRS is not in metres, or two tables are in different CRS.
    """
    filled: dict[Role, list[gpd.GeoDataFrame]] = {}
    remarks: list[Message] = []
    first: tuple[str, gpd.GeoDataFrame] | None = None
    for mapping, names in tables:
        present = {table_name(name): name for name in names}
        for name, layers in _by_table(mapping.layers).items():
            if name not in present:
                continue
            table = read(present[name])
            _require_metres(name, table)
            first = first or (name, table.iloc[:0])
            _require_same_crs(name, table, *first)
            found: list[Message] = []
            for layer in layers:
                filled.setdefault(layer.role, []).append(fill_layer(table, layer, mapping, found))
            remarks += [*found, *code_remarks(table, name, mapping)]
    unique = {message.english(): message for message in remarks}
    return Filled({role: _stack(frames) for role, frames in filled.items()}, tuple(unique.values()))


def fill_layer(
    table: gpd.GeoDataFrame, layer: LayerMapping, mapping: StandardMapping, remarks: list[Message]
) -> gpd.GeoDataFrame:
    """Return the role frame that one table fills; ``remarks`` is told of what could not be read."""
    reader = TableReader(table, layer, mapping)
    kept = reader.rows()
    if not kept.all():
        reader = TableReader(table[kept], layer, mapping)
    _require_kind(reader.table, layer, mapping)
    columns = {name: reader.column(name) for name in COLUMNS[layer.role]}
    remarks += reader.remarks
    return gpd.GeoDataFrame(columns, geometry=np.asarray(reader.table.geometry), crs=table.crs)


def joined(first: Frames, second: Frames) -> dict[Role, gpd.GeoDataFrame]:
    """Return the frames of both; those of one role follow each other."""
    roles = dict.fromkeys([*first, *second])
    return {role: _stack([one[role] for one in (first, second) if role in one]) for role in roles}


def _require_same_crs(name: str, table: gpd.GeoDataFrame, other: str, first: gpd.GeoDataFrame) -> None:
    """Refuse two tables in different CRS; both are named."""
    if table.crs != first.crs:
        raise InputError("network.crs_differs", table=name, found=table.crs, other=other, expected=first.crs)


def _require_kind(table: gpd.GeoDataFrame, layer: LayerMapping, mapping: StandardMapping) -> None:
    """Refuse a table none of whose geometries can be what its role is drawn as."""
    dimensions = shapely.get_dimensions(np.asarray(table.geometry))
    drawn = dimensions[dimensions >= 0]
    linear = layer.role in LINEAR_ROLES
    # networks of others are compared with a dig whatever they are drawn as
    if layer.role is Role.THIRD_PARTY or not len(drawn) or ((drawn == 1) == linear).any():
        return
    raise InputError(
        "network.geometry_kind",
        file=mapping.file or mapping.standard,
        layer=layer.table,
        role=Message(f"role.{layer.role.value}"),
        found=Message(f"geometry.{_KINDS[int(drawn[0])]}"),
        expected=Message("geometry.line" if linear else "geometry.point_or_area"),
    )


def _by_table(layers: Iterable[LayerMapping]) -> dict[str, list[LayerMapping]]:
    found: dict[str, list[LayerMapping]] = {}
    for layer in layers:
        found.setdefault(table_name(layer.table), []).append(layer)
    return found


def _require_metres(name: str, table: gpd.GeoDataFrame) -> None:
    if table.crs is None:
        return
    if not table.crs.is_projected or table.crs.axis_info[0].unit_conversion_factor != 1:
        raise InputError("network.crs_not_metric", table=name, found=table.crs)


def _stack(frames: list[gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    filled = [frame for frame in frames if len(frame)] or frames[:1]
    return filled[0] if len(filled) == 1 else pd.concat(filled, ignore_index=True)
