# SPDX-License-Identifier: GPL-3.0-or-later
"""The streets of a road graph as plain arrays, as one kind of vehicle may drive them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

from .graph import Edge, RoadGraph, Turn, edge_line
from .undisturbed import undisturbed

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


def street_arrays(graph: RoadGraph, vehicle: Vehicle = "van") -> Streets:
    """Return the streets of a projected graph that a vehicle may drive."""
    with undisturbed():
        return _arrays(graph, vehicle)


def _arrays(graph: RoadGraph, vehicle: Vehicle) -> Streets:
    numbers = {node: number for number, node in enumerate(graph.nodes)}
    every = {(u, v, key): data for u, v, key, data in graph.edges(keys=True, data=True)}
    pairs = _paired(every)
    seconds = np.array([[_seconds(every, edge, vehicle) for edge in pair] for pair in pairs], float).reshape(
        -1, 2
    )
    kept = np.flatnonzero(np.isfinite(seconds).any(axis=1))
    pairs = [pairs[number] for number in kept.tolist()]
    data = [every[pair[0]] for pair in pairs]
    lines = [
        edge_line(graph, pair[0][0], pair[0][1], values) for pair, values in zip(pairs, data, strict=True)
    ]
    xy, street = shapely.get_coordinates(lines, return_index=True)
    return Streets(
        node_count=np.array([len(numbers)]),
        tail=np.array([numbers[pair[0][0]] for pair in pairs], np.int64),
        head=np.array([numbers[pair[0][1]] for pair in pairs], np.int64),
        seconds=seconds[kept],
        metres=np.array([values["length"] for values in data], float),
        is_local=np.array([bool(values.get(LOCAL[vehicle])) for values in data], bool),
        offsets=np.searchsorted(street, np.arange(len(pairs) + 1)),
        xy=xy,
        name=np.array([values.get("name", "") for values in data], object),
        ways=np.array([values.get("ways") or str(values["osmid"]) for values in data], object),
        turns=_turn_sides(graph.graph.get("turns", ()), pairs, vehicle),
    )


def _paired(edges: Mapping[Edge, dict[str, Any]]) -> list[tuple[Edge, Edge | None]]:
    """Return each street as its edge and the one that drives it the other way, if there is one."""
    against: dict[Any, Edge] = {}
    for edge, data in edges.items():
        if data["reversed"]:
            against[edge[1], edge[0], data["osmid"], data["length"]] = edge
    pairs: list[tuple[Edge, Edge | None]] = [
        (edge, against.pop((edge[0], edge[1], data["osmid"], data["length"]), None))
        for edge, data in edges.items()
        if not data["reversed"]
    ]
    return pairs + [(edge, None) for edge in against.values()]


def _seconds(edges: Mapping[Edge, dict[str, Any]], edge: Edge | None, vehicle: Vehicle) -> float:
    if edge is None:
        return np.inf
    data = edges[edge]
    seconds = float(data.get(TIME[vehicle], data["travel_time"]))
    return seconds if seconds >= 0 else np.inf


def _turn_sides(
    turns: Iterable[Turn], pairs: list[tuple[Edge, Edge | None]], vehicle: Vehicle
) -> NDArray[np.int64]:
    side = {
        edge: 2 * number + way for number, pair in enumerate(pairs) for way, edge in enumerate(pair) if edge
    }
    flat: list[int] = []
    for turn in turns:
        if vehicle in turn.vehicles and all(edge in side for edge in turn.path):
            flat += [side[edge] for edge in turn.path] + [-1]
    return np.array(flat, np.int64)
