# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the sewer network and trace it upstream or downstream."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shapely.geometry import Point

from ..core.ids import AssetId
from ..core.progress import Progress
from .results import Defect, SewerTrace
from .roles import RoleFrames

Direction = Literal["upstream", "downstream"]


@dataclass(frozen=True)
class SewerNetwork:
    """A sewer network that answers upstream and downstream questions."""

    defects: tuple[Defect, ...]


def build_sewer_network(
    frames: RoleFrames, *, tolerance_m: float = 0.05, progress: Progress | None = None
) -> SewerNetwork:
    """Build the network; whatever is wrong in the data becomes a defect and never stops the build."""
    raise NotImplementedError


def trace(
    network: SewerNetwork,
    *,
    asset: AssetId | None = None,
    point: Point | None = None,
    direction: Direction = "upstream",
    search_m: float = 50.0,
) -> SewerTrace:
    """Return what lies upstream or downstream of an asset or a point."""
    raise NotImplementedError
