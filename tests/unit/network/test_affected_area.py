# SPDX-License-Identifier: GPL-3.0-or-later
"""The area of a cut: no wider than asked, nobody left out."""

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from regard.network.isolation.affected_area import affected_area
from shapely.geometry import LineString, MultiLineString, Point, Polygon

PLACES = st.tuples(st.integers(0, 300), st.integers(0, 300))
LINES = st.lists(
    st.tuples(PLACES, PLACES).filter(lambda ends: ends[0] != ends[1]).map(LineString), max_size=6
)


@given(lines=LINES, customers=st.lists(PLACES.map(Point), max_size=8), width_m=st.sampled_from([1, 5, 25]))
def test_the_area_is_the_band_around_mains_and_ways(lines, customers, width_m):
    area = affected_area(MultiLineString(lines), customers, width_m=width_m)
    assert area.is_valid
    kept = shapely.union_all([*lines, *customers]).buffer(0.99 * width_m)
    assert kept.difference(area).area <= 1e-6
    ways = [LineString([customer, foot]) for customer in customers for foot in _feet(customer, lines)]
    widest = shapely.union_all([*lines, *ways, *customers]).buffer(1.01 * width_m)
    assert area.difference(widest).area <= 1e-6
    if lines:
        assert len(area.geoms) <= len(shapely.get_parts(shapely.union_all(lines).buffer(width_m)))


def _feet(customer, lines):
    """Return the nearest places of all the lines that are as near as any."""
    nearest_m = min((line.distance(customer) for line in lines), default=0.0)
    tied = [line for line in lines if line.distance(customer) <= nearest_m + 1e-9]
    return [line.interpolate(line.project(customer)) for line in tied]


def test_nothing_cut_is_an_empty_area():
    assert affected_area(MultiLineString(), [], width_m=10).is_empty


def test_a_block_inside_a_loop_is_not_claimed():
    loop = MultiLineString([[(0, 0), (200, 0), (200, 200), (0, 200), (0, 0)]])
    area = affected_area(loop, [], width_m=15)
    assert not area.covers(Point(100, 100))
    assert len(area.geoms) == 1


def test_the_width_is_that_on_each_side():
    area = affected_area(MultiLineString([[(0, 0), (100, 0)]]), [], width_m=10)
    assert area.area == pytest.approx(2 * 10 * 100 + math.pi * 100, rel=0.01)


def test_a_customer_far_from_the_main_is_joined_to_it():
    area = affected_area(MultiLineString([[(0, 0), (100, 0)]]), [Point(50, 60)], width_m=5)
    assert area.covers(Polygon([(48, 0), (52, 0), (52, 60), (48, 60)]))
    assert len(area.geoms) == 1
