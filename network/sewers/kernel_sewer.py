# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiled: follow water from node to node, looking no farther than it runs."""

from __future__ import annotations

from typing import NamedTuple

from ...core.compiled import compiled
from ..assets.arrays import Bools, Bytes, Floats, Ints32


class Ways(NamedTuple):
    """The pieces that leave each node: those of ``v`` are ``first[v]`` to ``first[v + 1]``."""

    first: Ints32
    other: Ints32
    piece: Ints32


class Reach(NamedTuple):
    """What is reached: ``nodes`` and ``pieces`` in the order met.

    ``place`` is 1 + the place of a node among them, else 0.
    """

    nodes: Ints32
    pieces: Ints32
    place: Ints32


class Clock(NamedTuple):
    """Along the nodes of a reach: first and last arrival, way run by the first, room to work in (zeros)."""

    first_s: Floats
    last_s: Floats
    distance_m: Floats
    degree: Ints32
    queue: Ints32
    queued: Bytes


@compiled
def follow(ways: Ways, closed: Bools, spared: bool, starts: Ints32, reach: Reach) -> tuple[int, int]:
    """Fill a reach breadth first (places all 0 before); return how many nodes and pieces it has.

    Pieces marked ``closed`` are passed all the same unless they are ``spared``.
    """
    count, found, done = 0, 0, 0
    for at in range(len(starts)):
        if reach.place[starts[at]] == 0:
            reach.nodes[count] = starts[at]
            count += 1
            reach.place[starts[at]] = count
    while done < count:
        here = reach.nodes[done]
        done += 1
        for way in range(ways.first[here], ways.first[here + 1]):
            if spared and closed[ways.piece[way]]:
                continue
            reach.pieces[found] = ways.piece[way]
            found += 1
            there = ways.other[way]
            if reach.place[there] == 0:
                reach.nodes[count] = there
                count += 1
                reach.place[there] = count
    return count, found


@compiled
def settle(ways: Ways, seconds: Floats, reach: Reach, count: int, clock: Clock) -> int:
    """Fill the last arrivals; return how many nodes no loop leads to: they are first in the queue.

    ``last_s`` holds the starts before, -1 elsewhere; the other nodes follow in the queue, their last arrival
    without meaning.
    """
    for at in range(count):
        here = reach.nodes[at]
        for way in range(ways.first[here], ways.first[here + 1]):
            clock.degree[reach.place[ways.other[way]] - 1] += 1
    free, done = 0, 0
    for at in range(count):
        if clock.degree[at] == 0:
            clock.queue[free] = at
            free += 1
    while done < free:
        at = clock.queue[done]
        done += 1
        here = reach.nodes[at]
        for way in range(ways.first[here], ways.first[here + 1]):
            there = reach.place[ways.other[way]] - 1
            clock.last_s[there] = max(clock.last_s[there], clock.last_s[at] + seconds[ways.piece[way]])
            clock.degree[there] -= 1
            if clock.degree[there] == 0:
                clock.queue[free] = there
                free += 1
    rest = free
    for at in range(count):
        if clock.degree[at] > 0:
            clock.queue[rest] = at
            rest += 1
    return free


@compiled
def arrive(ways: Ways, seconds: Floats, length_m: Floats, reach: Reach, count: int, clock: Clock) -> None:
    """Fill the first arrivals and their ways, from ``first_s`` at the starts (inf elsewhere).

    Nodes are taken in the order that ``settle`` left, so that each is taken once where there is no loop.
    """
    for at in range(count):
        clock.queued[at] = 1
    head, waiting = 0, count
    while waiting > 0:
        at = clock.queue[head]
        head = (head + 1) % count
        waiting -= 1
        clock.queued[at] = 0
        here = reach.nodes[at]
        for way in range(ways.first[here], ways.first[here + 1]):
            there, piece = reach.place[ways.other[way]] - 1, ways.piece[way]
            when = clock.first_s[at] + seconds[piece]
            if when < clock.first_s[there]:
                clock.first_s[there] = when
                clock.distance_m[there] = clock.distance_m[at] + length_m[piece]
                if clock.queued[there] == 0:
                    clock.queued[there] = 1
                    clock.queue[(head + waiting) % count] = there
                    waiting += 1
