# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers that the plans of dossiers are drawn over, read once for a batch."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd

from ...network.assets.roles import Role
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from ..roads.roads import EDGE_LAYER

BUILDING_LAYER = "building"


@dataclass(frozen=True, slots=True)
class PlanGround:
    """Frames in the CRS of the workspace; None where it has no such layer."""

    water: gpd.GeoDataFrame | None = None
    sewers: gpd.GeoDataFrame | None = None
    valves: gpd.GeoDataFrame | None = None
    hydrants: gpd.GeoDataFrame | None = None
    third_party: gpd.GeoDataFrame | None = None
    buildings: gpd.GeoDataFrame | None = None
    roads: gpd.GeoDataFrame | None = None


def plan_ground(workspace: Workspace) -> PlanGround:
    """Return what a workspace has to draw plans over."""
    base, names = AssetBase(workspace), set(workspace.layer_names())

    def layer(name: str) -> gpd.GeoDataFrame | None:
        return workspace.read_layer(name) if name in names else None

    return PlanGround(
        water=base.frame(Role.WATER_PIPE),
        sewers=base.frame(Role.SEWER_PIPE),
        valves=base.frame(Role.VALVE),
        hydrants=base.frame(Role.HYDRANT),
        third_party=base.third_party,
        buildings=layer(BUILDING_LAYER),
        roads=layer(EDGE_LAYER),
    )
