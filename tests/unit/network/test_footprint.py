# SPDX-License-Identifier: GPL-3.0-or-later
"""Excavations: trenches follow their pipe, pits their place."""

import pytest
from regard.network.assets.locate import Located
from regard.network.assets.roles import Role
from regard.network.digging.footprint import footprint, pit, trench
from shapely.geometry import LineString, Point, box

PIPE = LineString([(0, 0), (100, 0)])


def test_a_trench_lies_around_its_place_along_the_pipe():
    assert trench(PIPE, at_m=40, length_m=6, width_m=2).equals(box(37, -1, 43, 1))


@pytest.mark.parametrize(("at_m", "expected"), [(1, box(0, -1, 6, 1)), (99.5, box(94, -1, 100, 1))])
def test_a_trench_near_an_end_keeps_its_length_on_the_pipe(at_m, expected):
    assert trench(PIPE, at_m=at_m, length_m=6, width_m=2).equals(expected)


def test_a_trench_turns_with_its_pipe():
    bent = LineString([(0, 0), (10, 0), (10, 10)])
    dug = trench(bent, at_m=10, length_m=8, width_m=2)
    assert dug.area == pytest.approx(16)
    assert dug.covers(LineString([(6, 0), (10, 0), (10, 4)]))


def test_a_trench_longer_than_its_pipe_keeps_its_size_and_direction():
    short = LineString([(0, 0), (0, 3)])
    assert (
        trench(short, at_m=1, length_m=5, width_m=2)
        .normalize()
        .equals_exact(box(-1, -1, 1, 4).normalize(), tolerance=1e-9)
    )


def test_a_pit_is_centred_on_its_place():
    assert pit(Point(5, 5), length_m=4, width_m=2).equals(box(3, 4, 7, 6))


def test_a_pit_turns_with_the_pipe_beside_it():
    dug = pit(Point(5, 5), length_m=4, width_m=2, along=LineString([(5, 0), (5, 20)]))
    assert dug.normalize().equals_exact(box(4, 3, 6, 7).normalize(), tolerance=1e-9)


def test_a_line_gets_a_trench_and_a_point_a_pit():
    on_pipe = Located(Role.WATER_PIPE, "p", 0.0, Point(40, 0), PIPE, 40.0)
    assert footprint(on_pipe, length_m=6, width_m=2).equals(box(37, -1, 43, 1))
    hydrant = Located(Role.HYDRANT, "h", 0.0, Point(5, 5), Point(5, 5), None)
    assert footprint(hydrant, length_m=4, width_m=2).equals(box(3, 4, 7, 6))
