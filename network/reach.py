# SPDX-License-Identifier: GPL-3.0-or-later
"""Which vertices of a directed graph are reached from some of them, through the edges that are open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order

from .arrays import Bools, Ints, as_ints


@dataclass(frozen=True, slots=True)
class Digraph:
    """Directed edges sorted by their tail; ``edge`` says which of the given edges each one was."""

    vertices: int
    tail: Ints
    head: Ints
    edge: Ints

    @staticmethod
    def of(vertices: int, tail: Ints, head: Ints) -> Digraph:
        """Sort edges by tail, so that any subset of them is in compressed rows at once."""
        edge = np.argsort(tail, kind="stable")
        return Digraph(vertices, tail[edge], head[edge], as_ints(edge))

    def reached(self, starts: Ints, is_open: Bools | None = None) -> Bools:
        """Tell which vertices are reached from ``starts``, themselves included.

        ``is_open`` runs along the edges as they were given; without it all are open. In O(vertices + edges),
        cycles and parallel edges included.
        """
        mask = np.zeros(self.vertices, dtype=bool)
        if not len(starts):
            return mask
        tail, head = self.tail, self.head
        if is_open is not None:
            through = is_open[self.edge]
            tail, head = tail[through], head[through]
        # one more vertex, the root, leads to every start
        indices = np.concatenate([head, np.unique(starts)]).astype(np.int32)
        indptr = np.zeros(self.vertices + 2, dtype=np.int32)
        np.cumsum(np.bincount(tail, minlength=self.vertices), out=indptr[1:-1])
        indptr[-1] = len(indices)
        size = self.vertices + 1
        graph = csr_matrix((np.ones(len(indices)), indices, indptr), shape=(size, size))
        mask[breadth_first_order(graph, self.vertices, return_predecessors=False)[1:]] = True
        return mask
