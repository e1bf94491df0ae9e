# SPDX-License-Identifier: GPL-3.0-or-later
"""How far from the network a place may lie: farther off it is a slip of the pen, or another service's."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from shapely import STRtree
from shapely.geometry import Point

from ...core.errors import InputError
from ...core.messages import Message
from ...network.assets.roles import Role
from ...workorders.intake.intake_rules import IntakeRules
from ..assets.asset_base import AssetBase

_PIPES = (Role.WATER_PIPE, Role.SEWER_PIPE)


class Reach:
    """What is within reach of the mains and sewers by the rules; everything is where none was imported.

    An instance is a check of places: called with one, in the workspace's CRS, it returns what was expected,
    None when the place is near enough.
    """

    def __init__(self, base: AssetBase, rules: IntakeRules) -> None:
        self._base = base
        self._farthest_m = rules.farthest_m

    def __call__(self, place: Point) -> Message | None:
        """Return what was expected of a place, None when nothing is wrong with it."""
        if self._farthest_m is None or not len(self._pipes):
            return None
        _, distance_m = self._pipes.query_nearest(place, all_matches=False, return_distance=True)
        off_m = float(distance_m[0]) if len(distance_m) else 0.0
        if off_m <= self._farthest_m:
            return None
        params = {
            "farthest": f"{self._farthest_m / 1000:g}",
            "off": f"{off_m / 1000:.1f}",
            "crs": self._base.crs,
        }
        return Message("expected.near_network", params)

    def refuse_far(self, place: Point) -> None:
        """Raise ``InputError`` for a place out of reach."""
        expected = self(place)
        if expected is not None:
            raise InputError("intake.far_place", x=f"{place.x:.0f}", y=f"{place.y:.0f}", expected=expected)

    @cached_property
    def _pipes(self) -> STRtree:
        frames = (self._base.frame(role) for role in _PIPES)
        shapes = [frame.geometry.to_numpy() for frame in frames if frame is not None and len(frame)]
        return STRtree(np.concatenate(shapes) if shapes else [])
