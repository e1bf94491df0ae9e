# SPDX-License-Identifier: GPL-3.0-or-later
"""What is joined to what: ends, tees, crossings, twins, devices, and the multigraph that shows it."""

import networkx as nx
import pytest
from regard.core.errors import Cancelled
from regard.network.isolation.isolate import isolate
from regard.network.layouts.stareau import roles_from_stareau
from regard.network.water.water_network import build_water_network
from shapely.geometry import Point


def together(network, one, other):
    """Tell whether two pipes are in one segment."""
    return other in isolate(network, asset=one).pipes


def test_ends_within_the_tolerance_are_joined(network_of):
    network = network_of({"a": [(0, 0), (10, 0)], "b": [(10.03, 0.02), (20, 0)]})
    assert together(network, "a", "b")


def test_ends_beyond_the_tolerance_stay_apart(network_of):
    network = network_of({"a": [(0, 0), (10, 0)], "b": [(10.06, 0), (20, 0)]})
    assert not together(network, "a", "b")
    assert together(
        network_of({"a": [(0, 0), (10, 0)], "b": [(10.06, 0), (20, 0)]}, tolerance_m=0.1), "a", "b"
    )


def test_pipes_that_cross_stay_apart(network_of):
    network = network_of({"a": [(0, 0), (10, 0)], "b": [(5, -5), (5, 5)]})
    assert not together(network, "a", "b")


def test_pipes_that_cross_at_a_vertex_stay_apart(network_of):
    network = network_of({"a": [(0, 0), (5, 0), (10, 0)], "b": [(5, -5), (5, 0), (5, 5)]})
    assert not together(network, "a", "b")


def test_an_end_on_the_inside_of_a_pipe_is_a_tee(network_of):
    network = network_of({"main": [(0, 0), (10, 0)], "branch": [(4, 0.04), (4, 8)]})
    assert together(network, "main", "branch")
    assert sorted(network.mains.pieces.length_m) == pytest.approx([4, 6, 7.96])


def test_a_tee_close_to_an_end_that_is_not_joined_counts(network_of):
    # the branch ends 7 cm from the end of the main along it, but 4 cm off its line
    network = network_of({"main": [(0, 0), (10, 0)], "branch": [(0.07, 0.04), (0, 8)]})
    assert together(network, "main", "branch")


def test_twin_pipes_stay_two(network_of):
    twins = {"a": [(0, 0), (10, 0)], "b": [(0, 0), (10, 0)]}
    network = network_of(twins, sources={"s": (0, 0)})
    assert network.graph.number_of_edges() == 2
    assert set(network.graph["0.000,0.000"]["10.000,0.000"]) == {"a", "b"}
    assert isolate(network, asset="a").length_m == 20


def test_a_pipe_drawn_on_top_of_another_without_a_common_end_joins_by_its_ends(network_of):
    network = network_of({"long": [(0, 0), (10, 0)], "short": [(2, 0), (6, 0)]})
    assert together(network, "long", "short")
    assert sorted(network.mains.pieces.length_m) == pytest.approx([2, 4, 4, 4])


def test_a_valve_between_two_pipes_parts_them(network_of):
    network = network_of(
        {"a": [(0, 0), (10, 0)], "b": [(10, 0), (20, 0)]}, valves={"v": (10, 0)}, sources={"s": (0, 0)}
    )
    cut = isolate(network, asset="b")
    assert (cut.close, cut.pipes, cut.length_m) == (("v",), ("b",), 10)
    assert network.defects == ()


def test_a_valve_beside_its_pipe_is_brought_onto_it(network_of):
    network = network_of({"a": [(0, 0), (10, 0)]}, valves={"v": (4, 0.4)}, sources={"s": (0, 0)})
    cut = isolate(network, point=Point(8, 0))
    assert (cut.close, cut.length_m) == (("v",), 6)


def test_a_valve_on_a_junction_acts_on_every_branch(network_of):
    star = {"a": [(0, 0), (10, 0)], "b": [(10, 0), (20, 0)], "c": [(10, 0), (10, 9)]}
    network = network_of(star, valves={"v": (10, 0)}, sources={"s": (0, 0)})
    cut = isolate(network, asset="b")
    assert cut.close == ("v",)
    assert cut.pipes == ("b", "c")
    assert [found.message.code for found in network.defects] == ["network.device_on_junction"]


def test_a_valve_on_a_tee_acts_on_every_branch(network_of):
    network = network_of(
        {"main": [(0, 0), (20, 0)], "branch": [(10, 0), (10, 9)]},
        valves={"v": (10, 0)},
        sources={"s": (0, 0)},
    )
    cut = isolate(network, asset="branch")
    assert (cut.close, cut.pipes) == (("v",), ("branch", "main"))
    assert cut.length_m == pytest.approx(19)


def test_a_check_valve_on_a_junction_keeps_to_the_pipe_it_was_found_on(network_of):
    star = {"a": [(0, 0), (10, 0)], "b": [(10, 0), (20, 0)], "c": [(10, 0), (10, 9)]}
    network = network_of(star, check_valves={"k": (10, 0)}, valves={"v": (15, 0)}, sources={"s": (20, 0)})
    # the check valve lies on a, which is drawn towards the junction: b and c are fed, a is not
    assert isolate(network, asset="a").already_dry
    assert isolate(network, asset="c").close == ("v",)
    assert [found.message.code for found in network.defects] == ["network.check_valve_on_junction"]


def test_two_valves_at_one_place_stand_in_series(network_of):
    network = network_of({"a": [(0, 0), (10, 0)]}, valves={"v": (4, 0), "w": (4, 0)}, sources={"s": (0, 0)})
    leak = Point(8, 0)
    nearest = isolate(network, point=leak).close
    assert len(nearest) == 1
    assert isolate(network, point=leak, unusable=nearest).close == tuple({"v", "w"} - set(nearest))


def test_a_drain_valve_at_a_dead_end_is_never_closed(network_of):
    pipes = {"a": [(0, 0), (10, 0)]}
    assert isolate(network_of(pipes, valves={"v": (10, 0)}, sources={"s": (0, 0)}), asset="a").close == ()
    assert isolate(network_of(pipes, valves={"v": (10, 0)}), asset="a").close == ()


def test_a_check_valve_lets_water_through_the_way_its_pipe_is_drawn(network_of):
    pipes = {"a": [(0, 0), (10, 0)], "b": [(20, 0), (10, 0)]}
    along = network_of(pipes, check_valves={"c": (5, 0)}, sources={"s": (0, 0)}, customers={"x": (15, 0)})
    assert isolate(along, point=Point(2, 0)).customers == ("x",)
    against = network_of(pipes, check_valves={"c": (15, 0)}, sources={"s": (0, 0)}, customers={"x": (18, 0)})
    assert isolate(against, asset="x").already_dry


def test_a_leak_before_a_check_valve_spares_what_is_fed_from_elsewhere(network_of):
    pipes = {"a": [(0, 0), (10, 0)], "b": [(10, 0), (20, 0)]}
    network = network_of(
        pipes,
        valves={"v": (1, 0)},
        check_valves={"c": (10, 0)},
        sources={"s": (0, 0), "t": (20, 0)},
        customers={"x": (15, 0)},
    )
    cut = isolate(network, point=Point(5, 0))
    assert (cut.close, cut.customers) == (("v",), ())
    beyond = isolate(network, point=Point(15, 0))
    # water pushes through the check valve: the cut goes back to the valve before it
    assert beyond.close == ("v",)
    assert [note.code for note in beyond.notes] == ["network.source_in_cut"]


def test_a_service_connection_brings_its_customer_to_the_main_it_touches(network_of):
    pipes = {"a": [(0, 0), (100, 0)], "b": [(0, 6), (100, 6)]}
    network = network_of(
        pipes, connections={"br": [(40, 0), (40, 5)]}, customers={"x": (40.3, 5.2)}, sources={"s": (0, 0)}
    )
    # the other main is nearer to the customer, but the connection says which one feeds it
    assert isolate(network, asset="a").customers == ("x",)
    assert isolate(network, asset="b").customers == ()


def test_a_customer_without_connection_is_on_the_nearest_main(network_of):
    network = network_of({"a": [(0, 0), (100, 0)], "b": [(0, 30), (100, 30)]}, customers={"x": (40, 20)})
    assert isolate(network, asset="b").customers == ("x",)


def test_a_reservoir_whose_outlet_valve_is_drawn_on_it_still_feeds(network_of):
    network = network_of({"a": [(0, 0), (10, 0)]}, valves={"out": (0, 0)}, sources={"s": (0, 0)})
    cut = isolate(network, asset="a")
    assert (cut.close, cut.already_dry) == (("out",), False)


def test_a_reservoir_beside_the_middle_of_a_pipe_feeds_it_there(network_of):
    network = network_of({"a": [(0, 0), (100, 0)]}, valves={"v": (30, 0)}, sources={"s": (40, 3)})
    assert isolate(network, point=Point(10, 0)).close == ("v",)


def test_what_hangs_exactly_on_a_valve_is_beyond_it(network_of):
    network = network_of(
        {"a": [(0, 0), (10, 0)]}, valves={"v": (4, 0)}, sources={"s": (0, 0)}, customers={"x": (4, 3)}
    )
    assert isolate(network, point=Point(8, 0)).customers == ("x",)
    assert isolate(network, point=Point(4, 0)).close == ("v",)


def test_the_multigraph_says_the_same_as_the_arrays(build):
    network = build()
    graph = network.graph
    assert isinstance(graph, nx.MultiDiGraph)
    assert {key for _, _, key in graph.edges(keys=True)} == {f"P0{number}" for number in range(1, 10)}
    assert graph.nodes["V4"] == {"x": 687405.0, "y": 6924000.0, "kind": "valve"}
    assert graph.nodes["A"]["kind"] == "junction"
    assert graph.edges["B", "V4", "P03"] | {"segment": 0} == {"start_m": 0.0, "end_m": 5.0, "segment": 0}
    valves = [name for name, kind in graph.nodes(data="kind") if kind == "valve"]
    without = graph.copy()
    without.remove_nodes_from(valves)
    in_c = nx.node_connected_component(without.to_undirected(), "C")
    assert in_c == {"C", "G"}


def test_a_node_and_a_valve_of_one_name_stay_two(network_of):
    named = {"a": ([(0, 0), (10, 0)], {"from_node": "X", "to_node": "Y"})}
    graph = network_of(named, valves={"X": (5, 0)}).graph
    assert set(graph.nodes) == {"X", "Y", "X#2"}


def test_the_direction_of_drawing_does_not_change_an_isolation(build, golden):
    def reverse(table):
        swapped = table.assign(noeudinitial=table["noeudterminal"], noeudterminal=table["noeudinitial"])
        return swapped.set_geometry(table.geometry.reverse())

    leak = Point(golden.LEAK)
    straight, reversed_ = isolate(build(), point=leak), isolate(build(aep_canalisation=reverse), point=leak)
    assert straight.close == reversed_.close
    assert straight.customers == reversed_.customers
    assert straight.length_m == pytest.approx(reversed_.length_m)


class StopsAt:
    """Progress of a user who stops the work at its n-th question."""

    def __init__(self, count):
        self.left = count
        self.fractions = []

    def report(self, fraction, text=""):
        self.fractions.append(fraction)

    def check(self):
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_a_build_can_be_watched_and_stopped(tables):
    frames = roles_from_stareau(tables.__getitem__, tables.keys())
    patient = StopsAt(100)
    build_water_network(frames, progress=patient)
    assert patient.fractions == sorted(patient.fractions)
    assert (patient.fractions[0], patient.fractions[-1]) == (0.0, 1.0)
    with pytest.raises(Cancelled):
        build_water_network(frames, progress=StopsAt(0))


def test_a_source_inside_a_pipe_is_where_the_way_begins(network_of):
    network = network_of(
        {"a": [(0, 0), (100, 0)], "b": [(100, 0), (200, 0)]},
        valves={"near": (40, 0), "far": (10, 0)},
        sources={"s": (30, 0), "t": (200, 0)},
        customers={"x": (5, 0)},
    )
    # the segment between the two valves has no junction: its source still is 10 m and 20 m from them
    assert network.gate_supply_m.tolist() == [10.0, 20.0]
    assert isolate(network, point=Point(35, 0)).close == ("near",)


def test_only_a_check_valve_keeps_the_water_out_and_the_answer_says_so(network_of):
    network = network_of(
        {"a": [(0, 0), (10, 0)], "b": [(10, 0), (20, 0)]},
        valves={"v": (1, 0)},
        check_valves={"c": (10, 0)},
        sources={"s": (0, 0), "t": (20, 0)},
    )
    cut = isolate(network, point=Point(5, 0))
    assert cut.relies_on == ("c",)
    assert [note.code for note in cut.notes] == ["network.relies_on_check_valve"]


def test_a_place_past_the_end_of_a_pipe_is_on_that_pipe(network_of):
    network = network_of(
        {"a": [(0, 0), (100, 0)], "b": [(100, 0), (200, 0)]},
        valves={"v": (50, 0), "w": (100, 0)},
        sources={"s": (0, 0), "t": (200, 0)},
    )
    cut = isolate(network, asset="a", point=Point(100.5, 0.2))
    # the valve on the junction lies between the end of the pipe and its neighbour
    assert (set(cut.close), cut.pipes) == ({"v", "w"}, ("a",))


def test_a_shut_valve_on_a_junction_stays_shut_for_a_place_behind_it(network_of):
    network = network_of(
        {"a": [(0, 0), (100, 0)], "b": [(100, 0), (200, 0)], "c": [(100, 0), (100, 90)]},
        valves={"n": ((100, 0), {"is_open": False}), "v": (150, 0)},
        sources={"s": (0, 0)},
    )
    # opened, the valve would let water through all three branches, and through v, which need not be shut
    cut = isolate(network, point=Point(180, 0))
    assert (cut.close, cut.already_closed) == ((), ("n",))
