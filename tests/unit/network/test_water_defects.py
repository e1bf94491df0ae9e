# SPDX-License-Identifier: GPL-3.0-or-later
"""Dirty data: every defect is named and placed, and the rest of the network works."""

import numpy as np
import pytest
from regard.network.assets.audit import audit
from regard.network.assets.roles import Role
from regard.network.isolation.isolate import isolate
from regard.network.water.water_network import build_water_network
from shapely.geometry import LineString, MultiLineString, Point, Polygon

STRAIGHT = LineString([(0, 0), (10, 0)])
with np.errstate(invalid="ignore"):
    NOWHERE = LineString([(0, 0), (np.nan, 1)])


@pytest.fixture
def build_roles(frame):
    """Return a function that builds a network from (geometry, values) rows by role; it has a source."""

    def build_roles(pipes, **others):
        roles = {Role.WATER_PIPE: pipes, Role.SOURCE: [(Point(0, 0), {"asset_id": "s"})]}
        roles |= {Role[name.upper()]: rows for name, rows in others.items()}
        return build_water_network({role: frame(role, *rows) for role, rows in roles.items()})

    return build_roles


def pipe(geometry, asset_id="p", **values):
    return geometry, {"asset_id": asset_id, **values}


def codes(network):
    return [(found.message.code.removeprefix("network."), found.asset_id) for found in network.defects]


def test_clean_data_has_no_defect(build):
    assert build().defects == ()


@pytest.mark.parametrize("geometry", [None, LineString(), NOWHERE])
def test_a_pipe_without_geometry_is_named_and_left_out(build_roles, geometry):
    network = build_roles([pipe(STRAIGHT, "good"), pipe(geometry, "bad")])
    assert codes(network) == [("geometry_missing", "bad")]
    assert network.defects[0].place is None
    assert isolate(network, asset="good").pipes == ("good",)


@pytest.mark.parametrize("geometry", [LineString([(5, 5), (5, 5)]), Point(5, 5)])
def test_a_pipe_without_length_is_named_and_left_out(build_roles, geometry):
    network = build_roles([pipe(STRAIGHT, "good"), pipe(geometry, "bad")])
    assert codes(network) == [("line_unusable", "bad")]
    assert network.defects[0].place == Point(5, 5)


def test_a_pipe_without_id_gets_one_from_its_row(build_roles):
    network = build_roles([pipe(STRAIGHT, "p"), pipe(LineString([(10, 0), (20, 0)]), "")])
    assert codes(network) == [("id_missing", "water_pipe#2")]
    assert isolate(network, asset="water_pipe#2").pipes == ("p", "water_pipe#2")


def test_an_id_used_twice_stands_for_both_pipes(build_roles):
    network = build_roles([pipe(STRAIGHT, "p"), pipe(LineString([(10, 0), (20, 0)]), "p")])
    assert codes(network) == [("id_duplicate", "p")]
    assert isolate(network, asset="p").length_m == 20


def test_parts_that_follow_each_other_are_one_pipe(build_roles):
    network = build_roles([pipe(MultiLineString([[(0, 0), (4, 0)], [(4, 0), (10, 0)]]))])
    assert codes(network) == [("parts_merged", "p")]
    assert len(network.mains.pipes) == 1
    assert network.defects[0].correction.geometry.equals(LineString([(0, 0), (4, 0), (10, 0)]))


def test_parts_that_are_apart_are_named_and_both_kept(build_roles):
    network = build_roles([pipe(MultiLineString([[(0, 0), (4, 0)], [(6, 0), (10, 0)]]))])
    assert codes(network)[0] == ("multipart", "p")
    assert isolate(network, asset="p").length_m == 8


def test_the_node_ids_of_a_broken_pipe_are_not_trusted(build_roles):
    apart = MultiLineString([[(0, 0), (4, 0)], [(6, 0), (10, 0)]])
    network = build_roles([pipe(apart, from_node="A", to_node="B")])
    assert "A" not in set(network.mains.joints.ids)


def test_a_valve_off_any_pipe_is_named_and_shuts_nothing(build_roles):
    network = build_roles([pipe(STRAIGHT)], valve=[(Point(5, 0.6), {"asset_id": "v"})])
    assert codes(network) == [("device_off_pipe", "v")]
    assert network.defects[0].place == Point(5, 0.6)
    assert isolate(network, asset="p").close == ()


def test_an_island_without_source_is_one_defect(build_roles):
    island = [pipe(LineString([(50, 0), (60, 0)]), "i1"), pipe(LineString([(60, 0), (60, 30)]), "i2")]
    network = build_roles([pipe(STRAIGHT), *island])
    assert codes(network) == [("island", "i1")]
    assert network.defects[0].message.params["length_m"] == 40
    assert isolate(network, asset="i2").already_dry


def test_an_island_behind_a_closed_valve_is_none(build_roles):
    network = build_roles([pipe(STRAIGHT)], valve=[(Point(5, 0), {"asset_id": "v", "is_open": False})])
    assert codes(network) == []


def test_no_source_is_one_defect_not_one_an_island(build_roles):
    network = build_roles([pipe(STRAIGHT), pipe(LineString([(50, 0), (60, 0)]), "i")], source=[])
    assert codes(network) == [("no_source", "")]


def test_no_pipe_is_a_defect(build_roles):
    assert codes(build_roles([]))[-1] == ("no_pipe", "")


def test_what_hangs_too_far_off_is_named(build_roles):
    network = build_roles(
        [pipe(STRAIGHT)],
        delivery_point=[(Point(5, 51), {"asset_id": "x"})],
        hydrant=[(Point(5, -51), {"asset_id": "h"})],
        service_connection=[
            pipe(LineString([(5, 60), (5, 70)]), "far"),
            pipe(LineString([(5, 3), (5, 9)]), "near"),
        ],
    )
    assert codes(network) == [
        ("connection_loose", "near"),
        ("off_network", "far"),
        ("off_network", "x"),
        ("off_network", "h"),
    ]
    assert network.defects[2].message.english() == (
        "x: lies 51 m from the nearest pipe, too far to be joined to it"
    )


def test_assets_out_of_service_are_left_out_without_a_word(build_roles):
    network = build_roles(
        [pipe(STRAIGHT), pipe(LineString([(10, 0), (20, 0)]), "old", in_service=False)],
        valve=[(Point(5, 0), {"asset_id": "v", "in_service": False})],
    )
    assert codes(network) == []
    assert isolate(network, asset="p").pipes == ("p",)


def test_node_ids_join_ends_that_are_a_little_apart(build_roles):
    network = build_roles(
        [pipe(STRAIGHT, "p", to_node="N"), pipe(LineString([(10.4, 0), (20, 0)]), "q", from_node="N")]
    )
    assert codes(network) == [("end_gap", "p")]
    assert network.defects[0].correction.needs_review
    assert isolate(network, asset="p").nodes == ("0.000,0.000", "20.000,0.000", "N")


def test_a_node_id_that_is_far_apart_is_named_and_not_believed(build_roles):
    network = build_roles(
        [
            pipe(STRAIGHT, "p", to_node="N"),
            pipe(LineString([(10, 0), (20, 0)]), "q", from_node="N"),
            pipe(LineString([(20, 9), (20, 0)]), "r", from_node="N"),
        ]
    )
    assert codes(network) == [("node_id_far", "N")]
    assert network.defects[0].place == Point(20, 9)
    assert "N" in isolate(network, asset="p").nodes


def test_two_node_ids_in_one_place_are_one_node_and_named(build_roles):
    network = build_roles(
        [pipe(STRAIGHT, "p", to_node="N"), pipe(LineString([(10, 0), (20, 0)]), "q", from_node="M")]
    )
    assert codes(network) == [("node_ids_differ", "N")]
    assert isolate(network, asset="p").pipes == ("p", "q")


def test_a_reservoir_drawn_as_an_area_feeds_from_inside_it(build_roles):
    basin = Polygon([(-2, -2), (-2, 2), (1, 2), (1, -2)])
    network = build_roles([pipe(STRAIGHT)], source=[(basin, {"asset_id": "s"})])
    assert codes(network) == []
    assert not isolate(network, asset="p").already_dry


def test_three_broken_rows_among_many_are_the_three_named(build_roles):
    rows = [pipe(LineString([(x, 0), (x + 10, 0)]), f"p{x}") for x in range(0, 3000, 10)]
    rows[40], rows[90], rows[200] = pipe(None, "a"), pipe(Point(0, 0), "b"), pipe(rows[200][0], "")
    network = build_roles(rows)
    assert {asset for code, asset in codes(network) if code != "island"} == {"a", "b", "water_pipe#201"}


def test_an_audit_puts_the_most_severe_first(build_roles):
    network = build_roles(
        [pipe(STRAIGHT), pipe(LineString([(50, 0), (60, 0)]), "i")], valve=[(Point(5, 9), {"asset_id": "v"})]
    )
    assert [found.severity for found in audit(network.defects)] == ["error", "warning"]
    assert [found.message.english() for found in audit(network.defects)] == [
        "v: lies 9.00 m off p, the nearest pipe, and cannot shut anything",
        "i: part of the network that no source reaches (10 m)",
    ]


def test_a_pipe_drawn_twice_is_named_and_both_stay(network_of):
    network = network_of(
        {"a": [(0, 0), (50, 0), (100, 0)], "b": [(100, 0), (0, 0)], "c": [(0, 0), (50, 9), (100, 0)]},
        sources={"s": (0, 0)},
    )
    doubled = [found for found in network.defects if found.message.code == "network.doubled"]
    assert [(found.asset_id, found.message.params["other"]) for found in doubled] == [("b", "a")]
    assert len(network.mains.pipes) == 3
