# SPDX-License-Identifier: GPL-3.0-or-later
"""Where calls come from: an asset of the networks that suits each kind of call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import shapely

from ..network.water.water_network import WaterNetwork
from .asset_ids import sewer_ids
from .lines import points_at
from .networks import Networks
from .streets import MAJOR

_NAMELESS = "voie sans nom"
_OVERFLOW_UPSTREAM_M = (250.0, 2500.0)
_LEAST_MAIN_M = 40.0
# how far along a main a call points: not at its middle, where long mains have a valve
ALONG = 0.4


@dataclass(frozen=True, slots=True)
class Site:
    """A place with what a caller would say of it; ``customer_ref`` is "" when it is nobody's home."""

    xy: np.ndarray
    street: str
    asset: str = ""
    address: str = ""
    customer_ref: str = ""
    landmark: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """The networks in which sites are looked for, and what was given away already: no site comes twice.

    ``water`` answers what a cut would reach; ``homes`` are the customers with an ordinary address.
    """

    networks: Networks
    water: WaterNetwork
    rng: np.random.Generator
    homes: np.ndarray
    taken: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def through(cls, networks: Networks, water: WaterNetwork, rng: np.random.Generator) -> Search:
        """Begin a search through the networks of a town."""
        customers = networks.water.customers
        named = np.array([not address.endswith(_NAMELESS) for address in customers.address], dtype=bool)
        homes = _some((customers.user_type == "domestique") & named, np.ones(len(customers), dtype=bool))
        return cls(networks, water, rng, homes)

    def pick(self, kind: str, candidates: np.ndarray) -> int:
        """Return one of the candidates that was not taken, by chance."""
        free = np.array([c for c in candidates.tolist() if (kind, c) not in self.taken], dtype=int)
        return self.take(kind, int(self.rng.choice(free if len(free) else candidates)))

    def best(self, kind: str, score: np.ndarray) -> int:
        """Return the candidate of the highest score that was not taken."""
        ranked = np.argsort(-score, kind="stable").tolist()
        return self.take(kind, next((c for c in ranked if (kind, c) not in self.taken), ranked[0]))

    def take(self, kind: str, chosen: int) -> int:
        """Note that a candidate is taken and return it."""
        self.taken.add((kind, chosen))
        return chosen


def on_main(search: Search, main: int, *, share: float = ALONG, asset: str = "", landmark: str = "") -> Site:
    """Return a place on a main."""
    mains = search.networks.water.mains
    line = mains.line[[main]]
    xy = points_at(line, share * shapely.length(line))[0]
    return Site(xy, mains.name[main], asset=asset, address=mains.name[main] or _NAMELESS, landmark=landmark)


def named_mains(search: Search) -> np.ndarray:
    """Tell which street mains lie in a street with a name and are long enough to dig on."""
    mains = search.networks.water.mains
    usable: np.ndarray = (mains.name != "") & (mains.length_m > _LEAST_MAIN_M)
    usable[mains.sections :] = False
    return usable


def _main(search: Search) -> Site:
    ordinary = named_mains(search) & (search.networks.water.makeup.bore_mm <= 200)
    return on_main(search, search.pick("main", _some(ordinary, named_mains(search))))


def _dead_end(search: Search) -> Site:
    water = search.networks.water
    degree = water.mains.degree
    ends = (degree[water.mains.end] == 1) | (degree[water.mains.start] == 1)
    main = search.pick("main", _some(ends & named_mains(search), named_mains(search)))
    return on_main(search, main, share=0.95 if degree[water.mains.end[main]] == 1 else 0.05)


def _some(preferred: np.ndarray, otherwise: np.ndarray) -> np.ndarray:
    """Return the rows of the first mask that has any."""
    return np.flatnonzero(preferred if preferred.any() else otherwise)


def _home(search: Search) -> Site:
    customers = search.networks.water.customers
    chosen = search.pick("customer", search.homes)
    address = customers.address[chosen]
    street = address.partition(" ")[2]
    return Site(customers.xy[chosen], street, customers.ids[chosen], address, customers.refs[chosen])


def _hydrant(search: Search) -> Site:
    hydrants, names = search.networks.water.hydrants, search.networks.water.mains.name
    chosen = search.pick("hydrant", _some(names[hydrants.main] != "", np.ones(len(hydrants), dtype=bool)))
    street = names[hydrants.main[chosen]]
    return Site(hydrants.xy[chosen], street, hydrants.ids[chosen], street or _NAMELESS)


def _valve(search: Search, *, stuck: bool) -> Site:
    valves, names = search.networks.water.valves, search.networks.water.mains.name
    suits = (valves.is_stuck == stuck) & valves.is_open
    chosen = search.pick("valve", _some(suits & (names[valves.main] != ""), valves.is_open))
    street = names[valves.main[chosen]]
    return Site(valves.xy[chosen], street, valves.ids[chosen], street or _NAMELESS)


def _foul_sewer(search: Search) -> Site:
    sewers, streets = search.networks.foul.sewers, search.networks.streets
    least_m, most_m = _OVERFLOW_UPSTREAM_M
    busy = (sewers.upstream_m > least_m) & (sewers.upstream_m < most_m) & ~sewers.levels.is_pressure
    ids = sewer_ids(sewers)
    busy &= ids.is_manhole[sewers.start] & (streets.name[sewers.section] != "")
    pipe = search.pick("foul", _some(busy, ids.is_manhole[sewers.start]))
    street = streets.name[sewers.section[pipe]]
    node = sewers.start[pipe]
    return Site(sewers.xy[node], street, ids.nodes[node], street or _NAMELESS)


def _manhole(search: Search, *, major: bool) -> Site:
    sewers, streets = search.networks.foul.sewers, search.networks.streets
    ids = sewer_ids(sewers)
    named = ids.is_manhole[sewers.start] & (streets.name[sewers.section] != "")
    suits = named & (np.isin(streets.kind[sewers.section], list(MAJOR)) if major else True)
    pipe = search.pick("foul", _some(suits, ids.is_manhole[sewers.start]))
    street, node = streets.name[sewers.section[pipe]], sewers.start[pipe]
    return Site(sewers.xy[node], street, ids.nodes[node], street or _NAMELESS)


def _sewer_pump(search: Search) -> Site:
    sewers, streets = search.networks.foul.sewers, search.networks.streets
    arriving_m = np.zeros(len(sewers.xy))
    np.add.at(arriving_m, sewers.end, sewers.upstream_m)
    node = search.best("pump", np.where(sewers.is_pump, arriving_m, -1.0))
    arriving = np.flatnonzero(sewers.end == node)
    street = streets.name[sewers.section[arriving[0]]] if len(arriving) else ""
    return Site(sewers.xy[node], street, sewer_ids(sewers).nodes[node], street or _NAMELESS)


def _gully(search: Search) -> Site:
    storm, streets = search.networks.storm, search.networks.streets
    if storm.gullies is None or not len(storm.gullies):
        return _main(search)
    names = streets.name[storm.sewers.section[storm.gullies.sewer]]
    chosen = search.pick("gully", _some(names != "", np.ones(len(names), dtype=bool)))
    return Site(
        storm.gullies.xy[chosen], names[chosen], storm.gullies.ids[chosen], names[chosen] or _NAMELESS
    )


FINDERS: Mapping[str, Callable[[Search], Site]] = {
    "main": _main,
    "dead_end": _dead_end,
    "customer": _home,
    "house": _home,
    "hydrant": _hydrant,
    "valve": lambda search: _valve(search, stuck=False),
    "stuck_valve": lambda search: _valve(search, stuck=True),
    "foul_sewer": _foul_sewer,
    "manhole": lambda search: _manhole(search, major=False),
    "manhole_road": lambda search: _manhole(search, major=True),
    "sewer_pump": _sewer_pump,
    "gully": _gully,
}
