# SPDX-License-Identifier: GPL-3.0-or-later
"""Forbidden turns and streets without through traffic, by copies of nodes: the graph stays a plain graph.

Villeneuve, Desaulniers: *The Shortest Path Problem with Forbidden Paths*, EJOR 165 (2005): a node is copied
for each way to come to it that must be remembered, and each copy has only the arcs that may follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from .street_arrays import Streets

Array = NDArray[Any]

# what a vehicle has done: only local streets so far, ordinary ones, local ones after that
_LEAVING, _UNDERWAY, _ARRIVING = range(3)


class _State(NamedTuple):
    """A node, the sides driven last as far as a forbidden sequence begins with them, and the phase."""

    node: int
    recent: tuple[int, ...] = ()
    phase: int = _UNDERWAY


@dataclass(frozen=True, slots=True, eq=False)
class RoadArcs:
    """The graph in which every way is allowed: ``tail`` and ``head`` are nodes, ``side`` the street's side.

    Nodes below the streets' ``node_count`` are the junctions themselves; ``junction`` is the junction of each
    node. Whoever has driven a side to its end after setting off on it is at the node ``after[side]``; closed
    sides have -1.
    """

    tail: Array
    head: Array
    side: Array
    after: Array
    junction: Array


def road_arcs(streets: Streets) -> RoadArcs:
    """Return the graph of the streets with their rules. Linear in the streets and in the copies needed."""
    sides = np.flatnonzero(np.isfinite(streets.side_seconds))
    after = np.full(2 * len(streets), -1, np.int64)
    after[sides] = streets.side_head[sides]
    head = after[sides]
    copies = _Copies(streets, sides)
    watched = np.intersect1d(sides, copies.watched)
    tail_states = [_State(node) for node in streets.side_tail[watched].tolist()]
    head[np.searchsorted(sides, watched)] = [
        copies.number(copies.next(state, side))
        for state, side in zip(tail_states, watched.tolist(), strict=True)
    ]
    after[watched] = [copies.number(copies.first(side)) for side in watched.tolist()]
    extra = np.array(list(copies.arcs()), np.int64).reshape(-1, 3)
    base = np.arange(streets.node_count[0])
    return RoadArcs(
        tail=np.concatenate((streets.side_tail[sides], extra[:, 0])),
        head=np.concatenate((head, extra[:, 1])),
        side=np.concatenate((sides, extra[:, 2])),
        after=after,
        junction=np.concatenate((base, np.array(copies.junctions, np.int64))),
    )


class _Copies:
    """The states beyond the junctions themselves, numbered as they are met."""

    def __init__(self, streets: Streets, sides: Array) -> None:
        self._count = int(streets.node_count[0])
        self._numbers: dict[_State, int] = {}
        self._forbidden = {path for path in streets.forbidden() if len(path) > 1}
        self._begun = {path[:size] for path in self._forbidden for size in range(1, len(path))}
        self._is_local = np.repeat(streets.is_local, 2)
        self._head = streets.side_head
        order = np.argsort(streets.side_tail[sides], kind="stable")
        self._leaving = sides[order]
        self._starts = np.searchsorted(streets.side_tail[self._leaving], np.arange(self._count + 1))

    @property
    def watched(self) -> NDArray[np.int64]:
        """Return the sides after which one may not be at the junction itself."""
        return np.array([*np.flatnonzero(self._is_local), *(path[0] for path in self._forbidden)], np.int64)

    @property
    def junctions(self) -> list[int]:
        """Return the junction of each copy."""
        return [state.node for state in self._numbers]

    def number(self, state: _State) -> int:
        """Return the node of a state: the junction itself where nothing needs to be remembered."""
        if state == _State(state.node):
            return state.node
        return self._numbers.setdefault(state, self._count + len(self._numbers))

    def first(self, side: int) -> _State:
        """Return the state of whoever set off on a side, at its end."""
        phase = _LEAVING if self._is_local[side] else _UNDERWAY
        return _State(int(self._head[side]), self._remembered((side,)), phase)

    def next(self, state: _State, side: int) -> _State:
        """Return the state after one more side."""
        phase = _UNDERWAY
        if self._is_local[side]:
            phase = _LEAVING if state.phase == _LEAVING else _ARRIVING
        return _State(int(self._head[side]), self._remembered((*state.recent, side)), phase)

    def arcs(self) -> Iterator[tuple[int, int, int]]:
        """Yield the arcs of all copies: tail, head, side. Copies met on the way get theirs too."""
        done = 0
        while done < len(self._numbers):
            for state, number in list(self._numbers.items())[done:]:
                done += 1
                for side in self._leaving[self._starts[state.node] : self._starts[state.node + 1]].tolist():
                    if self._may(state, side):
                        yield number, self.number(self.next(state, side)), side

    def _may(self, state: _State, side: int) -> bool:
        if state.phase == _ARRIVING and not self._is_local[side]:
            return False
        driven = (*state.recent, side)
        return not any(driven[start:] in self._forbidden for start in range(len(driven)))

    def _remembered(self, driven: tuple[int, ...]) -> tuple[int, ...]:
        suffixes = (driven[start:] for start in range(len(driven)))
        return next((suffix for suffix in suffixes if suffix in self._begun), ())


def plain_graph(streets: Streets, arcs: RoadArcs) -> nx.MultiDiGraph[int]:
    """Return the arcs as a graph for networkx: ``junction``; ``side``, ``travel_time``, ``length``."""
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    graph.add_nodes_from(
        (number, {"junction": int(junction)}) for number, junction in enumerate(arcs.junction)
    )
    for tail, head, side in zip(arcs.tail.tolist(), arcs.head.tolist(), arcs.side.tolist(), strict=True):
        seconds, metres = float(streets.side_seconds[side]), float(streets.metres[side // 2])
        graph.add_edge(tail, head, side=side, travel_time=seconds, length=metres)
    return graph
