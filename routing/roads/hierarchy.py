# SPDX-License-Identifier: GPL-3.0-or-later
"""A contraction hierarchy of a road graph: built once, then every fastest way takes a few hundred nodes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...core.cores import shared
from .kernel_contraction import LINK, NO_ROOM, NODE, chain_all, contract
from .kernel_hierarchy import (
    LABEL,
    MARK,
    RISE,
    climb,
    climb_all,
    fill_rows,
    links_back,
    meet,
    sweep_rows,
    take_apart,
)

Array = NDArray[Any]

_FEW_PLACES = 16
# links that a sweep passes in the time of one search
_LINKS_A_SEARCH = 10_000


class Accesses(NamedTuple):
    """Where the ways of place i begin or end: ``given[starts[i]:starts[i + 1]]`` (``ACCESS``)."""

    starts: NDArray[np.int64]
    given: Array

    def of(self, places: Array) -> Accesses:
        """Return the accesses of some places only, in their order."""
        counts = np.diff(self.starts)[places]
        starts = np.concatenate(([0], np.cumsum(counts)))
        rows = np.repeat(self.starts[places] - starts[:-1], counts) + np.arange(starts[-1])
        return Accesses(starts, self.given[rows])

    def __len__(self) -> int:
        return len(self.starts) - 1


class Way(NamedTuple):
    """A fastest way: its seconds, the graph's arcs in order, and the accesses that it uses."""

    seconds: float
    arcs: NDArray[np.int64]
    origin_access: int
    goal_access: int


@dataclass(frozen=True, slots=True, eq=False)
class Hierarchy:
    """Nodes in the order of their importance, with the links that lead up and those that come down.

    ``rank`` is the place of each node of the graph in that order, by which all else is numbered: ``ups``
    (``RISE``) are the links to higher nodes by ``up_starts``, ``downs`` those from higher nodes. ``parts``
    are the two links of each link, or the graph's arc and -1.
    """

    rank: Array
    up_starts: Array
    ups: Array
    down_starts: Array
    downs: Array
    parts: Array

    def table(self, origins: Accesses, goals: Accesses) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return seconds and metres of the fastest ways, origins x goals; infinite seconds where none leads.

        Exact. Each place takes one search of some hundred nodes; places are shared among the cores. For a few
        origins or goals and many of the others, one sweep over all links for each of the few.
        """
        origins, goals = self._ranked(origins), self._ranked(goals)
        few, many = sorted((len(origins), len(goals)))
        if few * max(2, len(self.ups) // _LINKS_A_SEARCH) <= many:
            return self._swept(origins, goals)
        seconds = np.full((len(origins), len(goals)), np.inf)
        metres = np.zeros_like(seconds)
        found = shared(len(goals), lambda share: self._labels(goals, share), few=_FEW_PLACES)
        labels = np.concatenate([np.empty(0, LABEL), *found])
        labels = labels[np.argsort(labels["node"], kind="stable")]
        buckets = np.searchsorted(labels["node"], np.arange(len(self.rank) + 1)), labels
        up, down = (self.up_starts, self.ups), (self.down_starts, self.downs)

        def fill(rows: Array) -> None:
            room = self._marks(), self._heap(origins), np.empty(len(self.rank), LABEL)
            fill_rows(up, down, origins, rows, buckets, *room, (seconds, metres))

        shared(len(origins), fill, few=_FEW_PLACES)
        return seconds, metres

    def _swept(self, origins: Accesses, goals: Accesses) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        up, down = (self.up_starts, self.ups), (self.down_starts, self.downs)
        if len(goals) < len(origins):
            seconds, metres = self._sweeps(down, up, goals, origins)
            return seconds.T, metres.T
        return self._sweeps(up, down, origins, goals)

    def _sweeps(self, rises: Any, against: Any, few: Accesses, many: Accesses) -> tuple[Array, Array]:
        """Return seconds and metres, few x many, of ways that rise along ``rises`` and come down."""
        seconds = np.full((len(few), len(many)), np.inf)
        metres = np.zeros_like(seconds)
        room = self._marks(), self._heap(few), np.empty(len(self.rank), LABEL)
        sweep_rows(rises, against, few, many, *room, (seconds, metres))
        return seconds, metres

    def way(self, origin: Accesses, goal: Accesses, *, room: WayRoom | None = None) -> Way | None:
        """Return the fastest way between two places, None when none leads.

        ``room`` of an earlier way may be used again: fresh memory costs more than the search.
        """
        room = room or WayRoom(self)
        room.searches += 1
        origin, goal = self._ranked(origin), self._ranked(goal)
        up, down = (self.up_starts, self.ups), (self.down_starts, self.downs)
        climb(down, up, goal.given, room.back, room.searches, room.heap_of(goal), room.settled)
        heap = room.heap_of(origin)
        count = climb(up, down, origin.given, room.there, room.searches, heap, room.settled)
        seconds, top = meet(room.settled, count, room.back, room.searches)
        if top < 0:
            return None
        steps, origin_access = links_back(room.there, top, room.links)
        links = room.links[:steps][::-1].tolist()
        steps, goal_access = links_back(room.back, top, room.links)
        arcs = self._arcs(links + room.links[:steps].tolist(), room)
        return Way(seconds, arcs, origin_access, goal_access)

    def _arcs(self, links: list[int], room: WayRoom) -> NDArray[np.int64]:
        count = 0
        for link in links:
            count = take_apart(self.parts, link, room.stack, room.arcs, count)
        return room.arcs[:count].copy()

    def _labels(self, goals: Accesses, places: Array) -> Array:
        """Return the labels of the downward searches of some places."""
        chunks = [np.empty(0, LABEL)]
        marks, heap = self._marks(), self._heap(goals)
        while len(places):
            labels = np.empty(2 * len(self.rank), LABEL)
            down, up = (self.down_starts, self.downs), (self.up_starts, self.ups)
            done, count = climb_all(down, up, goals, places, marks, heap, labels)
            chunks.append(labels[:count])
            places = places[done:]
        return np.concatenate(chunks)

    def _ranked(self, accesses: Accesses) -> Accesses:
        given = accesses.given.copy()
        given["node"] = self.rank[given["node"]]
        return Accesses(accesses.starts, given)

    def _marks(self) -> Array:
        return np.zeros(len(self.rank), MARK)

    def _heap(self, accesses: Accesses) -> tuple[Array, Array]:
        pushes = len(self.ups) + len(self.downs) + len(accesses.given) + 1
        return np.empty(pushes), np.empty(pushes, np.int64)


class WayRoom:
    """Memory for the search of one way at a time on a hierarchy."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        nodes = len(hierarchy.rank)
        self.searches = 0
        self.there, self.back = np.zeros(nodes, MARK), np.zeros(nodes, MARK)
        self.settled = np.empty(nodes, LABEL)
        # a fastest way passes no node twice
        self.links, self.arcs = np.empty(nodes, np.int64), np.empty(nodes, np.int64)
        self.stack = np.empty(nodes + 2, np.int64)
        self._pushes = len(hierarchy.ups) + len(hierarchy.downs) + 1
        self._heap = np.empty(0), np.empty(0, np.int64)

    def heap_of(self, accesses: Accesses) -> tuple[Array, Array]:
        """Return the heap, with room for the accesses of a place."""
        pushes = self._pushes + len(accesses.given)
        if len(self._heap[0]) < pushes:
            self._heap = np.empty(pushes), np.empty(pushes, np.int64)
        return self._heap


def build_hierarchy(
    nodes: int,
    tail: Array,
    head: Array,
    seconds: Array,
    metres: Array,
    *,
    order: Array | None = None,
) -> Hierarchy:
    """Return the hierarchy of a graph given by its arcs; of parallel ones the fastest, shortest counts.

    ``order`` are all nodes from the least important on, where a similar graph has told it: any order is
    exact, and to find a good one takes most of the time.
    """
    arcs = np.lexsort((metres, seconds, head, tail))
    arcs = arcs[tail[arcs] != head[arcs]]
    same = (np.diff(tail[arcs], prepend=-1) == 0) & (np.diff(head[arcs], prepend=-1) == 0)
    kept = arcs[~same]
    room = 2 * len(kept) + 16
    columns = (tail[kept], head[kept], seconds[kept], metres[kept], kept)
    while (built := _contracted(nodes, columns, order, room)) is None:
        room *= 2
    return _ordered(*built)


def _contracted(
    nodes: int, arcs: Sequence[Array], order: Array | None, room: int
) -> tuple[Array, Array] | None:
    """Return the links and nodes after contraction, None when the room for links was too small."""
    count = len(arcs[0])
    links = np.zeros(room, LINK)
    for name, values in zip(("tail", "head", "seconds", "metres", "first"), arcs, strict=True):
        links[name][:count] = values
    links["second"][:count], links["arcs"][:count] = -1, 1
    table = np.zeros(nodes, NODE)
    table["first_out"] = table["first_in"] = -1
    chain_all(links, table, count)
    counters = np.array([count, 0])
    queue = np.empty(nodes + 1), np.empty(nodes + 1, np.int64)
    if order is not None:
        queue[1][:nodes] = order
    heap = np.empty(room + 1), np.empty(room + 1, np.int64)
    count = contract(links, table, counters, queue, heap, order is not None)
    return None if count == NO_ROOM else (links[:count], table)


def _ordered(links: Array, nodes: Array) -> Hierarchy:
    rank = nodes["rank"].astype(np.int64)
    low, high = rank[links["tail"]], rank[links["head"]]
    up_starts, ups = _rises(links, len(nodes), low, high)
    down_starts, downs = _rises(links, len(nodes), high, low)
    parts = np.column_stack([links["first"], links["second"]])
    return Hierarchy(rank, up_starts, ups, down_starts, downs, parts)


def _rises(links: Array, nodes: int, node: Array, higher: Array) -> tuple[Array, Array]:
    """Return the starts by node, and the links that have it as their lower end."""
    chosen = np.flatnonzero(node < higher)
    chosen = chosen[np.argsort(node[chosen], kind="stable")]
    rises = np.zeros(len(chosen), RISE)
    rises["node"], rises["link"] = higher[chosen], chosen
    rises["seconds"], rises["metres"] = links["seconds"][chosen], links["metres"][chosen]
    return np.searchsorted(node[chosen], np.arange(nodes + 1)), rises
