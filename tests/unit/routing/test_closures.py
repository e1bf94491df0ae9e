# SPDX-License-Identifier: GPL-3.0-or-later
"""Which streets a closure closes, on which days, and what becomes of places there."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from regard.routing.roads.closures import Closure, closed_streets
from regard.routing.roads.road_table import Turn
from regard.routing.roads.road_travel import RoadTravel
from shapely.geometry import LineString, Point, box

from .test_turns import CROSS, NORTH, WEST, road_graph

DAY = date(2026, 6, 3)


def closed_by(**closure):
    streets = RoadTravel(road_graph(*CROSS)).streets
    return np.flatnonzero(closed_streets(streets, [Closure(DAY, **closure)], DAY)).tolist()


@pytest.mark.parametrize(
    ("first", "last", "holds"),
    [
        ("2026-06-03", "2026-06-03", True),
        ("2026-06-01", None, True),
        ("2026-06-04", None, False),
        ("2026-06-01", "2026-06-02", False),
    ],
)
def test_both_days_are_included(first, last, holds):
    closure = Closure(date.fromisoformat(first), date.fromisoformat(last) if last else None, way=1)
    assert closure.holds_on(DAY) is holds


def test_a_way_closes_its_streets():
    assert closed_by(way=1) == [1]
    assert closed_by(way=77) == []


@pytest.mark.parametrize(
    ("drawn", "closed"),
    [
        (LineString([(5, 3), (95, -3)]), [1]),
        (LineString([(50, -20), (50, 20)]), [1]),
        (LineString([(-3, 1), (3, 1)]), []),
        (LineString([(0, -20), (0, 5)]), []),
        (LineString([(20, 5), (40, 4)]), [1]),
        (LineString([(50, -20), (50, 120)]), [1, 4]),
        (box(-10, -10, 10, 10), [0, 1, 2]),
        (box(40, 95, 60, 105), [4]),
        (box(400, 400, 410, 410), []),
    ],
)
def test_what_is_drawn_closes_the_streets_that_it_follows_crosses_or_covers(drawn, closed):
    assert closed_by(drawn=drawn) == closed


def test_travel_of_a_day_goes_around_and_stops_nearby():
    graph = road_graph(*CROSS)
    travel = RoadTravel(graph)
    closed = closed_streets(travel.streets, [Closure(DAY, way=2)], DAY)
    around = travel.without(closed)
    beyond = Point(2, 99)
    assert travel.matrix([WEST, beyond]).seconds[0, 1] == 5 + 10
    assert around.matrix([WEST, beyond]).seconds[0, 1] == 5 + 10 + 10 + 10
    # the middle of the closed street is nearest to the junction at its start
    assert around.path(WEST, NORTH).coords[-1] == pytest.approx((1, 0))


def test_turns_over_closed_streets_are_forgotten_and_the_others_kept():
    graph = road_graph(*CROSS)
    both = frozenset({"van"})
    turns = [((0, 1, 0), (1, 3, 0)), ((0, 1, 0), (1, 2, 0))]
    graph.graph["turns"] = [Turn(path, both) for path in turns]
    streets = RoadTravel(graph).streets.without(np.array([False, True, False, False, False]))
    assert streets.forbidden() == [(0, 2)]
    assert len(streets.lines()) == 4
