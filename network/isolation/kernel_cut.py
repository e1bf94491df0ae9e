# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiled: the steps of a cut, each looking no farther than the cut reaches."""

from __future__ import annotations

from typing import NamedTuple

from ...core.compiled import compiled
from ..assets.arrays import Bytes, Ints32
from ..water.kernel_supply import States, Tree, Ways

# of a segment: inside the cut; below it in the supply tree, without other water or with it; without any,
# but open to the cut
UNTOUCHED, ISOLATED, DRY, WET, LEAKING = 0, 1, 2, 3, 4
# of a device around the cut: shut for it; met, but closed already, lost or no valve
UNSEEN, SHUT, SEEN = 0, 1, 2


class Desk(NamedTuple):
    """Room to work in: states of segments and devices (zeros between cuts), and lists of them.

    ``cut`` lists the isolated segments and ``came`` the way by which each was added; ``bounds`` the devices
    around it; ``below`` the segments whose water came through it.
    """

    segment: Bytes
    device: Bytes
    lost: Bytes
    cut: Ints32
    came: Ints32
    bounds: Ints32
    below: Ints32
    todo: Ints32
    span_from: Ints32
    span_to: Ints32


@compiled
def enclose(ways: Ways, states: States, desk: Desk, count: int) -> int:
    """Extend the first segments of ``cut`` to all that feeds them through gates that cannot be shut."""
    for at in range(count):
        desk.segment[desk.cut[at]] = ISOLATED
    done = 0
    while done < count:
        here = desk.cut[done]
        done += 1
        for way in range(ways.first[here], ways.first[here + 1]):
            there, device = ways.other[way], ways.device[way]
            if desk.segment[there] == ISOLATED or not states.is_open[device]:
                continue
            if states.is_operable[device] and not desk.lost[device]:
                continue
            if states.is_valve[device] or not ways.forward[way]:
                desk.segment[there] = ISOLATED
                desk.came[there] = way
                desk.cut[count] = there
                count += 1
    return count


@compiled
def bound(ways: Ways, states: States, desk: Desk, count: int) -> int:
    """List and mark the devices around the cut; return how many there are."""
    found = 0
    for at in range(count):
        here = desk.cut[at]
        for way in range(ways.first[here], ways.first[here + 1]):
            device = ways.device[way]
            if desk.segment[ways.other[way]] != ISOLATED and desk.device[device] == UNSEEN:
                usable = states.is_operable[device] and not desk.lost[device]
                desk.device[device] = SHUT if usable else SEEN
                desk.bounds[found] = device
                found += 1
    return found


@compiled
def starve(ways: Ways, states: States, tree: Tree, desk: Desk, cut: int, bounds: int) -> int:
    """List what lies below the cut and the shut devices in ``below``: what stays DRY has no water any more.

    Only the dry part and its rim are looked at: a branch that other water enters is left alone.
    """
    count = _tops(ways, tree, desk, cut, bounds)
    spans = _spans(tree, desk, count)
    count = _explore(ways, states, tree, desk, count, spans)
    _settle(ways, states, tree, desk, count)
    return count


@compiled
def leak(ways: Ways, states: States, tree: Tree, desk: Desk, size: int) -> int:
    """List in ``todo`` the segments without water out of which it would run into the cut, if any came.

    Devices that are not marked ``SHUT`` are as the states say.
    """
    found = 0
    for at in range(size):
        found = _leaking(ways, states, tree, desk, desk.cut[at], found)
    done = 0
    while done < found:
        found = _leaking(ways, states, tree, desk, desk.todo[done], found)
        done += 1
    return found


@compiled
def _leaking(ways: Ways, states: States, tree: Tree, desk: Desk, here: int, found: int) -> int:
    for way in range(ways.first[here], ways.first[here + 1]):
        there = ways.other[way]
        is_dry = desk.segment[there] == DRY or (desk.segment[there] == UNTOUCHED and tree.enter[there] < 0)
        if is_dry and _lets_in(ways, states, desk, way):
            desk.segment[there] = LEAKING
            desk.todo[found] = there
            found += 1
    return found


@compiled
def clear(desk: Desk, cut: int, bounds: int, below: int) -> None:
    """Set the states that a cut has touched back to zero."""
    for at in range(cut):
        desk.segment[desk.cut[at]] = UNTOUCHED
    for at in range(bounds):
        desk.device[desk.bounds[at]] = UNSEEN
    for at in range(below):
        desk.segment[desk.below[at]] = UNTOUCHED


@compiled
def _tops(ways: Ways, tree: Tree, desk: Desk, cut: int, bounds: int) -> int:
    """List the segments that got their water straight from the cut or through a shut gate."""
    found = 0
    for at in range(cut):
        found = _branches(ways, tree, desk, desk.cut[at], found)
    for at in range(bounds):
        device = desk.bounds[at]
        if desk.device[device] != SHUT:
            continue
        for spot in range(ways.first_gate[device], ways.first_gate[device + 1]):
            gate = ways.gates[spot]
            for side in range(2):
                there = ways.gate_from[gate] if side == 0 else ways.gate_to[gate]
                if tree.parent_gate[there] == gate and desk.segment[there] == UNTOUCHED:
                    desk.segment[there] = DRY
                    desk.below[found] = there
                    found += 1
    return found


@compiled
def _branches(ways: Ways, tree: Tree, desk: Desk, here: int, found: int) -> int:
    """Add the untouched segments right below one to ``below``."""
    for way in range(ways.first[here], ways.first[here + 1]):
        there = ways.other[way]
        if desk.segment[there] != UNTOUCHED or tree.parent[there] != here:
            continue
        if tree.parent_gate[there] == ways.gate[way]:
            desk.segment[there] = DRY
            desk.below[found] = there
            found += 1
    return found


@compiled
def _spans(tree: Tree, desk: Desk, count: int) -> int:
    """Fill the sorted, disjoint numbers of all that lies below the tops (Shell's sort); return how many."""
    starts, ends = desk.span_from, desk.span_to
    for at in range(count):
        starts[at], ends[at] = tree.enter[desk.below[at]], tree.leave[desk.below[at]]
    gap = count // 2
    while gap > 0:
        for at in range(gap, count):
            start, end = starts[at], ends[at]
            spot = at
            while spot >= gap and starts[spot - gap] > start:
                starts[spot], ends[spot] = starts[spot - gap], ends[spot - gap]
                spot -= gap
            starts[spot], ends[spot] = start, end
        gap //= 2
    kept = 0
    for at in range(count):
        if kept == 0 or starts[at] >= ends[kept - 1]:
            starts[kept], ends[kept] = starts[at], ends[at]
            kept += 1
    return kept


@compiled
def _is_below(desk: Desk, number: int, spans: int) -> bool:
    low, high = 0, spans
    while low < high:
        middle = (low + high) // 2
        if desk.span_from[middle] <= number:
            low = middle + 1
        else:
            high = middle
    return low > 0 and number < desk.span_to[low - 1]


@compiled
def _lets_in(ways: Ways, states: States, desk: Desk, way: int) -> bool:
    """Tell whether water behind a way could come in through it."""
    device = ways.device[way]
    if not states.is_open[device] or desk.device[device] == SHUT:
        return False
    return states.is_valve[device] or not ways.forward[way]


@compiled
def _explore(ways: Ways, states: States, tree: Tree, desk: Desk, count: int, spans: int) -> int:
    """Follow the tree down from the tops until water from elsewhere is met."""
    done = 0
    while done < count:
        here = desk.below[done]
        done += 1
        for way in range(ways.first[here], ways.first[here + 1]):
            there = ways.other[way]
            if desk.segment[there] == ISOLATED or tree.enter[there] < 0:
                continue
            if _lets_in(ways, states, desk, way) and not _is_below(desk, tree.enter[there], spans):
                desk.segment[here] = WET
                break
        if desk.segment[here] != WET:
            count = _branches(ways, tree, desk, here, count)
    return count


@compiled
def _settle(ways: Ways, states: States, tree: Tree, desk: Desk, count: int) -> None:
    """Let the water of the branches that were left alone run back into what was found dry."""
    left = 0
    for at in range(count):
        here = desk.below[at]
        if desk.segment[here] != DRY:
            continue
        for way in range(ways.first[here], ways.first[here + 1]):
            there = ways.other[way]
            has_water = desk.segment[there] == WET or desk.segment[there] == UNTOUCHED
            if has_water and tree.enter[there] >= 0 and _lets_in(ways, states, desk, way):
                desk.segment[here] = WET
                desk.todo[left] = here
                left += 1
                break
    while left > 0:
        left -= 1
        here = desk.todo[left]
        for way in range(ways.first[here], ways.first[here + 1]):
            there, device = ways.other[way], ways.device[way]
            if desk.segment[there] != DRY or not states.is_open[device] or desk.device[device] == SHUT:
                continue
            if states.is_valve[device] or ways.forward[way]:
                desk.segment[there] = WET
                desk.todo[left] = there
                left += 1
