# SPDX-License-Identifier: GPL-3.0-or-later
"""Third-party networks: complete a layer into the frame of its role."""

from __future__ import annotations

import geopandas as gpd

from .conflicts import ConflictRules


def third_party_frame(layer: gpd.GeoDataFrame, *, rules: ConflictRules | None = None) -> gpd.GeoDataFrame:
    """Return the frame of ``Role.THIRD_PARTY`` from a layer; unknown classes are C, sensitivity follows the rules."""
    raise NotImplementedError
