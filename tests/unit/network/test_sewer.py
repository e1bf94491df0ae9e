# SPDX-License-Identifier: GPL-3.0-or-later
"""Sewer traces: the golden network, loops, forks, places on pipes, who and what is on the way."""

import pytest
from regard.core.errors import InputError
from regard.network.assets.roles import Role
from regard.network.layouts.stareau import roles_from_stareau
from regard.network.sewers.build import build_sewer_network
from regard.network.sewers.trace import trace
from shapely.geometry import LineString, Point, box


@pytest.mark.parametrize(
    ("manhole", "direction", "pipes", "length_m"),
    [
        ("R03", "upstream", ("E1", "E2", "E5", "E6"), 175),
        ("R03", "downstream", ("E3", "E4"), 98),
        ("PR1", "upstream", ("E1", "E2", "E3", "E4", "E5", "E6", "E7"), 317),
        ("R01", "upstream", (), 0),
    ],
)
def test_the_golden_traces(golden_sewer, manhole, direction, pipes, length_m):
    found = trace(golden_sewer, asset=manhole, direction=direction)
    assert (found.asset, found.direction, found.pipes) == (manhole, direction, pipes)
    assert found.length_m == pytest.approx(length_m)
    assert found.geometry.length == pytest.approx(length_m)


def test_the_nodes_on_the_way_are_named(golden_sewer):
    assert trace(golden_sewer, asset="R03").nodes == ("R01", "R02", "R03", "R10", "R11")


def test_the_golden_network_is_clean(golden_sewer):
    assert golden_sewer.defects == ()


def test_a_pipe_is_part_of_its_own_trace(golden_sewer):
    assert trace(golden_sewer, asset="E5").pipes == ("E5", "E6")
    assert trace(golden_sewer, asset="E5", direction="downstream").pipes == ("E3", "E4", "E5")


def test_a_place_on_a_pipe_takes_only_that_side_of_it(golden_sewer, golden):
    x, y = golden.SEWER_NODES["R03"]
    on_e3 = Point(x + 20, y + 1)
    upstream = trace(golden_sewer, point=on_e3)
    assert upstream.asset == "E3"
    assert upstream.length_m == pytest.approx(175 + 20)
    downstream = trace(golden_sewer, asset="E3", point=on_e3, direction="downstream")
    assert downstream.length_m == pytest.approx(31 + 47)
    assert downstream.geometry.length == pytest.approx(31 + 47)


def test_a_point_on_a_manhole_takes_every_branch(golden_sewer, golden):
    x, y = golden.SEWER_NODES["R03"]
    found = trace(golden_sewer, point=Point(x + 0.4, y))
    assert found.asset == "R03"
    assert found.pipes == ("E1", "E2", "E5", "E6")


def test_a_loop_is_walked_once(sewer_of):
    ring = {
        "in": [(0, 0), (10, 0)],
        "a": [(10, 0), (20, 5)],
        "b": [(20, 5), (10, 9)],
        "c": [(10, 9), (10, 0)],
    }
    network = sewer_of(ring)
    assert trace(network, asset="in", direction="downstream").pipes == ("a", "b", "c", "in")
    assert trace(network, asset="a", point=Point(15, 2.5)).pipes == ("a", "b", "c", "in")
    whole = trace(network, asset="a", point=Point(15, 2.5))
    assert whole.length_m == pytest.approx(sum(LineString(line).length for line in ring.values()))


def test_both_outlets_of_a_fork_are_followed(sewer_of):
    network = sewer_of(
        {"in": [(0, 0), (10, 0)], "main": [(10, 0), (20, 0)], "overflow": [(10, 0), (10, 9)]},
        outfall={"plant": (Point(20, 0), {}), "river": (Point(10, 9), {})},
    )
    found = trace(network, asset="in", direction="downstream")
    assert found.outfalls == ("plant", "river")
    assert trace(network, asset="main").pipes == ("in", "main")


def test_twin_sewers_stay_two(sewer_of):
    network = sewer_of({"a": [(0, 0), (10, 0)], "b": [(0, 0), (10, 0)], "c": [(10, 0), (20, 0)]})
    assert trace(network, asset="c").pipes == ("a", "b", "c")


def test_a_sewer_that_ends_on_the_inside_of_another_flows_into_it_there(sewer_of):
    network = sewer_of({"main": [(0, 0), (100, 0)], "side": [(40, 30), (40, 0)]})
    down = trace(network, asset="side", direction="downstream")
    assert down.pipes == ("main", "side")
    assert down.length_m == pytest.approx(30 + 60)
    assert trace(network, point=Point(20, 1)).pipes == ("main",)


def test_connections_and_gullies_on_the_way_are_counted_and_no_others(sewer_of):
    network = sewer_of(
        {"up": [(0, 0), (50, 0)], "down": [(50, 0), (100, 0)]},
        sewer_connection={
            "c1": (LineString([(20, 8), (20, 0)]), {}),
            "c2": (LineString([(70, 8), (70, 0)]), {}),
            "c3": (LineString([(90, 8), (90, 0)]), {}),
        },
        gully={"g1": (Point(30, 3), {}), "g2": (Point(0, 0.2), {}), "g3": (Point(95, 3), {})},
    )
    up = trace(network, point=Point(80, 0))
    assert (up.customers, up.customer_count, up.gullies) == (("c1", "c2"), 2, ("g1", "g2"))
    down = trace(network, asset="c2", direction="downstream")
    assert (down.customers, down.gullies) == (("c2", "c3"), ("g3",))


def test_a_standing_asset_is_on_the_node_that_it_names(frame):
    short = (LineString([(0, 0), (0.6, 0)]), {"asset_id": "p", "from_node": "N1", "to_node": "N2"})
    gully = (Point(0.5, 0), {"asset_id": "g", "node_id": "N1"})
    network = build_sewer_network(
        {Role.SEWER_PIPE: frame(Role.SEWER_PIPE, short), Role.GULLY: frame(Role.GULLY, gully)}
    )
    assert trace(network, asset="g", direction="downstream").length_m == pytest.approx(0.6)
    assert trace(network, asset="g").length_m == 0


def test_an_outfall_that_names_a_node_across_town_stays_where_it_is_drawn(frame):
    pipe = (LineString([(0, 0), (900, 0)]), {"asset_id": "p", "from_node": "N1", "to_node": "N2"})
    outfall = (Point(900, 0), {"asset_id": "river", "node_id": "N1"})
    network = build_sewer_network(
        {Role.SEWER_PIPE: frame(Role.SEWER_PIPE, pipe), Role.OUTFALL: frame(Role.OUTFALL, outfall)}
    )
    assert trace(network, asset="p", direction="downstream").outfalls == ("river",)
    assert [(found.asset_id, found.message.english()) for found in network.defects] == [
        ("river", "river: a node id names places that are far apart; the geometry decides (node N1)")
    ]


def test_a_pumping_station_drawn_as_an_area_is_on_the_node_within_it(frame):
    main = (LineString([(0, 0), (50, 0)]), {"asset_id": "p", "from_node": "N1", "to_node": "N2"})
    station = (box(49, -10, 69, 10), {"asset_id": "s", "node_id": "N2"})
    network = build_sewer_network(
        {Role.SEWER_PIPE: frame(Role.SEWER_PIPE, main), Role.PUMP: frame(Role.PUMP, station)}
    )
    assert network.defects == ()
    assert trace(network, asset="s").length_m == 50


def test_a_sewer_drawn_against_its_fall_is_named(frame):
    rises = (LineString([(0, 0), (50, 0)]), {"asset_id": "p", "invert_up_m": 50.0, "invert_down_m": 50.3})
    river = frame(Role.OUTFALL, (Point(0, 0), {"asset_id": "river"}))
    network = build_sewer_network({Role.SEWER_PIPE: frame(Role.SEWER_PIPE, rises), Role.OUTFALL: river})
    assert [found.message.english() for found in network.defects] == [
        "p: is drawn against its fall; the levels decide the direction"
    ]


def test_a_pumped_main_may_rise(frame):
    rises = (LineString([(0, 0), (50, 0)]), {"asset_id": "p", "invert_up_m": 50.0, "invert_down_m": 58.0})
    pump = (Point(0, 0.3), {"asset_id": "s"})
    river = frame(Role.OUTFALL, (Point(50, 0), {"asset_id": "river"}))
    network = build_sewer_network(
        {
            Role.SEWER_PIPE: frame(Role.SEWER_PIPE, rises),
            Role.PUMP: frame(Role.PUMP, pump),
            Role.OUTFALL: river,
        }
    )
    assert network.defects == ()


def test_a_manhole_far_from_any_sewer_is_named_and_cannot_be_traced(sewer_of):
    network = sewer_of(
        {"p": [(0, 0), (50, 0)]}, manhole={"m": (Point(0, 80), {})}, outfall={"o": (Point(50, 0), {})}
    )
    assert [(found.message.code, found.asset_id) for found in network.defects] == [
        ("network.off_network", "m")
    ]
    with pytest.raises(InputError, match="'m' lies on no pipe"):
        trace(network, asset="m")


def test_what_cannot_be_traced_says_why(golden_sewer):
    with pytest.raises(InputError, match="near: E5"):
        trace(golden_sewer, asset="E55")
    with pytest.raises(InputError, match="Name an asset"):
        trace(golden_sewer)
    with pytest.raises(InputError, match=r"the nearest is 1000\.0 m away"):
        trace(golden_sewer, point=Point(687947, 6922900))


def test_a_service_without_sewers_has_nothing_to_trace(sewer_of):
    empty = sewer_of({}, manhole={"m": (Point(0, 0), {})})
    assert "network.no_pipe" in [defect.message.code for defect in empty.defects]
    with pytest.raises(InputError, match="no pipe in service"):
        trace(empty, point=Point(0, 0))


def test_a_flow_code_backward_reverses_the_golden_trace(tables):
    frames = dict(roles_from_stareau(tables.__getitem__, tables.keys()))
    frames[Role.SEWER_PIPE] = frames[Role.SEWER_PIPE].assign(flow="backward")
    network = build_sewer_network(frames)
    up, down = (trace(network, asset="R03", direction=way) for way in ("upstream", "downstream"))
    assert (up.pipes, down.pipes) == (("E3", "E4"), ("E1", "E2", "E5", "E6"))
    assert down.length_m == pytest.approx(175)
    assert down.directions == {"flow_code": 4}


def test_a_code_that_its_inverts_deny_is_followed_and_named(frame):
    values = {"asset_id": "p", "flow": "forward", "invert_up_m": 50.0, "invert_down_m": 50.3}
    pipes = frame(Role.SEWER_PIPE, (LineString([(0, 0), (50, 0)]), values))
    river = frame(Role.OUTFALL, (Point(50, 0), {"asset_id": "river"}))
    network = build_sewer_network({Role.SEWER_PIPE: pipes, Role.OUTFALL: river})
    assert [found.message.code for found in network.defects] == ["network.flow_code_inverts"]


def test_a_main_under_pressure_drawn_towards_its_pump_runs_away_from_it(frame):
    lines = {"a": [(50, 0), (0, 0)], "b": [(90, 0), (50, 0)]}
    pipes = [(LineString(xy), {"asset_id": name, "is_forced": True}) for name, xy in lines.items()]
    pump = (Point(0, 0), {"asset_id": "s"})
    network = build_sewer_network(
        {Role.SEWER_PIPE: frame(Role.SEWER_PIPE, *pipes), Role.PUMP: frame(Role.PUMP, pump)}
    )
    found = trace(network, asset="s", direction="downstream")
    assert (found.pipes, found.directions) == (("a", "b"), {"pump": 2})
    assert found.assumed_m == pytest.approx(90)


def test_at_an_overflow_structure_the_storm_sewer_is_the_overflow(frame):
    kinds = {"in": "combined", "main": "combined", "spill": "storm"}
    lines = {"in": [(0, 0), (50, 0)], "main": [(50, 0), (100, 0)], "spill": [(50, 0), (50, 60)]}
    pipes = [(LineString(xy), {"asset_id": name, "kind": kinds[name]}) for name, xy in lines.items()]
    weir = (Point(50, 0), {"asset_id": "do", "kind": "overflow"})
    network = build_sewer_network(
        {Role.SEWER_PIPE: frame(Role.SEWER_PIPE, *pipes), Role.OUTFALL: frame(Role.OUTFALL, weir)}
    )
    assert trace(network, asset="in", direction="downstream").overflow_pipes == ("spill",)


def test_the_higher_outlet_of_a_fork_is_its_overflow(frame):
    pipes = [
        (LineString(xy), {"asset_id": name, "invert_up_m": top, "invert_down_m": bottom})
        for name, xy, top, bottom in (
            ("in", [(0, 0), (50, 0)], 11.0, 10.0),
            ("main", [(50, 0), (100, 0)], 10.0, 9.5),
            ("spill", [(50, 0), (50, 60)], 10.6, 9.0),
        )
    ]
    river = (Point(50, 60), {"asset_id": "river"})
    network = build_sewer_network(
        {Role.SEWER_PIPE: frame(Role.SEWER_PIPE, *pipes), Role.OUTFALL: frame(Role.OUTFALL, river)}
    )
    found = trace(network, asset="in", direction="downstream")
    assert (found.overflow_pipes, found.outfalls) == (("spill",), ("river",))
    assert [arrival.only_by_overflow for arrival in found.arrivals] == [True]


def leaning(frame, levels, **values):
    """Return a network of one pipe from manhole m0 to m1 (100 m), whose inverts are ``levels``."""
    pipe = {"asset_id": "p", "invert_up_m": 11.0, "invert_down_m": 10.0, **values}
    manholes = [
        (Point(100 * n, 0), {"asset_id": f"m{n}", "invert_level_m": level}) for n, level in enumerate(levels)
    ]
    return build_sewer_network(
        {
            Role.SEWER_PIPE: frame(Role.SEWER_PIPE, (LineString([(0, 0), (100, 0)]), pipe)),
            Role.MANHOLE: frame(Role.MANHOLE, *manholes),
        }
    )


def test_manholes_outrank_inverts_that_fall_as_the_pipe_is_drawn(frame):
    found = trace(leaning(frame, [10.0, 11.0]), asset="m1", direction="downstream")
    assert (found.pipes, found.directions) == (("p",), {"nodes": 1})


def test_inverts_that_rise_as_the_pipe_is_drawn_outrank_manholes(frame):
    network = leaning(frame, [11.0, 10.0], invert_up_m=10.0, invert_down_m=11.0)
    found = trace(network, asset="m1", direction="downstream")
    assert (found.pipes, found.directions) == (("p",), {"inverts": 1})


def test_inverts_that_fall_as_the_pipe_is_drawn_hardly_tell_more_than_the_drawing(frame):
    found = trace(leaning(frame, []), asset="p", direction="downstream")
    assert found.directions == {"own_fall": 1}


@pytest.mark.parametrize("levels", [(11.0, 10.0), (10.0, 11.0)])
@pytest.mark.parametrize(
    ("manholes", "code"), [([], "backward"), ([10.0, 11.0], ""), ([10.0, 11.0], "backward")]
)
def test_the_slope_of_a_pipe_drawn_against_the_flow_is_that_of_its_inverts(frame, levels, manholes, code):
    network = leaning(frame, manholes, flow=code, invert_up_m=levels[0], invert_down_m=levels[1])
    assert network.flow.is_backward.tolist() == [True]
    assert network.flow.fall_m.tolist() == [1.0]
    assert not network.speeds.is_assumed.any()


def test_a_main_under_pressure_may_rise_against_its_drawing(frame):
    network = leaning(frame, [], flow="backward", is_forced=True)
    assert network.flow.fall_m.tolist() == [-1.0]


def test_the_overflow_of_a_fork_is_told_whichever_way_its_outlets_are_drawn(frame):
    pipes = [
        (LineString(xy), {"asset_id": name, "flow": code, "invert_up_m": top, "invert_down_m": bottom})
        for name, xy, code, top, bottom in (
            ("in", [(0, 0), (50, 0)], "forward", 11.0, 10.0),
            ("main", [(100, 0), (50, 0)], "backward", 10.0, 9.5),
            ("spill", [(50, 60), (50, 0)], "backward", 10.6, 9.0),
        )
    ]
    network = build_sewer_network({Role.SEWER_PIPE: frame(Role.SEWER_PIPE, *pipes)})
    assert trace(network, asset="in", direction="downstream").overflow_pipes == ("spill",)


def test_an_impossible_invert_makes_no_overflow(frame):
    pipes = [
        (LineString(xy), {"asset_id": name, "invert_up_m": top, "invert_down_m": bottom})
        for name, xy, top, bottom in (
            ("main", [(50, 0), (100, 0)], 110.0, 109.5),
            ("wrong", [(50, 0), (50, 60)], 0.0, 109.0),
        )
    ]
    network = build_sewer_network({Role.SEWER_PIPE: frame(Role.SEWER_PIPE, *pipes)})
    assert not network.is_overflow.any()


def test_an_outfall_that_shares_the_id_of_the_start_arrives(sewer_of):
    network = sewer_of({"1": [(0, 0), (50, 0)]}, outfall={"1": (Point(50, 0), {})})
    found = trace(network, asset="1", direction="downstream")
    assert [(arrival.role, arrival.asset_id) for arrival in found.arrivals] == [("outfall", "1")]
    assert trace(network, asset="1", role=Role.OUTFALL, direction="downstream").arrivals == ()
