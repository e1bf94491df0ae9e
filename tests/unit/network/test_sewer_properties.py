# SPDX-License-Identifier: GPL-3.0-or-later
"""Traces of random multigraphs against an oracle that walks pipe by pipe and enumerates every way."""

import math
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.network.assets.roles import Role
from regard.network.sewers.build import build_sewer_network
from regard.network.sewers.trace import trace
from shapely.geometry import LineString, Point

CASES = max(500, settings.default.max_examples)
RADIUS_M = 500.0
LEVELS = st.sampled_from([None, 10.0, 10.01, 11.0, 12.0])


def place(node):
    angle = node + 0.1 * node * node
    return (RADIUS_M * math.cos(angle), RADIUS_M * math.sin(angle))


def line(number, start, stop):
    first, last = place(start), place(stop)
    bend = ((first[0] + last[0]) / 2 * 0.9 + 1.7 * number, (first[1] + last[1]) / 2 * 0.9 - 1.3 * number)
    return LineString([first, bend, last])


@dataclass(frozen=True)
class Sewer:
    """Pipes as (upper, lower, drawn backward); gullies and connections as (pipe, share of its length)."""

    pipes: tuple[tuple[int, int, bool], ...]
    hanging: tuple[tuple[int, float], ...]
    outfalls: frozenset[int]

    def drawn(self, number):
        upper, lower, backward = self.pipes[number]
        return line(number, *((lower, upper) if backward else (upper, lower)))


@st.composite
def sewers(draw):
    node = st.integers(0, 6)
    pipe = st.tuples(node, node, st.booleans()).filter(lambda pipe: pipe[0] != pipe[1])
    pipes = tuple(draw(st.lists(pipe, min_size=1, max_size=9)))
    share = st.sampled_from([0.15, 0.35, 0.65, 0.85])
    hanging = draw(st.lists(st.tuples(st.integers(0, len(pipes) - 1), share), max_size=4))
    used = sorted({end for upper, lower, _ in pipes for end in (upper, lower)})
    return Sewer(pipes, tuple(hanging), frozenset(draw(st.sets(st.sampled_from(used), max_size=3))))


def network_of(frame, sewer):
    rows = [
        (
            sewer.drawn(number),
            {
                "asset_id": f"e{number}",
                "flow": "backward" if backward else "forward",
                "from_node": f"n{lower if backward else upper}",
                "to_node": f"n{upper if backward else lower}",
            },
        )
        for number, (upper, lower, backward) in enumerate(sewer.pipes)
    ]
    spots = [sewer.drawn(pipe).interpolate(share, normalized=True) for pipe, share in sewer.hanging]
    branches = [LineString([spot, (spot.x + 2e4, spot.y)]) for spot in spots]
    used = sorted({end for upper, lower, _ in sewer.pipes for end in (upper, lower)})
    return build_sewer_network(
        {
            Role.SEWER_PIPE: frame(Role.SEWER_PIPE, *rows),
            Role.GULLY: frame(Role.GULLY, *((spot, {"asset_id": f"g{n}"}) for n, spot in enumerate(spots))),
            Role.SEWER_CONNECTION: frame(
                Role.SEWER_CONNECTION, *((some, {"asset_id": f"c{n}"}) for n, some in enumerate(branches))
            ),
            Role.MANHOLE: frame(
                Role.MANHOLE, *((Point(place(n)), {"asset_id": f"m{n}", "node_id": f"n{n}"}) for n in used)
            ),
            Role.OUTFALL: frame(
                Role.OUTFALL,
                *(
                    (Point(place(n)), {"asset_id": f"x{n}", "node_id": f"n{n}"})
                    for n in sorted(sewer.outfalls)
                ),
            ),
        }
    )


def walk(sewer, starts, *, upstream):
    """Return the nodes and pipes that water runs through to (or from) some nodes, pipe by pipe."""
    nodes, pipes, todo = set(starts), set(), list(starts)
    while todo:
        here = todo.pop()
        for number, (upper, lower, _) in enumerate(sewer.pipes):
            near, far = (lower, upper) if upstream else (upper, lower)
            if near == here:
                pipes.add(number)
                if far not in nodes:
                    nodes.add(far)
                    todo.append(far)
    return nodes, pipes


def ways(sewer, node, passed=()):
    """Yield every way down from a node that visits no node twice, as its pipes."""
    yield node, passed
    seen = {sewer.pipes[number][0] for number in passed} | {node}
    for number, (upper, lower, _) in enumerate(sewer.pipes):
        if upper == node and lower not in seen:
            yield from ways(sewer, lower, (*passed, number))


def looped(sewer):
    """Return the nodes from which water comes back."""
    return {
        node
        for node in range(7)
        if any(node in walk(sewer, [p[1]], upstream=False)[0] for p in sewer.pipes if p[0] == node)
    }


@settings(max_examples=CASES)
@given(sewer=sewers(), data=st.data())
def test_a_trace_from_a_pipe_or_a_place_on_it_finds_what_a_walk_finds(frame, sewer, data):
    start = data.draw(st.integers(0, len(sewer.pipes) - 1))
    share = data.draw(st.sampled_from([None, 0.25, 0.5, 0.75]))
    upstream = data.draw(st.booleans())
    drawn = sewer.drawn(start)
    point = None if share is None else drawn.interpolate(share, normalized=True)
    direction = "upstream" if upstream else "downstream"
    found = trace(network_of(frame, sewer), asset=f"e{start}", point=point, direction=direction)
    upper, lower, backward = sewer.pipes[start]
    nodes, pipes = walk(sewer, [upper if upstream else lower], upstream=upstream)
    spans = dict.fromkeys(pipes, (0.0, 1.0))
    if start not in pipes:
        first_half = upstream != backward
        cut = 1.0 if first_half else 0.0
        cut = cut if share is None else share
        spans[start] = (0.0, cut) if first_half else (cut, 1.0)
    hit = {n for n, (p, at) in enumerate(sewer.hanging) if p in spans and spans[p][0] <= at <= spans[p][1]}
    length_m = sum(sewer.drawn(n).length * (last - first) for n, (first, last) in spans.items())
    assert set(found.pipes) == {f"e{number}" for number in spans}
    assert set(found.nodes) == {f"n{node}" for node in nodes}
    assert found.length_m == pytest.approx(length_m)
    assert found.geometry.length == pytest.approx(length_m)
    assert set(found.customers) == {f"c{n}" for n in hit}
    assert set(found.gullies) == {f"g{n}" for n in hit}
    assert set(found.outfalls) == {f"x{node}" for node in nodes & sewer.outfalls}
    assert found.directions == {"flow_code": len(spans)}


@settings(max_examples=CASES)
@given(sewer=sewers(), data=st.data())
def test_arrivals_are_the_shortest_and_the_longest_of_all_ways(frame, sewer, data):
    start = data.draw(st.sampled_from(sorted({upper for upper, _, _ in sewer.pipes})))
    network = network_of(frame, sewer)
    found = trace(network, asset=f"m{start}", direction="downstream")
    seconds = [sewer.drawn(n).length / network.speeds.speed_m_s[n] for n in range(len(sewer.pipes))]
    times = {}
    for node, passed in ways(sewer, start):
        times.setdefault(node, []).append(sum(seconds[number] for number in passed))
    circling = walk(sewer, looped(sewer) & set(times), upstream=False)[0]
    arrived = {a.asset_id: a for a in found.arrivals if a.role == "manhole"}
    assert set(arrived) == {f"m{node}" for node in times if node != start}
    for name, arrival in arrived.items():
        node = int(name[1:])
        assert arrival.first_s == pytest.approx(min(times[node]))
        if node in circling:
            assert arrival.last_s is None
        else:
            assert arrival.last_s == pytest.approx(max(times[node]))
    moments = [arrival.first_s for arrival in found.arrivals]
    assert moments == sorted(moments)
    in_loops = {
        f"e{n}"
        for n, (upper, lower, _) in enumerate(sewer.pipes)
        if upper in times and upper in walk(sewer, [lower], upstream=False)[0]
    }
    assert {name for loop in found.loops for name in loop} == in_loops


def expected_direction(code, inverts, levels):
    """Return what decides and whether the pipe runs as drawn, read from the rules one by one."""
    if code:
        return "flow_code", code == "forward"
    own, nodes = (
        0.0 if None in (first, last) or abs(first - last) < 0.02 else first - last
        for first, last in (inverts, levels)
    )
    if own < 0:
        return "inverts", False
    if nodes:
        return "nodes", nodes > 0
    if own > 0:
        return "own_fall", True
    return "digitising", True


@settings(max_examples=CASES)
@given(
    code=st.sampled_from(["", "", "forward", "backward"]), inverts=st.tuples(LEVELS, LEVELS), data=st.data()
)
def test_the_first_source_that_tells_decides_the_direction(frame, code, inverts, data):
    levels = data.draw(st.tuples(LEVELS, LEVELS))
    up, down = (np.nan if level is None else level for level in inverts)
    pipe = {"asset_id": "p", "flow": code, "invert_up_m": up, "invert_down_m": down}
    ends = [(Point(x, 0), level) for x, level in zip((0, 100), levels, strict=True)]
    manholes = [
        (at, {"asset_id": f"m{at.x:.0f}", "invert_level_m": np.nan if level is None else level})
        for at, level in ends
    ]
    network = build_sewer_network(
        {
            Role.SEWER_PIPE: frame(Role.SEWER_PIPE, (LineString([(0, 0), (100, 0)]), pipe)),
            Role.MANHOLE: frame(Role.MANHOLE, *manholes),
        }
    )
    source, forward = expected_direction(code, inverts, levels)
    found = trace(network, asset="m0", direction="downstream")
    assert found.pipes == (("p",) if forward else ())
    other = trace(network, asset="p", direction="downstream")
    assert other.directions == {source: 1}


@settings(max_examples=CASES)
@given(sewer=sewers(), data=st.data())
def test_what_only_an_overflow_leads_to_is_what_is_lost_without_it(frame, sewer, data):
    start = data.draw(st.sampled_from(sorted({upper for upper, _, _ in sewer.pipes})))
    network = network_of(frame, sewer)
    spilling = data.draw(st.sets(st.integers(0, len(sewer.pipes) - 1)))
    network.is_overflow[sorted(spilling)] = True
    found = trace(network, asset=f"m{start}", direction="downstream")
    closed = Sewer(
        tuple(pipe for number, pipe in enumerate(sewer.pipes) if number not in spilling), (), frozenset()
    )
    kept = [number for number in range(len(sewer.pipes)) if number not in spilling]
    dry_nodes, dry = walk(closed, [start], upstream=False)
    pipes = walk(sewer, [start], upstream=False)[1]
    assert set(found.overflow_pipes) == {f"e{n}" for n in pipes - {kept[number] for number in dry}}
    for arrival in found.arrivals:
        assert arrival.only_by_overflow == (int(arrival.asset_id[1:]) not in dry_nodes)
