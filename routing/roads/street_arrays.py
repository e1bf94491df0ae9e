# SPDX-License-Identifier: GPL-3.0-or-later
"""The streets of a road graph as plain arrays, as one kind of vehicle may drive them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

from .graph import RoadGraph, table_of
from .road_table import RoadTable, span_rows

Array = NDArray[Any]
Vehicle: TypeAlias = Literal["van", "truck"]

# the edge attributes that hold a vehicle's seconds (negative: closed), and whether it may only stop there
TIME = {"van": "travel_time", "truck": "truck_time"}
LOCAL = {"van": "local", "truck": "truck_local"}


@dataclass(frozen=True, slots=True, eq=False)
class Streets:
    """Streets between junctions; every one has two *sides*: 2 s is street s along its line, 2 s + 1 against.

    ``tail`` and ``head`` are node numbers at the start and at the end; ``seconds`` (streets x 2) is infinite
    where a side is closed; ``is_local`` tells where one may stop but not drive through. The line of street s
    is ``xy[offsets[s]:offsets[s + 1]]`` in metres. ``turns`` are the forbidden sequences of sides, one after
    the other, each ended by -1. ``node_count`` holds one number.
    """

    node_count: Array
    tail: Array
    head: Array
    seconds: Array
    metres: Array
    is_local: Array
    offsets: Array
    xy: Array
    name: Array
    ways: Array
    turns: Array

    def __len__(self) -> int:
        return len(self.tail)

    @property
    def side_seconds(self) -> Array:
        """Return the seconds of every side."""
        return self.seconds.reshape(-1)

    @property
    def side_tail(self) -> Array:
        """Return the node where every side begins."""
        return np.column_stack([self.tail, self.head]).reshape(-1)

    @property
    def side_head(self) -> Array:
        """Return the node where every side ends."""
        return np.column_stack([self.head, self.tail]).reshape(-1)

    def lines(self) -> Array:
        """Return the streets as line strings."""
        street = np.repeat(np.arange(len(self)), np.diff(self.offsets))
        return np.asarray(shapely.linestrings(self.xy, indices=street))

    def forbidden(self) -> list[tuple[int, ...]]:
        """Return the forbidden sequences of sides."""
        paths = np.split(self.turns, np.flatnonzero(self.turns < 0) + 1)
        return [tuple(path[:-1].tolist()) for path in paths if len(path)]

    def without(self, closed: NDArray[np.bool_]) -> Streets:
        """Return the streets but those that are closed, and the turns that are left."""
        kept = np.flatnonzero(~closed)
        number = np.full(len(self), -1)
        number[kept] = np.arange(len(kept))
        counts = np.diff(self.offsets)[kept]
        paths = [[2 * int(number[side // 2]) + side % 2 for side in path] for path in self.forbidden()]
        flat = [side for path in paths if min(path) >= 0 for side in (*path, -1)]
        return Streets(
            node_count=self.node_count,
            tail=self.tail[kept],
            head=self.head[kept],
            seconds=self.seconds[kept],
            metres=self.metres[kept],
            is_local=self.is_local[kept],
            offsets=np.concatenate(([0], np.cumsum(counts))),
            xy=self.xy[np.repeat(~closed, np.diff(self.offsets))],
            name=self.name[kept],
            ways=self.ways[kept],
            turns=np.array(flat, np.int64),
        )


def street_arrays(roads: RoadTable | RoadGraph, vehicle: Vehicle = "van") -> Streets:
    """Return the streets of projected roads that a vehicle may drive; a graph is first made a table."""
    table = roads if isinstance(roads, RoadTable) else table_of(roads)
    edges = table.edges
    pairs = _paired(edges)
    edge_s = np.append(np.where(edges[TIME[vehicle]] < 0, np.inf, edges[TIME[vehicle]]), np.inf)
    # what has no line cannot be found by who is near it
    has_line = np.diff(table.offsets)[pairs[:, 0]] > 1
    pairs = pairs[np.isfinite(edge_s[pairs]).any(axis=1) & has_line]
    first = pairs[:, 0]
    # who draws an edge need not draw its junctions
    node = np.append(table.node, np.setdiff1d([edges["u"], edges["v"]], table.node))
    number = np.argsort(node, kind="stable")
    tail, head = (number[np.searchsorted(node, edges[end][first], sorter=number)] for end in "uv")
    size = np.diff(table.offsets)[first]
    ways = edges["ways"][first]
    unnamed = np.flatnonzero(~ways.astype(bool))
    ways[unnamed] = [str(osmid) for osmid in edges["osmid"][first[unnamed]].tolist()]
    return Streets(
        node_count=np.array([len(node)]),
        tail=tail,
        head=head,
        seconds=edge_s[pairs],
        metres=edges["length"][first],
        is_local=edges[LOCAL[vehicle]][first],
        offsets=np.concatenate(([0], np.cumsum(size))),
        xy=table.xy[span_rows(table.offsets[first], size, np.zeros(len(first), bool))],
        name=edges["name"][first],
        ways=ways,
        turns=_turn_sides(table, pairs, vehicle),
    )


def _paired(edges: Mapping[str, Array]) -> Array:
    """Return each street as its edge and the one that drives it the other way, -1 if there is none.

    Edges that nothing drives the other way come last if they are drawn backwards.
    """
    is_back = edges["reversed"]
    ends = [np.where(is_back, edges[far], edges[near]) for near, far in ("uv", "vu")]
    same = (*ends, edges["osmid"], edges["length"])
    # of each street the edges along it come first, then those against it
    order = np.lexsort((np.arange(len(is_back)), is_back, *same))
    begins = np.flatnonzero(_changes([key[order] for key in same]))
    sizes = np.diff(begins, append=len(order))
    along = np.repeat(np.add.reduceat(~is_back[order], begins), sizes) if len(order) else sizes
    at = np.arange(len(order)) - np.repeat(begins, sizes)
    twin = np.flatnonzero((at >= along) & (at < 2 * along))
    against = np.full(len(order), -1)
    against[order[twin - along[twin]]] = order[twin]
    alone = np.setdiff1d(np.flatnonzero(is_back), against)
    drawn = np.flatnonzero(~is_back)
    return np.column_stack([np.append(drawn, alone), np.append(against[drawn], np.full(len(alone), -1))])


def _turn_sides(table: RoadTable, pairs: Array, vehicle: Vehicle) -> NDArray[np.int64]:
    turns = [turn for turn in table.turns if vehicle in turn.vehicles]
    wanted = {edge for turn in turns for edge in turn.path}
    rows = np.flatnonzero(np.isin(table.edges["u"], [u for u, _, _ in wanted]))
    ends = zip(*(table.edges[name][rows].tolist() for name in ("u", "v", "key")), strict=True)
    sides = np.full(len(table) + 1, -1)
    sides[pairs[:, 0]], sides[pairs[:, 1]] = 2 * np.arange(len(pairs)), 2 * np.arange(len(pairs)) + 1
    sides[-1] = -1
    side = {edge: number for edge, number in zip(ends, sides[rows].tolist(), strict=True) if number >= 0}
    flat: list[int] = []
    for turn in turns:
        if all(edge in side for edge in turn.path):
            flat += [side[edge] for edge in turn.path] + [-1]
    return np.array(flat, np.int64)


def _changes(keys: Sequence[Array]) -> NDArray[np.bool_]:
    """Tell which rows differ from the one before; the first does."""
    changes = np.ones(len(keys[0]), bool)
    changes[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
    return changes
