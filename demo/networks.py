# SPDX-License-Identifier: GPL-3.0-or-later
"""All the networks of a town, laid one after the other along its streets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..core.progress import Progress
from .catchments import Catchments, drain
from .customers import Connections, Customers, connect, take_water
from .drains import Drains, Gullies, connect_drains, place_gullies
from .hydrants import Hydrants, place_hydrants
from .places import Places
from .premises import find_premises
from .sewer import SewerMakeup, Sewers, lay_sewers, size_sewers
from .streets import Streets
from .terrain import make_terrain
from .third_party import lay_third_party
from .valves import (
    Devices,
    Valves,
    place_air_valves,
    place_check_valves,
    place_regulators,
    place_valves,
    upper_zone,
)
from .water import Mains, Makeup, lay_mains, size_mains


@dataclass(frozen=True, slots=True)
class WaterSystem:
    """The water network with what hangs on it; ``upper`` tells the nodes in the upper pressure zone."""

    mains: Mains
    makeup: Makeup
    upper: np.ndarray
    valves: Valves
    check_valves: Devices
    regulators: Devices
    air_valves: Devices
    hydrants: Hydrants
    connections: Connections
    customers: Customers


@dataclass(frozen=True, slots=True)
class SewerSystem:
    """The foul or the storm sewers with what runs into them; only storm sewers have gullies."""

    sewers: Sewers
    makeup: SewerMakeup
    drains: Drains
    gullies: Gullies | None


@dataclass(frozen=True, slots=True)
class Networks:
    """Everything under the streets of a town."""

    streets: Streets
    catchments: Catchments
    water: WaterSystem
    foul: SewerSystem
    storm: SewerSystem
    third_party: pd.DataFrame
    third_party_lines: np.ndarray


def lay_networks(streets: Streets, places: Places, *, seed: int, progress: Progress) -> Networks:
    """Return the networks of a town; the same for the same streets, places and seed. O(n log n)."""
    terrain = make_terrain(places.coast, streets.xy, seed=seed)
    catchments = drain(streets, terrain.height_m(streets.xy))
    progress.report(0.1, "demo.water")
    water = _water(streets, places, catchments, seed=seed)
    progress.check()
    progress.report(0.5, "demo.sewers")
    foul = _sewers(streets, catchments, water.connections, kind="foul", seed=seed)
    progress.check()
    storm = _sewers(streets, catchments, water.connections, kind="storm", seed=seed)
    progress.report(0.9, "demo.third_party")
    table, lines = lay_third_party(streets, seed=seed)
    progress.report(1.0)
    return Networks(streets, catchments, water, foul, storm, table, lines)


def _water(streets: Streets, places: Places, catchments: Catchments, *, seed: int) -> WaterSystem:
    houses = places.buildings.geometry.to_numpy()
    obstacles = shapely.STRtree(np.concatenate((streets.line, houses)))
    mains = lay_mains(streets, catchments.ground_m, obstacles)
    premises = find_premises(places, streets, seed=seed)
    connections = connect(premises, mains, streets, shapely.STRtree(houses))
    meters = np.bincount(connections.main, weights=connections.meters, minlength=len(streets))
    makeup = size_mains(mains, streets, meters, seed=seed)
    upper = upper_zone(mains.height_m)
    valves = place_valves(mains, makeup, upper, seed=seed)
    return WaterSystem(
        mains=mains,
        makeup=makeup,
        upper=upper,
        valves=valves,
        check_valves=place_check_valves(mains, makeup, valves, seed=seed),
        regulators=place_regulators(mains, makeup, upper),
        air_valves=place_air_valves(mains, seed=seed),
        hydrants=place_hydrants(mains, makeup, seed=seed),
        connections=connections,
        customers=take_water(connections, premises, seed=seed),
    )


def _sewers(
    streets: Streets, catchments: Catchments, connections: Connections, *, kind: str, seed: int
) -> SewerSystem:
    sewers = lay_sewers(streets, catchments, kind=kind, seed=seed)
    drains = connect_drains(connections, sewers, seed=seed)
    load = np.bincount(drains.sewer, minlength=len(sewers))
    return SewerSystem(
        sewers=sewers,
        makeup=size_sewers(sewers, streets, load, seed=seed),
        drains=drains,
        gullies=place_gullies(sewers, seed=seed) if kind == "storm" else None,
    )
