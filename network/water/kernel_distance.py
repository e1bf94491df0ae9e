# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiled: how far the junctions and gates are from the sources, along the pieces of pipe."""

from __future__ import annotations

from typing import NamedTuple

from ...core.compiled import compiled
from ...core.kernel_heap import drop_first, push
from ..assets.arrays import Floats, Ints, Ints32


class Spans(NamedTuple):
    """The pieces seen from each node: those of ``v`` are ``first[v]`` to ``first[v + 1]``."""

    first: Ints32
    other: Ints32
    length_m: Floats


@compiled
def lay_out(from_node: Ints, to_node: Ints, length_m: Floats, spans: Spans, free: Ints32) -> None:
    """Fill ``other`` and ``length_m`` of the spans; ``free`` is a copy of ``first`` to count on."""
    for piece in range(len(length_m)):
        tail, head = from_node[piece], to_node[piece]
        for here, there in ((tail, head), (head, tail)):
            spans.other[free[here]] = there
            spans.length_m[free[here]] = length_m[piece]
            free[here] += 1


@compiled
def spread(spans: Spans, starts: Ints, reached_m: Floats, keys: Floats, items: Ints32) -> None:
    """Lower ``reached_m`` to the shortest way from the starts, which have theirs (Dijkstra's algorithm).

    The heap, ``keys`` and ``items``, has room for the starts and for every span.
    """
    size = 0
    for start in starts:
        size = push(keys, items, size, reached_m[start], start)
    while size > 0:
        here_m, here = keys[0], items[0]
        size = drop_first(keys, items, size)
        if here_m > reached_m[here]:
            continue
        for span in range(spans.first[here], spans.first[here + 1]):
            there, there_m = spans.other[span], here_m + spans.length_m[span]
            if there_m < reached_m[there]:
                reached_m[there] = there_m
                size = push(keys, items, size, there_m, there)
