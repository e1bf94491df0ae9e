# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the tables of the French geostandard StaR-Eau V2024 as role frames."""

from __future__ import annotations

from collections.abc import Collection

import geopandas as gpd

from ..assets.roles import Role
from .filling import Read, fill_roles
from .standards import standards


def known_tables() -> frozenset[str]:
    """Return the names of the tables that fill a role."""
    return standards()["stareau"].tables


def roles_from_stareau(read: Read, names: Collection[str]) -> dict[Role, gpd.GeoDataFrame]:
    """Return the role frames that the StaR-Eau tables among ``names`` fill; ``read`` returns a table by name.

    A table that is missing gives no role. Errors are those of ``fill_roles``.
    """
    return fill_roles(read, names, standards()["stareau"])
