# SPDX-License-Identifier: GPL-3.0-or-later
"""Contraction of a road graph's nodes, the least important first, with shortcuts that keep every distance.

Geisberger, Sanders, Schultes, Delling: *Contraction Hierarchies*, WEA 2008; the importance is the one of
Dibbelt, Strasser, Wagner: *Customizable Contraction Hierarchies* (RoutingKit's implementation).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.compiled import compiled
from ...core.kernel_heap import drop_first, push

Array = NDArray[Any]

# An arc of the hierarchy. ``second`` < 0: the road graph's arc ``first``; else a shortcut over two links.
# ``next_out`` and ``next_in`` chain the links of a node among those that are not contracted; -1 ends.
LINK = np.dtype(
    [("seconds", "f8"), ("metres", "f8")]
    + [(name, "i4") for name in ("tail", "head", "next_out", "next_in", "first", "second", "arcs")],
    align=True,
)
# A node: the heads of its chains, how many layers lie below it, its place in the order, and the last search
# that saw it with the seconds found.
NODE = np.dtype(
    [("seconds", "f8"), ("seen", "i8")]
    + [(name, "i4") for name in ("first_out", "first_in", "level", "rank")],
    align=True,
)
# counters: links in use, searches done
USED, SEARCHES = 0, 1
# nodes that a search for a way around may settle: when a node is valued, and when it is contracted
_GLANCE, _LOOK = 8, 60
NO_ROOM = -1


@compiled
def contract(links: Array, nodes: Array, counters: Array, queue: Any, heap: Any, in_order: bool) -> int:
    """Contract all nodes; return the number of links, or ``NO_ROOM`` when ``links`` cannot hold them.

    ``nodes`` and the first ``counters[USED]`` links are chained (``chain``). ``queue`` is room for as many
    keys and items as there are nodes, ``heap`` for one more than there may be links. If asked, the items of
    the queue are the nodes in the order to take.
    """
    keys, items = queue
    size = 0
    for node in range(0 if in_order else len(nodes)):
        size = push(keys, items, size, _importance(links, nodes, counters, heap, node), node)
    rank = 0
    while rank < len(nodes):
        node = items[rank] if in_order else items[0]
        if not in_order:
            size = drop_first(keys, items, size)
            now = _importance(links, nodes, counters, heap, node)
            if size > 0 and now > keys[0]:
                size = push(keys, items, size, now, node)
                continue
        if _bypass(links, nodes, counters, heap, node, _LOOK, True)[0] == NO_ROOM:
            return NO_ROOM
        _take_out(links, nodes, node)
        nodes[node].rank = rank
        rank += 1
    return int(counters[USED])


@compiled
def chain(links: Array, nodes: Array, link: int) -> None:
    """Put a link at the head of the chains of its two nodes."""
    tail, head = links[link].tail, links[link].head
    links[link].next_out, nodes[tail].first_out = nodes[tail].first_out, link
    links[link].next_in, nodes[head].first_in = nodes[head].first_in, link


@compiled
def chain_all(links: Array, nodes: Array, count: int) -> None:
    """Chain the first links."""
    for link in range(count):
        chain(links, nodes, link)


@compiled
def _importance(links: Array, nodes: Array, counters: Array, heap: Any, node: int) -> float:
    """Return how late to contract a node: its level, and what its shortcuts cost for what they save."""
    added, added_arcs = _bypass(links, nodes, counters, heap, node, _GLANCE, False)
    removed, removed_arcs = 0, 0
    link = nodes[node].first_out
    while link >= 0:
        removed, removed_arcs = removed + 1, removed_arcs + links[link].arcs
        link = links[link].next_out
    link = nodes[node].first_in
    while link >= 0:
        removed, removed_arcs = removed + 1, removed_arcs + links[link].arcs
        link = links[link].next_in
    if removed == 0:
        return float(nodes[node].level)
    return float(nodes[node].level + added / removed + added_arcs / removed_arcs)


@compiled
def _bypass(
    links: Array, nodes: Array, counters: Array, heap: Any, node: int, most: int, add: bool
) -> tuple[int, int]:
    """Find the shortcuts that are needed without a node, add them if asked, return their number and arcs."""
    shortcuts, arcs = 0, 0
    entering = nodes[node].first_in
    while entering >= 0:
        origin = links[entering].tail
        farthest_s = _farthest(links, nodes, node, origin)
        if farthest_s >= 0.0:
            _look_around(
                links, nodes, counters, heap, origin, node, links[entering].seconds + farthest_s, most
            )
        leaving = nodes[node].first_out
        while leaving >= 0 and farthest_s >= 0.0:
            goal = links[leaving].head
            seconds = links[entering].seconds + links[leaving].seconds
            known = nodes[goal].seen == counters[SEARCHES] and nodes[goal].seconds <= seconds
            if goal != origin and not known:
                shortcuts += 1
                arcs += links[entering].arcs + links[leaving].arcs
                if add and not _shorten(links, nodes, counters, entering, leaving):
                    return NO_ROOM, arcs
            leaving = links[leaving].next_out
        entering = links[entering].next_in
    return shortcuts, arcs


@compiled
def _farthest(links: Array, nodes: Array, node: int, origin: int) -> float:
    """Return the longest leaving link of a node but those to the origin; -1 when there is none."""
    farthest_s = -1.0
    link = nodes[node].first_out
    while link >= 0:
        if links[link].head != origin:
            farthest_s = max(farthest_s, links[link].seconds)
        link = links[link].next_out
    return farthest_s


@compiled
def _look_around(
    links: Array,
    nodes: Array,
    counters: Array,
    heap: Any,
    origin: int,
    avoided: int,
    limit_s: float,
    most: int,
) -> None:
    """Search the ways from a node that avoid another, up to a time and a number of settled nodes."""
    keys, items = heap
    counters[SEARCHES] += 1
    search = counters[SEARCHES]
    nodes[origin].seconds, nodes[origin].seen = 0.0, search
    size = push(keys, items, 0, 0.0, origin)
    while size > 0 and most > 0 and keys[0] <= limit_s:
        seconds, node = keys[0], items[0]
        size = drop_first(keys, items, size)
        if seconds > nodes[node].seconds:
            continue
        most -= 1
        link = nodes[node].first_out
        while link >= 0:
            head, later = links[link].head, seconds + links[link].seconds
            if head != avoided and (nodes[head].seen != search or later < nodes[head].seconds):
                nodes[head].seconds, nodes[head].seen = later, search
                size = push(keys, items, size, later, head)
            link = links[link].next_out


@compiled
def _shorten(links: Array, nodes: Array, counters: Array, first: int, second: int) -> bool:
    """Add the shortcut over two links, or put it in place of a slower link; tell whether there was room."""
    tail, head = links[first].tail, links[second].head
    link = nodes[tail].first_out
    while link >= 0 and links[link].head != head:
        link = links[link].next_out
    seconds = links[first].seconds + links[second].seconds
    if link < 0:
        link = counters[USED]
        if link == len(links):
            return False
        counters[USED] += 1
        links[link].tail, links[link].head = tail, head
        chain(links, nodes, link)
    elif links[link].seconds <= seconds:
        return True
    # whoever refers to a link has contracted one of its ends: a link that is replaced is nobody's part
    links[link].seconds, links[link].metres = seconds, links[first].metres + links[second].metres
    links[link].first, links[link].second = first, second
    links[link].arcs = links[first].arcs + links[second].arcs
    return True


@compiled
def _take_out(links: Array, nodes: Array, node: int) -> None:
    """Take a node's links off the chains of its neighbours, which rise above it."""
    level = nodes[node].level + 1
    link = nodes[node].first_out
    while link >= 0:
        head = links[link].head
        nodes[head].level = max(nodes[head].level, level)
        if nodes[head].first_in == link:
            nodes[head].first_in = links[link].next_in
        else:
            before = nodes[head].first_in
            while links[before].next_in != link:
                before = links[before].next_in
            links[before].next_in = links[link].next_in
        link = links[link].next_out
    link = nodes[node].first_in
    while link >= 0:
        tail = links[link].tail
        nodes[tail].level = max(nodes[tail].level, level)
        if nodes[tail].first_out == link:
            nodes[tail].first_out = links[link].next_out
        else:
            before = nodes[tail].first_out
            while links[before].next_out != link:
                before = links[before].next_out
            links[before].next_out = links[link].next_out
        link = links[link].next_in
