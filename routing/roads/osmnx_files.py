# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads that osmnx has saved or downloads: GraphML, GeoPackage, and places through Overpass.

Boeing: *Modeling and Analyzing Urban Networks and Amenities with OSMnx*, Geographical Analysis 57 (2025).
What osmnx keeps decides what is known: by default no turn restrictions, barriers, or limits for trucks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
from shapely.geometry import LineString

from ...core.errors import Failure, InputError
from .graph import RoadGraph
from .osm_pieces import great_circle_m
from .road_rules import Passage, RoadRules, road_rules
from .road_table import Edge
from .undisturbed import undisturbed

Attributes = dict[str, Any]
# all that a file of another layout makes of the libraries that read it
_OTHER_LAYOUT = (
    *(ValueError, KeyError, TypeError, AttributeError, OSError, SyntaxError, RuntimeError),
    nx.NetworkXError,
)
_TEXTS = ("highway", "name", "ref", "maxspeed")


def read_graphml(path: Path, *, rules: RoadRules | None = None) -> RoadGraph:
    """Return the roads of ``osmnx.save_graphml``; see ``read_roads``. A file without roads is refused."""
    return _read(path, lambda osmnx: osmnx.load_graphml(path), rules)


def read_road_geopackage(path: Path, *, rules: RoadRules | None = None) -> RoadGraph:
    """Return the roads of ``osmnx.save_graph_geopackage``: layers ``nodes`` and ``edges``.

    Without ``directed=True`` osmnx keeps one edge of a street that is open both ways: the other one is made
    again.
    """

    def load(osmnx: Any) -> RoadGraph:
        import geopandas as gpd

        nodes = gpd.read_file(path, layer="nodes").set_index("osmid")
        edges = gpd.read_file(path, layer="edges")
        directed = _directed(edges) if {"from", "to"} <= {*edges.columns} else edges
        graph: RoadGraph = osmnx.graph_from_gdfs(nodes, directed.set_index(["u", "v", "key"]))
        return graph

    return _read(path, load, rules)


def _directed(edges: Any) -> Any:
    """Return edges that were saved without their directions, each as it was drawn and back where it may be.

    ``from`` and ``to`` are where an edge began and ended before ``u`` and ``v`` lost their order.
    """
    import pandas as pd

    there = edges.assign(u=edges["from"], v=edges["to"])
    back = there[~there["oneway"].astype(bool)]
    back = back.assign(u=back["to"], v=back["from"]).set_geometry(back.geometry.reverse())
    both = pd.concat([there, back], ignore_index=True)
    return both.assign(key=both.groupby(["u", "v"]).cumcount())


def download_roads(place: str, *, rules: RoadRules | None = None) -> RoadGraph:
    """Return the drivable roads of a place that OpenStreetMap knows by name, as they are there today."""
    osmnx, keys = _osmnx(), (rules or road_rules()).keys
    osmnx.settings.use_cache = False
    osmnx.settings.useful_tags_way = sorted({*osmnx.settings.useful_tags_way, *keys, "service"})
    try:
        graph = osmnx.graph_from_place(place, network_type="drive_service")
    except (ValueError, TypeError) as error:
        raise InputError("roads.place_unknown", place=place, reason=str(error)) from error
    except OSError as error:
        raise Failure("roads.no_network", place=place, reason=_innermost(error)) from error
    return from_osmnx(graph, source=place, rules=rules)


def _innermost(error: BaseException) -> str:
    """Return what first went wrong: libraries of the web wrap it in several errors of their own."""
    seen = {id(error)}
    while (inner := error.__cause__ or error.__context__) is not None and id(inner) not in seen:
        seen.add(id(inner))
        error = inner
    return getattr(error, "strerror", None) or str(error)


def _read(path: Path, load: Callable[[Any], RoadGraph], rules: RoadRules | None) -> RoadGraph:
    if not path.is_file():
        raise InputError("file.missing", file=str(path))
    osmnx = _osmnx()
    try:
        graph = load(osmnx)
    except _OTHER_LAYOUT as error:
        raise InputError("roads.not_osmnx", file=str(path), reason=str(error)) from error
    return from_osmnx(graph, source=str(path), rules=rules)


def _osmnx() -> Any:
    try:
        import osmnx
    except ImportError as error:
        raise InputError("roads.osmnx_missing") from error
    return osmnx


def from_osmnx(graph: RoadGraph, *, source: str, rules: RoadRules | None = None) -> RoadGraph:
    """Return a graph of osmnx as ``read_roads`` would: its largest network, with speeds by our own rules.

    ``source`` names the graph in errors; without ``rules``, those that come with Regard hold.
    """
    rules = rules or road_rules()
    roads: RoadGraph = nx.MultiDiGraph(crs=graph.graph.get("crs", "EPSG:4326"))
    with undisturbed():
        kept = {edge: data for edge, data in _edges(graph) if rules.is_drivable(_tags(data))}
        for edge, data, is_back, length_m in _paired(graph, kept):
            for node in edge[:2]:
                roads.add_node(node, x=float(graph.nodes[node]["x"]), y=float(graph.nodes[node]["y"]))
            roads.add_edge(*edge[:2], edge[2], **_attributes(data, rules, is_back=is_back, length_m=length_m))
        count = roads.number_of_edges()
        _keep_largest(roads)
    if not roads:
        raise InputError("roads.none", file=source)
    dropped = {"pieces": count - roads.number_of_edges(), "turns": 0}
    roads.graph.update(osm_date=str(graph.graph.get("created_date", "")), turns=[], dropped=dropped)
    return roads


def _edges(graph: RoadGraph) -> Iterator[tuple[Edge, Attributes]]:
    for u, v, key, data in graph.edges(keys=True, data=True):
        yield (int(u), int(v), int(key)), {name: _plain(value) for name, value in data.items()}


def _plain(value: Any) -> Any:
    """Return a list that was saved as text as the list; None and NaN as nothing."""
    if isinstance(value, str) and value.startswith("[") and value.endswith("]"):
        return [part.strip().strip("'\"") for part in value[1:-1].split(",")]
    return "" if value is None or value != value else value


def _many(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _tags(data: Attributes) -> dict[str, str]:
    """Return the tags of an edge: of several values the first, of speeds all; each edge is one direction."""
    tags = {name: _many(value)[0] for name, value in data.items() if value not in ("", [])}
    if "maxspeed" in tags:
        tags["maxspeed"] = ";".join(_many(data["maxspeed"]))
    return tags | {"oneway": "yes"}


def _paired(
    graph: RoadGraph, edges: dict[Edge, Attributes]
) -> Iterator[tuple[Edge, Attributes, bool, float]]:
    """Yield the edges, whether each drives a street back that was yielded before, and its street's metres."""
    waiting: dict[tuple[Any, ...], list[float]] = {}
    for edge, data in edges.items():
        ways = frozenset(_many(data.get("osmid", "")))
        length_m = float(data.get("length") or _length_m(graph, edge, data))
        twins = waiting.get((edge[1], edge[0], ways), [])
        twin = next((metres for metres in twins if abs(metres - length_m) < 0.01), None)
        if twin is None:
            waiting.setdefault((edge[0], edge[1], ways), []).append(length_m)
            yield edge, data, False, length_m
        else:
            twins.remove(twin)
            yield edge, data, True, twin


def _length_m(graph: RoadGraph, edge: Edge, data: Attributes) -> float:
    """Return the length of an edge that was saved without one, in lon/lat."""
    import numpy as np

    ends = [(graph.nodes[node]["x"], graph.nodes[node]["y"]) for node in edge[:2]]
    line: LineString = data.get("geometry") or LineString(ends)
    return float(great_circle_m(np.array(line.coords)).sum())


def _attributes(data: Attributes, rules: RoadRules, *, is_back: bool, length_m: float) -> Attributes:
    tags = _tags(data)
    van, truck = (rules.passage(tags, vehicle) for vehicle in ("van", "truck"))
    ways = _many(data.get("osmid", "0"))
    structures = [kind for kind in ("tunnel", "bridge") if tags.get(kind, "no") != "no"]
    edge = {name: tags.get(name, "") for name in _TEXTS} | {
        "osmid": int(min(ways, key=int)),
        "ways": ";".join(sorted(ways, key=int)),
        "oneway": str(data.get("oneway")) == "True",
        "reversed": is_back,
        "structure": structures[0] if structures else "",
        "length": length_m,
        "travel_time": _seconds(length_m, van),
        "truck_time": _seconds(length_m, truck),
        "speed_kph": van.forward_kmh or 0.0,
        "local": van.is_local,
        "truck_local": truck.is_local,
    }
    if data.get("geometry"):
        edge["geometry"] = data["geometry"]
    return edge


def _seconds(length_m: float, passage: Passage) -> float:
    return -1.0 if passage.forward_kmh is None else length_m * 3.6 / passage.forward_kmh


def _keep_largest(roads: RoadGraph) -> None:
    """Leave out what cannot be driven to and from the largest network, by the length of its streets."""

    def length_m(nodes: set[int]) -> float:
        return float(sum(data["length"] for _, v, data in roads.edges(nodes, data=True) if v in nodes))

    networks = list(nx.strongly_connected_components(roads))
    if networks:
        roads.remove_nodes_from(set(roads) - max(networks, key=length_m))
