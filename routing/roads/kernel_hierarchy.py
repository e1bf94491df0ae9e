# SPDX-License-Identifier: GPL-3.0-or-later
"""Fastest ways in a contraction hierarchy: upward searches, meetings in buckets, shortcuts taken apart.

Geisberger et al., WEA 2008 (searches, stall-on-demand); Knopp, Sanders, Schultes, Schulz, Wagner: *Computing
Many-to-Many Shortest Paths Using Highway Hierarchies*, ALENEX 2007 (buckets).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.compiled import compiled
from ...core.kernel_heap import drop_first, push

Array = NDArray[Any]

# A link as seen from its lower end: ``node`` is the higher one.
RISE = np.dtype([("seconds", "f8"), ("metres", "f8"), ("node", "i4"), ("link", "i4")])
# Where a way may begin or end: a node, and what lies between it and the place.
ACCESS = np.dtype([("seconds", "f8"), ("metres", "f8"), ("node", "i8")])
# A node that a search settled, for the search of ``place``.
LABEL = np.dtype([("seconds", "f8"), ("metres", "f8"), ("node", "i4"), ("place", "i4")])
# What a search knows of a node; ``link`` leads to it, -1 - n when the access n does.
MARK = np.dtype(
    [("seconds", "f8"), ("metres", "f8"), ("search", "i8"), ("link", "i4"), ("before", "i4")], align=True
)


@compiled
def climb(
    rises: Any, against: Any, accesses: Array, marks: Array, search: int, heap: Any, settled: Array
) -> int:
    """Search upwards from the accesses of a place; fill ``settled`` (``LABEL``) and return how many they are.

    ``rises`` are the starts and links (``RISE``) in the direction of the search, ``against`` those in the
    other one. A node that a higher one reaches sooner is not on a fastest way and is left out. ``search`` is
    a number above 0 that ``marks`` have not seen; ``heap`` is room for one more than all links and accesses.
    """
    starts, arcs = rises
    keys, items = heap
    size, count = 0, 0
    for index in range(len(accesses)):
        access = accesses[index]
        mark = marks[access.node]
        if access.seconds < np.inf and (mark.search != search or access.seconds < mark.seconds):
            mark.seconds, mark.metres, mark.search = access.seconds, access.metres, search
            mark.link, mark.before = -1 - index, -1
            size = push(keys, items, size, access.seconds, access.node)
    while size > 0:
        seconds, node = keys[0], items[0]
        size = drop_first(keys, items, size)
        if seconds > marks[node].seconds or _is_late(against, marks, search, node):
            continue
        metres = marks[node].metres
        settled[count].seconds, settled[count].metres, settled[count].node = seconds, metres, node
        count += 1
        for index in range(starts[node], starts[node + 1]):
            arc = arcs[index]
            later = seconds + arc.seconds
            mark = marks[arc.node]
            if mark.search != search or later < mark.seconds:
                mark.seconds, mark.metres, mark.search = later, metres + arc.metres, search
                mark.link, mark.before = arc.link, node
                size = push(keys, items, size, later, arc.node)
    return count


@compiled
def _is_late(against: Any, marks: Array, search: int, node: int) -> bool:
    """Tell whether a node is reached sooner from a higher one that the search has seen."""
    starts, arcs = against
    for index in range(starts[node], starts[node + 1]):
        mark = marks[arcs[index].node]
        if mark.search == search and mark.seconds + arcs[index].seconds < marks[node].seconds:
            return True
    return False


@compiled
def climb_all(
    rises: Any, against: Any, accesses: Any, places: Array, marks: Array, heap: Any, labels: Array
) -> tuple[int, int]:
    """Fill ``labels`` with the searches of places, as long as there is room for a whole search.

    ``accesses`` are the starts of each place and the ``ACCESS`` of all. Returns how many places were done and
    how many labels there are.
    """
    starts, given = accesses
    count = 0
    for done in range(len(places)):
        if len(labels) - count < len(marks):
            return done, count
        place = places[done]
        own = given[starts[place] : starts[place + 1]]
        found = climb(rises, against, own, marks, place + 1, heap, labels[count:])
        for index in range(count, count + found):
            labels[index].place = place
        count += found
    return len(places), count


@compiled
def fill_rows(
    rises: Any,
    against: Any,
    accesses: Any,
    rows: Array,
    buckets: Any,
    marks: Array,
    heap: Any,
    settled: Array,
    result: Any,
) -> None:
    """Fill rows of the matrices of seconds and metres (``result``, infinite at first) by meeting the labels.

    ``buckets`` are the starts of each node and the labels of all columns, sorted by node.
    """
    starts, given = accesses
    bucket_starts, labels = buckets
    seconds, metres = result
    for search in range(len(rows)):
        row = rows[search]
        own = given[starts[row] : starts[row + 1]]
        count = climb(rises, against, own, marks, search + 1, heap, settled)
        for index in range(count):
            here = settled[index]
            for other in range(bucket_starts[here.node], bucket_starts[here.node + 1]):
                label = labels[other]
                total = here.seconds + label.seconds
                if total < seconds[row, label.place]:
                    seconds[row, label.place] = total
                    metres[row, label.place] = here.metres + label.metres


@compiled
def sweep_rows(
    rises: Any, against: Any, few: Any, many: Any, marks: Array, heap: Any, settled: Array, result: Any
) -> None:
    """Fill the matrices of seconds and metres (``result``, infinite at first), a row for each of the few.

    Delling, Goldberg, Nowatzyk, Werneck: *PHAST*, IPDPS 2011: after the search upwards, all nodes from the
    highest on take what those above them bring.
    """
    few_starts, few_given = few
    starts, given = many
    seconds, metres = result
    for row in range(len(seconds)):
        climb(rises, against, few_given[few_starts[row] : few_starts[row + 1]], marks, row + 1, heap, settled)
        _sweep(against, marks, row + 1)
        for place in range(len(starts) - 1):
            for index in range(starts[place], starts[place + 1]):
                mark = marks[given[index].node]
                total = mark.seconds + given[index].seconds
                if total < seconds[row, place]:
                    seconds[row, place], metres[row, place] = total, mark.metres + given[index].metres


@compiled
def _sweep(against: Any, marks: Array, search: int) -> None:
    """Give every node its seconds and metres from where a search began; infinite where no way leads."""
    starts, arcs = against
    for node in range(len(marks) - 1, -1, -1):
        mark = marks[node]
        if mark.search != search:
            mark.seconds, mark.metres, mark.search = np.inf, 0.0, search
        for index in range(starts[node], starts[node + 1]):
            higher = marks[arcs[index].node]
            later = higher.seconds + arcs[index].seconds
            if later < mark.seconds:
                mark.seconds, mark.metres = later, higher.metres + arcs[index].metres


@compiled
def meet(settled: Array, count: int, marks: Array, search: int) -> tuple[float, int]:
    """Return the seconds of the fastest way and the node where two searches meet, -1 when they do not.

    ``settled`` are those of the one, ``marks`` those of the other.
    """
    best_s, at = np.inf, -1
    for index in range(count):
        node = settled[index].node
        if marks[node].search == search and settled[index].seconds + marks[node].seconds < best_s:
            best_s, at = settled[index].seconds + marks[node].seconds, node
    return best_s, at


@compiled
def links_back(marks: Array, node: int, found: Array) -> tuple[int, int]:
    """Fill ``found`` with the links from a node back to where its search began; return number and access."""
    count = 0
    while marks[node].link >= 0:
        found[count] = marks[node].link
        count += 1
        node = marks[node].before
    return count, -1 - marks[node].link


@compiled
def take_apart(parts: Array, link: int, stack: Array, arcs: Array, count: int) -> int:
    """Append the road graph's arcs of a link to ``arcs`` and return their number; -1 when there is no room.

    ``parts`` (n x 2) are the two links of each link, or its arc and -1.
    """
    stack[0] = link
    size = 1
    while size > 0:
        size -= 1
        link = stack[size]
        if parts[link, 1] < 0:
            if count == len(arcs):
                return -1
            arcs[count] = parts[link, 0]
            count += 1
        else:
            stack[size], stack[size + 1] = parts[link, 1], parts[link, 0]
            size += 2
    return count
