# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids and places of the assets of each role, for drawing some by chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from .asset_ids import main_ids, sewer_ids, source_ids
from .networks import Networks
from .zones import Zones


@dataclass(frozen=True, slots=True)
class AssetPlaces:
    """For each role: ids, places (n x 2) and zones."""

    by_role: Mapping[str, tuple[np.ndarray, np.ndarray, np.ndarray]]

    def draw(self, roles: Sequence[str], rng: np.random.Generator) -> tuple[str, str, np.ndarray, str]:
        """Return role, id, place and zone of an asset of the first role that has any."""
        role = next((role for role in roles if role in self.by_role), "delivery_point")
        ids, xy, zones = self.by_role[role]
        chosen = int(rng.integers(len(ids)))
        return role, ids[chosen], xy[chosen], zones[chosen]


def asset_places(networks: Networks, zones: Zones) -> AssetPlaces:
    """Return the assets of a town by role."""
    water, foul, storm = networks.water, networks.foul, networks.storm
    foul_ids, storm_ids = sewer_ids(foul.sewers), sewer_ids(storm.sewers)
    source_xy = np.array([source.xy for source in water.mains.sources])
    found: dict[str, tuple[np.ndarray, np.ndarray]] = {
        "water_pipe": (main_ids(water.mains)[0], _middles(water.mains.line)),
        "valve": (water.valves.ids, water.valves.xy),
        "regulator": (water.regulators.ids, water.regulators.xy),
        "hydrant": (water.hydrants.ids, water.hydrants.xy),
        "source": (np.array(source_ids(water.mains), dtype=object), source_xy),
        "service_connection": (water.connections.ids, _middles(water.connections.line)),
        "delivery_point": (water.customers.ids, water.customers.xy),
        "sewer_pipe": (foul_ids.pipes, _middles(foul.sewers.line)),
        "manhole": (foul_ids.nodes[foul_ids.is_manhole], foul.sewers.xy[foul_ids.is_manhole]),
        "pump": (foul_ids.nodes[foul_ids.is_pump], foul.sewers.xy[foul_ids.is_pump]),
        "outfall": (storm_ids.nodes[storm_ids.is_outfall], storm.sewers.xy[storm_ids.is_outfall]),
        "sewer_connection": (foul.drains.ids, _middles(foul.drains.line)),
    }
    if storm.gullies is not None:
        found["gully"] = (storm.gullies.ids, storm.gullies.xy)
    return AssetPlaces({role: (ids, xy, zones.of(xy)) for role, (ids, xy) in found.items() if len(ids)})


def _middles(lines: np.ndarray) -> np.ndarray:
    return shapely.get_coordinates(shapely.line_interpolate_point(lines, 0.5, normalized=True))
