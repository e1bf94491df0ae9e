# SPDX-License-Identifier: GPL-3.0-or-later
"""The day's worst leaks: asbestos cement beside gas, a hospital behind the valves, gas over a service."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import shapely

from ..network.isolation.results import Isolation
from .asset_ids import main_ids
from .cuts import cut_at
from .lines import points_at
from .networks import Networks
from .sites import ALONG, FINDERS, Search, Site, named_mains, on_main

_BORES_MM = (80, 200)
_IN_CORRIDOR_M = 1.2
_STEP_FROM_MAIN_M = 1.2
_TRIED = 60
# a cut that a town talks about, and one that it can still live with
_MANY_CUSTOMERS, _MOST_CUSTOMERS = 90, 160
_LANDMARKS = ("Hôpital", "Clinique", "EHPAD")


def _burst_asbestos_gas(search: Search) -> Site:
    """Return a main of asbestos cement with gas in its trench and many customers behind its valves."""
    water = search.networks.water
    score = _ordinary(search) + 2.0 * (water.makeup.material == "amci")
    score += (
        _to_gas_m(search.networks, shapely.line_interpolate_point(water.mains.line, ALONG, normalized=True))
        < _IN_CORRIDOR_M
    )
    score += _meters(search) / (1.0 + _meters(search).max())
    main = _worst_cut(search, score, lambda cut: float(not cut.sensitive_customers))
    return on_main(search, main)


def _burst_sensitive(search: Search) -> Site:
    """Return a main, without asbestos where it can be, whose cut reaches a medical customer."""
    water = search.networks.water
    medical = shapely.points(water.customers.xy[water.customers.user_type == "medical"])
    away_m = shapely.STRtree(medical).query_nearest(
        water.mains.line, return_distance=True, all_matches=False
    )[1]
    score = _ordinary(search) + 2.0 * (water.makeup.material != "amci") + 1.0 / (1.0 + away_m)
    main = _worst_cut(search, score, lambda cut: float(bool(cut.sensitive_customers)))
    return on_main(search, main, landmark=_landmark(search, main))


def _service_leak_gas(search: Search) -> Site:
    """Return a place on a service connection, near its main, with gas in the corridor."""
    water = search.networks.water
    connections = water.connections
    place = points_at(connections.line, np.minimum(_STEP_FROM_MAIN_M, shapely.length(connections.line) / 2))
    near = _to_gas_m(search.networks, shapely.points(place)) < _IN_CORRIDOR_M
    named = water.mains.name[connections.main] != ""
    score = 2.0 * near + named + (connections.meters == 1) + search.rng.random(len(connections))
    chosen = search.best("connection", score)
    street = water.mains.name[connections.main[chosen]]
    return Site(place[chosen], street, connections.ids[chosen], connections.address[chosen])


def _worst_cut(search: Search, score: np.ndarray, suits: Callable[[Isolation], float]) -> int:
    """Return, of the best mains, the one whose cut suits and reaches most customers within reason."""
    ids = main_ids(search.networks.water.mains)[0]
    found: dict[int, tuple[float, float]] = {}
    for main in np.argsort(-score, kind="stable")[:_TRIED].tolist():
        if ("main", main) in search.taken:
            continue
        cut = cut_at(search.water, ids[main], on_main(search, main).xy)
        count = cut.customer_count
        few_enough = count if count <= _MOST_CUSTOMERS else 0
        found[main] = (np.floor(score[main]) + 4.0 * suits(cut), min(few_enough, _MANY_CUSTOMERS))
    return search.take("main", max(found, key=found.__getitem__))


def _ordinary(search: Search) -> np.ndarray:
    """Return a score that puts ordinary mains in named streets first."""
    bore = search.networks.water.makeup.bore_mm
    least_mm, most_mm = _BORES_MM
    return 4.0 * (named_mains(search) & (bore >= least_mm) & (bore <= most_mm))


def _meters(search: Search) -> np.ndarray:
    water = search.networks.water
    return np.bincount(water.connections.main, weights=water.connections.meters, minlength=len(water.mains))


def _landmark(search: Search, main: int) -> str:
    """Return the name of a house of care that the main itself supplies, or nothing."""
    water = search.networks.water
    here = water.connections.main[water.customers.connection] == main
    notes = [note for note in water.customers.note[here] if note.startswith(_LANDMARKS)]
    return next((note.partition(" : ")[2] for note in notes if " : " in note), "")


def _to_gas_m(networks: Networks, points: np.ndarray) -> np.ndarray:
    """Return how far each point lies from the nearest gas pipe whose place is known well."""
    table = networks.third_party
    gas = ((table["network_type"] == "GAZ") & table["accuracy_class"].isin(["A", "B"])).to_numpy()
    if not gas.any():
        return np.full(len(points), np.inf)
    tree = shapely.STRtree(networks.third_party_lines[gas])
    return np.asarray(tree.query_nearest(points, return_distance=True, all_matches=False)[1])


ALL_FINDERS: Mapping[str, Callable[[Search], Site]] = {
    **FINDERS,
    "burst_asbestos_gas": _burst_asbestos_gas,
    "burst_sensitive": _burst_sensitive,
    "service_leak_gas": _service_leak_gas,
}
