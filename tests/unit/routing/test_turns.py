# SPDX-License-Identifier: GPL-3.0-or-later
"""Forbidden turns and streets without through traffic: equal to a search that remembers what was driven."""

from __future__ import annotations

import heapq
import itertools

import networkx as nx
import numpy as np
import pytest
from regard.routing.roads.road_table import Turn
from regard.routing.roads.road_travel import RoadTravel
from regard.routing.roads.street_arrays import street_arrays
from regard.routing.roads.turns import plain_graph, road_arcs
from shapely.geometry import Point

from .test_road_travel import random_town, road_graph

BOTH = frozenset({"van", "truck"})


def with_rules(graph, rng, turns):
    """Forbid random sequences of two or three edges, and close random streets to through traffic."""
    edges = list(graph.edges(keys=True))
    paths = []
    while len(paths) < turns:
        path = [edges[rng.integers(len(edges))]]
        for _ in range(rng.choice([1, 1, 2])):
            following = [edge for edge in edges if edge[0] == path[-1][1]]
            if following:
                path.append(following[rng.integers(len(following))])
        if len(path) > 1:
            paths.append(Turn(tuple(path), BOTH))
    graph.graph["turns"] = paths
    local = {data["osmid"] for _, _, data in graph.edges(data=True) if rng.random() < 0.2}
    for _, _, data in graph.edges(data=True):
        data["local"] = data["osmid"] in local
    return graph


def remembering_search(graph, travel, origin, goal):
    """Return the seconds between two places by a search over (the last two edges, what was driven so far)."""
    streets = travel.streets
    at = travel._positions([origin, goal])
    (start, end), (a, b) = at.street.tolist(), at.along.tolist()
    seconds, forbidden = streets.side_seconds, set(streets.forbidden())
    leaving = {}
    for side in np.flatnonzero(np.isfinite(seconds)).tolist():
        leaving.setdefault(int(streets.side_tail[side]), []).append(side)
    best = np.inf
    if start == end:
        whole_s = seconds[2 * start + (b < a)]
        best = 0.0 if a == b else abs(b - a) * whole_s
    heap = [
        (part * seconds[side], (side,), "out" if streets.is_local[start] else "on")
        for side, part in ((2 * start, 1 - a), (2 * start + 1, a))
        if np.isfinite(seconds[side])
    ]
    heapq.heapify(heap)
    done = set()
    while heap:
        now, recent, phase = heapq.heappop(heap)
        if now >= best:
            break
        if (recent, phase) in done:
            continue
        done.add((recent, phase))
        for side in leaving.get(int(streets.side_head[recent[-1]]), []):
            driven = (*recent, side)
            if any(driven[first:] in forbidden for first in range(len(driven))):
                continue
            is_local = streets.is_local[side // 2]
            if phase == "in" and not is_local:
                continue
            after = "on" if not is_local else "out" if phase == "out" else "in"
            if side // 2 == end:
                best = min(best, now + (1 - b if side % 2 else b) * seconds[side])
            heapq.heappush(heap, (now + seconds[side], driven[-2:], after))
    return best


@pytest.mark.parametrize("seed", range(10))
def test_times_equal_a_search_that_remembers(seed):
    rng = np.random.default_rng(seed)
    graph = with_rules(random_town(rng), rng, turns=25)
    travel = RoadTravel(graph)
    places = [Point(*xy) for xy in rng.uniform(-30, 430, (10, 2))]
    matrix = travel.matrix(places)
    reached = [place for place in range(len(places)) if place not in matrix.unreachable]
    assert len(reached) > 1
    for i, j in itertools.permutations(reached, 2):
        expected = remembering_search(graph, travel, places[i], places[j])
        assert abs(matrix.seconds[i, j] - expected) <= 0.5
        line = travel.path(places[i], places[j])
        assert line.length == pytest.approx(matrix.metres[i, j], abs=0.51)


@pytest.mark.parametrize("seed", range(5))
def test_networkx_finds_the_same_on_the_plain_graph(seed):
    rng = np.random.default_rng(seed)
    travel = RoadTravel(with_rules(random_town(rng), rng, turns=25))
    plain = plain_graph(travel.streets, travel.arcs)
    streets = range(0, len(travel.streets), 3)
    # from the end of a street, driven to it, to the middle of another
    for start, goal in itertools.permutations(streets, 2):
        after = int(travel.arcs.after[2 * start])
        times = nx.single_source_dijkstra_path_length(plain, after, weight="travel_time")
        whole_s = travel.streets.seconds[goal]
        expected = min(
            (
                times[tail] + whole_s[data["side"] % 2] / 2
                for tail, _, data in plain.edges(data=True)
                if data["side"] // 2 == goal and tail in times
            ),
            default=np.inf,
        )
        middle = travel._map.lines[goal].interpolate(0.5, normalized=True)
        position = travel._positions([middle])
        if position.street[0] != goal:
            continue
        found = travel._hierarchy.table(_at(after), travel._map.arriving(position)[0])[0][0, 0]
        assert found == pytest.approx(expected)


def _at(node):
    from regard.routing.roads.hierarchy import Accesses
    from regard.routing.roads.kernel_hierarchy import ACCESS

    return Accesses(np.array([0, 1]), np.array([(0.0, 0.0, node)], ACCESS))


CROSS = (
    (((-100.0, 0.0), (0.0, 0.0)), 10.0, 10.0),
    (((0.0, 0.0), (100.0, 0.0)), 10.0, 10.0),
    (((0.0, 0.0), (0.0, 100.0)), 10.0, 10.0),
    (((100.0, 0.0), (100.0, 100.0)), 10.0, 10.0),
    (((0.0, 100.0), (100.0, 100.0)), 10.0, 10.0),
)
WEST, NORTH = Point(-50, 1), Point(1, 50)


def test_a_forbidden_left_turn_is_driven_around():
    graph = road_graph(*CROSS)
    assert RoadTravel(graph).matrix([WEST, NORTH]).seconds.tolist() == [[0, 10], [10, 0]]
    graph.graph["turns"] = [Turn(((0, 1, 0), (1, 3, 0)), BOTH)]
    # on to the east, back west by a turn at the next junction, then right
    assert RoadTravel(graph).matrix([WEST, NORTH]).seconds.tolist() == [[0, 30], [10, 0]]


def test_a_turn_forbidden_to_trucks_is_open_to_vans():
    graph = road_graph(*CROSS)
    graph.graph["turns"] = [Turn(((0, 1, 0), (1, 3, 0)), frozenset({"truck"}))]
    assert RoadTravel(graph).matrix([WEST, NORTH]).seconds[0, 1] == 10
    assert RoadTravel(graph, vehicle="truck").matrix([WEST, NORTH]).seconds[0, 1] == 30


def test_without_rules_no_node_is_copied():
    streets = street_arrays(road_graph(*CROSS))
    assert len(road_arcs(streets).junction) == streets.node_count[0]


def test_nobody_drives_through_a_local_street_but_one_stops_there():
    graph = road_graph(*CROSS)
    for _, _, data in graph.edges(data=True):
        data["local"] = data["osmid"] == 1
    travel = RoadTravel(graph)
    inside, beyond = Point(50, 1), Point(101, 50)
    seconds = travel.matrix([WEST, inside, beyond]).seconds
    assert seconds[0, 1] == 10
    assert seconds[0, 2] == 5 + 10 + 10 + 5
    assert seconds[1, 2] == 10
