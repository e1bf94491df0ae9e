# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the drivable roads of an OpenStreetMap extract into an osmnx-style graph."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import osmium
from osmium.filter import KeyFilter

from ...core.errors import InputError
from ...core.progress import Progress, SilentProgress, Span
from .graph import RoadGraph, street_graph
from .osm_pieces import BuiltUp, Ways, cut_ways
from .osm_turns import KEYS, Restriction, Turns
from .road_rules import RoadRules, road_rules
from .streets import join_streets, keep_connected
from .undisturbed import undisturbed

_CHECK_EVERY = 2_000


@dataclass(slots=True)
class _Found:
    """What an extract holds: streets, nodes that stop a van or a truck only, restrictions, built-up areas."""

    ways: Ways = field(default_factory=Ways)
    barriers: set[int] = field(default_factory=set)
    truck_barriers: set[int] = field(default_factory=set)
    restrictions: list[Restriction] = field(default_factory=list)
    built_up: list[list[float]] = field(default_factory=list)


def read_roads(path: str | Path, *, progress: Progress | None = None) -> RoadGraph:
    """Return the roads of an ``.osm.pbf`` or ``.osm`` file that a van can drive, joined into one network.

    Nodes are junctions and dead ends with ``x``, ``y`` (lon, lat); edges are the streets between them, one
    for each open direction, with ``osmid, highway, name, ref, maxspeed, oneway, reversed``, ``structure``
    (tunnel, bridge or empty), ``length`` (m), ``speed_kph``, ``travel_time`` (s), ``truck_time`` (s; -1:
    closed to trucks), ``local`` and ``truck_local`` (no through traffic), ``ways`` (all OSM ways of the
    street, with semicolons), and ``geometry`` where the street is not straight. A street open both ways has
    one edge with ``reversed`` False and one with True. ``graph.graph`` holds ``crs`` (EPSG:4326),
    ``osm_date``, ``turns`` (``Turn``), and ``dropped``: what was left out because one cannot drive there and
    back, and how many turn restrictions could not be honoured.

    A node that a van cannot pass (bollard, ...) ends the streets on both of its sides. An unreadable file and
    one without roads raise ``InputError``. Linear in the size of the file.
    """
    progress = progress or SilentProgress()
    rules = road_rules()
    file = Path(path)
    if not file.is_file():
        raise InputError("file.missing", file=str(path))
    with undisturbed():
        try:
            found = _scan(file, rules, Span(progress, 0.0, 0.5))
            osm_date = _date(file)
        except RuntimeError as error:
            raise InputError("file.unreadable", file=str(path), reason=str(error)) from error
        progress.report(0.5, "roads.joining")
        built_up = BuiltUp(found.built_up)
        pieces, dropped = keep_connected(cut_ways(found.ways, found.barriers, built_up, rules))
        if not pieces:
            raise InputError("roads.none", file=str(path))
        progress.check()
        turns = Turns(found.restrictions, found.truck_barriers)
        streets = join_streets(pieces, turns.junctions)
        progress.report(0.7, "roads.building")
        graph, edges = street_graph(streets)
        graph.graph["turns"], left_out = turns.of(streets, edges)
        graph.graph.update(osm_date=osm_date, dropped={**dropped, "turns": left_out})
    progress.report(1.0)
    return graph


def _scan(file: Path, rules: RoadRules, progress: Progress) -> _Found:
    """Return the drivable ways with at least two known nodes, and what bears on them."""
    found = _Found()
    wanted = KeyFilter("highway", "barrier", *KEYS, *rules.built_up)
    for count, item in enumerate(osmium.FileProcessor(str(file)).with_locations().with_filter(wanted)):
        if count % _CHECK_EVERY == 0:
            progress.check()
        tags = dict(item.tags)
        if isinstance(item, osmium.osm.Way):
            _take_way(found, item, tags, rules)
        elif isinstance(item, osmium.osm.Node):
            if rules.blocks(tags):
                found.barriers.add(item.id)
            elif rules.blocks(tags, "truck"):
                found.truck_barriers.add(item.id)
        elif isinstance(item, osmium.osm.Relation):
            members = [(member.role, member.type, member.ref) for member in item.members]
            found.restrictions.append(Restriction(tags, members))
    return found


def _take_way(found: _Found, way: osmium.osm.Way, tags: dict[str, str], rules: RoadRules) -> None:
    is_street = rules.is_drivable(tags)
    if not is_street and not (way.is_closed() and rules.is_built_up(tags)):
        return
    nodes: list[int] = []
    lonlat: list[float] = []
    for node in way.nodes:
        try:
            lonlat += node.lon, node.lat
        except osmium.InvalidLocationError:
            continue
        nodes.append(node.ref)
    if is_street and len(nodes) > 1:
        found.ways.add(way.id, nodes, lonlat, tags)
    elif not is_street and len(nodes) > 3 and nodes[0] == nodes[-1]:
        found.built_up.append(lonlat)


def _date(file: Path) -> str:
    with osmium.io.Reader(str(file), osmium.osm.osm_entity_bits.NOTHING) as reader:
        return str(reader.header().get("osmosis_replication_timestamp"))
