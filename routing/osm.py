# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the drivable roads of an OpenStreetMap extract into an osmnx-style graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import osmium
from numpy.typing import NDArray
from osmium.filter import KeyFilter

from ..core.errors import InputError
from ..core.progress import Progress, SilentProgress
from .road_rules import RoadRules, road_rules
from .roads import RoadGraph, street_graph
from .streets import Piece, join_streets, keep_connected

_EARTH_RADIUS_M = 6_371_009.0
_CHECK_EVERY = 2_000


@dataclass(frozen=True, slots=True)
class _Way:
    """A drivable way: its nodes, their lon/lat (n x 2), its tags."""

    osmid: int
    nodes: list[int]
    lonlat: NDArray[np.float64]
    tags: dict[str, str]


def read_roads(path: str | Path, *, progress: Progress | None = None) -> RoadGraph:
    """Return the roads of an ``.osm.pbf`` or ``.osm`` file that a van can drive, joined into one network.

    Nodes are junctions and dead ends with ``x``, ``y`` (lon, lat); edges are the streets between them, one
    for each open direction, with ``osmid, highway, name, ref, maxspeed, oneway, reversed``, ``structure``
    (tunnel, bridge or empty), ``length`` (m), ``speed_kph``, ``travel_time`` (s), and ``geometry`` where the
    street is not straight. A street open both ways has one edge with ``reversed`` False and one with True.
    ``graph.graph`` holds ``crs`` (EPSG:4326), ``osm_date``, and ``dropped``: what was left out because one
    cannot drive there and back.

    A node that a van cannot pass (bollard, ...) ends the streets on both of its sides. Turn restrictions are
    not read. An unreadable file and one without roads raise ``InputError``. Linear in the size of the file.
    """
    progress = progress or SilentProgress()
    rules = road_rules()
    file = Path(path)
    if not file.is_file():
        raise InputError("file.missing", file=str(path))
    try:
        ways, barriers = _scan(file, rules, progress)
        osm_date = _date(file)
    except RuntimeError as error:
        raise InputError("file.unreadable", file=str(path), reason=str(error)) from error
    progress.report(0.4, "roads.joining")
    pieces, dropped = keep_connected(list(_pieces(ways, barriers, rules)))
    if not pieces:
        raise InputError("roads.none", file=str(path))
    progress.check()
    streets = join_streets(pieces)
    progress.report(0.7, "roads.building")
    graph = street_graph(streets)
    graph.graph.update(osm_date=osm_date, dropped=dropped)
    progress.report(1.0)
    return graph


def _scan(file: Path, rules: RoadRules, progress: Progress) -> tuple[list[_Way], set[int]]:
    """Return the drivable ways with at least two known nodes, and the nodes that stop a van."""
    ways: list[_Way] = []
    barriers: set[int] = set()
    wanted = KeyFilter("highway", "barrier")
    for count, item in enumerate(osmium.FileProcessor(str(file)).with_locations().with_filter(wanted)):
        if count % _CHECK_EVERY == 0:
            progress.check()
        if isinstance(item, osmium.osm.Node):
            if rules.blocks(dict(item.tags)):
                barriers.add(item.id)
        elif isinstance(item, osmium.osm.Way):
            tags = dict(item.tags)
            if rules.is_drivable(tags):
                known = [node for node in item.nodes if node.location.valid()]
                if len(known) > 1:
                    lonlat = np.array([(node.lon, node.lat) for node in known])
                    ways.append(_Way(item.id, [node.ref for node in known], lonlat, tags))
    return ways, barriers


def _date(file: Path) -> str:
    with osmium.io.Reader(str(file), osmium.osm.osm_entity_bits.NOTHING) as reader:
        return str(reader.header().get("osmosis_replication_timestamp"))


def _pieces(ways: list[_Way], barriers: set[int], rules: RoadRules) -> Iterator[Piece]:
    """Yield the ways cut where they meet, end, or cannot be passed."""
    cuts = _meeting_nodes(ways) | barriers
    dead_end = number = 0
    for way in ways:
        run_m = np.concatenate(([0.0], np.cumsum(_great_circle_m(way.lonlat))))
        forward, backward = rules.directions(way.tags)
        pace = tuple(3.6 / rules.average_kmh(way.tags, side) for side in ("forward", "backward"))
        places = [i for i, node in enumerate(way.nodes) if node in cuts]
        for first, last in pairwise(sorted({0, *places, len(way.nodes) - 1})):
            length_m = float(run_m[last] - run_m[first])
            ends = []
            for i in (first, last):
                # each side of a barrier gets a dead end of its own
                if way.nodes[i] in barriers:
                    dead_end -= 1
                    ends.append(dead_end)
                else:
                    ends.append(way.nodes[i])
            number += 1
            yield Piece(
                number=number,
                start=ends[0],
                end=ends[1],
                lonlat=way.lonlat[first : last + 1],
                length_m=length_m,
                forward_s=length_m * pace[0] if forward else None,
                backward_s=length_m * pace[1] if backward else None,
                osmid=way.osmid,
                tags=way.tags,
            )


def _meeting_nodes(ways: list[_Way]) -> set[int]:
    """Return the nodes that the ways use more than once."""
    nodes, uses = np.unique(np.concatenate([way.nodes for way in ways] or [[]]), return_counts=True)
    return set(nodes[uses > 1].tolist())


def _great_circle_m(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the haversine length of each leg of a lon/lat line, in metres."""
    lon, lat = np.radians(lonlat).T
    half_chord = (
        np.sin(np.diff(lat) / 2) ** 2 + np.cos(lat[1:]) * np.cos(lat[:-1]) * np.sin(np.diff(lon) / 2) ** 2
    )
    length_m: NDArray[np.float64] = 2 * _EARTH_RADIUS_M * np.arcsin(np.sqrt(half_chord))
    return length_m
