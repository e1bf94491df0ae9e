# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the drivable roads of an OpenStreetMap extract into an osmnx-style graph."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import osmium
from numpy.typing import NDArray
from osmium.filter import KeyFilter, TagFilter
from osmium.geom import ALL, WKBFactory
from osmium.osm.types import OSMEntity

from ...core.errors import InputError
from ...core.progress import Progress, SilentProgress, Span
from .osm_pieces import BuiltUp, Ways, cut_ways
from .osm_turns import KEYS, Restriction, Turns
from .road_rules import RoadRules, road_rules
from .road_table import RoadTable
from .street_table import street_table
from .streets import join_streets, keep_connected
from .undisturbed import undisturbed

_CHECK_EVERY = 2_000
# what stands before the coordinates of a line in WKB: byte order, type, number of points
_WKB_HEAD = 1 + 4 + 4
# what osmium gives for a change without a time
_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class _Found:
    """What an extract holds: streets, nodes that stop a van or a truck only, restrictions, built-up areas.

    ``changed_at`` is when the newest of the streets was changed.
    """

    ways: Ways = field(default_factory=Ways)
    barriers: set[int] = field(default_factory=set)
    truck_barriers: set[int] = field(default_factory=set)
    restrictions: list[Restriction] = field(default_factory=list)
    built_up: list[NDArray[np.float64]] = field(default_factory=list)
    changed_at: datetime = _UNKNOWN


def read_roads(
    path: str | Path, *, rules: RoadRules | None = None, progress: Progress | None = None
) -> RoadTable:
    """Return the roads of an ``.osm.pbf`` or ``.osm`` file that a van can drive, joined into one network.

    Nodes are junctions and dead ends (lon, lat); edges are the streets between them, one for each open
    direction, with ``osmid, highway, name, ref, maxspeed, oneway, reversed``, ``structure`` (tunnel, bridge
    or empty), ``length`` (m), ``speed_kph``, ``travel_time`` (s), ``truck_time`` (s; -1: closed to trucks),
    ``local`` and ``truck_local`` (no through traffic), and ``ways`` (all OSM ways of the street, with
    semicolons). A street open both ways has one edge with ``reversed`` False and one with True. ``dropped``
    tells what was left out because one cannot drive there and back, and how many turn restrictions could not
    be honoured.

    ``osm_date`` is the time that the file gives; in one that gives none, the day of the newest change of a
    street; empty where neither is known.

    Without ``rules``, those that come with Regard say what may be driven, and how fast. A node that a van
    cannot pass (bollard, ...) ends the streets on both of its sides. An unreadable file and
    one without roads raise ``InputError``. Linear in the size of the file, but for sorting.
    """
    progress = progress or SilentProgress()
    rules = rules or road_rules()
    file = Path(path)
    if not file.is_file():
        raise InputError("file.missing", file=str(path))
    with undisturbed():
        try:
            found = _Scan(rules).of(file, Span(progress, 0.0, 0.5))
            osm_date = _date(file) or _day_of(found.changed_at)
        except RuntimeError as error:
            raise InputError("file.unreadable", file=str(path), reason=str(error)) from error
        progress.report(0.5, "roads.joining")
        if not found.ways.tags:
            raise InputError("roads.none", file=str(path))
        pieces = cut_ways(found.ways, found.barriers, BuiltUp(found.built_up), rules)
        pieces, dropped = keep_connected(pieces)
        if not len(pieces):
            raise InputError("roads.none", file=str(path))
        progress.check()
        turns = Turns(found.restrictions, found.truck_barriers, rules.vehicles)
        streets = join_streets(pieces, turns.junctions)
        progress.report(0.7, "roads.building")
        roads, ends = street_table(pieces, streets, found.ways)
        forbidden, left_out = turns.of(ends)
    progress.report(1.0)
    return replace(roads, turns=forbidden, osm_date=osm_date, dropped={**dropped, "turns": left_out})


class _Scan:
    """Reads a file once for the drivable ways with at least two known nodes, and what bears on them."""

    def __init__(self, rules: RoadRules) -> None:
        self._rules, self._found = rules, _Found()
        self._keys = rules.use_keys
        self._drivable: dict[object, bool] = {}
        self._wkb = WKBFactory()

    def of(self, file: Path, progress: Progress) -> _Found:
        found = self._found
        for count, item in enumerate(_wanted(file, self._rules)):
            if count % _CHECK_EVERY == 0:
                progress.check()
            tags = {tag.k: tag.v for tag in item.tags}
            if isinstance(item, osmium.osm.Way):
                self._take_way(item, tags)
            elif isinstance(item, osmium.osm.Node):
                if self._rules.blocks(tags):
                    found.barriers.add(item.id)
                elif self._rules.blocks(tags, "truck"):
                    found.truck_barriers.add(item.id)
            elif isinstance(item, osmium.osm.Relation):
                members = [(member.role, member.type, member.ref) for member in item.members]
                found.restrictions.append(Restriction(tags, members))
        return found

    def _take_way(self, way: osmium.osm.Way, tags: dict[str, str]) -> None:
        is_street = self._is_drivable(tags)
        if not is_street and not (way.is_closed() and self._rules.is_built_up(tags)):
            return
        nodes, lonlat = self._known_nodes(way)
        if is_street and len(nodes) > 1:
            self._found.ways.add(way.id, nodes, lonlat, tags)
            self._found.changed_at = max(self._found.changed_at, way.timestamp)
        elif not is_street and len(nodes) > 3 and nodes[0] == nodes[-1]:
            self._found.built_up.append(np.frombuffer(lonlat).reshape(-1, 2))

    def _is_drivable(self, tags: dict[str, str]) -> bool:
        """Tell whether a way is a street for vans, worked out once for all ways with the same rule."""
        rule = tuple([item for item in tags.items() if item[0] in self._keys])
        known = self._drivable.get(rule)
        if known is None:
            known = self._drivable[rule] = self._rules.is_drivable(tags)
        return known

    def _known_nodes(self, way: osmium.osm.Way) -> tuple[list[int], bytes]:
        """Return the nodes of a way whose place is known, and their lon, lat as pairs of doubles."""
        if len(way.nodes) < 2:
            return [], b""
        try:
            # in one go: node by node takes twice the time
            wkb = self._wkb.create_linestring(way, ALL)
            return [node.ref for node in way.nodes], bytes.fromhex(wkb)[_WKB_HEAD:]
        except osmium.InvalidLocationError:
            known = [node for node in way.nodes if node.location.valid()]
            lonlat = [number for node in known for number in (node.lon, node.lat)]
            return [node.ref for node in known], array("d", lonlat).tobytes()


def _wanted(file: Path, rules: RoadRules) -> Iterator[OSMEntity]:
    """Yield the nodes, ways and relations that may matter."""
    uses = [("highway", kind) for kind in rules.speed_kmh]
    uses += [(key, value) for key, values in rules.built_up.items() for value in values]
    found = osmium.FileProcessor(str(file)).with_locations()
    for kind, wanted in (
        (osmium.osm.NODE, KeyFilter("barrier")),
        (osmium.osm.WAY, TagFilter(*uses)),
        (osmium.osm.RELATION, KeyFilter(*KEYS)),
    ):
        wanted.enable_for(kind)
        found = found.with_filter(wanted)
    return iter(found)


def _date(file: Path) -> str:
    with osmium.io.Reader(str(file), osmium.osm.osm_entity_bits.NOTHING) as reader:
        return str(reader.header().get("osmosis_replication_timestamp"))


def _day_of(changed_at: datetime) -> str:
    return "" if changed_at == _UNKNOWN else f"{changed_at:%Y-%m-%d}"
