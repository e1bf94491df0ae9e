# SPDX-License-Identifier: GPL-3.0-or-later
"""The networks of other operators: those of the imported layer, and those that they answered with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import geopandas as gpd
import pandas as pd

from ...network.digging.conflicts import ConflictRules
from ...network.digging.third_party import third_party_frame
from ..ports import Workspace
from ..records import AnsweredNetwork

THIRD_PARTY_LAYER = "third_party"

_COLUMNS = tuple(one.name for one in fields(AnsweredNetwork) if one.name not in ("geometry", "version"))


def third_party_networks(
    workspace: Workspace, *, rules: ConflictRules, has_layer: bool
) -> gpd.GeoDataFrame | None:
    """Return the frame of ``Role.THIRD_PARTY`` of a workspace, None when it knows no network of others."""
    layer = workspace.read_layer(THIRD_PARTY_LAYER) if has_layer else None
    return with_answers(layer, workspace.all(AnsweredNetwork), rules=rules, crs=workspace.crs)


def with_answers(
    layer: gpd.GeoDataFrame | None, answered: Sequence[AnsweredNetwork], *, rules: ConflictRules, crs: str
) -> gpd.GeoDataFrame | None:
    """Return one frame of a layer and of answers; an answer stands for a row of the layer with its id."""
    parts = [] if layer is None else [third_party_frame(layer, rules=rules)]
    if answered:
        rows = {name: [getattr(one, name) for one in answered] for name in _COLUMNS}
        lines = gpd.GeoDataFrame(rows, geometry=[one.geometry for one in answered], crs=crs)
        parts.append(third_party_frame(lines, rules=rules))
        if layer is not None:
            parts[0] = parts[0][~parts[0]["asset_id"].isin(rows["asset_id"])]
    parts = [part for part in parts if len(part)] or parts
    if len(parts) < 2:
        return parts[0].reset_index(drop=True) if parts else None
    return gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), geometry="geometry", crs=crs)
