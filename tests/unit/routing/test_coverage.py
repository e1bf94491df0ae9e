# SPDX-License-Identifier: GPL-3.0-or-later
"""Areas reached in time: exact against networkx's Dijkstra, against sorting, and as shapes."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.routing.coverage import grid as grids
from regard.routing.coverage.grid import Grid, grid_over
from regard.routing.coverage.nearest import two_nearest
from regard.routing.roads.road_travel import RoadTravel
from regard.routing.roads.turns import plain_graph
from regard.routing.travel import StraightLine
from shapely.geometry import Point, box


def town(rng):
    """Return a grid of streets of uneven speeds, some one-way, some missing."""
    graph = nx.MultiDiGraph(crs="EPSG:2154")
    for node in range(25):
        graph.add_node(node, x=node % 5 * 100.0, y=node // 5 * 100.0)
    pairs = [(i, i + 1) for i in range(25) if i % 5 < 4] + [(i, i + 5) for i in range(20)]
    for osmid, (u, v) in enumerate(pairs):
        if rng.random() < 0.15:
            continue
        both = {"osmid": osmid, "length": 100.0}
        graph.add_edge(u, v, **both, travel_time=float(rng.uniform(5, 60)), reversed=False)
        if rng.random() < 0.7:
            graph.add_edge(v, u, **both, travel_time=float(rng.uniform(5, 60)), reversed=True)
    return graph


def seconds_by_networkx(travel, origin, goals):
    """Return the seconds from one point to others: Dijkstra between junctions, parts of streets beside."""
    graph, streets, lines = plain_graph(travel.streets, travel.arcs), travel.streets, travel.streets.lines()

    def on_street(point):
        street = int(np.argmin(shapely.distance(lines, point)))
        return street, float(lines[street].project(point, normalized=True))

    start, at = on_street(origin)
    graph.add_node("start")
    for node, part, way in ((streets.head[start], 1 - at, 0), (streets.tail[start], at, 1)):
        if part == 0 or np.isfinite(streets.seconds[start, way]):
            seconds = part * streets.seconds[start, way] if part else 0.0
            graph.add_edge("start", int(node), travel_time=seconds)
    reached = nx.single_source_dijkstra_path_length(graph, "start", weight="travel_time")
    found = []
    for goal in goals:
        street, part = on_street(goal)
        ways = [np.inf]
        for node, left, way in ((streets.tail[street], part, 0), (streets.head[street], 1 - part, 1)):
            if left == 0 or np.isfinite(streets.seconds[street, way]):
                ways.append(
                    reached.get(int(node), np.inf) + (left * streets.seconds[street, way] if left else 0)
                )
        if street == start:
            moved = part - at
            ways.append(abs(moved) * streets.seconds[street, int(moved < 0)] if moved else 0.0)
        found.append(min(ways))
    return found


@pytest.mark.parametrize("seed", range(12))
def test_reach_equals_dijkstra(seed):
    rng = np.random.default_rng(seed)
    travel = RoadTravel(town(rng))
    # never at the same distance from two streets
    spots = [Point(*rng.uniform(-20, 420, 2)) for _ in range(40)]
    found = travel.reach(spots[:10], np.array(spots, object))
    expected = [seconds_by_networkx(travel, origin, spots) for origin in spots[:10]]
    np.testing.assert_allclose(found, np.array(expected), rtol=1e-5, atol=1e-3)


def test_reach_is_what_the_planner_drives():
    rng = np.random.default_rng(3)
    travel = RoadTravel(town(rng))
    spots = [Point(*rng.uniform(0, 400, 2)) for _ in range(30)]
    matrix, reached = travel.matrix(spots), travel.reach(spots, np.array(spots, object))
    known = matrix.seconds >= 0
    assert known.any()
    np.testing.assert_array_equal(matrix.seconds[known], np.rint(reached[known]))


def test_a_goal_far_from_every_street_is_never_reached():
    travel = RoadTravel(town(np.random.default_rng(1)), reach_m=50.0)
    far, near = Point(200, 5_000), Point(200, 200)
    reached = travel.reach([near, far], np.array([near, far], object))
    assert np.isfinite(reached[0, 0]) and np.isinf(reached[[0, 1, 1], [1, 0, 1]]).all()


def test_without_roads_the_straight_line_is_reached():
    spots = [Point(0, 0), Point(3_000, 4_000)]
    line = StraightLine(factor=1.2, speed_kmh=36.0)
    np.testing.assert_allclose(line.reach(spots[:1], np.array(spots, object)), [[0.0, 600.0]])


@settings(deadline=None)
@given(st.integers(0, 5), st.integers(1, 9), st.randoms(use_true_random=False))
def test_first_and_second_are_those_of_sorting(people, goals, random):
    seconds = np.array(
        [[random.choice([np.inf, *range(9)]) for _ in range(goals)] for _ in range(people)], np.float32
    ).reshape(people, goals)
    cover = two_nearest(seconds)
    for goal in range(goals):
        times = sorted([*seconds[:, goal].tolist(), np.inf, np.inf])
        assert [cover.first_s[goal], cover.second_s[goal]] == times[:2]
        for who, time in ((cover.nearest[goal], times[0]), (cover.next_one[goal], times[1])):
            assert (who == -1) if np.isinf(time) else seconds[who, goal] == time
        if cover.next_one[goal] >= 0:
            assert cover.nearest[goal] != cover.next_one[goal]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 40), min_size=64, max_size=64), st.integers(1, 39))
def test_areas_hold_the_points_reached_in_time_and_no_other(times, limit):
    grid = grid_over(np.array([]), (0.0, 0.0, 500.0, 500.0), finest_m=100.0, most=10_000, off_road_m=0.0)
    seconds = np.array(times, float)
    assert len(grid.points) == 64
    # a limit that no time meets exactly: one that does is on the edge
    limit += 0.5
    inside, outside = grid.area(seconds, 0, limit), grid.area(seconds, limit, np.inf)
    for point, time in zip(grid.points, times, strict=True):
        assert inside.distance(point) < 1e-6 if time < limit else not inside.contains(point)
        assert outside.distance(point) < 1e-6 if time > limit else not outside.contains(point)
    # between them they cover everything once
    assert inside.area + outside.area == pytest.approx(700.0 * 700.0)
    assert inside.intersection(outside).area == pytest.approx(0, abs=1e-3)


def test_a_place_that_is_reached_too_late_is_a_hole_in_the_area():
    grid = grid_over(np.array([]), (0.0, 0.0, 1_000.0, 1_000.0), finest_m=50.0, most=10_000, off_road_m=0.0)
    middle = Point(500, 500)
    seconds = 1_000.0 - shapely.distance(grid.points, middle)
    area = grid.area(seconds, 0, 800.0)
    (only,) = area.geoms
    assert len(only.interiors) == 1
    # a circle of 200 m, not a hull
    assert shapely.Polygon(only.interiors[0]).area == pytest.approx(np.pi * 200**2, rel=0.03)


def test_the_grid_keeps_to_the_streets_and_covers_them_whole():
    rng = np.random.default_rng(5)
    lines = RoadTravel(town(rng)).streets.lines()
    grid = grid_over(lines, (0.0, 0.0, 2_000.0, 2_000.0), finest_m=40.0, most=10_000, off_road_m=60.0)
    assert shapely.distance(shapely.union_all(lines), grid.points).max() <= 60.0
    area = grid.area(np.zeros(len(grid.near)), 0, 1.0)
    assert area.buffer(1e-6).contains(shapely.union_all(lines))


def test_a_large_region_gets_wider_cells():
    grid = grid_over(np.array([]), (0.0, 0.0, 90_000.0, 40_000.0), finest_m=50.0, most=10_000, off_road_m=0.0)
    assert isinstance(grid, Grid) and grid.cell_m == pytest.approx(600.0)
    assert box(*MULTI_BOUNDS).within(box(grid.x[0], grid.y[0], grid.x[-1], grid.y[-1]))


MULTI_BOUNDS = (0.0, 0.0, 90_000.0, 40_000.0)


def test_rings_that_touch_or_cross_themselves_are_mended_without_losing_area():
    touching = shapely.Polygon([(0, 0), (4, 0), (2, 2), (4, 4), (0, 4), (2, 2)])
    crossing = shapely.Polygon([(0, 0), (4, 4), (4, 0), (0, 4)])
    around = shapely.Polygon([(0, 0), (6, 0), (6, 6), (0, 6), (0, 0), (2, 2), (2, 4), (4, 4), (4, 2), (2, 2)])
    found = grids._mended(np.array([touching, crossing, around], dtype=object))
    assert shapely.is_valid(found).all()
    assert shapely.area(found[:2]).tolist() == [8.0, 8.0]
    assert shapely.area(found[2]) == pytest.approx(shapely.area(shapely.make_valid(around)))
