# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiled: the tree along which water reaches every segment, and the arrays that kernels work on.

The named tuples are what numba takes for records of arrays.
"""

from __future__ import annotations

from typing import NamedTuple

from ..core.compiled import compiled
from .arrays import Bools, Ints32


class Ways(NamedTuple):
    """The gates seen from each segment: those of ``v`` are ``first[v]`` to ``first[v + 1]``.

    ``other`` is the segment behind a gate, ``forward`` tells whether that is the gate's own direction.
    ``first_gate`` and ``gates`` list the gates of each device in the same manner.
    """

    first: Ints32
    other: Ints32
    gate: Ints32
    device: Ints32
    forward: Bools
    gate_from: Ints32
    gate_to: Ints32
    first_gate: Ints32
    gates: Ints32


class States(NamedTuple):
    """The devices as they are; one that is no valve lets water through in its gate's direction only."""

    is_open: Bools
    is_valve: Bools
    is_operable: Bools


class Tree(NamedTuple):
    """The supply tree: above each segment its ``parent``, over ``parent_gate``; -1 at the sources.

    What lies below ``v`` has ``enter`` in ``[enter[v], leave[v])``; ``enter`` is -1 where no water comes.
    """

    parent: Ints32
    parent_gate: Ints32
    root: Ints32
    enter: Ints32
    leave: Ints32


@compiled
def grow(ways: Ways, states: States, starts: Ints32, tree: Tree, order: Ints32) -> int:
    """Fill parents and roots breadth first (all -1 before); return how many segments are reached."""
    count = 0
    for number in range(len(starts)):
        if tree.root[starts[number]] < 0:
            tree.root[starts[number]] = number
            order[count] = starts[number]
            count += 1
    done = 0
    while done < count:
        here = order[done]
        done += 1
        for way in range(ways.first[here], ways.first[here + 1]):
            there, device = ways.other[way], ways.device[way]
            if tree.root[there] >= 0 or not states.is_open[device]:
                continue
            if states.is_valve[device] or ways.forward[way]:
                tree.root[there] = tree.root[here]
                tree.parent[there] = here
                tree.parent_gate[there] = ways.gate[way]
                order[count] = there
                count += 1
    return count


@compiled
def number_depth_first(order: Ints32, count: int, tree: Tree, size: Ints32) -> None:
    """Fill ``enter`` (-1 before) and ``leave``; ``size`` is room to work in, all ones."""
    for at in range(count - 1, -1, -1):
        if tree.parent[order[at]] >= 0:
            size[tree.parent[order[at]]] += size[order[at]]
    free = 0
    for at in range(count):
        here = order[at]
        above = tree.parent[here]
        if above < 0:
            tree.enter[here] = free
            free += size[here]
        else:
            tree.enter[here] = tree.leave[above]
            tree.leave[above] += size[here]
        # as long as branches below are still numbered, ``leave`` is the next number free for them
        tree.leave[here] = tree.enter[here] + 1
