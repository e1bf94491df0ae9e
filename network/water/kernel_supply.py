# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiled: the tree along which water reaches every segment, and the arrays that kernels work on.

The named tuples are what numba takes for records of arrays.
"""

from __future__ import annotations

from typing import NamedTuple

from ...core.compiled import compiled
from ..assets.arrays import Bools, Ints32


class Ways(NamedTuple):
    """The gates seen from each segment: those of ``v`` are ``first[v]`` to ``first[v + 1]``.

    ``other`` is the segment behind a gate, ``forward`` tells whether that is the gate's own direction.
    ``first_gate`` and ``gates`` list the gates of each device in the same manner; ``way_from`` and ``way_to``
    are the ways through each gate, out of the segment before it and out of the one after it.
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
    way_from: Ints32
    way_to: Ints32


class States(NamedTuple):
    """The devices as they are; one that is no valve lets water through in its gate's direction only.

    ``passes`` tells by way, and not by device, whether water runs out through it.
    """

    is_open: Bools
    is_valve: Bools
    is_operable: Bools
    passes: Bools


class Tree(NamedTuple):
    """The supply tree: above each segment its ``parent``, over ``parent_gate``; -1 at the sources.

    What lies below ``v`` has ``enter`` in ``[enter[v], leave[v])``; ``enter`` is -1 where no water comes.
    ``order`` lists the segments with water, each behind its parent.
    """

    parent: Ints32
    parent_gate: Ints32
    root: Ints32
    enter: Ints32
    leave: Ints32
    order: Ints32


@compiled
def plant(starts: Ints32, tree: Tree) -> int:
    """Make the starts the roots of an empty tree; return how many there are."""
    count = 0
    for number in range(len(starts)):
        if tree.root[starts[number]] < 0:
            tree.root[starts[number]] = number
            tree.order[count] = starts[number]
            count += 1
    return count


@compiled
def fell(before: Tree, tree: Tree, is_severed: Bools, felled: Ints32) -> int:
    """Take the segments whose numbers are severed out of a copy of a tree; return how many are left.

    ``felled`` lists those taken out; the numbers of the others are to be filled in again.
    """
    kept = 0
    for at in range(len(before.order)):
        here = before.order[at]
        if is_severed[before.enter[here]]:
            tree.root[here] = tree.parent[here] = tree.parent_gate[here] = tree.enter[here] = -1
            felled[at - kept] = here
        else:
            tree.order[kept] = here
            kept += 1
    return kept


@compiled
def graft(ways: Ways, states: States, tree: Tree, dry: Ints32, count: int) -> int:
    """Join those ``dry`` segments to the tree that border on one with water; return the new count."""
    for at in range(len(dry)):
        here = dry[at]
        for way in range(ways.first[here], ways.first[here + 1]):
            there, gate = ways.other[way], ways.gate[way]
            back = ways.way_to[gate] if way == ways.way_from[gate] else ways.way_from[gate]
            if tree.root[here] < 0 and tree.root[there] >= 0 and states.passes[back]:
                tree.root[here] = tree.root[there]
                tree.parent[here] = there
                tree.parent_gate[here] = gate
                tree.order[count] = here
                count += 1
    return count


@compiled
def grow(ways: Ways, states: States, tree: Tree, done: int, count: int) -> int:
    """Let the tree grow breadth first from its segments after the first ``done``; return the new count."""
    while done < count:
        here = tree.order[done]
        done += 1
        for way in range(ways.first[here], ways.first[here + 1]):
            there = ways.other[way]
            if states.passes[way] and tree.root[there] < 0:
                tree.root[there] = tree.root[here]
                tree.parent[there] = here
                tree.parent_gate[there] = ways.gate[way]
                tree.order[count] = there
                count += 1
    return count


@compiled
def number_depth_first(tree: Tree, count: int, size: Ints32) -> None:
    """Fill ``enter`` (-1 where there is no water) and ``leave``; ``size`` is room to work in, all ones."""
    for at in range(count - 1, -1, -1):
        here = tree.order[at]
        if tree.parent[here] >= 0:
            size[tree.parent[here]] += size[here]
    free = 0
    for at in range(count):
        here = tree.order[at]
        above = tree.parent[here]
        if above < 0:
            tree.enter[here] = free
            free += size[here]
        else:
            tree.enter[here] = tree.leave[above]
            tree.leave[above] += size[here]
        # as long as branches below are still numbered, ``leave`` is the next number free for them
        tree.leave[here] = tree.enter[here] + 1
