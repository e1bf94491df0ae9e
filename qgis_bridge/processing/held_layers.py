# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of the project, read in the main thread, where they live, for use in another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer

from ..layer_source import QgisLayers

if TYPE_CHECKING:
    import geopandas as gpd


@dataclass(frozen=True)
class HeldLayers:
    """Implements ``planner.ports.LayerSource`` on frames that are in memory."""

    frames: Mapping[str, gpd.GeoDataFrame]

    @staticmethod
    def read(layers: Iterable[QgsVectorLayer]) -> HeldLayers:
        """Read layers as they are now, unsaved edits included; to be called in the main thread."""
        source = QgisLayers(layers)
        return HeldLayers({name: source.read_layer(name) for name in source.layer_names()})

    def layer_names(self) -> list[str]:
        """Return the names of the layers."""
        return list(self.frames)

    def read_layer(self, name: str) -> gpd.GeoDataFrame:
        """Return one layer with its own columns."""
        return self.frames[name]
