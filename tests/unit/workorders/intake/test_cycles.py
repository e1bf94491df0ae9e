# SPDX-License-Identifier: GPL-3.0-or-later
"""A link closes a circle exactly when networkx finds one, and the circle that is told is there."""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.workorders.intake.cycles import circle_closed_by

NODES = st.integers(0, 7)


@given(st.lists(st.tuples(NODES, NODES), max_size=20), NODES, NODES)
def test_a_circle_is_found_where_networkx_finds_one(links, first, second):
    graph = nx.DiGraph()
    graph.add_nodes_from(range(8))
    for one, other in links:
        if one != other and not nx.has_path(graph, other, one):
            graph.add_edge(one, other)
    circle = circle_closed_by(list(graph.edges), first, second)
    graph.add_edge(first, second)
    assert bool(circle) is not nx.is_directed_acyclic_graph(graph)
    if circle:
        assert circle[0] == circle[-1] == first
        assert all(graph.has_edge(*pair) for pair in pairwise(circle))


@pytest.mark.parametrize(
    ("links", "first", "second", "circle"),
    [
        ([], "A", "B", ()),
        ([], "A", "A", ("A", "A")),
        ([("A", "B")], "B", "A", ("B", "A", "B")),
        ([("A", "B"), ("B", "C"), ("A", "C")], "C", "A", ("C", "A", "C")),
        ([("A", "B"), ("C", "D")], "B", "C", ()),
    ],
)
def test_the_shortest_circle_is_told(links, first, second, circle):
    assert circle_closed_by(links, first, second) == circle
