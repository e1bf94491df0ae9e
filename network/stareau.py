# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the tables of the French geostandard StaR-Eau V2024 as role frames."""

from __future__ import annotations

from collections.abc import Callable, Collection

import geopandas as gpd

from .roles import Role


def roles_from_stareau(
    read: Callable[[str], gpd.GeoDataFrame], names: Collection[str]
) -> dict[Role, gpd.GeoDataFrame]:
    """Return the role frames that the StaR-Eau tables among ``names`` fill; a missing table gives no role."""
    raise NotImplementedError
