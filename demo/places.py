# SPDX-License-Identifier: GPL-3.0-or-later
"""What an OpenStreetMap extract says of a town besides its roads: buildings, addresses, amenities, coast."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import osmium
import pandas as pd
import shapely
from osmium.filter import KeyFilter

from ..core.errors import InputError
from ..core.progress import Progress

_NOT_SUPPLIED = frozenset(
    ("no", "roof", "garage", "garages", "carport", "shed", "kiosk", "construction", "barn", "hangar", "ruins")
)
_WALKS = frozenset({"pedestrian", "living_street"})
_SETTLEMENTS = ("city", "town")
_QUARTERS = frozenset({"suburb", "quarter", "neighbourhood"})
_AS_POINT = {"hospital": "doctors"}
_TAGS = ("housenumber", "street", "name", "amenity", "levels")
_CHECK_EVERY = 5_000


@dataclass(frozen=True, slots=True)
class Places:
    """The frames, in one metric CRS.

    ``buildings``: polygons that can have a water supply; ``addresses`` and ``amenities``: points; all three
    with ``housenumber, street, name, amenity, levels`` ("" where unknown). ``walks``: pedestrian streets
    with ``name``; ``quarters``: named points; ``coast``: lines of the sea or, without sea, of the water's
    edge.
    """

    buildings: gpd.GeoDataFrame
    addresses: gpd.GeoDataFrame
    amenities: gpd.GeoDataFrame
    walks: gpd.GeoDataFrame
    quarters: gpd.GeoDataFrame
    coast: np.ndarray
    town: str


@dataclass(slots=True)
class _Finds:
    """Rows of each kind while the file is read."""

    buildings: list[dict[str, Any]] = field(default_factory=list)
    addresses: list[dict[str, Any]] = field(default_factory=list)
    amenities: list[dict[str, Any]] = field(default_factory=list)
    walks: list[dict[str, Any]] = field(default_factory=list)
    quarters: list[dict[str, Any]] = field(default_factory=list)
    coast: list[bytes] = field(default_factory=list)
    settlements: dict[str, str] = field(default_factory=dict)


def read_places(osm: Path, *, crs: str, progress: Progress) -> Places:
    """Return the places of an ``.osm.pbf`` or ``.osm`` file, projected to ``crs``.

    An unreadable file raises ``InputError``. Linear in the size of the file.
    """
    finds = _Finds()
    wanted = KeyFilter("building", "addr:housenumber", "amenity", "healthcare", "natural", "place", "highway")
    geometry = osmium.geom.WKBFactory()
    try:
        items = osmium.FileProcessor(str(osm)).with_locations().with_areas(wanted).with_filter(wanted)
        for count, item in enumerate(items):
            if count % _CHECK_EVERY == 0:
                progress.check()
            # a way that the extract cuts off has nodes without a place
            with suppress(osmium.InvalidLocationError):
                _sort_in(item, finds, geometry)
    except RuntimeError as error:
        raise InputError("file.unreadable", file=str(osm), reason=str(error)) from error
    return _frames(finds, crs, fallback_name=osm.name.split(".")[0])


def _sort_in(item: Any, finds: _Finds, geometry: osmium.geom.WKBFactory) -> None:
    tags = dict(item.tags)
    if item.is_area():
        _sort_area(item, tags, finds, geometry)
    elif item.is_node():
        _sort_node(item, tags, finds, geometry)
    elif item.is_way() and not item.is_closed():
        if tags.get("natural") == "coastline":
            finds.coast.append(geometry.create_linestring(item))
        elif tags.get("highway") in _WALKS and "tunnel" not in tags and tags.get("name"):
            finds.walks.append({"name": tags["name"], "wkb": geometry.create_linestring(item)})


def _sort_area(item: Any, tags: Mapping[str, str], finds: _Finds, geometry: osmium.geom.WKBFactory) -> None:
    building = tags.get("building")
    if building and building not in _NOT_SUPPLIED:
        finds.buildings.append(_row(tags, geometry.create_multipolygon(item)))
    elif _amenity(tags) and not building:
        finds.amenities.append(_row(tags, geometry.create_multipolygon(item)))
    if tags.get("natural") == "coastline":
        finds.coast.append(geometry.create_multipolygon(item))


def _sort_node(item: Any, tags: Mapping[str, str], finds: _Finds, geometry: osmium.geom.WKBFactory) -> None:
    place = tags.get("place")
    if place in _SETTLEMENTS:
        finds.settlements.setdefault(place, tags.get("name", ""))
    elif place in _QUARTERS and tags.get("name"):
        finds.quarters.append({"name": tags["name"], "wkb": geometry.create_point(item)})
    if "addr:housenumber" in tags:
        finds.addresses.append(_row(tags, geometry.create_point(item)))
    elif _amenity(tags):
        row = _row(tags, geometry.create_point(item))
        # a hospital that is a mere point is a practice, or the counter of one
        finds.amenities.append(row | {"amenity": _AS_POINT.get(row["amenity"], row["amenity"])})


def _amenity(tags: Mapping[str, str]) -> str:
    return tags.get("amenity") or tags.get("healthcare", "")


def _row(tags: Mapping[str, str], wkb: str) -> dict[str, Any]:
    return {
        "housenumber": tags.get("addr:housenumber", ""),
        "street": tags.get("addr:street", ""),
        "name": tags.get("name", ""),
        "amenity": _amenity(tags),
        "levels": tags.get("building:levels", ""),
        "wkb": wkb,
    }


def _frames(finds: _Finds, crs: str, *, fallback_name: str) -> Places:
    amenities = _frame(finds.amenities, _TAGS, crs)
    coast = gpd.GeoSeries(shapely.from_wkb(np.array(finds.coast, dtype=object)), crs="EPSG:4326").to_crs(crs)
    town = next(
        (finds.settlements[kind] for kind in _SETTLEMENTS if kind in finds.settlements), fallback_name
    )
    return Places(
        buildings=_frame(finds.buildings, _TAGS, crs),
        addresses=_frame(finds.addresses, _TAGS, crs),
        amenities=amenities.set_geometry(amenities.geometry.representative_point()),
        walks=_frame(finds.walks, ("name",), crs),
        quarters=_frame(finds.quarters, ("name",), crs),
        coast=coast.boundary.where(coast.geom_type != "LineString", coast).to_numpy(),
        town=town,
    )


def _frame(rows: list[dict[str, Any]], columns: tuple[str, ...], crs: str) -> gpd.GeoDataFrame:
    table = pd.DataFrame(rows, columns=[*columns, "wkb"])
    geometry = shapely.from_wkb(table.pop("wkb").to_numpy())
    return gpd.GeoDataFrame(table, geometry=geometry, crs="EPSG:4326").to_crs(crs)
