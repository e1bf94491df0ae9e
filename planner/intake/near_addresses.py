# SPDX-License-Identifier: GPL-3.0-or-later
"""The street and the commune of an asset: those of the nearest address."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from ..ports import Workspace
from .addresses import ADDRESS_LAYER, has_addresses

Names = NDArray[np.object_]


class NearAddresses:
    """The address base of a workspace, asked for the street and the commune of places.

    ``near_m`` is how far an address may lie from what is in its street.
    """

    def __init__(self, workspace: Workspace, near_m: float) -> None:
        self._workspace, self._near_m = workspace, near_m

    def of(self, assets: pd.DataFrame) -> tuple[Names, Names]:
        """Return street and commune of each row by its ``x`` and ``y``; empty where no address is near.

        O((n + m) log m) for n rows and m addresses.
        """
        blank = np.full(len(assets), "", dtype=object)
        if self._base is None or not len(assets):
            return blank, blank.copy()
        tree, streets, communes = self._base
        points = shapely.points(assets["x"].to_numpy(dtype=float), assets["y"].to_numpy(dtype=float))
        row, near = tree.query_nearest(points, max_distance=self._near_m, all_matches=False)
        found = blank.copy(), blank.copy()
        found[0][row], found[1][row] = streets[near], communes[near]
        return found

    @cached_property
    def _base(self) -> tuple[shapely.STRtree, Names, Names] | None:
        if not has_addresses(self._workspace):
            return None
        frame = self._workspace.read_layer(ADDRESS_LAYER)
        names: list[Any] = [frame[column].fillna("").to_numpy(dtype=object) for column in ("name", "town")]
        # one house number each: the nearest of a street is not that of its bounds
        houses, own = shapely.get_coordinates(frame.geometry.to_numpy(), return_index=True)
        points: Any = shapely.points(houses)
        return shapely.STRtree(points), names[0][own], names[1][own]
