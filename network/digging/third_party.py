# SPDX-License-Identifier: GPL-3.0-or-later
"""Third-party networks: complete a layer into the frame of its role."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ...core.errors import InputError
from ..assets.arrays import Bools, Objects
from ..assets.cleaning import text_of
from ..assets.roles import COLUMNS, Role
from .conflicts import UNKNOWN_CLASS, ConflictRules, load_conflict_rules

NEEDED = ("asset_id", "network_type")
_NUMBERS = ("diameter_mm", "depth_m")
_FLAGS = {"true": True, "1": True, "1.0": True, "false": False, "0": False, "0.0": False}


def third_party_frame(layer: gpd.GeoDataFrame, *, rules: ConflictRules | None = None) -> gpd.GeoDataFrame:
    """Return the frame of ``Role.THIRD_PARTY`` from a layer that has at least the ``NEEDED`` columns.

    A class other than those of the rules becomes C; a network not said to be rigid is flexible, which is the
    wider uncertainty; sensitivity follows the rules where the layer is silent. Rows without geometry are left
    out. A needed column that is missing is an ``InputError``.
    """
    rules = rules or load_conflict_rules()
    for name in NEEDED:
        if name not in layer:
            found = ", ".join(str(column) for column in layer.columns if column != layer.geometry.name)
            raise InputError("table.column_missing", file="third_party", column=name, found=found or "-")
    drawn = layer[~(layer.geometry.isna() | layer.geometry.is_empty)]
    columns: dict[str, object] = {
        name: _texts(drawn, name) for name in COLUMNS[Role.THIRD_PARTY] if name not in _NUMBERS
    }
    kinds = pd.Series(_texts(drawn, "network_type"), dtype=object).str.upper()
    columns["network_type"] = kinds
    classes = pd.Series(_texts(drawn, "accuracy_class"), dtype=object).str.upper()
    columns["accuracy_class"] = classes.where(classes.isin(list(rules.uncertainty)), UNKNOWN_CLASS)
    columns["is_rigid"] = _flags(drawn, "is_rigid", np.zeros(len(drawn), dtype=bool))
    said_by_law = np.asarray(kinds.map(rules.is_sensitive), dtype=bool)
    columns["is_sensitive"] = _flags(drawn, "is_sensitive", said_by_law)
    for name in _NUMBERS:
        given = drawn[name] if name in drawn else np.full(len(drawn), np.nan)
        columns[name] = pd.to_numeric(pd.Series(np.asarray(given)), errors="coerce").astype(float)
    frame = gpd.GeoDataFrame(columns, geometry=np.asarray(drawn.geometry), crs=layer.crs)
    return frame[[*COLUMNS[Role.THIRD_PARTY], "geometry"]]


def _texts(layer: gpd.GeoDataFrame, name: str) -> Objects:
    if name not in layer:
        return np.full(len(layer), "", dtype=object)
    return text_of(np.asarray(layer[name], dtype=object))


def _flags(layer: gpd.GeoDataFrame, name: str, otherwise: Bools) -> Bools:
    said = pd.Series(_texts(layer, name), dtype=object).str.lower().map(_FLAGS)
    return np.where(said.notna(), said.eq(True), otherwise)
