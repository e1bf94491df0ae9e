# SPDX-License-Identifier: GPL-3.0-or-later
"""The contraction hierarchy is exact: it equals networkx's Dijkstra on any graph."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.routing.roads.hierarchy import Accesses, WayRoom, build_hierarchy
from regard.routing.roads.kernel_hierarchy import ACCESS

# few lengths, so that ways tie; zeros, so that nodes may lie on top of each other
LENGTHS = st.sampled_from([0.0, 0.0, 1.0, 1.0, 2.0, 0.5, 3.25])
NODES = 12
ARCS = st.lists(
    st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1), LENGTHS, LENGTHS), min_size=1, max_size=60
)


def accesses(nodes):
    given_ = np.zeros(len(nodes), ACCESS)
    given_["node"] = nodes
    return Accesses(np.arange(len(nodes) + 1), given_)


def columns(arcs):
    tail, head, seconds, metres = (np.array(column) for column in zip(*arcs, strict=True))
    return tail, head, seconds.astype(float), metres.astype(float)


def distances(arcs):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(NODES))
    graph.add_weighted_edges_from([(tail, head, seconds) for tail, head, seconds, _ in arcs])
    found = dict(nx.all_pairs_dijkstra_path_length(graph))
    return np.array([[found[i].get(j, np.inf) for j in range(NODES)] for i in range(NODES)])


@given(ARCS)
def test_tables_equal_dijkstra(arcs):
    hierarchy = build_hierarchy(NODES, *columns(arcs))
    every = accesses(np.arange(NODES))
    seconds, _ = hierarchy.table(every, every)
    assert np.allclose(seconds, distances(arcs))


@given(ARCS, st.integers(0, NODES - 1))
def test_one_place_to_all_and_all_to_one_equal_dijkstra(arcs, node):
    hierarchy = build_hierarchy(NODES, *columns(arcs))
    one, every = accesses([node]), accesses(np.arange(NODES))
    expected, metres = distances(arcs), hierarchy.table(every, every)[1]
    there_s, there_m = hierarchy.table(one, every)
    back_s, back_m = hierarchy.table(every, one)
    assert np.allclose(there_s[0], expected[node])
    assert np.allclose(back_s[:, 0], expected[:, node])
    for other in range(NODES):
        assert there_m[0, other] == pytest.approx(metres[node, other]) or _ties(arcs, node, other)
        assert back_m[other, 0] == pytest.approx(metres[other, node]) or _ties(arcs, other, node)


@given(ARCS, st.permutations(range(NODES)))
def test_any_order_of_the_nodes_is_exact(arcs, order):
    hierarchy = build_hierarchy(NODES, *columns(arcs), order=np.array(order))
    every = accesses(np.arange(NODES))
    assert hierarchy.rank[order].tolist() == list(range(NODES))
    assert np.allclose(hierarchy.table(every, every)[0], distances(arcs))


@given(ARCS)
def test_ways_are_arcs_that_follow_each_other_and_add_up(arcs):
    tail, head, seconds, metres = columns(arcs)
    hierarchy = build_hierarchy(NODES, tail, head, seconds, metres)
    every = accesses(np.arange(NODES))
    table_s, table_m = hierarchy.table(every, every)
    room = WayRoom(hierarchy)
    for origin, goal in np.ndindex(NODES, NODES):
        way = hierarchy.way(accesses([origin]), accesses([goal]), room=room)
        if way is None:
            assert np.isinf(table_s[origin, goal])
            continue
        stops = [origin, *head[way.arcs]]
        assert stops[:-1] == list(tail[way.arcs])
        assert stops[-1] == goal
        assert seconds[way.arcs].sum() == pytest.approx(table_s[origin, goal])
        # of ways that take as long, either may be the one that is measured
        assert (metres[way.arcs].sum() == pytest.approx(table_m[origin, goal])) or _ties(arcs, origin, goal)


def _ties(arcs, origin, goal):
    graph = nx.DiGraph()
    graph.add_nodes_from(range(NODES))
    for tail, head, seconds, _ in arcs:
        known = graph.get_edge_data(tail, head, {"weight": np.inf})["weight"]
        graph.add_edge(tail, head, weight=min(seconds, known))
    parallel = len({(tail, head) for tail, head, *_ in arcs}) < len(arcs)
    return parallel or len(list(nx.all_shortest_paths(graph, origin, goal, weight="weight"))) > 1


@given(ARCS, st.lists(st.tuples(st.integers(0, NODES - 1), LENGTHS), min_size=1, max_size=4))
def test_a_place_with_several_accesses_takes_the_best(arcs, given_):
    hierarchy = build_hierarchy(NODES, *columns(arcs))
    rows = np.array([(seconds, 0.0, node) for node, seconds in given_], ACCESS)
    every = accesses(np.arange(NODES))
    place = Accesses(np.array([0, len(rows)]), rows)
    nodes, before_s = rows["node"], rows["seconds"]
    between_s = distances(arcs)
    assert np.allclose(
        hierarchy.table(place, every)[0][0], (between_s[nodes] + before_s[:, None]).min(axis=0)
    )
    assert np.allclose(hierarchy.table(every, place)[0][:, 0], (between_s[:, nodes] + before_s).min(axis=1))


def test_many_places_are_shared_among_threads_with_the_same_result():
    rng = np.random.default_rng(0)
    arcs = [(*rng.integers(0, NODES, 2), float(rng.random()), 1.0) for _ in range(40)]
    hierarchy = build_hierarchy(NODES, *columns(arcs))
    many = rng.integers(0, NODES, 200)
    seconds, _ = hierarchy.table(accesses(many), accesses(many))
    assert np.allclose(seconds, distances(arcs)[np.ix_(many, many)])


def test_a_graph_without_arcs_leads_nowhere():
    empty = np.empty(0)
    hierarchy = build_hierarchy(3, empty.astype(int), empty.astype(int), empty, empty)
    seconds, _ = hierarchy.table(accesses([0, 1]), accesses([1]))
    assert seconds.tolist() == [[np.inf], [0.0]]
