# SPDX-License-Identifier: GPL-3.0-or-later
"""Traces of random multigraphs against an oracle that walks pipe by pipe."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st
from regard.network.roles import Role
from regard.network.sewer import build_sewer_network, trace
from shapely.geometry import LineString

CASES = max(200, settings.default.max_examples)
NODES = st.integers(0, 6)


def place(node):
    angle = node + 0.1 * node * node
    return (500 * math.cos(angle), 500 * math.sin(angle))


def line(number, start, stop):
    first, last = place(start), place(stop)
    bend = ((first[0] + last[0]) / 2 * 0.9 + 1.7 * number, (first[1] + last[1]) / 2 * 0.9 - 1.3 * number)
    return LineString([first, bend, last])


def walk(edges, start, *, upstream):
    """Return the edges that water runs through to (or from) an edge, itself included."""
    found, todo = set(), [start]
    while todo:
        edge = todo.pop()
        if edge in found:
            continue
        found.add(edge)
        first, last = edges[edge]
        todo.extend(
            other
            for other, (start_node, stop_node) in enumerate(edges)
            if (stop_node == first if upstream else start_node == last)
        )
    return found


@settings(max_examples=CASES)
@given(
    edges=st.lists(st.tuples(NODES, NODES).filter(lambda edge: edge[0] != edge[1]), min_size=1, max_size=12),
    data=st.data(),
)
def test_a_trace_finds_what_a_walk_finds(frame, edges, data):
    start = data.draw(st.integers(0, len(edges) - 1))
    direction = data.draw(st.sampled_from(["upstream", "downstream"]))
    rows = [(line(number, *edge), {"asset_id": f"e{number}"}) for number, edge in enumerate(edges)]
    network = build_sewer_network({Role.SEWER_PIPE: frame(Role.SEWER_PIPE, *rows)})
    found = trace(network, asset=f"e{start}", direction=direction)
    expected = walk(edges, start, upstream=direction == "upstream")
    assert set(found.pipes) == {f"e{number}" for number in expected}
    assert math.isclose(found.length_m, sum(rows[number][0].length for number in expected))
