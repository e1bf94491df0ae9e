# SPDX-License-Identifier: GPL-3.0-or-later
"""Cheapest trees and sums along them, against networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.demo.trees import cheapest_tree, gather, parts_of

edges = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(1, 9), st.integers(1, 9)),
    min_size=1,
    max_size=20,
)


def _tree(drawn, roots):
    start, end, along, against = (np.array(column) for column in zip(*drawn, strict=True))
    return cheapest_tree(start, end, along.astype(float), against.astype(float), np.array(roots), nodes=8)


@given(edges)
def test_cost_is_that_of_the_cheapest_way_to_the_root(drawn):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(8))
    for start, end, along, against in drawn:
        graph.add_edge(start, end, weight=along)
        graph.add_edge(end, start, weight=against)
    expected = nx.single_source_dijkstra_path_length(graph.reverse(), 0)
    tree = _tree(drawn, [0])
    assert {node: cost for node, cost in enumerate(tree.cost) if np.isfinite(cost)} == expected


@given(edges)
def test_every_edge_of_the_tree_joins_a_node_to_its_parent_at_its_price(drawn):
    tree = _tree(drawn, [0, 5])
    for node in tree.outward:
        if tree.parent[node] < 0:
            assert node in (0, 5)
            continue
        start, end, along, against = drawn[tree.edge[node]]
        price = min(
            p
            for a, b, p in ((start, end, along), (end, start, against))
            if (a, b) == (node, tree.parent[node])
        )
        assert tree.cost[node] == tree.cost[tree.parent[node]] + price


def test_sums_run_towards_the_root():
    tree = _tree([(0, 1, 1, 1), (1, 2, 1, 1), (1, 3, 1, 1), (4, 0, 1, 1)], [0])
    total = gather(tree, np.array([1, 10, 100, 1000, 10000, 0, 0, 0]))
    assert total[:5].tolist() == [11111, 1110, 100, 1000, 10000]


def test_parts_of_a_graph():
    part = parts_of(np.array([0, 1, 3]), np.array([1, 2, 4]), nodes=6)
    assert part[0] == part[1] == part[2]
    assert len({part[0], part[3], part[5]}) == 3
    assert part[3] == part[4]


def test_unreached_nodes_have_no_parent():
    tree = _tree([(0, 1, 2, 2), (3, 4, 1, 1)], [0])
    assert tree.parent[3] == tree.edge[3] == -1
    assert tree.cost[3] == pytest.approx(np.inf)
