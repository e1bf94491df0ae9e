# SPDX-License-Identifier: GPL-3.0-or-later
"""What a burst on a generated main would cut, asked of the water network as a dispatcher would."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
from shapely.geometry import Point

from ..core.ids import AssetId
from ..network.isolation.isolate import isolate
from ..network.isolation.results import Isolation
from ..network.layouts.stareau import roles_from_stareau
from ..network.water.water_network import WaterNetwork, build_water_network
from .water_tables import Rows


def water_network(rows: Sequence[Rows], *, crs: str) -> WaterNetwork:
    """Return the network that the rows of the water tables make."""
    tables = {part.table: gpd.GeoDataFrame(part.values, geometry=part.geometry, crs=crs) for part in rows}
    return build_water_network(roles_from_stareau(tables.__getitem__, tables))


def cut_at(network: WaterNetwork, main_id: str, xy: np.ndarray) -> Isolation:
    """Return what isolating a place on a main takes and costs."""
    return isolate(network, asset=AssetId(main_id), point=Point(xy))
