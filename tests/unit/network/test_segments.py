# SPDX-License-Identifier: GPL-3.0-or-later
"""Segments of random multigraphs against valve segments defined on links, nodes and a list of valves.

The oracle states again what ``wntr.metrics.valve_segments`` means: a valve (link, node) parts that link from
that node, and whatever else touches hangs together. ``benchmarks/bench_segments.py`` compares with WNTR
itself.
"""

import math
from collections import defaultdict

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

RADIUS_M = 1000.0
CASES = max(400, settings.default.max_examples)


@st.composite
def cases(draw):
    """Return links between numbered nodes, and the valves as (link, end); end 0 is the link's start."""
    nodes = draw(st.integers(2, 7))
    pair = st.lists(st.integers(0, nodes - 1), min_size=2, max_size=2, unique=True).map(tuple)
    links = draw(st.lists(pair, min_size=1, max_size=12))
    ends = [(link, end) for link in range(len(links)) for end in (0, 1)]
    return links, draw(st.lists(st.sampled_from(ends), unique=True))


def segments_by_flooding(links, valves):
    """Return the sets of links ("L", number) and nodes ("N", number) that hang together."""
    joined = defaultdict(set)
    for link, ends in enumerate(links):
        for end, node in enumerate(ends):
            joined["L", link], joined["N", node]  # each is there even when it is joined to nothing
            if (link, end) not in valves:
                joined["L", link].add(("N", node))
                joined["N", node].add(("L", link))
    found, seen = set(), set()
    for start in joined:
        if start in seen:
            continue
        part, todo = set(), [start]
        while todo:
            here = todo.pop()
            if here not in part:
                part.add(here)
                todo.extend(joined[here])
        seen |= part
        found.add(frozenset(part))
    return found


def drawn(links, valves):
    """Return pipes and valves: nodes on a circle, twins bent apart, valves a quarter of the way along."""
    angle = 2 * math.pi / 7
    at = [np.array([math.cos(angle * n), math.sin(angle * n)]) * RADIUS_M for n in range(7)]
    twins = defaultdict(int)
    pipes = {}
    for link, (start, end) in enumerate(links):
        bend = twins[frozenset((start, end))] * 10.0
        twins[frozenset((start, end))] += 1
        along = (at[end] - at[start]) * (1 if start < end else -1)
        left = np.array([-along[1], along[0]]) / np.hypot(*along)
        middle = (at[start] + at[end]) / 2 + left * bend
        pipes[str(link)] = [tuple(point) for point in (at[start], middle, at[end])]
    points = {
        f"{link}.{end}": tuple((np.array(pipes[str(link)][1]) + pipes[str(link)][2 * end]) / 2)
        for link, end in valves
    }
    return pipes, points, at


def segments_of(network, links, at):
    mains = network.mains
    found = defaultdict(set)
    rows = np.array([mains.pipes.ids.tolist().index(str(link)) for link in range(len(links))])
    piece = mains.pieces.at(rows, mains.lines.length_m[rows] / 2)
    for link, segment in enumerate(mains.segments.of_piece[piece]):
        found[segment].add(("L", link))
    for xy, segment in zip(mains.joints.xy, mains.segments.of_node, strict=False):
        node = int(np.argmin([np.hypot(*(xy - place)) for place in at]))
        found[segment].add(("N", node))
    assert len(found) == mains.segments.count
    return set(map(frozenset, found.values()))


@settings(max_examples=CASES)
@given(case=cases())
def test_segments_are_those_of_links_nodes_and_valves(network_of, case):
    links, valves = case
    pipes, points, at = drawn(links, valves)
    network = network_of(pipes, valves=points) if points else network_of(pipes)
    assert segments_of(network, links, at) == segments_by_flooding(links, set(valves))
