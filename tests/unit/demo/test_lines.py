# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines beside lines, in parts, and places along them."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from regard.demo.lines import left_of, length_below, offset_lines, split_lines, spread
from shapely.geometry import LineString, box


def _lines(*coordinates):
    return np.array([LineString(line) for line in coordinates], dtype=object)


def test_line_beside_a_street_keeps_its_distance_between_its_leads():
    street = _lines([(0, 0), (100, 0)])
    beside = offset_lines(street, np.array([2.0]), np.array([[0, 0]]), np.array([[100, 0]]), lead_m=5.0)[0]
    middle = shapely.intersection(beside, box(5, -10, 95, 10))
    assert shapely.hausdorff_distance(middle, LineString([(5, 2), (95, 2)])) == pytest.approx(0, abs=1e-9)
    assert beside.coords[0] == (0, 0)
    assert beside.coords[-1] == (100, 0)


def test_negative_offset_lies_to_the_right():
    street = _lines([(0, 0), (0, 50)])
    beside = offset_lines(street, np.array([-3.0]), np.array([[0, 0]]), np.array([[0, 50]]))[0]
    assert beside.interpolate(0.5, normalized=True).x == pytest.approx(3.0)


def test_corner_keeps_its_distance_to_both_legs():
    street = _lines([(0, 0), (50, 0), (50, 50)])
    beside = offset_lines(street, np.array([2.0]), np.array([[0, 0]]), np.array([[50, 50]]))[0]
    assert shapely.distance(beside, LineString([(48, 2), (48, 2.001)])) == pytest.approx(0, abs=1e-9)


def test_lines_that_share_an_end_point_meet():
    streets = _lines([(0, 0), (60, 0)], [(60, 0), (60, 60)])
    node = np.array([[61.0, 1.0]])
    beside = offset_lines(
        streets, np.array([2.0, -2.0]), np.vstack(([[0, 0]], node)), np.vstack((node, [[60, 60]]))
    )
    assert beside[0].coords[-1] == beside[1].coords[0]


def test_parts_are_of_equal_length_and_follow_each_other():
    pieces, parent, number = split_lines(
        _lines([(0, 0), (30, 0), (30, 30)], [(0, 9), (10, 9)]), np.array([3, 1])
    )
    assert shapely.length(pieces) == pytest.approx([20, 20, 20, 10])
    assert parent.tolist() == [0, 0, 0, 1]
    assert number.tolist() == [0, 1, 2, 0]
    assert pieces[0].coords[-1] == pieces[1].coords[0]
    assert list(pieces[1].coords) == [(20, 0), (30, 0), (30, 10)]


walks = st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=8, unique=True)


@given(st.lists(st.tuples(walks, st.integers(1, 6)), min_size=1, max_size=5))
def test_parts_put_together_are_the_line(drawn):
    lines = _lines(*(walk for walk, _ in drawn))
    parts = np.array([count for _, count in drawn])
    pieces, parent, _ = split_lines(lines, parts)
    assert np.bincount(parent).tolist() == parts.tolist()
    for row, line in enumerate(lines):
        own = pieces[parent == row]
        assert shapely.length(own) == pytest.approx(np.full(len(own), line.length / len(own)), abs=1e-6)
        assert own[0].coords[0] == line.coords[0]
        assert own[-1].coords[-1] == pytest.approx(line.coords[-1])


def test_place_to_the_left_of_a_line():
    assert left_of(_lines([(0, 0), (0, 10)]), np.array([4.0]), np.array([1.5]))[0] == pytest.approx(
        [-1.5, 4.0]
    )


def test_spread_places_keep_the_first_and_their_distance():
    xy = np.array([[0, 0], [3, 0], [6, 0], [20, 0]], dtype=float)
    assert spread(xy, 5.0).tolist() == [0, 2, 3]


def test_length_below_buildings():
    houses = shapely.STRtree([box(2, -1, 5, 1), box(7, -1, 8, 1)])
    assert length_below(_lines([(0, 0), (10, 0)], [(0, 5), (10, 5)]), houses).tolist() == [4.0, 0.0]
