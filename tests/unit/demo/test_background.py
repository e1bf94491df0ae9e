# SPDX-License-Identifier: GPL-3.0-or-later
"""The sea lies to the right of a coastline, around its islands."""

import numpy as np
import pytest
from regard.demo.background import sea_of
from shapely.geometry import LineString, Point, Polygon

# drawn westwards: the water, on the right hand, is in the north
COAST = [LineString([(1000, 0), (600, 50)]), LineString([(600, 50), (0, 0)])]
ISLAND = LineString(Polygon([(400, 300), (500, 300), (500, 400), (400, 400)]).exterior.coords)


def covers(sea, x, y):
    return any(polygon.covers(Point(x, y)) for polygon in sea)


def test_the_sea_is_on_the_right_hand_of_the_coast():
    sea = sea_of(np.array(COAST, dtype=object))
    assert covers(sea, 500, 200)
    assert not covers(sea, 500, -200)


def test_an_island_is_not_sea():
    sea = sea_of(np.array([*COAST, ISLAND], dtype=object))
    assert not covers(sea, 450, 350)
    assert covers(sea, 450, 290)


@pytest.mark.parametrize("coast", [[], [ISLAND]])
def test_without_an_open_coast_there_is_no_sea(coast):
    assert len(sea_of(np.array(coast, dtype=object))) == 0
