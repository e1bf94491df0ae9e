# SPDX-License-Identifier: GPL-3.0-or-later
"""Travel along roads is exact: it equals networkx's Dijkstra on the graph with the places put into it."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor

import networkx as nx
import numpy as np
import pytest
from regard.core.errors import InputError
from regard.routing.roads import road_travel
from regard.routing.roads.graph import edge_line
from regard.routing.roads.road_travel import RoadTravel
from regard.routing.travel import StraightLine
from shapely.geometry import LineString, Point


def road_graph(*streets):
    """Return a graph of streets given as (line, seconds forward, seconds backward or None)."""
    graph = nx.MultiDiGraph(crs="EPSG:2154")
    numbers = {}
    for osmid, (coordinates, forward_s, backward_s) in enumerate(streets):
        line = LineString(coordinates)
        u, v = (numbers.setdefault(end, len(numbers)) for end in (coordinates[0], coordinates[-1]))
        for node, (x, y) in ((u, coordinates[0]), (v, coordinates[-1])):
            graph.add_node(node, x=x, y=y)
        common = {"osmid": osmid, "length": line.length}
        graph.add_edge(u, v, **common, travel_time=forward_s, reversed=False, geometry=line)
        if backward_s is not None:
            graph.add_edge(v, u, **common, travel_time=backward_s, reversed=True, geometry=line.reverse())
    return graph


def random_town(rng):
    """Return a bent grid with one-ways, parallel streets, loops, and a part that is cut off."""
    x, y = np.meshgrid(np.arange(5) * 100.0, np.arange(5) * 100.0)
    spots = [
        (float(a + rng.normal() * 15), float(b + rng.normal() * 15))
        for a, b in zip(x.flat, y.flat, strict=True)
    ]
    pairs = [(i, i + 1) for i in range(25) if i % 5 < 4] + [(i, i + 5) for i in range(20)]
    streets = []
    for i, j in pairs:
        for _ in range(rng.choice([0, 1, 1, 1, 2])):
            bend = tuple((np.array(spots[i]) + spots[j]) / 2 + rng.normal(size=2) * 20)
            backward_s = None if rng.random() < 0.3 else float(rng.uniform(5, 40))
            streets.append(((spots[i], bend, spots[j]), float(rng.uniform(5, 40)), backward_s))
    here = spots[int(rng.integers(25))]
    loop = (here, (here[0] + 30, here[1] + 40), (here[0] - 30, here[1] + 40), here)
    streets.append((loop, 30.0, 35.0))
    streets.append((((600.0, 0.0), (700.0, 0.0)), 10.0, 10.0))
    return road_graph(*streets)


def reference(graph, places):
    """Return the seconds between places after splitting the nearest street of each one."""
    streets = [
        (u, v, key, data) for u, v, key, data in graph.edges(keys=True, data=True) if not data["reversed"]
    ]
    on_street = {}
    for place in places:
        street = min(
            streets, key=lambda street: edge_line(graph, street[0], street[1], street[3]).distance(place)
        )
        on_street.setdefault(street[:3], []).append(place)
    split = graph.copy()
    for (u, v, key), members in on_street.items():
        data = graph.edges[u, v, key]
        twins = [
            (other_key, other)
            for other_key, other in graph[v].get(u, {}).items()
            if other["reversed"] and other["osmid"] == data["osmid"]
        ]
        split.remove_edge(u, v, key)
        at = sorted((data["geometry"].project(place, normalized=True), id(place)) for place in members)
        stops = [(0.0, u), *at, (1.0, v)]
        for (a, first), (b, last) in itertools.pairwise(stops):
            split.add_edge(first, last, travel_time=(b - a) * data["travel_time"])
            if a == b:
                split.add_edge(last, first, travel_time=0.0)
        for other_key, other in twins:
            split.remove_edge(v, u, other_key)
            for (a, first), (b, last) in itertools.pairwise(stops):
                split.add_edge(last, first, travel_time=(b - a) * other["travel_time"])
    lengths = dict(nx.all_pairs_dijkstra_path_length(split, weight="travel_time"))
    return np.array([[lengths[id(a)].get(id(b), np.inf) for b in places] for a in places])


@pytest.mark.parametrize("seed", range(12))
def test_times_equal_dijkstra_on_the_graph_with_the_places_inserted(seed):
    rng = np.random.default_rng(seed)
    graph = random_town(rng)
    places = [Point(*xy) for xy in rng.uniform(-30, 430, (12, 2))] + [Point(650, 5)]
    matrix = RoadTravel(graph).matrix(places)
    expected = reference(graph, places)
    reached = [i for i in range(len(places)) if i not in matrix.unreachable]
    assert len(places) - 1 in matrix.unreachable
    assert len(reached) > 1
    near = np.ix_(reached, reached)
    assert np.abs(matrix.seconds[near] - expected[near]).max() <= 0.5
    for lost in matrix.unreachable:
        assert not all(np.isfinite(expected[lost, i]) and np.isfinite(expected[i, lost]) for i in reached)
        assert set(matrix.seconds[lost]) == set(matrix.seconds[:, lost]) == {-1}


@pytest.mark.parametrize("seed", range(6))
def test_the_line_is_as_long_as_the_matrix_says_and_joins_the_streets(seed):
    rng = np.random.default_rng(seed)
    graph = random_town(rng)
    places = [Point(*xy) for xy in rng.uniform(-30, 430, (8, 2))]
    travel = RoadTravel(graph)
    matrix = travel.matrix(places)
    streets = [data["geometry"] for _, _, data in graph.edges(data=True)]
    for i, origin in enumerate(places):
        for j, destination in enumerate(places):
            if {i, j} & set(matrix.unreachable):
                continue
            line = travel.path(origin, destination)
            assert line.length == pytest.approx(matrix.metres[i, j], abs=0.51)
            for end, place in ((line.coords[0], origin), (line.coords[-1], destination)):
                nearest = min(street.distance(place) for street in streets)
                assert Point(end).distance(place) == pytest.approx(nearest, abs=1e-6)


SQUARE = (
    (((0.0, 0.0), (100.0, 0.0)), 10.0, None),
    (((100.0, 0.0), (100.0, 100.0)), 10.0, None),
    (((100.0, 100.0), (0.0, 100.0)), 10.0, None),
    (((0.0, 100.0), (0.0, 0.0)), 10.0, None),
)


def test_going_back_along_a_one_way_street_takes_the_way_round():
    travel = RoadTravel(road_graph(*SQUARE))
    near, far = Point(20, 5), Point(80, 5)
    seconds = travel.matrix([near, far]).seconds
    assert seconds[0, 1] == 6
    assert seconds[1, 0] == 40 - 6
    assert travel.path(far, near).length == pytest.approx(340)
    assert list(travel.path(near, far).coords) == [(20, 0), (80, 0)]


def test_a_place_far_from_every_road_is_named():
    travel = RoadTravel(road_graph(*SQUARE), reach_m=50)
    matrix = travel.matrix([Point(20, 5), Point(20, -51), Point(90, 0)])
    assert matrix.unreachable == (1,)
    with pytest.raises(InputError, match="no way by road"):
        travel.path(Point(20, 5), Point(20, -51))


def test_no_place_within_reach_leaves_all_unreachable():
    travel = RoadTravel(road_graph(*SQUARE), reach_m=50)
    assert travel.matrix([Point(900, 900), Point(-900, 0)]).unreachable == (0, 1)


def test_no_places_give_an_empty_matrix():
    assert RoadTravel(road_graph(*SQUARE)).matrix([]).size == 0


def test_the_same_place_twice_is_at_no_distance():
    travel = RoadTravel(road_graph(*SQUARE))
    assert not travel.matrix([Point(20, 5), Point(20, 5)]).seconds.any()
    assert travel.path(Point(20, 5), Point(20, 5)).length == 0


def test_straight_lines_are_lengthened_and_driven_at_one_speed():
    matrix = StraightLine(factor=1.3, speed_kmh=30).matrix([Point(0, 0), Point(3000, 4000)])
    assert matrix.metres[0, 1] == 6500
    assert matrix.seconds[0, 1] == 780
    assert matrix.unreachable == ()


@pytest.mark.parametrize("seed", range(6))
def test_a_matrix_is_the_same_whatever_was_asked_before(seed):
    rng = np.random.default_rng(seed)
    graph = random_town(rng)
    places = [Point(*xy) for xy in rng.uniform(-30, 430, (24, 2))]
    travel = RoadTravel(graph)
    for _ in range(12):
        asked = [places[number] for number in rng.permutation(24)[: rng.integers(1, 24)]]
        # the same again, with some more places, with a few others only
        for some in (asked, [*places[:2], *asked], [*asked[2:], places[0]]):
            found, whole = travel.matrix(some), RoadTravel(graph).matrix(some)
            assert (found.seconds == whole.seconds).all()
            assert (found.metres == whole.metres).all()
            assert (found.unreachable, found.why) == (whole.unreachable, whole.why)


def test_it_is_told_why_a_place_cannot_be_reached():
    graph = road_graph(*SQUARE, (((200.0, 0.0), (300.0, 0.0)), 10.0, 10.0))
    travel = RoadTravel(graph, reach_m=500)
    matrix = travel.matrix([Point(20, 5), Point(80, 5), Point(250, 2), Point(50, -600)])
    assert matrix.unreachable == (2, 3)
    assert [why.code for why in matrix.why] == ["roads.cut_off", "roads.too_far"]
    assert matrix.why[1].params == {"distance": 600}


def test_a_place_on_a_cut_off_street_is_walked_to_from_one_that_is_near():
    graph = road_graph(*SQUARE, (((0.0, -20.0), (100.0, -20.0)), 10.0, 10.0))
    places = [Point(20, 5), Point(80, -19)]
    assert RoadTravel(graph).matrix(places).unreachable == (1,)
    assert RoadTravel(graph, walk_m=30).matrix(places).seconds[0, 1] == 6
    assert RoadTravel(graph, walk_m=10).matrix(places).unreachable == (1,)


def test_a_closed_street_is_driven_around_and_nobody_stops_there():
    graph = road_graph(*SQUARE, (((0.0, 0.0), (100.0, 100.0)), 5.0, 5.0))
    places = [Point(10, 10.5), Point(90, 89.5), Point(50, 49)]
    assert RoadTravel(graph).matrix(places).seconds[0, 1] == 4
    travel = RoadTravel(graph)
    closed = travel.without(travel.streets.ways == "4")
    assert closed.matrix(places).seconds[0, 1] == 20
    assert closed.path(places[0], places[2]).coords[-1] == pytest.approx((50, 0))


def test_arrays_give_the_same_travel_back():
    rng = np.random.default_rng(3)
    travel = RoadTravel(random_town(rng))
    again = RoadTravel.from_arrays(travel.arrays())
    places = [Point(*xy) for xy in rng.uniform(0, 400, (6, 2))]
    assert (again.matrix(places).seconds == travel.matrix(places).seconds).all()
    assert again.path(places[0], places[0]).length == 0


def test_two_sides_of_a_ring_of_one_way_keep_both_directions():
    graph = nx.MultiDiGraph(crs="EPSG:2154")
    for node in (0, 1):
        graph.add_node(node, x=100.0 * node, y=0.0)
    for bend_m in (30.0, -30.0):
        line = LineString([(0, 0), (50, bend_m), (100, 0)])
        common = {"osmid": 7, "length": line.length, "travel_time": 9.0}
        graph.add_edge(0, 1, **common, reversed=False, geometry=line)
        graph.add_edge(1, 0, **common, reversed=True, geometry=line.reverse())
    streets = RoadTravel(graph).streets
    assert streets.seconds.tolist() == [[9.0, 9.0], [9.0, 9.0]]


def test_threads_find_the_lines_that_one_alone_finds():
    rng = np.random.default_rng(3)
    graph = random_town(rng)
    places = [Point(*xy) for xy in rng.uniform(-30, 430, (12, 2))]
    lost = set(RoadTravel(graph).matrix(places).unreachable)
    pairs = [pair for pair in itertools.permutations(range(12), 2) if not lost & set(pair)]
    travel = RoadTravel(graph)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda pair: travel.path(*(places[at] for at in pair)), pairs * 3))
    # each by a model that has seen no other place
    alone = [RoadTravel.from_arrays(travel.arrays()).path(places[i], places[j]) for i, j in pairs]
    assert together == alone * 3


def test_places_are_remembered_up_to_a_number(monkeypatch):
    monkeypatch.setattr(road_travel, "_MOST_KNOWN", 3)
    rng = np.random.default_rng(5)
    travel = RoadTravel(road_graph(*SQUARE))
    places = [Point(*xy) for xy in rng.uniform(0, 100, (10, 2))]
    whole = travel.matrix(places)
    assert (travel.matrix(places).seconds == whole.seconds).all()
    travel.matrix(places[:1])
    assert len(travel._known) == 1
