# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the water network from role frames."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from ..core.progress import Progress
from .results import Defect
from .roles import RoleFrames


@dataclass(frozen=True)
class WaterNetwork:
    """A water network that answers isolation questions."""

    defects: tuple[Defect, ...]

    @property
    def graph(self) -> nx.MultiDiGraph:
        """Return the network as a multigraph keyed by business ids."""
        raise NotImplementedError


def build_water_network(
    frames: RoleFrames, *, tolerance_m: float = 0.05, progress: Progress | None = None
) -> WaterNetwork:
    """Build the network; whatever is wrong in the data becomes a defect and never stops the build."""
    raise NotImplementedError
