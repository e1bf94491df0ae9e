# SPDX-License-Identifier: GPL-3.0-or-later
"""Which vertices of a directed graph are reached from some of them."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order

from .arrays import Bools, Ints


def reached(count: int, starts: Ints, tail: Ints, head: Ints) -> Bools:
    """Tell which of ``count`` vertices are reached from ``starts`` along edges from ``tail`` to ``head``.

    The starts are reached too. In O(vertices + edges), cycles and parallel edges included.
    """
    mask = np.zeros(count, dtype=bool)
    if not len(starts):
        return mask
    first = np.unique(starts)
    tails, heads = np.append(tail, np.full(len(first), count)), np.append(head, first)
    size = count + 1
    graph = csr_matrix((np.ones(len(tails), dtype=np.float64), (tails, heads)), shape=(size, size))
    visited = breadth_first_order(graph, count, return_predecessors=False)
    mask[visited[1:]] = True
    return mask
