# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees on a street graph: the cheapest way from every node to the nearest root, and sums along it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra


@dataclass(frozen=True, slots=True)
class Tree:
    """For each node: cost to its root, next node and edge on the way (-1 at roots), and its root.

    ``outward`` lists the nodes that reach a root, nearest first.
    """

    cost: np.ndarray
    parent: np.ndarray
    edge: np.ndarray
    root: np.ndarray
    outward: np.ndarray


def cheapest_tree(
    start: np.ndarray,
    end: np.ndarray,
    along: np.ndarray,
    against: np.ndarray,
    roots: np.ndarray,
    *,
    nodes: int,
) -> Tree:
    """Return the cheapest tree towards ``roots``.

    ``along`` is what it costs to go from ``start`` to ``end`` of each edge, ``against`` the other way round;
    both are positive. Of parallel edges the cheaper one counts. O(edges log nodes).
    """
    edge = np.arange(len(start))
    # dijkstra walks away from the roots: entry (p, c) holds what it costs to come from c to p
    rows, columns = np.concatenate((end, start)), np.concatenate((start, end))
    cost, edges = np.concatenate((along, against)), np.concatenate((edge, edge))
    key = rows.astype(np.int64) * nodes + columns
    order = np.lexsort((cost, key))
    order = order[np.concatenate(([True], key[order][1:] != key[order][:-1]))]
    order = order[rows[order] != columns[order]]
    matrix = csr_matrix((cost[order], (rows[order], columns[order])), shape=(nodes, nodes))
    least, parent, root = dijkstra(matrix, indices=roots, min_only=True, return_predecessors=True)
    reached = np.flatnonzero(np.isfinite(least))
    parent = np.where(parent < 0, -1, parent)
    inner = np.flatnonzero(parent >= 0)
    way = np.full(nodes, -1)
    place = np.searchsorted(key[order], parent[inner].astype(np.int64) * nodes + inner)
    way[inner] = edges[order][place]
    outward = reached[np.lexsort((reached, least[reached]))]
    return Tree(cost=least, parent=parent, edge=way, root=root, outward=outward)


def gather(tree: Tree, amount: np.ndarray) -> np.ndarray:
    """Return for each node the sum of ``amount`` over the node and all that lies beyond it."""
    total = amount.astype(float).tolist()
    parent = tree.parent.tolist()
    for node in tree.outward[::-1].tolist():
        above = parent[node]
        if above >= 0:
            total[above] += total[node]
    return np.array(total)


def parts_of(start: np.ndarray, end: np.ndarray, *, nodes: int) -> np.ndarray:
    """Return the number of the connected part that each node belongs to."""
    matrix = csr_matrix((np.ones(len(start)), (start, end)), shape=(nodes, nodes))
    return connected_components(matrix, directed=False)[1]
