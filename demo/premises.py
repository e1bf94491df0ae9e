# SPDX-License-Identifier: GPL-3.0-or-later
"""Buildings and addresses that take water: from OpenStreetMap, or along the streets where it knows none."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .chance import stream
from .lines import left_of
from .places import Places
from .settings import settings
from .streets import Streets

_SMALLEST_BUILDING_M2 = 25.0
_ADDRESS_REACH_M = 8.0
_AMENITY_REACH_M = 12.0
_CORNER_M = 14.0
_CLEAR_M = 6.5
# fewer buildings than this for a street section: the extract holds roads only
_BUILDINGS_PER_SECTION = 0.1


@dataclass(frozen=True, slots=True)
class Premises:
    """Entrances that get a service connection, one row each.

    ``frontage``: where the connection may end (building or point); ``housenumber`` and ``street`` as
    mapped, "" where unknown; ``amenity`` and ``name`` of what is there; ``meters``: delivery points behind
    the connection; ``section``: the street section, -1 where it is still to be found.
    """

    frontage: np.ndarray
    housenumber: np.ndarray
    street: np.ndarray
    amenity: np.ndarray
    name: np.ndarray
    meters: np.ndarray
    section: np.ndarray

    def __len__(self) -> int:
        return len(self.frontage)


def find_premises(places: Places, streets: Streets, *, seed: int) -> Premises:
    """Return the premises of a town; along the streets when the extract has no buildings to speak of."""
    if len(places.buildings) < _BUILDINGS_PER_SECTION * len(streets):
        return _along_streets(streets, seed=seed)
    return _from_map(places, seed=seed)


def _along_streets(streets: Streets, *, seed: int) -> Premises:
    """Return houses on both sides of every street, at the spacing of its kind."""
    rng = stream(seed, "premises")
    spacing = settings("premises")["spacing_m"]
    apart_m = pd.Series(streets.kind).map(spacing).fillna(spacing["default"]).to_numpy(dtype=float)
    apart_m = np.where(streets.kind == "crossing", np.inf, apart_m)
    count = np.floor(streets.length_m / apart_m + rng.random(len(streets))).astype(int)
    section = np.repeat(np.arange(len(streets)), count)
    first = np.concatenate(([0], np.cumsum(count)[:-1]))
    rank = np.arange(len(section)) - first[section]
    along_m = (rank + rng.uniform(0.15, 0.85, len(section))) / count[section] * streets.length_m[section]
    corner_m = np.minimum(_CORNER_M, streets.length_m / 3)[section]
    along_m = np.clip(along_m, corner_m, streets.length_m[section] - corner_m)
    setback = rng.uniform(*settings("premises")["setback_m"], len(section))
    spot = left_of(streets.line[section], along_m, np.where(rank % 2 == 0, setback, -setback))
    houses = shapely.points(spot)
    # no house on another street
    in_the_way = shapely.STRtree(streets.line).query(houses, predicate="dwithin", distance=_CLEAR_M)[0]
    houses, section = np.delete(houses, in_the_way), np.delete(section, in_the_way)
    blank = np.full(len(section), "", dtype=object)
    return Premises(
        frontage=houses,
        housenumber=blank,
        street=streets.name[section],
        amenity=blank,
        name=blank,
        meters=np.ones(len(section), dtype=int),
        section=section,
    )


def _from_map(places: Places, *, seed: int) -> Premises:
    """Return one entrance for each address, and for each building without address."""
    buildings = places.buildings[places.buildings.area >= _SMALLEST_BUILDING_M2].reset_index(drop=True)
    building_of = _nearest(places.addresses, buildings, within_m=_ADDRESS_REACH_M)
    entrances = _entrances(buildings, places.addresses, building_of)
    _name_amenities(entrances, buildings, places.amenities)
    known = entrances["building"].to_numpy() >= 0
    rng = stream(seed, "premises")
    return Premises(
        frontage=entrances["frontage"].to_numpy(),
        housenumber=entrances["housenumber"].to_numpy(dtype=object),
        street=entrances["street"].to_numpy(dtype=object),
        amenity=entrances["amenity"].to_numpy(dtype=object),
        name=entrances["name"].to_numpy(dtype=object),
        meters=np.where(known, _meters(rng, entrances["levels"]), 1),
        section=np.full(len(entrances), -1),
    )


def _nearest(points: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, *, within_m: float) -> np.ndarray:
    """Return the row of the nearest area of each point, -1 where none is within reach."""
    found = np.full(len(points), -1)
    point, area = shapely.STRtree(areas.geometry.to_numpy()).query_nearest(
        points.geometry.to_numpy(), max_distance=within_m, all_matches=False
    )
    found[point] = area
    return found


def _entrances(
    buildings: gpd.GeoDataFrame, addresses: gpd.GeoDataFrame, building_of: np.ndarray
) -> pd.DataFrame:
    columns = ["housenumber", "street", "amenity", "name"]
    houses = buildings.geometry.to_numpy()
    inside = building_of >= 0
    door = addresses.geometry.to_numpy().copy()
    # an address inside its building opens onto the nearest wall
    walls = shapely.boundary(houses[building_of[inside]])
    door[inside] = shapely.get_point(shapely.shortest_line(walls, door[inside]), 0)
    doors = addresses[columns].assign(building=building_of, frontage=door)
    doors["levels"] = _of_building(buildings["levels"], building_of)
    first = inside & ~pd.Series(building_of).duplicated().to_numpy()
    lent = first & (doors["amenity"] == "").to_numpy()
    for column in ("amenity", "name"):
        doors[column] = np.where(lent, _of_building(buildings[column], building_of), doors[column])
    alone = buildings[~buildings.index.isin(building_of)]
    whole = alone[[*columns, "levels"]].assign(
        building=alone.index, frontage=shapely.boundary(houses[alone.index])
    )
    return pd.concat((doors, whole), ignore_index=True)


def _of_building(values: pd.Series, building_of: np.ndarray) -> np.ndarray:
    return np.where(building_of >= 0, values.to_numpy(dtype=object)[np.maximum(building_of, 0)], "")


def _name_amenities(
    entrances: pd.DataFrame, buildings: gpd.GeoDataFrame, amenities: gpd.GeoDataFrame
) -> None:
    """Give the first entrance of each building the amenity there that matters most in a cut."""
    first = entrances[entrances["building"] >= 0].drop_duplicates("building")
    beside = amenities[["amenity", "name"]].assign(
        building=_nearest(amenities, buildings, within_m=_AMENITY_REACH_M)
    )
    found = pd.concat((first[["amenity", "name", "building"]], beside), ignore_index=True)
    # the settings list what matters most first
    found["rank"] = found["amenity"].map(
        {word: i for i, word in enumerate(settings("premises")["amenities"])}
    )
    best = found.dropna(subset="rank").sort_values("rank", kind="stable").drop_duplicates("building")
    chosen = best.set_index("building").reindex(first["building"]).fillna({"amenity": "", "name": ""})
    entrances.loc[first.index, ["amenity", "name"]] = chosen[["amenity", "name"]].to_numpy()


def _meters(rng: np.random.Generator, levels: pd.Series) -> np.ndarray:
    """Return the delivery points of each building: one, or one a flat."""
    rule = settings("premises")["individual_meters"]
    floors = pd.to_numeric(levels, errors="coerce").fillna(3.0).clip(1, 60).to_numpy()
    flats = np.clip(floors * rule["a_level"], 1, rule["most"]).astype(int)
    return np.where((rng.random(len(floors)) < rule["share"]) & (floors >= 3), flats, 1)
