# SPDX-License-Identifier: GPL-3.0-or-later
"""Assets found by place and by id."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.network.assets.locate import AssetLocator
from regard.network.assets.roles import Role
from regard.network.layouts.stareau import roles_from_stareau
from shapely.geometry import LineString, Point


@pytest.fixture
def locator(tables):
    return AssetLocator(roles_from_stareau(tables.__getitem__, tables.keys()))


def test_the_nearest_pipe_is_found_with_the_place_on_it(locator):
    found = locator.nearest(Point(687520, 6924002), roles=[Role.WATER_PIPE], within_m=10)
    assert (found.role, found.asset_id) == (Role.WATER_PIPE, "P03")
    assert (found.distance_m, found.position_m) == pytest.approx((2, 120))
    assert found.place == Point(687520, 6924000)


def test_the_nearest_of_several_roles_wins(locator):
    roles = [Role.WATER_PIPE, Role.HYDRANT]
    assert locator.nearest(Point(687700, 6923999), roles=roles, within_m=10).role is Role.WATER_PIPE
    assert locator.nearest(Point(687700, 6923999), roles=roles[::-1], within_m=10).asset_id == "PI-014"


def test_a_point_asset_has_no_position_along(locator):
    found = locator.nearest(Point(687700, 6923999), roles=[Role.HYDRANT], within_m=10)
    assert (found.position_m, found.place) == (None, Point(687700, 6924000))


def test_nothing_within_reach_is_nothing_found(locator):
    assert locator.nearest(Point(687520, 6924075), roles=[Role.WATER_PIPE], within_m=70) is None
    assert locator.nearest(Point(687520, 6924002), roles=[Role.GULLY], within_m=1000) is None


def test_an_asset_is_found_by_its_id(locator):
    pipe = locator.find("P03", roles=[Role.HYDRANT, Role.WATER_PIPE])
    assert (pipe.role, pipe.place, pipe.position_m) == (Role.WATER_PIPE, Point(687500, 6924000), 100)
    assert locator.find("PI-014", roles=[Role.HYDRANT]).place == Point(687700, 6924000)
    assert locator.find("P03", roles=[Role.HYDRANT]) is None


COORDINATES = st.tuples(st.integers(-50, 50), st.integers(-50, 50))


@given(
    lines=st.lists(
        st.tuples(COORDINATES, COORDINATES).filter(lambda ends: ends[0] != ends[1]), min_size=1, max_size=9
    ),
    place=COORDINATES,
    within_m=st.integers(1, 80),
)
def test_no_asset_is_nearer_than_the_one_found(frame, lines, place, within_m):
    rows = [(LineString(ends), {"asset_id": str(index)}) for index, ends in enumerate(lines)]
    locator = AssetLocator({Role.SEWER_PIPE: frame(Role.SEWER_PIPE, *rows)})
    found = locator.nearest(Point(place), roles=[Role.SEWER_PIPE], within_m=within_m)
    nearest_m = min(line.distance(Point(place)) for line, _ in rows)
    if nearest_m > within_m:
        assert found is None
    else:
        assert found.distance_m == pytest.approx(nearest_m)
        assert found.place.distance(Point(place)) == pytest.approx(nearest_m)
