# SPDX-License-Identifier: GPL-3.0-or-later
"""Service connections from the mains to the premises, and the delivery points behind them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .chance import numbered, stream
from .lines import length_below
from .premises import Premises
from .settings import settings
from .streets import Streets
from .water import Mains

_LONGEST_CONNECTION_M = 45.0
_LONGEST_TO_LARGE_M = 120.0
_LARGE_M = 200.0
_OTHER_STREET_M = 40.0
_THROUGH_BUILDINGS = 3.0
# what lies behind is supplied through the front building, not by the service
_LONGEST_BELOW_M, _LONGEST_BELOW_TO_LARGE_M = 10.0, 40.0


@dataclass(frozen=True, slots=True)
class Connections:
    """Service connections, drawn from the main to the building; ``main`` numbers the mains."""

    ids: np.ndarray
    line: np.ndarray
    main: np.ndarray
    address: np.ndarray
    meters: np.ndarray
    premise: np.ndarray

    def __len__(self) -> int:
        return len(self.line)


@dataclass(frozen=True, slots=True)
class Customers:
    """Delivery points; ``connection`` numbers the connections, ``note`` says what is special."""

    ids: np.ndarray
    refs: np.ndarray
    xy: np.ndarray
    connection: np.ndarray
    user_type: np.ndarray
    note: np.ndarray
    address: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)


def connect(premises: Premises, mains: Mains, streets: Streets, buildings: shapely.STRtree) -> Connections:
    """Return the connections of the premises that a main passes within reach.

    A premise takes the main of the street of its address when that is not much farther than the nearest one,
    and one that can be reached without passing under other ``buildings``.
    """
    if (premises.section >= 0).all():
        premise, main = np.arange(len(premises)), premises.section
    else:
        premise, main = _matched(premises, mains, streets, buildings)
    line = shapely.shortest_line(mains.line[main], premises.frontage[premise])
    worth = shapely.length(line) > 0.2
    premise, main, line = premise[worth], main[worth], line[worth]
    order = np.lexsort((shapely.line_locate_point(mains.line[main], shapely.get_point(line, 0)), main))
    premise, main, line = premise[order], main[order], line[order]
    return Connections(
        ids=numbered("BR", len(line), least_digits=5),
        line=line,
        main=main,
        address=_addresses(premises, premise, mains, main, line),
        meters=premises.meters[premise],
        premise=premise,
    )


def _matched(
    premises: Premises, mains: Mains, streets: Streets, buildings: shapely.STRtree
) -> tuple[np.ndarray, np.ndarray]:
    """Return premises with the main that suits each best."""
    usable = np.flatnonzero(streets.kind != "crossing")
    tree = shapely.STRtree(mains.line[usable])
    large = shapely.length(premises.frontage) > _LARGE_M
    reach_m = np.where(large, _LONGEST_TO_LARGE_M, _LONGEST_CONNECTION_M)
    premise, found = tree.query(premises.frontage, predicate="dwithin", distance=reach_m)
    main = usable[found]
    ways = shapely.shortest_line(premises.frontage[premise], mains.line[main])
    below_m = length_below(ways, buildings)
    away_m = shapely.length(ways) + _THROUGH_BUILDINGS * below_m
    named = premises.street[premise]
    away_m += np.where((named != "") & (named != mains.name[main]), _OTHER_STREET_M, 0.0)
    reachable = below_m <= np.where(large[premise], _LONGEST_BELOW_TO_LARGE_M, _LONGEST_BELOW_M)
    pairs = pd.DataFrame({"premise": premise, "main": main, "away": away_m})[reachable]
    best = pairs.sort_values(["premise", "away", "main"], kind="stable").drop_duplicates("premise")
    return best["premise"].to_numpy(), best["main"].to_numpy()


def _addresses(
    premises: Premises, premise: np.ndarray, mains: Mains, main: np.ndarray, line: np.ndarray
) -> np.ndarray:
    """Return an address for each connection, numbered along its street where the map has no number."""
    street = premises.street[premise]
    street = np.where(street != "", street, mains.name[main])
    number = premises.housenumber[premise]
    mapped = pd.to_numeric(pd.Series(number).str.extract(r"^(\d+)")[0], errors="coerce").fillna(0)
    key = pd.Series(np.where(street != "", street, mains.street[main].astype(str)))
    highest = mapped.groupby(key).transform("max").to_numpy()
    without = number == ""
    left = _is_left(mains.line[main], line)
    rank = pd.Series(without).groupby([key, left]).cumsum().to_numpy()
    invented = 2 * (np.floor(highest / 2) + rank) - left
    shown = np.where(without, np.maximum(invented, 1).astype(int).astype(str), number)
    place = np.where(street != "", street, "voie sans nom")
    return pd.Series(shown).str.cat(pd.Series(place), sep=" ").to_numpy(dtype=object)


def _is_left(mains: np.ndarray, lines: np.ndarray) -> np.ndarray:
    """Tell which connections leave their main to the left of its general direction."""
    begin, finish = (shapely.get_coordinates(shapely.get_point(mains, i)) for i in (0, -1))
    here, there = (shapely.get_coordinates(shapely.get_point(lines, i)) for i in (0, -1))
    along, away = finish - begin, there - here
    return along[:, 0] * away[:, 1] - along[:, 1] * away[:, 0] > 0


def take_water(connections: Connections, premises: Premises, *, seed: int) -> Customers:
    """Return the delivery points at the ends of the connections, with their type of user."""
    rng = stream(seed, "customers")
    connection = np.repeat(np.arange(len(connections)), connections.meters)
    first = np.concatenate(([True], connection[1:] != connection[:-1]))[: len(connection)]
    amenity = pd.Series(premises.amenity[connections.premise])
    rules = settings("premises")["amenities"]
    user = amenity.map(lambda word: rules.get(word, {}).get("user", "domestique")).to_numpy(dtype=object)
    note = amenity.map(lambda word: rules.get(word, {}).get("note", "")).to_numpy(dtype=object)
    name = premises.name[connections.premise]
    note = np.where((note != "") & (name != ""), note + " : " + name, note)
    user_type = np.where(first, user[connection], "domestique").astype(object)
    remark = np.where(first, note[connection], "").astype(object)
    _add_home_dialysis(rng, user_type, remark)
    count = len(connection)
    return Customers(
        ids=numbered("PDL", count, least_digits=5),
        refs=np.char.add("C", rng.permutation(900_000)[:count].__add__(100_000).astype(str)).astype(object),
        xy=shapely.get_coordinates(shapely.get_point(connections.line, -1))[connection],
        connection=connection,
        user_type=user_type,
        note=remark,
        address=connections.address[connection],
    )


def _add_home_dialysis(rng: np.random.Generator, user_type: np.ndarray, note: np.ndarray) -> None:
    rule = settings("premises")["home_dialysis"]
    homes = np.flatnonzero(user_type == "domestique")
    count = min(max(rule["least"], len(homes) // rule["one_in"]), len(homes))
    chosen = rng.choice(homes, count, replace=False)
    user_type[chosen], note[chosen] = "medical", rule["note"]
