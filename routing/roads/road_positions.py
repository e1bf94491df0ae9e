# SPDX-License-Identifier: GPL-3.0-or-later
"""Where places lie on the streets, and how one sets off from them and arrives at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import breadth_first_order, connected_components

from .hierarchy import Accesses
from .kernel_hierarchy import ACCESS
from .street_arrays import Streets
from .turns import RoadArcs

Array = NDArray[Any]

_NONE = np.empty(0, np.int64)


class Position(NamedTuple):
    """One place on a street; see ``Positions``."""

    street: int
    along: float
    distance_m: float


@dataclass(frozen=True, slots=True, eq=False)
class Positions:
    """Places on streets: ``along`` is 0 at the start of the street's line and 1 at its end.

    ``street`` is -1 where none is near enough; ``distance_m`` tells how far the nearest one is.
    """

    street: NDArray[np.int64]
    along: NDArray[np.float64]
    distance_m: NDArray[np.float64]

    @classmethod
    def of(cls, positions: Sequence[Position]) -> Positions:
        """Return places given one by one."""
        street, along, distance_m = zip(*positions, strict=True) if positions else ((), (), ())
        return cls(np.array(street, np.int64), np.array(along, float), np.array(distance_m, float))

    def __iter__(self) -> Iterator[Position]:
        columns = (self.street.tolist(), self.along.tolist(), self.distance_m.tolist())
        return map(Position, *columns)

    @property
    def known(self) -> NDArray[np.int64]:
        """Return the places that lie on a street."""
        return np.flatnonzero(self.street >= 0)

    def at(self, rows: Array) -> Positions:
        """Return some of the places."""
        return Positions(self.street[rows], self.along[rows], self.distance_m[rows])

    def __len__(self) -> int:
        return len(self.street)


class StreetMap:
    """The streets as places see them: nearest points, and the nodes by which one leaves and arrives."""

    def __init__(self, streets: Streets, arcs: RoadArcs) -> None:
        self.streets, self.arcs = streets, arcs
        self._tail, self._head = streets.side_tail, streets.side_head
        order = np.argsort(arcs.side, kind="stable")
        self._copy_tail = arcs.tail[order]
        self._copy_starts = np.searchsorted(arcs.side[order], np.arange(2 * len(streets) + 1))

    @cached_property
    def lines(self) -> Array:
        """Return the streets as line strings."""
        return self.streets.lines()

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.lines)

    @cached_property
    def _joined_tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.lines[self.is_joined])

    @cached_property
    def is_joined(self) -> NDArray[np.bool_]:
        """Return which streets can be driven to from the largest network, and back."""
        arcs, nodes = self.arcs, len(self.arcs.junction)
        matrix = coo_matrix((np.ones(len(arcs.tail)), (arcs.tail, arcs.head)), (nodes, nodes)).tocsr()
        _, group = connected_components(matrix, directed=True, connection="strong")
        inside = group[arcs.tail] == group[arcs.head]
        # the size of a network is the length of its streets: a cluster of tiny service ways must not win
        size_m = np.bincount(group[arcs.tail[inside]], weights=self.streets.metres[arcs.side[inside] // 2])
        if not len(size_m):
            return np.zeros(len(self.streets), bool)
        core = int(np.flatnonzero(group == size_m.argmax())[0])
        reached, reaching = np.zeros((2, nodes), bool)
        reached[breadth_first_order(matrix, core, return_predecessors=False)] = True
        reaching[breadth_first_order(matrix.T.tocsr(), core, return_predecessors=False)] = True
        leaves = ((self.arcs.after >= 0) & reaching[self.arcs.after]).reshape(-1, 2).any(axis=1)
        enters = np.zeros(len(self.streets), bool)
        enters[arcs.side[reached[arcs.tail]] // 2] = True
        joined: NDArray[np.bool_] = leaves & enters
        return joined

    def positions(self, points: Array, *, reach_m: float, walk_m: float) -> Positions:
        """Return where places lie: on the nearest street, or on a joined one at most ``walk_m`` farther.

        Places farther than ``reach_m`` from any street lie nowhere.
        """
        street, distance_m = _nearest(self._tree, points)
        if walk_m > 0 and len(self.streets):
            at = np.flatnonzero((street >= 0) & ~self.is_joined[street])
            other, other_m = _nearest(self._joined_tree, points[at])
            better = (other >= 0) & (other_m <= distance_m[at] + walk_m)
            street[at[better]] = np.flatnonzero(self.is_joined)[other[better]]
            distance_m[at[better]] = other_m[better]
        street[distance_m > reach_m] = -1
        along = np.zeros(len(points))
        on = np.flatnonzero(street >= 0)
        along[on] = shapely.line_locate_point(self.lines[street[on]], points[on], normalized=True)
        return Positions(street, along, distance_m)

    def leaving(self, positions: Positions) -> Accesses:
        """Return how one sets off: by the end of the street, access 0, and by its start, access 1."""
        given = np.zeros((len(positions), 2), ACCESS)
        for way, part in ((0, 1 - positions.along), (1, positions.along)):
            side = 2 * positions.street + way
            seconds, metres, is_open = self._driven(positions.street, way, part)
            given["node"][:, way] = np.where(is_open, self.arcs.after[side], self._head[side])
            given["seconds"][:, way], given["metres"][:, way] = seconds, metres
        return Accesses(2 * np.arange(len(positions) + 1), given.reshape(-1))

    def arriving(self, positions: Positions) -> tuple[Accesses, NDArray[np.int64]]:
        """Return how one arrives, and whether each access is by the start (0) or the end (1) of a street."""
        parts = [self._arrivals(positions, way) for way in (0, 1)]
        place, given = (np.concatenate([part[field] for part in parts]) for field in (0, 1))
        ends = np.repeat([0, 1], [len(part[0]) for part in parts])
        order = np.argsort(place, kind="stable")
        starts = np.searchsorted(place[order], np.arange(len(positions) + 1))
        return Accesses(starts, given[order]), ends[order]

    def _arrivals(self, positions: Positions, way: int) -> tuple[Array, Array]:
        """Return the accesses by the start (0) or the end (1) of the streets, and the place of each."""
        part = positions.along if way == 0 else 1 - positions.along
        side = 2 * positions.street + way
        seconds, metres, is_open = self._driven(positions.street, way, part)
        copies = [
            self._copy_tail[self._copy_starts[one] : self._copy_starts[one + 1]]
            if open_
            else np.flatnonzero(self.arcs.junction == self._tail[one])
            if at_end
            else _NONE
            for one, open_, at_end in zip(side.tolist(), is_open.tolist(), (part == 0).tolist(), strict=True)
        ]
        place = np.repeat(np.arange(len(positions)), [len(nodes) for nodes in copies])
        given = np.zeros(len(place), ACCESS)
        given["node"] = np.concatenate([_NONE, *copies])
        given["seconds"], given["metres"] = seconds[place], metres[place]
        return place, given

    def _driven(self, street: Array, way: int, part: Array) -> tuple[Array, Array, Array]:
        """Return seconds and metres of a part of sides, and whether the sides are open.

        Whoever is at the very end of a street is at the junction, even where the street is one-way.
        """
        whole_s = self.streets.seconds[street, way]
        is_open = np.isfinite(whole_s)
        seconds = np.where(part > 0, whole_s * np.where(part > 0, part, 1.0), 0.0)
        return seconds, part * self.streets.metres[street], is_open


def _nearest(tree: shapely.STRtree, points: Array) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the nearest line of each point, -1 when there is none, and its distance."""
    found, distance = np.full(len(points), -1, np.int64), np.full(len(points), np.inf)
    if len(points) and len(tree):
        (at, line), far = tree.query_nearest(points, all_matches=False, return_distance=True)
        found[at], distance[at] = line, far
    return found, distance
