# SPDX-License-Identifier: GPL-3.0-or-later
"""Join the pieces of ways into streets that run from one junction or dead end to the next."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .road_table import span_rows

Array = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Parts of ways between two cuts; every one has two *halves*: 2 p is piece p as drawn, 2 p + 1 against.

    ``ends`` (pieces x 2) are node ids; the points of piece p are the rows ``first[p]`` to ``last[p]`` of the
    ways' places. ``van_s`` and ``truck_s`` (pieces x 2) are the seconds as drawn and against, infinite where
    closed; ``local`` (pieces x 2) tells whether a van, and a truck, may only stop there.
    """

    way: Array
    ends: Array
    first: Array
    last: Array
    length_m: Array
    van_s: Array
    truck_s: Array
    local: Array

    def __len__(self) -> int:
        return len(self.way)

    def at(self, rows: Array) -> Pieces:
        """Return some of the pieces."""
        return Pieces(**{field.name: getattr(self, field.name)[rows] for field in fields(self)})

    @property
    def rules(self) -> Array:
        """Return a number for each half: who may drive along it, who against it, who may only stop there."""
        drawn = (self.van_s, self.van_s[:, ::-1], self.truck_s, self.truck_s[:, ::-1])
        rules: Array = np.repeat(self.local @ np.array([16, 32]), 2)
        for bit, seconds in enumerate(drawn):
            rules += np.isfinite(seconds).reshape(-1).astype(int) << bit
        return rules


class Chains(NamedTuple):
    """Streets as halves in the order of travel: chain c is ``half[starts[c]:starts[c + 1]]``."""

    half: NDArray[np.int64]
    starts: NDArray[np.int64]

    @property
    def chain(self) -> NDArray[np.int64]:
        """Return the chain of each half."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))


def keep_connected(pieces: Pieces) -> tuple[Pieces, dict[str, float]]:
    """Keep the largest network in which a van can drive to every place from every other, and back.

    Returns the pieces kept and what was dropped: ``components``, ``pieces``, ``length_m``. Linear.
    """
    if not len(pieces):
        return pieces, {"components": 0, "pieces": 0, "length_m": 0.0}
    nodes, flat = np.unique(pieces.ends, return_inverse=True)
    first, last = flat.reshape(-1, 2).T
    along, against = np.isfinite(pieces.van_s).T
    rows = np.concatenate((first[along], last[against]))
    columns = np.concatenate((last[along], first[against]))
    arcs = coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(nodes), len(nodes)))
    count, label = connected_components(arcs.tocsr(), directed=True, connection="strong")
    inside = label[first] == label[last]
    # the size of a network is the length of its streets: a cluster of tiny service ways must not win
    weight = np.bincount(label[first[inside]], weights=pieces.length_m[inside], minlength=count)
    kept = inside & (label[first] == weight.argmax())
    dropped = {
        "components": int(count - 1),
        "pieces": int((~kept).sum()),
        "length_m": float(pieces.length_m[~kept].sum()),
    }
    return pieces.at(np.flatnonzero(kept)), dropped


def join_streets(pieces: Pieces, junctions: Collection[int] = ()) -> Chains:
    """Return the chains of pieces between junctions, dead ends and places where the traffic rule changes.

    The pieces of a chain are turned so that each starts where the one before ends, and so that the chain can
    be driven in that direction. Every piece is in exactly one chain. ``junctions`` are nodes that must remain
    where streets end, if only two meet there. Linear but for sorting.
    """
    nodes, flat = np.unique(pieces.ends, return_inverse=True)
    start = flat.reshape(-1)
    following = _following(pieces, start, np.isin(nodes, list(junctions)))
    is_through = np.zeros(len(nodes), bool)
    is_through[start[following[np.arange(len(start)) ^ 1] >= 0]] = True
    # a ring that meets nothing has no junction: its first node then serves as one
    met = np.unique(start, return_index=True)[1]
    order = np.lexsort((np.arange(len(start)), met[start], is_through[start]))
    walked = _walk(order.tolist(), following.tolist(), start.tolist())
    halves, starts = np.array(walked[0], np.int64), np.array(walked[1], np.int64)
    return _turned(Chains(halves, starts), np.isfinite(pieces.van_s).reshape(-1))


def _following(pieces: Pieces, start: Array, is_junction: Array) -> Array:
    """Return the half that continues each half into another street with the same rule, -1 where none does."""
    order = np.argsort(start, kind="stable")
    counts = np.bincount(start, minlength=len(is_junction))
    begins = np.cumsum(counts) - counts
    two = np.flatnonzero((counts == 2) & ~is_junction)
    one, other = order[begins[two]], order[begins[two] + 1]
    rule = pieces.rules
    # the two ends of a ring meet only each other
    through = (one // 2 != other // 2) & (rule[one] == rule[other ^ 1])
    following = np.full(len(start), -1)
    following[one[through] ^ 1], following[other[through] ^ 1] = other[through], one[through]
    return following


def _walk(order: list[int], following: list[int], start: list[int]) -> tuple[list[int], list[int]]:
    """Return the halves of all chains that begin with the halves in order, and where each chain starts."""
    halves: list[int] = []
    starts = [0]
    done = [False] * (len(start) // 2)
    for half in order:
        if done[half // 2]:
            continue
        origin = start[half]
        while True:
            halves.append(half)
            done[half // 2] = True
            onward = following[half]
            if onward < 0 or start[onward] == origin:
                break
            half = onward
        starts.append(len(halves))
    return halves, starts


def _turned(chains: Chains, is_open: Array) -> Chains:
    """Return the chains, those turned round that can only be driven the other way."""
    half, starts = chains
    is_back = ~is_open[half[starts[:-1]]]
    size = np.diff(starts)
    rows = span_rows(starts[:-1], size, is_back)
    return Chains(half[rows] ^ np.repeat(is_back, size), starts)
