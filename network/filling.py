# SPDX-License-Identifier: GPL-3.0-or-later
"""Fill role frames from the tables of a layout, as its mapping says."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import geopandas as gpd
import numpy as np
import pandas as pd

from ..core.errors import InputError
from .arrays import Objects
from .cleaning import text_of
from .mapping import ColumnMapping, LayerMapping, StandardMapping, Value
from .roles import Role

Read = Callable[[str], gpd.GeoDataFrame]
Codes = Mapping[str, Mapping[str, Value]]


def fill_roles(read: Read, names: Collection[str], mapping: StandardMapping) -> dict[Role, gpd.GeoDataFrame]:
    """Return the frames of the roles that the tables among ``names`` fill.

    Tables are matched without regard to case or schema (``stareau_aep.aep_vanne`` is ``aep_vanne``). Several
    tables of one role follow each other in its frame; a role without table is left out.

    Raises
    ------
    InputError
        A needed column is missing, a CRS is not in metres, or two tables are in different CRS.
    """
    present = {table_name(name): name for name in names}
    filled: dict[Role, list[gpd.GeoDataFrame]] = {}
    first: tuple[str, object] | None = None
    for layer in mapping.layers:
        if layer.table not in present:
            continue
        table = read(present[layer.table])
        _require_metres(layer.table, table)
        first = first or (layer.table, table.crs)
        if table.crs != first[1]:
            raise InputError(
                "network.crs_differs", table=layer.table, found=table.crs, other=first[0], expected=first[1]
            )
        filled.setdefault(layer.role, []).append(_fill(table, layer, mapping.codes))
    return {role: _stack(frames) for role, frames in filled.items()}


def table_name(layer: str) -> str:
    """Return the table that a layer stands for: its name in lower case, without schema."""
    return layer.rpartition(".")[2].lower()


def _require_metres(name: str, table: gpd.GeoDataFrame) -> None:
    if table.crs is None:
        return
    if not table.crs.is_projected or table.crs.axis_info[0].unit_conversion_factor != 1:
        raise InputError("network.crs_not_metric", table=name, found=table.crs)


def _fill(table: gpd.GeoDataFrame, layer: LayerMapping, codes: Codes) -> gpd.GeoDataFrame:
    for name in layer.where:
        _require_column(table, layer, name)
    kept = np.ones(len(table), dtype=bool)
    for name, value in layer.where.items():
        kept &= _code_text(table[name]) == value
    table = table[kept]
    columns = {
        name: _column(table, layer, source, codes.get(source.codes)) for name, source in layer.columns.items()
    }
    return gpd.GeoDataFrame(columns, geometry=np.asarray(table.geometry), crs=table.crs)


def _column(
    table: gpd.GeoDataFrame, layer: LayerMapping, source: ColumnMapping, codes: Mapping[str, Value] | None
) -> pd.Series:
    if not source.column:
        return pd.Series([source.constant] * len(table))
    if source.column in table:
        values = pd.Series(np.asarray(table[source.column], dtype=object), dtype=object)
    elif source.optional:
        values = pd.Series([None] * len(table), dtype=object)
    else:
        raise _missing(table, layer, source.column)
    if codes is not None:
        coded = pd.Series(_code_text(values), dtype=object).map(dict(codes))
        return coded.where(coded.notna(), source.otherwise).infer_objects()
    if source.number:
        return pd.to_numeric(values, errors="coerce").astype(float)
    return pd.Series(text_of(np.asarray(values)), dtype=object)


def _code_text(values: pd.Series) -> Objects:
    """Return values as codes are written: lower case, a whole number without its decimals."""
    # many rows share few codes
    row, words = pd.factorize(text_of(np.asarray(values, dtype=object)))
    codes = pd.Series(words, dtype=object).str.lower().str.replace(r"^(\d+)\.0$", r"\1", regex=True)
    return np.asarray(codes, dtype=object)[row]


def _require_column(table: gpd.GeoDataFrame, layer: LayerMapping, name: str) -> None:
    if name not in table:
        raise _missing(table, layer, name)


def _missing(table: gpd.GeoDataFrame, layer: LayerMapping, name: str) -> InputError:
    found = ", ".join(str(column) for column in table.columns if column != table.geometry.name)
    return InputError("table.column_missing", file=layer.table, column=name, found=found or "-")


def _stack(frames: list[gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    filled = [frame for frame in frames if len(frame)] or frames[:1]
    return filled[0] if len(filled) == 1 else pd.concat(filled, ignore_index=True)
