# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways that water takes from a node, or to it, and what is reached along them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ..assets.arrays import Bools, Floats, Ints, as_ints, as_ints32, firsts
from .kernel_sewer import Clock, Reach, Ways, arrive, follow, settle


@dataclass(frozen=True, slots=True)
class Reached:
    """Nodes and pieces reached, in the order met; the nodes' places in it are kept for what follows."""

    nodes: Ints
    pieces: Ints
    reach: Reach

    def place_of(self, nodes: Ints) -> Ints:
        """Return where nodes are among those reached, -1 for one that is not."""
        return as_ints(self.reach.place[nodes]) - 1


@dataclass(frozen=True, slots=True)
class Times:
    """Arrival at the nodes reached: first, last (NaN in or behind a loop), and how far the first way is."""

    first_s: Floats
    last_s: Floats
    distance_m: Floats


def ways_of(nodes: int, tail: Ints, head: Ints) -> Ways:
    """Sort pieces by the node that they are followed from, in O(n log n)."""
    piece = np.argsort(tail, kind="stable")
    return Ways(firsts(tail, nodes), as_ints32(head[piece]), as_ints32(piece))


def reached_from(ways: Ways, starts: Ints, *, closed: Bools, spared: bool = False) -> Reached:
    """Return what is reached from nodes, in O(what is reached); ``spared`` leaves out the closed pieces.

    The arrays as large as the network are never written to beyond what is reached, so they cost nothing.
    """
    nodes, pieces = len(ways.first) - 1, len(ways.piece)
    reach = Reach(
        np.empty(nodes, dtype=np.int32), np.empty(pieces, dtype=np.int32), np.zeros(nodes, dtype=np.int32)
    )
    count, found = follow(ways, closed, spared, as_ints32(starts), reach)
    return Reached(as_ints(reach.nodes[:count]), as_ints(reach.pieces[:found]), reach)


def times_along(
    ways: Ways,
    reached: Reached,
    *,
    seconds: Floats,
    length_m: Floats,
    starts: Ints,
    first_s: Floats,
    last_s: Floats,
    run_m: Floats,
) -> Times:
    """Return when what enters at ``starts`` arrives at every node, in O(k) of what is reached without loops.

    What is at a start first at ``first_s`` has run ``run_m`` by then; ``last_s`` is the longest way, and NaN
    where a loop leads: there water may go round for ever. A loop costs as much again each time that a
    shorter way is found.
    """
    count = len(reached.nodes)
    clock = Clock(
        first_s=np.full(count, np.inf),
        last_s=np.full(count, -1.0),
        distance_m=np.zeros(count),
        degree=np.zeros(count, dtype=np.int32),
        queue=np.zeros(count, dtype=np.int32),
        queued=np.zeros(count, dtype=np.uint8),
    )
    place = reached.place_of(starts)
    latest_first = np.argsort(-first_s, kind="stable")
    clock.first_s[place[latest_first]] = first_s[latest_first]
    clock.distance_m[place[latest_first]] = run_m[latest_first]
    np.maximum.at(clock.last_s, place, last_s)
    settled = settle(ways, seconds, reached.reach, count, clock)
    clock.last_s[clock.queue[settled:]] = np.nan
    arrive(ways, seconds, length_m, reached.reach, count, clock)
    return Times(clock.first_s, clock.last_s, clock.distance_m)


def loops_in(tail: Ints, head: Ints, reached: Reached) -> list[Ints]:
    """Return the pieces of every loop among those reached; ``tail`` and ``head`` run along all pieces.

    In O(k) of what is reached.
    """
    pieces = reached.pieces
    start, stop = reached.place_of(tail[pieces]), reached.place_of(head[pieces])
    size = len(reached.nodes)
    links = csr_matrix((np.ones(len(pieces), dtype=np.int8), (start, stop)), shape=(size, size))
    part = connected_components(links, connection="strong")[1]
    inside = part[start] == part[stop]
    looped: Ints = part[start[inside]]
    return [np.sort(pieces[inside][looped == number]) for number in np.unique(looped)]
