# SPDX-License-Identifier: GPL-3.0-or-later
"""Sewers that end where nothing takes the water on are named; those that end well are not."""

from shapely.geometry import Point

Y = {"a": [(0, 0), (50, 0)], "b": [(90, 0), (50, 0)], "c": [(50, 0), (50, -50)]}


def ends(network):
    codes = ("network.sewer_ends", "network.no_outfall")
    return [(found.message.code, found.asset_id) for found in network.defects if found.message.code in codes]


def test_water_that_arrives_to_stay_is_named_where_it_does(sewer_of):
    lost = {**Y, "d": [(200, 0), (250, 0)]}
    network = sewer_of(lost, outfall={"o": (Point(50, -50), {})})
    assert ends(network) == [("network.sewer_ends", "d")]
    assert network.defects[0].place.coords[0] == (250, 0)
    assert network.defects[0].message.params["node"] == "250.000,0.000"


def test_several_pipes_into_one_dead_end_are_one_defect(sewer_of):
    network = sewer_of({"a": Y["a"], "b": Y["b"]}, outfall={"far": (Point(500, 500), {})})
    assert ends(network) == [("network.sewer_ends", "a")]


def test_a_pump_or_an_outfall_beside_the_last_pipe_takes_the_water_on(sewer_of):
    assert ends(sewer_of(Y, pump={"p": (Point(50, -50), {})})) == []
    assert ends(sewer_of(Y, outfall={"o": (Point(53, -40), {})})) == []


def test_without_any_way_out_one_defect_says_so(sewer_of):
    assert ends(sewer_of(Y)) == [("network.no_outfall", "")]
    assert ends(sewer_of({})) == []


def test_a_ring_has_no_end(sewer_of):
    ring = {"a": [(0, 0), (50, 0)], "b": [(50, 0), (50, 50)], "c": [(50, 50), (0, 0)]}
    assert ends(sewer_of(ring, outfall={"o": (Point(900, 0), {})})) == []
