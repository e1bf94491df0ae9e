# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be isolated: points, pipes, devices and what hangs on the mains; and what cannot, in one line."""

import pytest
from regard.core.errors import InputError
from regard.network.isolation.isolate import isolate
from shapely.geometry import Point

CHAIN = {"a": [(0, 0), (100, 0)], "b": [(100, 0), (200, 0)]}
VALVES = {"v1": (10, 0), "v2": (60, 0), "v3": (110, 0)}


@pytest.fixture
def chain(network_of):
    """Return two pipes fed from the left, with valves at 10, 60 and 110 m."""
    return network_of(
        CHAIN,
        valves=VALVES,
        sources={"s": (0, 0)},
        hydrants={"h": (80, 2)},
        customers={"x": (30, 5), "far": (500, 500)},
        connections={"br": [(30, 0), (30, 5)]},
        regulators={"r": (150, 0)},
        check_valves={"c": (180, 0)},
    )


@pytest.mark.parametrize(
    ("asset", "close", "length_m"),
    [("x", "v1", 190), ("br", "v1", 190), ("h", "v2", 140), ("r", "v3", 90), ("c", "v3", 90), ("a", "", 200)],
)
def test_an_asset_stands_for_its_place_on_the_mains(chain, asset, close, length_m):
    cut = isolate(chain, asset=asset)
    assert cut.asset == asset
    assert "".join(cut.close) == close
    assert cut.length_m == pytest.approx(length_m)


def test_a_valve_is_emptied_on_both_sides_without_using_it(chain):
    assert isolate(chain, asset="v2").close == ("v1",)


def test_a_pipe_with_a_point_is_isolated_there_only(chain):
    cut = isolate(chain, asset="a", point=Point(80, 30))
    assert (cut.asset, cut.close) == ("a", ("v2",))
    assert cut.point == Point(80, 30)


def test_the_point_of_a_pipe_is_sought_on_that_pipe(chain):
    assert isolate(chain, asset="a", point=Point(140, 1)).close == ("v2",)


def test_a_whole_pipe_is_all_its_segments(chain):
    cut = isolate(chain, asset="b")
    assert cut.close == ("v2",)
    assert cut.length_m == pytest.approx(140)


def test_the_place_of_an_asset_is_given_back(chain):
    assert isolate(chain, asset="a").point == Point(50, 0)
    assert isolate(chain, asset="v2").point == Point(60, 0)


def test_an_unknown_id_names_near_ones(build):
    with pytest.raises(InputError) as raised:
        isolate(build(), asset="P3")
    assert raised.value.message.code == "network.asset_unknown"
    assert "P03" in raised.value.message.params["near"]


def test_an_unusable_valve_that_is_no_valve_names_near_ones(chain):
    with pytest.raises(InputError) as raised:
        isolate(chain, asset="a", unusable=["v9"])
    assert str(raised.value) == "'v9' is not a valve in service; near: v3, v2, v1"


def test_a_point_far_from_any_pipe_says_how_far(chain):
    with pytest.raises(InputError) as raised:
        isolate(chain, point=Point(50, 60))
    assert str(raised.value) == "No pipe within 50 m of the point: the nearest is 60.0 m away"
    assert isolate(chain, point=Point(50, 60), search_m=100).asset == "a"


def test_an_asset_far_from_any_pipe_cannot_be_isolated(chain):
    with pytest.raises(InputError, match="'far' lies on no pipe"):
        isolate(chain, asset="far")


def test_nothing_asked_is_nothing_answered(chain):
    with pytest.raises(InputError, match="Name an asset, or give a point"):
        isolate(chain)


def test_a_network_without_pipes_has_nothing_to_isolate(network_of):
    empty = network_of({}, valves={"v": (0, 0)}, sources={"s": (0, 0)}, customers={"x": (0, 0)})
    with pytest.raises(InputError, match="no pipe in service"):
        isolate(empty, point=Point(0, 0))
    with pytest.raises(InputError, match="'v' lies on no pipe"):
        isolate(empty, asset="v")


def test_an_asset_that_the_build_left_out_says_why(network_of):
    network = network_of({"a": [(0, 0), (10, 0)], "z": [(5, 5), (5, 5)]}, sources={"s": (0, 0)})
    with pytest.raises(InputError, match="'z' is in the data but not in the network: z: "):
        isolate(network, asset="z")
