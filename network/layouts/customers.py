# SPDX-License-Identifier: GPL-3.0-or-later
"""Count customers where the data hold no delivery points, as RAEPA does not: by what stands for each.

A service connection is one customer, or as many as there are meters at its end; a branch point where no
connection leaves is one too. A meter that stands on a main measures a sector and is nobody's.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from ...core.messages import Message
from ..assets.arrays import Floats, Ints, Objects
from ..assets.cleaning import Assets, clean_lines, clean_points
from ..assets.roles import COLUMNS, Role, RoleFrames

# the roles that tell how many customers there are
CUSTOMER_ROLES = frozenset(
    {Role.DELIVERY_POINT, Role.WATER_PIPE, Role.SERVICE_CONNECTION, Role.METER, Role.BRANCH_POINT}
)

# what is drawn nearer than this belongs together
_AT_END_M = 1.0
_ON_MAIN_M = 0.05


def with_customers(frames: RoleFrames) -> tuple[RoleFrames, tuple[Message, ...]]:
    """Return the frames with delivery points, counted in O(n log n) where the data have none, and how.

    Asset ids of counted delivery points are those of the meter, connection or branch point that stands for
    the customer; who they are and who is sensitive stays unknown, which the messages say.
    """
    known = frames.get(Role.DELIVERY_POINT)
    if (known is not None and len(known)) or Role.WATER_PIPE not in frames:
        return frames, ()
    mains, _ = clean_lines(frames, Role.WATER_PIPE)
    connections, _ = clean_lines(frames, Role.SERVICE_CONNECTION)
    meters, _ = clean_points(frames, Role.METER)
    branches, _ = clean_points(frames, Role.BRANCH_POINT)
    lines = shapely.STRtree(mains.geometry)
    starts, ends = (shapely.get_point(connections.geometry, at) for at in (0, -1))
    far = np.where(_distances(lines, starts) > _distances(lines, ends), starts, ends)
    fitted, metered = _at_ends(meters, shapely.STRtree(far), lines)
    alone = np.setdiff1d(np.arange(len(connections)), metered)
    bare = _distances(shapely.STRtree(connections.geometry), branches.geometry) > _AT_END_M
    ids = np.concatenate([meters.ids[fitted], connections.ids[alone], branches.ids[bare]])
    if not len(ids):
        return frames, (Message("network.no_customers"),)
    places = np.concatenate([meters.geometry[fitted], far[alone], branches.geometry[bare]])
    counts = {"meters": len(fitted), "connections": len(alone), "branches": int(bare.sum())}
    said = (Message("network.customers_counted", counts), Message("network.sensitive_unknown"))
    customers = _delivery_points(ids, places, frames[Role.WATER_PIPE].crs)
    return {**frames, Role.DELIVERY_POINT: customers}, said


def _at_ends(meters: Assets, ends: shapely.STRtree, mains: shapely.STRtree) -> tuple[Ints, Ints]:
    """Return the meters at the ends of connections, and the connections that have one."""
    own = np.flatnonzero(_distances(mains, meters.geometry) > _ON_MAIN_M)
    meter, connection = ends.query_nearest(meters.geometry[own], max_distance=_AT_END_M, all_matches=False)
    return own[meter], np.asarray(connection, dtype=np.int64)


def _distances(tree: shapely.STRtree, geometry: Objects) -> Floats:
    """Return the distance of geometries to the nearest of a tree, in metres; inf where the tree is empty."""
    found = np.full(len(geometry), np.inf)
    if len(tree.geometries) and len(geometry):
        (row, _), distance_m = tree.query_nearest(geometry, all_matches=False, return_distance=True)
        found[row] = distance_m
    return found


def _delivery_points(ids: Objects, places: Objects, crs: object) -> gpd.GeoDataFrame:
    columns: dict[str, object] = dict.fromkeys(COLUMNS[Role.DELIVERY_POINT], "")
    return gpd.GeoDataFrame(columns | {"asset_id": ids, "is_sensitive": False}, geometry=places, crs=crs)
